"""New records for tests: copies of one that the program made, each with an identity of its own."""

import sqlite3
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path
from uuid import uuid4

from factcheck.domain.ids import new_id
from factcheck.storage.store import Store


def new_record(path: Path) -> Path:
    """Put an empty record at `path`, as if it had just been made there."""
    path.write_bytes(_made_once())
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA synchronous=OFF")
        raw.execute("UPDATE meta SET value = ? WHERE key = 'workspace'", (str(new_id()),))
    return path


@cache
def _made_once() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "record")
        Store.open(path, actor="x", replica=str(uuid4()), create=True).close()
        return path.read_bytes()
