"""Taking a whole record somewhere else: from a file to a server and back."""

import errno
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.domain.errors import N_, DatabaseError
from factcheck.operations.snapshots import put
from factcheck.runtime.files import is_folder, is_there
from factcheck.storage.copying import pour_record, write_copy
from factcheck.storage.faults import FULL, IO_FAILED, READ_ONLY, explained
from factcheck.storage.merging import Progress
from factcheck.storage.server import open_server, parse_address
from factcheck.storage.store import NO_FOLDER, Store

EXISTS = N_("{path} exists already. Choose another name; nothing is ever written over.")

_BY_CODE = {
    errno.ENOSPC: FULL,
    errno.EACCES: READ_ONLY,
    errno.EPERM: READ_ONLY,
    errno.EROFS: READ_ONLY,
}


def copy_to_file(store: Store, target: Path) -> None:
    """Write the whole record to a new file, a copy of the same record that can be merged back.

    It is made on this machine and put there whole: SQLite itself never works on a share, and a
    half-written file never has the name of a record.

    Raises:
        DatabaseError: The file exists, or cannot be written; nothing is left of it.
    """
    if is_there(target):
        raise DatabaseError(EXISTS, path=target)
    if not is_folder(target.parent):
        raise DatabaseError(NO_FOLDER, folder=target.parent)
    with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
        copy = Path(folder) / "copy.factcheck"
        with explained(store.path):
            write_copy(store.engine, copy)
        try:
            put(copy, target)
        except OSError as error:
            sentence = _BY_CODE.get(error.errno or 0, IO_FAILED)
            reason = error.strerror or str(error)
            raise DatabaseError(sentence, path=target, reason=reason) from error


@contextmanager
def as_file(other: Path | str, store: Store) -> Iterator[Path]:
    """Give a record as a file that can be merged: the file itself, or a copy of one on a server.

    The server is reached in the name of whoever works in `store`.

    Raises:
        DatabaseError: The server cannot be reached or holds no record.
    """
    if isinstance(other, Path):
        yield other
        return
    server = open_server(parse_address(other), actor=store.actor, replica=store.replica.hex)
    with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
        copy = Path(folder) / f"{server.path.name}.factcheck"
        try:
            with explained(server.path):
                write_copy(server.engine, copy)
        finally:
            server.close()
        yield copy


def copy_to_server(store: Store, address: str, *, progress: Progress = lambda _: None) -> str:
    """Put the whole record on a server whose database is empty, or holds the same record.

    Returns the address as people see it. `progress` is called with the share done; an exception
    from it cancels: of this record nothing is there then, and the next copy finds the place empty.

    Raises:
        DatabaseError: The server cannot be reached or holds another record.
    """
    parsed = parse_address(address)
    target = open_server(parsed, actor=store.actor, replica=store.replica.hex, create=True)
    try:
        with explained(target.path):
            pour_record(store.engine, target.engine, target.path, progress)
    finally:
        target.close()
    return parsed.shown
