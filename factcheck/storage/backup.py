"""Backups: sound copies made by SQLite's backup API, kept by age and by reason.

Never by copying the live file: of such copies 8 in 20 were damaged in trials. The folder of the
backups is local, never the shared place of the file itself.
"""

import hashlib
import os
import re
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from factcheck.domain.errors import BusyError, DatabaseError
from factcheck.runtime.files import copy_atomically
from factcheck.storage.faults import BUSY, FULL

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

_NAME = re.compile(
    r"(?P<stem>.+?)(\.(?P<record>[0-9a-f]{8})-(?P<place>[0-9a-f]{8}))?"
    r"\.(?P<stamp>\d{8}T\d{6}\d{3}Z)\.(?P<reason>[a-z-]+)\.factcheck",
    re.DOTALL,
)
_STAMP = "%Y%m%dT%H%M%S"
_DIGITS = 8
"""Hexadecimal digits that tell records and places apart in names of backups."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What is backed up: what people call it, which record it is, and where it lies.

    Two copies of one record are rotated apart; either can be put back from all backups of both.
    """

    stem: str
    record: str
    place: str

    @classmethod
    def of(cls, stem: str, workspace: str, place: Path | str) -> "Origin":
        """Name a record called `stem`, of the identity `workspace`, at a path or an address."""
        where = hashlib.sha256(str(place).encode("utf-8", "surrogateescape")).hexdigest()
        return cls(stem, workspace.replace("-", "")[-_DIGITS:].lower(), where[:_DIGITS])

    @property
    def key(self) -> str:
        """What names of files about this copy of the record begin with."""
        return f"{self.stem}.{self.record}-{self.place}"

    def name(self, moment: datetime, reason: str) -> str:
        """Return the file name of a backup made at a moment (aware UTC)."""
        stamp = f"{moment.strftime(_STAMP)}{moment.microsecond // 1000:03}Z"
        return f"{self.key}.{stamp}.{reason}{SUFFIX}"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: where, when (UTC) and why it was made, and its size in bytes.

    `is_own` tells that it was made of this file, not of another copy of the record.
    """

    path: Path
    made_at: datetime
    reason: str
    size: int
    is_own: bool = True


def back_up(write: Callable[[Path], None], folder: Path, origin: Origin, reason: str) -> Path:
    """Write a copy of the record into `folder`, drop the oldest of its kind, return its path.

    `write` makes the copy at the path it is given, on this machine: only a whole copy gets its
    name in `folder`. `reason` is one of `KEPT` or another word.

    Raises:
        OSError: The folder cannot be made or written.
        sqlite3.Error: The copy failed; nothing is left of it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / origin.name(datetime.now(UTC), reason)
    with tempfile.TemporaryDirectory(prefix="factcheck-") as private:
        copy = Path(private) / f"backup{SUFFIX}"
        write(copy)
        copy_atomically(copy, target)
    rotate(folder, origin)
    return target


def copy_database(engine: Engine, target: Path) -> None:
    """Copy the whole database to a new file, whatever others write meanwhile.

    Raises:
        sqlite3.Error: The copy failed; nothing is left of it.
        BusyError: The database stayed locked for longer than `PATIENCE`.
        DatabaseError: The disk of the copy is full.
    """
    copy = sqlite3.connect(target)
    try:
        copy.execute("PRAGMA journal_mode=OFF").close()
        with engine.connect() as connection:
            source: Any = connection.connection.dbapi_connection
            pour(source, copy, _path_of(source))
    except BaseException as error:
        copy.close()
        target.unlink(missing_ok=True)
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL:
            raise DatabaseError(FULL, path=target.parent) from error
        raise
    copy.close()


def _path_of(connection: sqlite3.Connection) -> Path:
    """Return the file of a connection; its name may be of any bytes."""
    query = "SELECT CAST(file AS BLOB) FROM pragma_database_list WHERE name = 'main'"
    return Path(os.fsdecode(connection.execute(query).fetchone()[0]))


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


def backups(folder: Path, origin: Origin) -> list[Backup]:
    """List the backups of a record, newest first."""
    found = []
    for parts, each in _stored(folder):
        is_same = parts["record"] == origin.record
        if is_same or (parts["record"] is None and parts["stem"] == origin.stem):
            is_own = parts["place"] in (None, origin.place)
            found.append(replace(each, is_own=is_own))
    return sorted(found, key=lambda each: each.made_at, reverse=True)


def backups_at(folder: Path, path: Path) -> list[Backup]:
    """List the backups of the file at `path`, newest first, though it cannot be opened."""
    place = Origin.of(path.stem, "", path).place
    found = [
        each
        for parts, each in _stored(folder)
        if parts["place"] == place or (parts["place"] is None and parts["stem"] == path.stem)
    ]
    return sorted(found, key=lambda each: each.made_at, reverse=True)


def _stored(folder: Path) -> Iterator[tuple[re.Match[str], Backup]]:
    for path in folder.glob(f"*{SUFFIX}") if folder.is_dir() else ():
        parts = _NAME.fullmatch(path.name)
        if parts is None:
            continue
        stamp = parts["stamp"]
        try:
            made_at = datetime.fromisoformat(f"{stamp[:15]}.{stamp[15:18]}+00:00")
        except ValueError:
            continue
        yield parts, Backup(path, made_at, parts["reason"], path.stat().st_size)


def own_backups(folder: Path, origin: Origin) -> list[Backup]:
    """List the backups of this very copy of a record, newest first."""
    return [each for each in backups(folder, origin) if each.is_own]


def rotate(folder: Path, origin: Origin) -> None:
    """Drop the backups of each reason beyond those that are kept."""
    counted: dict[str, int] = {}
    for each in own_backups(folder, origin):
        counted[each.reason] = counted.get(each.reason, 0) + 1
        if counted[each.reason] > KEPT.get(each.reason, counted[each.reason]):
            each.path.unlink(missing_ok=True)


def due(folder: Path, origin: Origin, now: datetime) -> str | None:
    """Return the reason for a backup that is due (`weekly` or `daily`), None if there is none."""
    made = own_backups(folder, origin)
    for reason, days in (("weekly", 7), ("daily", 1)):
        newest = next((each.made_at for each in made if each.reason == reason), None)
        if newest is None or (now - newest).days >= days:
            return reason
    return None
