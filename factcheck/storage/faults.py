"""What the database driver says, as sentences for people."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from factcheck.domain.errors import N_, BusyError, DatabaseError, MovedError
from factcheck.storage.types import UnreadableError

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

_BROKEN = ("Could not decode to UTF-8", "invalid fts5 file format", "vtable constructor failed")
"""What the driver says of a text, or of the index of the words, on an overwritten page; it has no
code for it."""

_BY_CODE = {
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: READ_ONLY,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: NOT_DATABASE,
}


UNREACHABLE = N_(
    "The server of {path} cannot be reached, or refused the connection. Check the address, your"
    " name and password, and the network."
)
NO_RIGHTS = N_("You may not write to {path}. Ask whoever runs the server for the right to.")

_BY_STATE = {
    "55P03": BUSY,
    "57014": BUSY,
    "53100": FULL,
    "25006": READ_ONLY,
    "42501": NO_RIGHTS,
    "28P01": UNREACHABLE,
    "28000": UNREACHABLE,
    "3D000": UNREACHABLE,
    "57P01": UNREACHABLE,
    "53300": UNREACHABLE,
}
"""Sentences by SQLSTATE (PostgreSQL, appendix A)."""


def _explain_server(error: BaseException, path: Path | str) -> DatabaseError | None:
    """Return the sentence for an error of psycopg, told by its SQLSTATE without importing it."""
    state = getattr(error, "sqlstate", None)
    if state is None:
        is_connection = type(error).__name__ in ("OperationalError", "ConnectionTimeout")
        return DatabaseError(UNREACHABLE, path=path) if is_connection else None
    sentence = _BY_STATE.get(state)
    if sentence == BUSY:
        return BusyError(BUSY, path=path)
    return DatabaseError(sentence, path=path) if sentence else None


def explain_fault(error: BaseException, path: Path | str) -> DatabaseError | None:
    """Return the sentence for a driver error, or None for an error that is a bug of ours."""
    origin = (error.orig if isinstance(error, DBAPIError) else error) or error
    if type(origin).__module__.startswith("psycopg"):
        return _explain_server(origin, path)
    code = getattr(origin, "sqlite_errorcode", None)
    if isinstance(origin, sqlite3.Error) and any(each in str(origin) for each in _BROKEN):
        return DatabaseError(DAMAGED, path=path)
    if code is None:
        return None
    return _explain_file(origin, code, path)


def _explain_file(origin: BaseException, code: int, path: Path | str) -> DatabaseError | None:
    """Return the sentence for an extended result code of SQLite."""
    primary = code & 0xFF
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return BusyError(BUSY, path=path)
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return MovedError(MOVED, path=path)
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
    except (UnreadableError, UnicodeDecodeError) as error:
        # The driver cannot even read its own message where the name of a table was overwritten.
        raise DatabaseError(DAMAGED, path=path) from error
