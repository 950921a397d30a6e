"""The store: one open database file.

`write` is the only way to change it: one transaction, begun with BEGIN IMMEDIATE, recorded in the
change log under the name of the operation, rolled back whole on any exception. Sessions are short;
none stays open while a person thinks.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from sqlalchemy import Engine, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from factcheck.domain.changes import Changes
from factcheck.domain.errors import N_, BusyError, DatabaseError
from factcheck.runtime.files import is_folder, is_there, name_where_missing
from factcheck.storage import schema
from factcheck.storage.engine import open_engine
from factcheck.storage.faults import READ_ONLY, explain_fault, explained
from factcheck.storage.opening import NEWER, Header, journal_of, read_header
from factcheck.storage.queries import record_id
from factcheck.storage.recording import Recorder, attach
from factcheck.storage.tables import ActionRow
from factcheck.storage.watching import Watch

if TYPE_CHECKING:
    from factcheck.storage.backup import Origin

PATIENCE = 10.0
"""Seconds a writer waits for another one before it says so."""

PrivateCopy = tempfile.TemporaryDirectory[str]

NO_FOLDER = N_("The folder {folder} does not exist. Create it, or choose another place.")


@dataclass(frozen=True, slots=True)
class Identity:
    """Who writes (a name, perhaps empty), and from which installation of the program."""

    actor: str
    replica: UUID


class Store:
    """One open database; `actor` is the name under which changes are recorded."""

    def __init__(
        self, path: Path, engine: Engine, who: Identity, copy: PrivateCopy | None = None
    ) -> None:
        """Wrap an engine whose file has been checked; use `open` instead."""
        self.path = path
        self.actor = who.actor
        self.replica = who.replica
        self.is_read_only = False
        self.on_close: list[Callable[[], None]] = []
        self.has_news: Callable[[], bool] = lambda: True
        """Asked by `poll` before it looks; a server answers from its notifications."""
        self._engine = engine
        self._copy = copy
        self._watch = Watch()

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        actor: str,
        replica: str,
        create: bool = False,
        patience: float = PATIENCE,
        backup_dir: Path | None = None,
    ) -> "Store":
        """Open the file at `path`, or make a new one there when `create` allows it.

        An older file is migrated after a backup in `backup_dir` (beside the file where none is
        given); a newer or read-only one opens read-only.

        Raises:
            DatabaseError: The file is missing or unfit; the sentence says what to do. The file
                is unchanged.
        """
        if create and not is_there(path):
            _create(path, patience)
        header = read_header(path, patience=patience)
        who = Identity(actor, UUID(replica))
        with explained(path):
            store = _opened(path, header, who, patience, backup_dir or path.parent)
            store.poll()
        return store

    @contextmanager
    def write(self, action: str) -> Iterator[Session]:
        """Begin a recorded transaction; commit at the end, roll back on any exception.

        Raises:
            DatabaseError: The file is read-only, busy, full or gone; nothing was written.
        """
        if self.is_read_only:
            raise DatabaseError(READ_ONLY, path=self.path)
        record = Recorder(action, self.actor.strip(), self.replica)
        engine = self._engine.execution_options(write=True)
        with explained(self.path), Session(engine, expire_on_commit=False) as session:
            session.info["replica"] = self.replica
            attach(session, record)
            is_done = False
            try:
                with session.begin():
                    schema.refuse_outgrown(session.connection(), self.path)
                    yield session
                    is_done = True
            except DBAPIError as error:
                if not (is_done and self._was_committed(record.id, error)):
                    raise
            self._watch.note_own(record.id)

    def _was_committed(self, action_id: UUID, error: DBAPIError) -> bool:
        """Look whether a COMMIT that failed has happened: after an I/O error it may have."""
        if isinstance(explain_fault(error, self.path), BusyError):
            return False
        self._engine.dispose()
        try:
            with self._engine.connect() as connection:
                query = select(ActionRow.seq).where(ActionRow.id == action_id)
                return connection.scalar(query) is not None
        except DBAPIError:
            return False

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Begin a read-only transaction; keep it short, it holds back writers at their COMMIT.

        Raises:
            DatabaseError: The file is locked, damaged or gone.
        """
        with explained(self.path), Session(self._engine, autoflush=False) as session:
            session.info["replica"] = self.replica
            yield session

    def poll(self) -> Changes:
        """Return what others have committed since the last call; empty most of the time.

        Costs microseconds while nothing happened (`PRAGMA data_version`).

        Raises:
            DatabaseError: The file is locked, damaged or gone.
        """
        if not self.has_news():
            return Changes()
        with self.read() as session:
            return self._watch.poll(session)

    @property
    def name(self) -> str:
        """What people call this record: the name of the file, or of the database and its host."""
        return self.path.stem if self.is_file else str(self.path).replace("/", "-")

    def origin(self) -> "Origin":
        """Return what tells the backups of this record from those of others.

        Raises:
            DatabaseError: The record cannot be read.
        """
        from factcheck.storage.backup import Origin  # noqa: PLC0415 - not needed to open

        with self.read() as session:
            return Origin.of(self.name, record_id(session), self.path)

    @property
    def is_file(self) -> bool:
        """Whether this is a file, not a server."""
        return self._engine.dialect.name == "sqlite"

    @property
    def engine(self) -> Engine:
        """The engine, for copying and checking the whole file; never for writing to it."""
        return self._engine

    def close(self) -> None:
        """Close every connection; the file at rest is complete alone."""
        while self.on_close:
            self.on_close.pop()()
        self._engine.dispose()
        if self._copy is not None:
            self._copy.cleanup()


def _create(path: Path, patience: float) -> None:
    """Make a new file under another name and put it in place whole.

    A program that is killed meanwhile leaves nothing under the name; where two make the same file,
    both work on that of the first.
    """
    if not is_folder(path.parent):
        raise DatabaseError(NO_FOLDER, folder=path.parent)
    new = path.with_name(f".{path.name}.{uuid4().hex[:8]}.tmp")
    with explained(path):
        engine = open_engine(new, mode="rwc", patience=patience)
        try:
            schema.create(engine)
            engine.dispose()
            with suppress(FileExistsError):
                name_where_missing(new, path)
        finally:
            engine.dispose()
            new.unlink(missing_ok=True)
            journal_of(new).unlink(missing_ok=True)


def _opened(path: Path, header: Header, who: Identity, patience: float, backups: Path) -> Store:
    """Open for writing where that can be, and bring an older file up to date before."""
    if header.schema > schema.VERSION:
        _refuse_unreadable(path, patience)
        return _read_only(path, header, who, patience)
    engine = open_engine(path, mode="rw", patience=patience)
    try:
        is_writable = _can_write(engine, path, header.schema)
        if is_writable and header.schema < schema.VERSION:
            schema.upgrade(engine, path, backups)
    except BaseException:
        engine.dispose()
        raise
    if not is_writable:
        engine.dispose()
        return _read_only(path, header, who, patience)
    return Store(path, engine, who)


def _can_write(engine: Engine, path: Path, version: int) -> bool:
    """Probe with a real update and roll it back: on a read-only file BEGIN and COMMIT succeed."""
    try:
        with engine.execution_options(write=True).connect() as connection:
            connection.execute(text(f"PRAGMA user_version={version}"))
            connection.rollback()
    except DBAPIError as error:
        known = explain_fault(error, path)
        if known is not None and known.message == READ_ONLY:
            return False
        raise
    return True


def _refuse_unreadable(path: Path, patience: float) -> None:
    """Refuse a newer file unless its maker says that this program can read it."""
    engine = open_engine(path, mode="ro", patience=patience)
    try:
        with engine.connect() as connection:
            least = connection.scalar(text("SELECT value FROM meta WHERE key = 'min_reader'"))
    finally:
        engine.dispose()
    if not str(least).isdecimal() or int(least) > schema.VERSION:
        raise DatabaseError(NEWER, path=path)


def _read_only(path: Path, header: Header, who: Identity, patience: float) -> Store:
    """Open for reading; what is unfinished or of an older schema is put right on a private copy."""
    copy = None
    source, mode = path, "ro"
    is_older = header.schema < schema.VERSION
    if header.has_journal or header.is_wal or is_older:
        copy = tempfile.TemporaryDirectory(prefix="factcheck-")
        source, mode = Path(copy.name) / path.name, "rw"
        shutil.copyfile(path, source)
        if header.has_journal:
            shutil.copyfile(journal_of(path), journal_of(source))
    engine = open_engine(source, mode=mode, patience=patience)
    if copy is not None and is_older:
        schema.upgrade(engine, source, Path(copy.name))
    store = Store(path, engine, who, copy)
    store.is_read_only = True
    return store
