"""Backups, restoring them, and checking the file, for the window and the command line."""

import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from factcheck.domain.errors import N_, DatabaseError
from factcheck.runtime.files import copy_atomically, is_there
from factcheck.storage.backup import back_up, due, pour
from factcheck.storage.checking import (
    BROKEN_INDEX,
    MENDED_INDEX,
    Problem,
    check_pages,
    check_record,
)
from factcheck.storage.copying import workspace_in, write_copy
from factcheck.storage.faults import DAMAGED, NOT_DATABASE, explained
from factcheck.storage.merging import Progress
from factcheck.storage.opening import (
    EMPTY,
    INCOMPLETE,
    MISSING,
    OTHER,
    OTHER_DATABASE,
    journal_of,
)
from factcheck.storage.queries import record_id
from factcheck.storage.received import take_in
from factcheck.storage.search import rebuild
from factcheck.storage.store import Store

NOT_ON_SERVER = N_(
    "A backup cannot replace what is on a server, where others are working. Merge it instead:"
    " whatever is missing comes back."
)
OTHER_BACKUP = N_(
    "{backup} is no backup of {path} but of another record. Nothing was changed: open it by itself."
)
_UNFIT = frozenset({MISSING, EMPTY, OTHER, OTHER_DATABASE, INCOMPLETE, DAMAGED, NOT_DATABASE})


def back_up_now(store: Store, *, backup_dir: Path, reason: str = "by-hand") -> Path:
    """Write a backup and return where it is.

    Raises:
        OSError: The folder cannot be written.
        DatabaseError: The file cannot be read.
    """
    origin = store.origin()
    with explained(store.path):
        return back_up(lambda target: write_copy(store.engine, target), backup_dir, origin, reason)


def back_up_when_due(store: Store, *, backup_dir: Path) -> Path | None:
    """Write the backup of this day or week where it is missing yet; None where it is there.

    Raises:
        OSError: The folder cannot be written.
        DatabaseError: The file cannot be read.
    """
    reason = due(backup_dir, store.origin(), datetime.now(UTC))
    return back_up_now(store, backup_dir=backup_dir, reason=reason) if reason else None


def restore_backup(
    store: Store, backup: Path, *, backup_dir: Path, progress: Progress = lambda _: None
) -> Path:
    """Put the content of a backup in the place of the present one, which is backed up first.

    Returns the backup of the present state. Other windows on the file see the old content as a
    change like any other. `progress` is called with the share done; an exception from it cancels.
    At 1 only the exchange itself is left, which is not to be interrupted.

    Raises:
        DatabaseError: The backup is not whole or not ours, or the file is busy; it is unchanged.
        OSError: The folder cannot be written.
    """
    if not store.is_file:
        raise DatabaseError(NOT_ON_SERVER)
    with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
        source = take_in(backup, Path(folder), is_all_read=True)
        with store.read() as session:
            if workspace_in(source) != record_id(session):
                raise DatabaseError(OTHER_BACKUP, backup=backup, path=store.path)
        progress(0.5)
        kept = back_up_now(store, backup_dir=backup_dir, reason="before-restore")
        progress(1.0)
        with explained(store.path), store.engine.connect() as connection:
            target: Any = connection.connection.dbapi_connection
            with closing(sqlite3.connect(source)) as content:
                pour(content, target, store.path)
    return kept


def unfit_file(error: Exception) -> Path | None:
    """Return the file that cannot be opened as a record, where that is what `error` says.

    A file that is busy, newer, or not to be read now is none of these: it may be sound.
    """
    if not isinstance(error, DatabaseError) or error.message not in _UNFIT:
        return None
    path = error.values.get("path")
    return path if isinstance(path, Path) else None


def restore_over_damaged(path: Path, backup: Path, *, backup_dir: Path) -> Path | None:
    """Put a backup in the place of an `unfit_file`.

    Returns where that file is kept now, among the backups but never dropped by their rotation;
    None where nothing was there.

    Raises:
        DatabaseError: The backup is not whole or not ours; the file is as it was.
        OSError: One of the folders cannot be written.
    """
    with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
        source = take_in(backup, Path(folder), is_all_read=True)
        kept = _put_away(path, backup_dir)
        copy_atomically(source, path)
    return kept


def _put_away(path: Path, backup_dir: Path) -> Path | None:
    if not is_there(path):
        return None
    backup_dir.mkdir(parents=True, exist_ok=True)
    kept = backup_dir / f"{path.stem}.damaged-{datetime.now(UTC):%Y%m%dT%H%M%SZ}{path.suffix}"
    copy_atomically(path, kept)
    # What was unfinished belonged to the damaged file, and would be rolled back into the backup.
    journal = journal_of(path)
    if is_there(journal) and journal.stat().st_size:
        copy_atomically(journal, journal_of(kept))
    journal.unlink(missing_ok=True)
    return kept


def check_file(store: Store) -> list[Problem]:
    """Look for anything wrong, on a snapshot so that nobody has to wait; empty is all right.

    A broken index of the words is made anew, which nobody has to decide about.

    Raises:
        DatabaseError: The file cannot be read at all.
    """
    with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
        snapshot = Path(folder) / "snapshot.factcheck"
        with explained(store.path):
            write_copy(store.engine, snapshot)
        found = check_pages(snapshot)
    if found == [Problem(BROKEN_INDEX, {})] and store.is_file and not store.is_read_only:
        try:
            with store.write("check_file") as session:
                rebuild(session.connection())
        except DatabaseError:
            return found
        return [Problem(MENDED_INDEX, {})]
    if found:
        return found
    with store.read() as session:
        return check_record(session)
