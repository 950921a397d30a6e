"""A disk that fails now and then: what was acknowledged is there, what was refused is not.

Each refusal is one sentence, whatever step failed: also in the middle of a COMMIT, where SQLite
itself cannot always say whether it happened.
"""

import random
import sqlite3
from contextlib import closing
from uuid import uuid4

import pytest

from factcheck.domain.article import ArticleDraft
from factcheck.domain.errors import DatabaseError
from factcheck.operations import articles
from factcheck.operations.safekeeping import check_file
from factcheck.storage import faults
from factcheck.storage.store import Store
from tests.storage.disk_hook import watched_disk

IOERR = sqlite3.SQLITE_IOERR
FSYNC, WRITE = sqlite3.SQLITE_IOERR_FSYNC, sqlite3.SQLITE_IOERR_WRITE
TRUNCATE, FULL = sqlite3.SQLITE_IOERR_TRUNCATE, sqlite3.SQLITE_FULL
MIXES = {
    "sync": {"sync": (0.03, FSYNC)},
    "write": {"write": (0.01, WRITE)},
    "full": {"write": (0.01, FULL)},
    "truncate": {"truncate": (0.1, TRUNCATE)},
    "journal": {"sync": (0.05, FSYNC), "truncate": (0.05, TRUNCATE)},
    "often": {"write": (0.01, WRITE), "sync": (0.06, FSYNC)},
    "full and bad": {"write": (0.01, FULL), "sync": (0.03, FSYNC)},
    "everything": dict.fromkeys(("create", "write", "truncate", "sync"), (0.02, WRITE)),
}
COMMITS, MANY = 80, 1000
"""Commits tried under each mix, in an ordinary run and in the long one."""

pytestmark = pytest.mark.no_cover


class FailingDisk:
    """Refuses steps by chance while it `is_failing`."""

    def __init__(self, mix):
        self.mix, self.rnd = mix, random.Random(str(mix))
        self.is_failing = False
        self.failures = 0

    def __call__(self, step):
        chance, error = self.mix.get(step.what, (0, 0))
        if not self.is_failing or self.rnd.random() >= chance:
            return 0
        self.failures += 1
        return error


def edit(store, article_id, number):
    # Each value is longer than a page, so that halves would be seen.
    values = {"outlet": str(number), "author": str(number), "url": str(number) * 2_000}
    with store.write("edit_article") as session:
        articles.edit_article(session, article_id=article_id, values=values)


def refusal(store, article_id, number):
    try:
        edit(store, article_id, number)
    except DatabaseError as error:
        return error.message
    return None


def stored(path):
    with closing(sqlite3.connect(path)) as raw:
        outlet, author, url = raw.execute("SELECT outlet, author, url FROM article").fetchone()
        changes = raw.execute("SELECT count(*) FROM change WHERE field = 'outlet'").fetchone()[0]
    assert outlet == author
    assert url == outlet * 2_000
    return int(outlet or -1), changes


@pytest.mark.parametrize("commits", [COMMITS, pytest.param(MANY, marks=pytest.mark.campaign)])
@pytest.mark.parametrize("name", MIXES)
@pytest.mark.timeout(600)
def test_what_was_acknowledged_is_there_and_nothing_else(tmp_path, name, commits):
    path = tmp_path / "desk.factcheck"
    Store.open(path, actor="x", replica=str(uuid4()), create=True).close()
    disk = FailingDisk(MIXES[name])
    acknowledged, refused = [], []
    with watched_disk(disk):
        store = Store.open(path, actor="x", replica=str(uuid4()))
        with store.write("add_article") as session:
            made = articles.add_article(session, draft=ArticleDraft("عنوان", "نص")).created
        for number in range(commits):
            disk.is_failing = True
            said = refusal(store, made, number)
            disk.is_failing = False
            assert said in (None, faults.IO_FAILED, faults.FULL)
            (refused if said else acknowledged).append(number)
            assert stored(path) == ((acknowledged or [-1])[-1], len(acknowledged)), number
        assert check_file(store) == []
        store.close()
    assert disk.failures >= len(refused) > commits / 40
    assert len(acknowledged) > commits / 8
