"""What the database driver says, as sentences for people."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from factcheck.domain.errors import N_, BusyError, DatabaseError

BUSY = N_("Another program is writing to {path} right now. Nothing is lost: try again in a moment.")
FULL = N_(
    "The disk that holds {path} is full. Nothing was half-written: free some space and try again."
)
READ_ONLY = N_(
    "{path} cannot be written: the file or its folder is read-only. Change its permissions, or"
    " work on a copy."
)
DAMAGED = N_("{path} is damaged. Do not go on working in it: restore a backup or another copy.")
NOT_DATABASE = N_("{path} is not a factcheck file.")
MOVED = N_("{path} was replaced or moved while it was open. Close it and open it again.")
IO_FAILED = N_("{path} could not be read or written ({reason}). Check the disk and try again.")

_BY_CODE = {
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: READ_ONLY,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: NOT_DATABASE,
}


def explain_fault(error: BaseException, path: Path | str) -> DatabaseError | None:
    """Return the sentence for a driver error, or None for an error that is a bug of ours."""
    origin = error.orig if isinstance(error, DBAPIError) else error
    if not isinstance(origin, sqlite3.OperationalError | sqlite3.DatabaseError):
        return None
    code = getattr(origin, "sqlite_errorcode", None)
    if code is None:
        return None
    primary = code & 0xFF
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return BusyError(BUSY, path=path)
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return DatabaseError(MOVED, path=path)
    if primary == sqlite3.SQLITE_IOERR:
        return DatabaseError(IO_FAILED, path=path, reason=str(origin))
    sentence = _BY_CODE.get(primary)
    return DatabaseError(sentence, path=path) if sentence else None


@contextmanager
def explained(path: Path | str) -> Iterator[None]:
    """Turn driver errors about the file at `path` into sentences; let everything else through.

    Raises:
        DatabaseError: The driver failed in a way a person can do something about.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        known = explain_fault(error, path)
        if known is None:
            raise
        raise known from error
