"""The SQLite engine: pragmas, own BEGIN, and waiting for other writers.

Rollback journal TRUNCATE with synchronous FULL is the combination that lost no acknowledged commit
in power-cut trials and leaves one complete file at rest; never WAL in a file people copy. The
driver runs in autocommit mode and BEGIN is sent from here, so that schema changes roll back too.
"""

import os
import random
import sqlite3
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from factcheck.runtime import held_files

APPLICATION_ID = 0x46435243
"""`FCRC` in the file header: this SQLite file is a factcheck file."""

_SHORTEST_WAIT, _LONGEST_WAIT = 0.002, 0.05
"""Seconds between two tries for the write lock; random, as SQLite's own waiting starves."""


class _HeldConnection(sqlite3.Connection):
    """A connection whose file nobody else in this process reads while it is open."""

    _key: held_files.Key | None = None

    def hold(self, path: Path) -> None:
        self._key = held_files.hold(path)

    def close(self) -> None:
        super().close()
        if self._key is not None:
            held_files.release(self._key)
            self._key = None


def open_engine(path: Path, *, mode: str, patience: float) -> Engine:
    """Make an engine on an existing file (`mode` is `ro`, `rw` or, to create it, `rwc`).

    `patience` is how many seconds a writer waits for another one.
    """
    address = f"file:{quote(os.fsencode(path.absolute()))}?mode={mode}"

    def connect() -> sqlite3.Connection:
        with held_files.alone():
            connection = sqlite3.connect(
                address,
                uri=True,
                isolation_level=None,
                check_same_thread=False,
                timeout=patience,
                factory=_HeldConnection,
            )
            connection.hold(path)
        _set_pragmas(connection, writable=mode != "ro")
        return connection

    engine = create_engine(
        "sqlite://", creator=connect, poolclass=QueuePool, pool_size=1, max_overflow=8
    )
    event.listen(engine, "begin", lambda connection: _begin(connection, patience))
    return engine


def _set_pragmas(connection: sqlite3.Connection, *, writable: bool) -> None:
    pragmas = [
        "foreign_keys=ON",
        "synchronous=FULL",
        "trusted_schema=OFF",
        "cell_size_check=ON",
        "mmap_size=0",
        "temp_store=MEMORY",
    ]
    if writable:
        pragmas.insert(0, "journal_mode=TRUNCATE")
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection, patience: float) -> None:
    """Send BEGIN for a reader, BEGIN IMMEDIATE for a writer, waiting while another one writes."""
    if not connection.get_execution_options().get("write"):
        connection.exec_driver_sql("BEGIN")
        return
    driver: Any = connection.connection.dbapi_connection
    deadline = time.monotonic() + patience
    driver.execute("PRAGMA busy_timeout=0").close()
    try:
        while True:
            try:
                driver.execute("BEGIN IMMEDIATE").close()
            except sqlite3.OperationalError as error:
                busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
                if not busy or time.monotonic() >= deadline:
                    raise
                pause = random.uniform(_SHORTEST_WAIT, _LONGEST_WAIT)  # noqa: S311
                time.sleep(max(0.0, min(pause, deadline - time.monotonic())))
            else:
                return
    finally:
        driver.execute(f"PRAGMA busy_timeout={int(patience * 1000)}").close()
