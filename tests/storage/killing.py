"""Programs that die in the middle, forked from one process so that a hundred deaths are cheap.

`python -m tests.storage.killing MODE FOLDER KILLS` prints what was found as JSON. Nothing is open
while the process forks.
"""

import json
import os
import random
import shutil
import signal
import sqlite3
import struct
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import uuid4

from factcheck.domain.article import ArticleDraft
from factcheck.operations import articles
from factcheck.operations.merging import merge_checked
from factcheck.storage import schema
from factcheck.storage.engine import APPLICATION_ID, open_engine
from factcheck.storage.opening import journal_of
from factcheck.storage.store import Store
from tests.storage.crowds import crowd

LONGEST = 0.012
"""Seconds after an acknowledgement within which the program is killed."""


def open_store(path: Path, *, create: bool = False) -> Store:
    return Store.open(path, actor="x", replica=str(uuid4()), create=create)


def in_child(work: Callable[[Callable[[int], None]], None], acks: int, delay: float) -> int:
    """Run `work` in a child, kill it `delay` seconds after so many acknowledgements.

    Returns the last number that it acknowledged, -1 without any.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            work(lambda number: os.write(writing, struct.pack("<i", number)) and None)
        finally:
            os._exit(1)
    os.close(writing)
    received = b""
    while len(received) < 4 * acks and (some := os.read(reading, 4)):
        received += some
    deadline = time.perf_counter() + delay
    while time.perf_counter() < deadline:
        pass
    os.kill(child, signal.SIGKILL)
    while some := os.read(reading, 65536):
        received += some
    os.close(reading)
    os.waitpid(child, 0)
    return int(struct.unpack("<i", received[-4:])[0]) if received else -1


def kill_writers(folder: Path, kills: int) -> dict[str, int]:
    """Kill people who save; everything acknowledged is there, and nothing by halves."""
    path = folder / "desk.factcheck"
    store = open_store(path, create=True)
    with store.write("add_article") as session:
        article_id = articles.add_article(session, draft=ArticleDraft("عنوان", "نص")).created
    store.close()

    def save(acknowledge: Callable[[int], None]) -> None:
        mine = open_store(path)
        for number in range(saved + 1, saved + 10_000):
            with mine.write("edit_article") as session:
                values = {"outlet": str(number), "author": str(number), "url": str(number) * 5000}
                articles.edit_article(session, article_id=article_id, values=values)
            acknowledge(number)

    rnd = random.Random(kills)
    saved = -1
    found = {"kills": kills, "hot": 0, "lost": 0, "halves": 0, "damaged": 0}
    for _ in range(kills):
        acknowledged = max(saved, in_child(save, rnd.randint(0, 4), rnd.uniform(0, LONGEST)))
        found["hot"] += _is_hot(path)
        with closing(sqlite3.connect(path)) as raw:
            outlet, author, url = raw.execute("SELECT outlet, author, url FROM article").fetchone()
            found["damaged"] += raw.execute("PRAGMA quick_check").fetchone()[0] != "ok"
        found["halves"] += not outlet == author == url[: len(outlet)]
        saved = int(outlet or -1)
        found["lost"] += saved < acknowledged
    return found


def kill_merges(folder: Path, kills: int) -> dict[str, int]:
    """Kill people who merge; all of it is there, or nothing."""
    path = folder / "desk.factcheck"
    other = crowd(folder / "other.factcheck", 300)
    open_store(path, create=True).close()
    whole = path.read_bytes()

    def merge(acknowledge: Callable[[int], None]) -> None:
        mine = open_store(path)
        acknowledge(0)
        merge_checked(mine, other)
        acknowledge(1)

    rnd = random.Random(kills)
    found = {"kills": kills, "hot": 0, "half_merges": 0, "damaged": 0}
    for _ in range(kills):
        path.write_bytes(whole)
        in_child(merge, 1, rnd.uniform(0, 0.6))
        found["hot"] += _is_hot(path)
        with closing(sqlite3.connect(path)) as raw:
            counts = [
                raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                for table in ("claim", "evidence", "search")
            ]
            found["damaged"] += raw.execute("PRAGMA quick_check").fetchone()[0] != "ok"
        found["half_merges"] += counts not in ([0, 0, 0], [300, 900, 6])
        journal_of(path).unlink(missing_ok=True)
    return found


def kill_creations(folder: Path, kills: int) -> dict[str, int]:
    """Kill people who make a new record; nothing has its name until it is whole."""
    rnd = random.Random(kills)
    open_store(folder / "warm", create=True).close()
    found = {"kills": kills, "hot": 0, "halves": 0}
    for number in range(kills):
        path = folder / f"{number}.factcheck"

        def make(acknowledge: Callable[[int], None], path: Path = path) -> None:
            acknowledge(0)
            open_store(path, create=True)

        in_child(make, 1, rnd.uniform(0, 0.05))
        found["hot"] += not path.exists()
        open_store(path, create=True).close()
        with closing(sqlite3.connect(path)) as raw:
            found["halves"] += raw.execute("SELECT count(*) FROM rating").fetchone()[0] == 0
    return found


def kill_migrations(folder: Path, _kills: int) -> dict[str, int]:
    """Kill the migration of an old file at every statement; the file is old, or new wholly."""
    # What a migration imports is imported once, not by each child.
    open_store(folder / "warm", create=True).close()
    old = folder / "old.factcheck"
    with closing(sqlite3.connect(old)) as raw:
        raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
        raw.execute("CREATE TABLE kept (words)")
        raw.execute("INSERT INTO kept VALUES ('من قبل')")
        raw.commit()
    path = folder / "desk.factcheck"
    found = {"kills": 0, "hot": 0, "half_migrations": 0, "damaged": 0}
    while True:
        shutil.copyfile(old, path)
        acknowledged = in_child(lambda ack: _migrate(path, found["kills"], ack), 1, 0)
        found["hot"] += _is_hot(path)
        with closing(sqlite3.connect(path)) as raw:
            version = raw.execute("PRAGMA user_version").fetchone()[0]
            tables = raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
            kept = raw.execute("SELECT words FROM kept").fetchone()[0]
            found["damaged"] += raw.execute("PRAGMA quick_check").fetchone()[0] != "ok"
        is_old, is_new = (version, tables) == (0, 1), version == schema.VERSION and tables > 20
        found["half_migrations"] += kept != "من قبل" or not (is_old or is_new)
        if acknowledged == 1:
            return found
        found["kills"] += 1
        journal_of(path).unlink(missing_ok=True)


def _migrate(path: Path, statements: int, acknowledge: Callable[[int], None]) -> None:
    """Migrate, and die before the statement with this number; acknowledge 1 if there is none."""
    seen = 0

    def count(_statement: str) -> None:
        nonlocal seen
        seen += 1
        if seen > statements:
            os.kill(os.getpid(), signal.SIGKILL)

    plain = sqlite3.connect

    def connect(*args: Any, **options: Any) -> sqlite3.Connection:
        connection = plain(*args, **options)
        if path.as_uri()[7:] in str(args[0]):
            connection.set_trace_callback(count)
        return connection

    sqlite3.connect = connect  # type: ignore[assignment]
    engine = open_engine(path, mode="rw", patience=1)
    schema.upgrade(engine, path, path.parent / "backups")
    acknowledge(1)


def _is_hot(path: Path) -> bool:
    journal = journal_of(path)
    return journal.exists() and journal.stat().st_size > 0


if __name__ == "__main__":
    mode, folder_, kills_ = sys.argv[1:]
    modes = {
        "writers": kill_writers,
        "merges": kill_merges,
        "creations": kill_creations,
        "migrations": kill_migrations,
    }
    print(json.dumps(modes[mode](Path(folder_), int(kills_))))
