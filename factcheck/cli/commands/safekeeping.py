"""Keeping the record safe: backups, restoring them, checking it, copying it elsewhere."""

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.call import Call
from factcheck.cli.output import Answer, table
from factcheck.cli.progress import long_work
from factcheck.cli.writing import explained
from factcheck.domain.errors import N_, DatabaseError, NotFoundError
from factcheck.runtime.files import is_there
from factcheck.runtime.i18n import tr
from factcheck.text.actions import backup_reason

if TYPE_CHECKING:
    from factcheck.storage.backup import Backup

NO_BACKUP = N_(
    "There is no backup {name}. Give its number or name as the command backup list shows them, or"
    " a file."
)
SHARED = N_(
    "This record is shared, so what a backup takes back would return with the next exchange. Merge"
    " the backup instead: whatever is missing comes back."
)


def back_up(call: Call) -> Answer:
    """Write a backup of the record."""
    from factcheck.operations.safekeeping import back_up_now  # noqa: PLC0415 - SQLAlchemy

    typed = call.arguments.to
    folder = Path(typed).expanduser().absolute() if typed else call.paths.backup_dir
    stopped = tr("Stopped. No backup was made.")
    with call.store() as store, explained(folder), long_work(tr("Making a backup"), stopped):
        path = back_up_now(store, backup_dir=folder)
    found = {"path": str(path), "bytes": path.stat().st_size}
    return Answer(found, lambda: str(path))


def list_all(call: Call) -> Answer:
    """List the backups of the record, newest first."""
    found = _backups(call)
    data = [
        {
            "number": number,
            "name": each.path.name,
            "path": str(each.path),
            "made_at": each.made_at.isoformat(),
            "reason": each.reason,
            "bytes": each.size,
        }
        for number, each in enumerate(found, start=1)
    ]
    return Answer(data, lambda: _table(found), "" if found else tr("No backups yet."))


def _table(found: "list[Backup]") -> str:
    headings = (tr("No."), tr("When (UTC)"), tr("Reason"), tr("Size"), tr("Name"))
    rows = [
        (
            number,
            f"{each.made_at:%Y-%m-%d %H:%M:%S}",
            backup_reason(each.reason),
            f"{each.size / 1_000_000:.1f} MB",
            each.path.name,
        )
        for number, each in enumerate(found, start=1)
    ]
    return table(headings, rows)


def restore(call: Call) -> Answer:
    """Put a backup in the place of the record, which is backed up first."""
    backup = _named(call, call.arguments.backup)
    try:
        kept = _restore_into_record(call, backup)
    except DatabaseError as error:
        return _restore_over_damaged(call, backup, error)
    said = tr("Restored. What was there before is kept as {name}.", name=kept.name)
    return Answer({"restored": str(backup), "kept": str(kept)}, said=said)


def _restore_into_record(call: Call, backup: Path) -> Path:
    from factcheck.operations.safekeeping import restore_backup  # noqa: PLC0415 - SQLAlchemy

    folder = call.paths.backup_dir
    stopped = tr("Stopped. The record is as it was.")
    with call.record() as opened:
        if opened.exchange is not None:
            raise DatabaseError(SHARED)
        with explained(folder), long_work(tr("Restoring"), stopped) as progress:
            return restore_backup(opened.store, backup, backup_dir=folder, progress=progress)


def _restore_over_damaged(call: Call, backup: Path, error: DatabaseError) -> Answer:
    """Put a backup in the place of a record that cannot be opened.

    Raises:
        DatabaseError: `error` itself, where it says something else.
    """
    from factcheck.operations.safekeeping import restore_over_damaged, unfit_file  # noqa: PLC0415

    path = unfit_file(error)
    if path is None or path == backup:
        raise error
    folder = call.paths.backup_dir
    with explained(folder):
        kept = restore_over_damaged(path, backup, backup_dir=folder)
    said = (
        tr("Restored. The damaged file is kept as {name}.", name=kept.name)
        if kept
        else tr("Restored.")
    )
    return Answer({"restored": str(backup), "kept": str(kept) if kept else None}, said=said)


def check(call: Call) -> Answer:
    """Look for anything wrong in the record; exit code 1 if there is."""
    from factcheck.operations.safekeeping import check_file  # noqa: PLC0415 - SQLAlchemy

    with call.store() as store, long_work(tr("Checking"), tr("Stopped.")):
        found = [tr(each.message, **each.values) for each in check_file(store)]
    said = (
        tr("Something is wrong. Restore a backup, or take a sound copy.")
        if found
        else tr("Everything is sound.")
    )
    data = {"is_sound": not found, "problems": found}
    return Answer(data, lambda: "\n".join(found), said, int(bool(found)))


def copy_to(call: Call) -> Answer:
    """Copy the whole record into a new file, or to a server."""
    from factcheck.operations import copying  # noqa: PLC0415 - SQLAlchemy only where needed
    from factcheck.storage.server import is_address  # noqa: PLC0415

    target: str = call.arguments.target
    stopped = tr("Stopped. Nothing was copied.")
    with call.store() as store, long_work(tr("Copying"), stopped) as progress:
        if is_address(target):
            shown = copying.copy_to_server(store, target, progress=progress)
            return Answer({"server": shown}, lambda: shown)
        path = Path(target).expanduser().absolute()
        copying.copy_to_file(store, path)
    return Answer({"path": str(path), "bytes": path.stat().st_size}, lambda: str(path))


def _backups(call: Call) -> "list[Backup]":
    from factcheck.operations.safekeeping import unfit_file  # noqa: PLC0415 - SQLAlchemy
    from factcheck.storage.backup import backups, backups_at  # noqa: PLC0415

    folder = call.paths.backup_dir
    try:
        with call.record() as opened:
            return backups(folder, opened.store.origin())
    except DatabaseError as error:
        path = unfit_file(error)
        found = backups_at(folder, path) if path else []
        if not found:
            raise
        return found


def _named(call: Call, text: str) -> Path:
    """Return the backup that `text` means: its number, its name, or a path.

    Raises:
        NotFoundError: There is none.
    """
    found = _backups(call)
    if text.isdecimal() and 1 <= int(text) <= len(found):
        return found[int(text) - 1].path
    named = [each.path for each in found if each.path.name == text]
    path = named[0] if named else Path(text).expanduser()
    if not is_there(path):
        raise NotFoundError(NO_BACKUP, name=text)
    return path
