"""Snapshots: whole copies of a record with a digest of their content, put in place in one step."""

from contextlib import suppress
from pathlib import Path

from sqlalchemy import text

from factcheck.operations.working_copies import Signature
from factcheck.runtime.files import copy_atomically
from factcheck.storage.backup import copy_database
from factcheck.storage.engine import open_engine
from factcheck.storage.faults import explained
from factcheck.storage.received import digest
from factcheck.storage.recording import DIGEST
from factcheck.storage.store import Store

TEMPORARY = ".factcheck-*.tmp"
"""Names of files that are not yet whole (`factcheck.runtime.files`)."""
_A_DAY = 24 * 60 * 60


def write_snapshot(store: Store, snapshot: Path) -> None:
    """Write the record as it is now to a new file, with the digest of its content.

    Raises:
        DatabaseError: The record cannot be read, or the snapshot cannot be written.
    """
    with explained(store.path):
        copy_database(store.engine, snapshot)
        engine = open_engine(snapshot, mode="rw", patience=1)
        with engine.execution_options(write=True).begin() as connection:
            connection.execute(text("DELETE FROM meta WHERE key = :key"), {"key": DIGEST})
            value = digest(connection)
            connection.execute(
                text("INSERT INTO meta (key, value) VALUES (:key, :value)"),
                {"key": DIGEST, "value": value},
            )
        engine.dispose()


def put(snapshot: Path, shared: Path) -> Signature:
    """Replace the shared file in one step; a half-written one never has its name.

    A link to it stays a link.

    Returns the signature of what was put there, taken before anybody else could replace it.

    Raises:
        OSError: The folder cannot be written; the shared file is as it was.
    """
    found = copy_atomically(snapshot, shared)
    _clear_leftovers(shared.parent, found.st_mtime)
    return found.st_size, found.st_mtime_ns, found.st_ino


def _clear_leftovers(folder: Path, now: float) -> None:
    """Remove what programs that were killed had begun to put there; `now` is by that disk."""
    with suppress(OSError):
        for path in folder.glob(TEMPORARY):
            if now - path.stat().st_mtime > _A_DAY:
                path.unlink()
