"""Files that come from elsewhere are hostile until they are proved whole and ours.

They are looked at in a private copy only: exact size, quick_check, foreign keys, nothing in the
schema but what this program makes (a trigger or view of somebody else would run as ours), and the
digest of the content where the sender wrote one.
"""

import errno
import hashlib
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from factcheck.domain.errors import N_, DatabaseError
from factcheck.runtime import held_files
from factcheck.runtime.files import is_there
from factcheck.storage import schema
from factcheck.storage.backup import pour
from factcheck.storage.engine import open_engine
from factcheck.storage.faults import DAMAGED, FULL, IO_FAILED, explain_fault, explained
from factcheck.storage.opening import NEWER, journal_of, read_header
from factcheck.storage.recording import DIGEST
from factcheck.storage.tables import Base
from factcheck.storage.wellformed import lacking, misshapen

FOREIGN_SCHEMA = N_(
    "{path} holds “{name}”, which factcheck did not put there. It was not opened: ask its sender"
    " for a fresh copy."
)
ALTERED = N_("The content of {path} was altered on its way. Ask its sender for a fresh copy.")
UNFINISHED = N_(
    "Something is being written to {path}, or was left unfinished: {beside} lies beside it. Open"
    " the file once and close it, or wait for whoever writes, and try again."
)

SEARCH_TABLES = (
    "search",
    "search_data",
    "search_idx",
    "search_content",
    "search_docsize",
    "search_config",
)
_DIGESTED = sorted(set(Base.metadata.tables) - {"meta", "conflict", "search_part"})


def take_in(path: Path, folder: Path, *, is_all_read: bool = False) -> Path:
    """Copy a file from elsewhere into `folder`, check it and bring it to this schema.

    Returns the private copy; the file itself is only read. `is_all_read` looks at every value, for
    a file that is used as it is; a merge looks at what it takes over.

    Raises:
        DatabaseError: It is not whole, not ours, newer, or cannot be read; the sentence says so.
    """
    copy = folder / f"received-{path.name}"
    with explained(path):
        _copy(path, copy)
    header = read_header(copy, told=path)
    if header.schema > schema.VERSION:
        raise DatabaseError(NEWER, path=path)
    with explained(path):
        _check(copy, path)
        if header.schema < schema.VERSION:
            _upgrade(copy, path, folder)
        with closing(sqlite3.connect(copy)) as raw:
            if lacking(raw) or (is_all_read and misshapen(raw)):
                raise DatabaseError(ALTERED, path=path)
    return copy


def _upgrade(copy: Path, path: Path, folder: Path) -> None:
    """Bring a copy to this schema; an older file may lack what its migration needs."""
    engine = open_engine(copy, mode="rw", patience=1)
    try:
        schema.upgrade(engine, copy, folder)
    except DBAPIError as error:
        raise explain_fault(error, path) or DatabaseError(ALTERED, path=path) from error
    finally:
        engine.dispose()


def _copy(path: Path, copy: Path) -> None:
    """Copy a file byte by byte, unless this process has it open and would lose its locks."""
    if is_there(path) and held_files.is_held(path.stat()):
        source = f"{path.absolute().as_uri()}?mode=ro"
        with (
            closing(sqlite3.connect(source, uri=True)) as reading,
            closing(sqlite3.connect(copy)) as writing,
        ):
            pour(reading, writing, path)
        return
    try:
        shutil.copyfile(path, copy)
    except OSError as error:
        read_header(path)
        if error.errno == errno.ENOSPC:
            raise DatabaseError(FULL, path=copy.parent) from error
        raise DatabaseError(IO_FAILED, path=path, reason=error.strerror) from error
    for beside in (journal_of(path), path.with_name(f"{path.name}-wal")):
        if is_there(beside) and beside.stat().st_size > 0:
            raise DatabaseError(UNFINISHED, path=path, beside=beside.name)


def _check(copy: Path, path: Path) -> None:
    with closing(sqlite3.connect(f"{copy.as_uri()}?mode=ro", uri=True)) as raw:
        raw.execute("PRAGMA trusted_schema=OFF")
        raw.execute("PRAGMA cell_size_check=ON")
        if raw.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise DatabaseError(DAMAGED, path=path)
        foreign = foreign_object(raw)
        if foreign is not None:
            raise DatabaseError(FOREIGN_SCHEMA, path=path, name=foreign)
        if raw.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise DatabaseError(DAMAGED, path=path)
    engine = open_engine(copy, mode="ro", patience=1)
    try:
        with engine.connect() as connection:
            said = connection.scalar(
                text("SELECT value FROM meta WHERE key = :key"), {"key": DIGEST}
            )
            if said is not None and said != digest(connection):
                raise DatabaseError(ALTERED, path=path)
    finally:
        engine.dispose()


def foreign_object(raw: sqlite3.Connection) -> str | None:
    """Return the name of something in the schema that this program does not make, or None."""
    tables = {*Base.metadata.tables, *SEARCH_TABLES, "alembic_version", "sqlite_sequence"}
    indexes = {index.name for table in Base.metadata.tables.values() for index in table.indexes}
    for kind, name, table in raw.execute("SELECT type, name, tbl_name FROM sqlite_schema"):
        known = (kind == "table" and name in tables) or (
            kind == "index" and (name in indexes or name.startswith("sqlite_autoindex_"))
        )
        if not known or table not in tables:
            return str(name)
    for table in Base.metadata.tables:
        for column in raw.execute(f"PRAGMA table_xinfo({table})"):
            if column[6]:
                return f"{table}.{column[1]}"
    return None


def digest(connection: Connection) -> str:
    """Return the SHA-256, in hexadecimal, over all recorded rows in the order of their ids."""
    total = hashlib.sha256()
    for name in _DIGESTED:
        table = Base.metadata.tables[name]
        columns = ", ".join(f'"{column.name}"' for column in table.columns if column.name != "seq")
        total.update(name.encode())
        for row in connection.execute(text(f'SELECT {columns} FROM "{name}" ORDER BY id')):  # noqa: S608 - names of our own tables
            total.update(repr(tuple(row)).encode("utf-8", "surrogatepass"))
    return total.hexdigest()
