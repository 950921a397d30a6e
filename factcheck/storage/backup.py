"""Backups: sound copies made by SQLite's backup API, kept by age and by reason.

Never by copying the live file: of such copies 8 in 20 were damaged in trials. The folder of the
backups is local, never the shared place of the file itself.
"""

import re
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from factcheck.domain.errors import BusyError
from factcheck.storage.faults import BUSY

SUFFIX = ".factcheck"

PATIENCE = 5.0
"""Seconds a copy waits for a locked database."""

_STEP = 4096
"""Pages per step: 16 MB, between which others may write and a deadline is looked at."""
_PAUSE = 0.05
"""Seconds between two tries for a locked database."""

KEPT = {
    "daily": 7,
    "weekly": 4,
    "before-schema": 3,
    "before-merge": 5,
    "before-restore": 3,
    "replaced": 5,
}
"""How many of the newest backups of each reason stay; others are kept until deleted by hand."""

_NAME = re.compile(r"(?P<stem>.+)\.(?P<stamp>\d{8}T\d{6}\d{3}Z)\.(?P<reason>[a-z-]+)\.factcheck")
_STAMP = "%Y%m%dT%H%M%S"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: where, when (UTC) and why it was made, and its size in bytes."""

    path: Path
    made_at: datetime
    reason: str
    size: int


def back_up(write: Callable[[Path], None], folder: Path, stem: str, reason: str) -> Path:
    """Write a copy of the record into `folder`, drop the oldest of its kind, return its path.

    `write` makes the copy at the path it is given. `stem` names what is backed up, `reason` is
    one of `KEPT` or another word.

    Raises:
        OSError: The folder cannot be made or written.
        sqlite3.Error: The copy failed; nothing is left of it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    moment = datetime.now(UTC)
    stamp = f"{moment.strftime(_STAMP)}{moment.microsecond // 1000:03}Z"
    target = folder / f"{stem}.{stamp}.{reason}{SUFFIX}"
    write(target)
    rotate(folder, stem)
    return target


def copy_database(engine: Engine, target: Path) -> None:
    """Copy the whole database to a new file, whatever others write meanwhile.

    Raises:
        sqlite3.Error: The copy failed; nothing is left of it.
        BusyError: The database stayed locked for longer than `PATIENCE`.
    """
    copy = sqlite3.connect(target)
    try:
        copy.execute("PRAGMA journal_mode=OFF").close()
        with engine.connect() as connection:
            source: Any = connection.connection.dbapi_connection
            pour(source, copy, target)
    except BaseException:
        copy.close()
        target.unlink(missing_ok=True)
        raise
    copy.close()


def pour(source: sqlite3.Connection, target: sqlite3.Connection, path: Path) -> None:
    """Replace the content of `target` by that of `source`, in one transaction.

    Python's own backup call waits for a locked database without end.

    Raises:
        sqlite3.Error: The copy failed and the target is as it was.
        BusyError: One of them stayed locked for longer than `PATIENCE`; `path` is named.
    """
    deadline = time.monotonic() + PATIENCE

    def watch(_status: int, _remaining: int, _total: int) -> None:
        if time.monotonic() > deadline:
            raise BusyError(BUSY, path=path)

    source.backup(target, pages=_STEP, progress=watch, sleep=_PAUSE)


def backups(folder: Path, stem: str) -> list[Backup]:
    """List the backups of the file named `stem`, newest first."""
    found = []
    for path in folder.glob(f"*{SUFFIX}") if folder.is_dir() else ():
        parts = _NAME.fullmatch(path.name)
        if parts and parts["stem"] == stem:
            made_at = datetime.strptime(parts["stamp"][:15], _STAMP).replace(tzinfo=UTC)
            milliseconds = int(parts["stamp"][15:18])
            made_at = made_at.replace(microsecond=milliseconds * 1000)
            found.append(Backup(path, made_at, parts["reason"], path.stat().st_size))
    return sorted(found, key=lambda each: each.made_at, reverse=True)


def rotate(folder: Path, stem: str) -> None:
    """Drop the backups of each reason beyond those that are kept."""
    counted: dict[str, int] = {}
    for each in backups(folder, stem):
        counted[each.reason] = counted.get(each.reason, 0) + 1
        if counted[each.reason] > KEPT.get(each.reason, counted[each.reason]):
            each.path.unlink(missing_ok=True)


def due(folder: Path, stem: str, now: datetime) -> str | None:
    """Return the reason for a backup that is due (`weekly` or `daily`), None if there is none."""
    made = backups(folder, stem)
    for reason, days in (("weekly", 7), ("daily", 1)):
        newest = next((each.made_at for each in made if each.reason == reason), None)
        if newest is None or (now - newest).days >= days:
            return reason
    return None
