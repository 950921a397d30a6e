"""Whatever a power cut leaves on the disk, no acknowledged edit is lost or there by half."""

import random
import sqlite3
from uuid import uuid4

import pytest
from sqlalchemy import event

from factcheck.domain.article import ArticleDraft
from factcheck.operations import articles, claims, history, verdicts
from factcheck.operations.safekeeping import check_file
from factcheck.storage import queries
from factcheck.storage.store import Store
from tests.storage.power_cuts import CHANCES, Disk, content, record

TEXT = "قال الناطق إن المياه ستعود قبل المساء، ووصل ١٢ ألف متطوع إلى الميناء. " * 40

OPENED = 40
"""Each so many states is opened as people do it, and checked as the program does it."""

pytestmark = pytest.mark.no_cover


def opened(path, **options):
    return Store.open(path, actor="ليلى", replica=str(uuid4()), **options)


class Checker:
    """Somebody who works on a record: each of `works` is one acknowledged operation."""

    def __init__(self, path):
        self.path, self.claim_ids = path, []
        self.is_careless = False

    def open(self):
        self.store = opened(self.path)
        if self.is_careless:
            event.listen(self.store.engine, "connect", _never_sync)
            self.store.engine.dispose()

    def run(self, operation, **args):
        with self.store.write(operation.__name__) as session:
            return operation(session, **args).created

    def works(self):
        store = opened(self.path)
        with store.read() as session:
            ratings = [each.id for each in queries.scales(session)[0].ratings]
        store.close()
        draft = ArticleDraft("عنوان", TEXT)
        yield lambda: setattr(self, "article", self.run(articles.add_article, draft=draft))
        for number in range(4):
            yield lambda at=number: self.claim_ids.append(
                self.run(claims.add_claim, article_id=self.article, start=at * 30, end=at * 30 + 9)
            )
            yield lambda: self.run(
                verdicts.set_verdict, claim_ids=self.claim_ids[-1:], rating_id=ratings[0]
            )
        for size in (10, 500, 4_000):
            yield lambda n=size: self.run(
                claims.edit_claims, claim_ids=self.claim_ids, values={"note": "ملاحظة " * n}
            )
        yield lambda: self.run(claims.delete_claims, claim_ids=self.claim_ids[:2])
        yield lambda: self.run(history.undo)
        yield lambda: self.run(articles.delete_articles, article_ids=[self.article])
        yield lambda: self.run(history.undo)


def _never_sync(connection, _record):
    connection.execute("PRAGMA synchronous=OFF").close()


@pytest.fixture
def checker(tmp_path):
    folder = tmp_path / "desk"
    folder.mkdir()
    opened(folder / "desk.factcheck", create=True).close()
    return Checker(folder / "desk.factcheck")


def what_cuts_leave(recording, folder, wanted):
    """Count how often a cut left all, something else than was acknowledged, or damage.

    Cuts are made after one step in so many that about `wanted` states are looked at, or several
    times after each.
    """
    folder.mkdir()
    rnd = random.Random(wanted)
    found = {"sound": 0, "lost": 0, "damaged": 0}
    one_in = max(1, len(recording.steps) // wanted)
    while sum(found.values()) < wanted:
        disk = Disk(recording.begin)
        for number, step in enumerate(recording.steps, 1):
            disk.take(step)
            if number % one_in:
                continue
            chance = rnd.choice(CHANCES)
            files = disk.cut(lambda luck=chance: rnd.random() < luck)
            known = recording.known_at(number)
            verdict = judged(folder, files, recording.contents[known : known + 2])
            found[verdict] += 1
            if number % OPENED == 0 and verdict == "sound":
                again = opened(folder / "desk.factcheck")
                assert check_file(again) == []
                again.close()
    return found


def judged(folder, files, right):
    for each in folder.iterdir():
        each.unlink()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    try:
        return "sound" if content(folder / "desk.factcheck") in right else "lost"
    except (sqlite3.DatabaseError, AssertionError):
        return "damaged"


@pytest.mark.parametrize("states", [2_900, pytest.param(60_000, marks=pytest.mark.campaign)])
@pytest.mark.timeout(1800)
def test_no_acknowledged_edit_is_lost(checker, tmp_path, states):
    recording = record(checker.path, list(checker.works()), checker.open)
    assert check_file(checker.store) == []
    checker.store.close()
    found = what_cuts_leave(recording, tmp_path / "cut", states)
    assert found.pop("sound") >= states
    assert found == {"lost": 0, "damaged": 0}


def test_the_enumeration_sees_what_is_lost_without_syncing(checker, tmp_path):
    checker.is_careless = True
    recording = record(checker.path, list(checker.works()), checker.open)
    checker.store.close()
    found = what_cuts_leave(recording, tmp_path / "cut", 300)
    assert found["lost"] > 10
    assert found["damaged"] > 10
