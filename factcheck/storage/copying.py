"""Whole copies of a record, between files and servers."""

from pathlib import Path

from sqlalchemy import Connection, Engine, func, select, update
from sqlalchemy.orm import Session

from factcheck.domain.errors import N_, DatabaseError
from factcheck.storage import schema
from factcheck.storage.backup import copy_database
from factcheck.storage.engine import open_engine
from factcheck.storage.merging import Progress, merge
from factcheck.storage.tables import ActionRow, MetaRow

NOT_EMPTY = N_("{path} holds another record already. Choose an empty place.")
_WORKSPACE = select(MetaRow.value).where(MetaRow.key == "workspace")


def write_copy(engine: Engine, target: Path) -> None:
    """Write the whole record, from a file or a server, to a new file.

    Raises:
        sqlite3.Error: The copy failed; nothing is left of it.
        BusyError: The database stayed locked.
    """
    if engine.dialect.name == "sqlite":
        copy_database(engine, target)
        return
    copy = open_engine(target, mode="rwc", patience=1)
    try:
        schema.create(copy)
        pour_record(engine, copy, target)
    except BaseException:
        copy.dispose()
        target.unlink(missing_ok=True)
        raise
    copy.dispose()


def pour_record(
    source: Engine, target: Engine, path: Path, progress: Progress = lambda _: None
) -> None:
    """Copy all of one record into a fresh one, which takes over its identity.

    Raises:
        DatabaseError: The target, named `path`, holds another record.
    """
    with (
        source.connect() as reading,
        target.execution_options(write=True).connect() as writing,
        writing.begin(),
        Session(writing) as session,
    ):
        _adopt(reading, writing, path)
        merge(session, reading, progress)


def _adopt(reading: Connection, writing: Connection, path: Path) -> None:
    theirs, ours = reading.scalar(_WORKSPACE), writing.scalar(_WORKSPACE)
    if theirs == ours:
        return
    if writing.scalar(select(func.count()).select_from(ActionRow)):
        raise DatabaseError(NOT_EMPTY, path=path)
    writing.execute(update(MetaRow).where(MetaRow.key == "workspace").values(value=theirs))


def workspace_in(file: Path) -> str:
    """Return the identity of the record in a sound file of this schema."""
    engine = open_engine(file, mode="ro", patience=1)
    try:
        with engine.connect() as connection:
            return str(connection.scalar(_WORKSPACE))
    finally:
        engine.dispose()
