"""A file that somebody replaced, moved or deleted while it was open."""

import shutil
import sqlite3
import sys
from pathlib import Path
from uuid import uuid4

import pytest

from factcheck.domain.article import ArticleDraft
from factcheck.domain.conflict import MergeResult
from factcheck.domain.errors import BusyError, MovedError
from factcheck.operations import articles, claims, opening, rescuing
from factcheck.operations.merging import AnotherRecordError
from factcheck.operations.opening import open_record
from factcheck.operations.rescuing import Rescue
from factcheck.runtime.paths import Paths
from factcheck.runtime.settings import Settings
from factcheck.storage import library, queries
from factcheck.storage.backup import backups
from factcheck.storage.opening import journal_of
from factcheck.storage.places import Place
from factcheck.storage.store import Store
from factcheck.storage.watching import Spot

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="open files stay there")

TEXT = "قال الناطق إن المياه ستعود قبل المساء."


class Person:
    """Somebody who has a record open, in a home of their own."""

    def __init__(self, path: Path, home: Path) -> None:
        self.paths = Paths.under(home)
        self.paths.make_folders()
        self.settings = Settings(reviewer="ليلى")
        self.address = path
        self.opened = open_record(path, self.paths, self.settings, create=True)
        self.store = self.opened.store
        self.spot = Spot(self.store.path)

    def note(self, text: str) -> None:
        with self.store.write("edit_claims") as session:
            [article] = library.articles(session)
            ids = [each.id for each in queries.claims(session, article.id)]
            claims.edit_claims(session, claim_ids=ids, values={"note": text})

    def rescue(self) -> Rescue:
        return Rescue(self.store, self.address, self.paths, self.settings)

    def kept(self) -> list[str]:
        return sorted(each.reason for each in backups(self.paths.backup_dir, self.store.origin()))


def fill(store: Store) -> None:
    with store.write("add_article") as session:
        made = articles.add_article(session, draft=ArticleDraft("المياه", TEXT)).created
    with store.write("add_claim") as session:
        claims.add_claim(session, article_id=made, start=0, end=10)


def notes_in(path: Path) -> list[str]:
    store = Store.open(path, actor="قارئ", replica=str(uuid4()))
    with store.read() as session:
        found = [
            claim.note
            for article in library.articles(session)
            for claim in queries.claims(session, article.id)
        ]
    store.close()
    return found


@pytest.fixture
def layla(tmp_path):
    person = Person(tmp_path / "desk.factcheck", tmp_path / "home")
    fill(person.store)
    person.note("أول")
    yield person
    person.store.close()


@pytest.fixture
def older(layla, tmp_path):
    """A copy of the record, from before the last edits."""
    path = tmp_path / "older.factcheck"
    shutil.copyfile(layla.store.path, path)
    return path


def edited(path: Path, **values: str) -> Path:
    store = Store.open(path, actor="نورة", replica=str(uuid4()))
    with store.write("edit_claims") as session:
        [article] = library.articles(session)
        ids = [each.id for each in queries.claims(session, article.id)]
        claims.edit_claims(session, claim_ids=ids, values=values)
    store.close()
    return path


def test_a_file_in_its_place_is_known_without_opening_it(layla, older):
    assert layla.spot.is_same
    assert Spot(None).is_same
    layla.note("ثان")
    assert layla.spot.is_same
    older.replace(layla.store.path)
    assert not layla.spot.is_same
    layla.store.path.unlink()
    assert not layla.spot.is_same


def test_what_was_held_is_merged_into_an_older_copy(layla, older):
    layla.note("بعد النسخة")
    older.replace(layla.store.path)
    with pytest.raises(MovedError):
        layla.note("لا يكتب")
    rescued = layla.rescue().run()
    assert rescued.address == layla.address
    assert rescued.result == MergeResult(new=0, changed=1, conflicts=0)
    assert notes_in(layla.store.path) == ["بعد النسخة"]
    assert layla.kept() == ["before-merge", "replaced"]


def test_what_two_wrote_apart_is_to_be_decided(layla, older):
    layla.note("لي")
    edited(older, note="لنورة").replace(layla.store.path)
    assert layla.rescue().run().result.conflicts == 1


def test_a_newer_copy_that_knows_all_gains_nothing(layla, older):
    edited(older, claimant="الناطق").replace(layla.store.path)
    assert layla.rescue().run().result == MergeResult(0, 0, 0)
    assert notes_in(layla.store.path) == ["أول"]


def test_another_record_stays_as_it_is_and_work_goes_on_in_a_copy(layla, tmp_path):
    other = Store.open(tmp_path / "x.factcheck", actor="س", replica=str(uuid4()), create=True)
    fill(other)
    other.close()
    arrived = other.path.read_bytes()
    other.path.replace(layla.store.path)
    rescued = layla.rescue().run(is_last=True)
    assert isinstance(rescued.problem, AnotherRecordError)
    assert (rescued.result, rescued.is_put_back) == (None, False)
    assert rescued.address.parent == layla.paths.copies_dir
    assert notes_in(rescued.address) == ["أول"]
    assert layla.store.path.read_bytes() == arrived


def test_half_a_file_may_be_on_its_way_and_is_waited_for(layla, older, monkeypatch):
    whole = older.read_bytes()
    older.write_bytes(whole[:5000])
    older.replace(layla.store.path)
    rescue = layla.rescue()
    assert rescue.run() is None
    assert rescue.kept is not None
    layla.store.path.write_bytes(whole)
    assert rescue.run().result == MergeResult(0, 0, 0)
    layla.store.path.write_bytes(whole[:5000])
    monkeypatch.setattr(rescuing, "GRACE", 0)
    rescued = layla.rescue().run()
    assert notes_in(rescued.address) == ["أول"]
    assert layla.store.path.read_bytes() == whole[:5000]


def test_a_deleted_file_is_put_back(layla):
    layla.store.path.unlink()
    rescued = layla.rescue().run(is_last=True)
    assert (rescued.address, rescued.is_put_back) == (layla.address, True)
    assert notes_in(layla.store.path) == ["أول"]


def test_where_the_folder_is_gone_too_work_goes_on_in_a_copy(tmp_path):
    (tmp_path / "folder").mkdir()
    person = Person(tmp_path / "folder" / "desk.factcheck", tmp_path / "home")
    fill(person.store)
    (tmp_path / "folder").rename(tmp_path / "elsewhere")
    rescued = person.rescue().run(is_last=True)
    assert not rescued.is_put_back
    assert notes_in(rescued.address) == [""]
    person.store.close()


def test_a_private_copy_of_a_shared_file_makes_room(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "place_of", lambda _path: Place.NETWORK)
    person = Person(tmp_path / "share.factcheck", tmp_path / "home")
    fill(person.store)
    path = person.store.path
    person.store.path.unlink()
    path.write_bytes(b"garbage of a restored disk")
    rescued = person.rescue().run(is_last=True)
    assert (rescued.address, rescued.is_put_back) == (person.address, True)
    assert notes_in(path) == [""]
    [aside] = path.parent.glob("*.aside")
    assert aside.read_bytes().startswith(b"garbage")
    person.store.close()


def test_a_journal_of_the_new_file_is_never_played_into_the_old_one(layla, older, tmp_path):
    layla.note("بعد النسخة")
    hot = hot_copy(older, tmp_path)
    hot.replace(layla.store.path)
    journal_of(hot).replace(journal_of(layla.store.path))
    assert layla.rescue().run().result.changed == 1
    assert notes_in(layla.store.path) == ["بعد النسخة"]


def hot_copy(path: Path, folder: Path) -> Path:
    """A file and its journal as a crash in the middle of a transaction leaves them."""
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("PRAGMA cache_size = 1")
    raw.execute("PRAGMA cache_spill = 1")
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("UPDATE claim SET note = 'نصف'")
    raw.execute("CREATE TABLE ballast AS SELECT randomblob(100000) AS bytes")
    hot = folder / "hot.factcheck"
    shutil.copyfile(path, hot)
    shutil.copyfile(journal_of(path), journal_of(hot))
    raw.execute("ROLLBACK")
    raw.close()
    assert journal_of(hot).stat().st_size > 0
    return hot


def test_a_journal_beside_garbage_belongs_to_what_was_held(layla):
    layla.store.path.unlink()
    layla.store.path.write_bytes(b"garbage")
    journal_of(layla.store.path).write_bytes(b"no journal either")
    assert notes_in(layla.rescue().run(is_last=True).address) == ["أول"]


def test_somebody_who_writes_is_waited_for(layla, older, monkeypatch):
    monkeypatch.setattr(rescuing, "PATIENCE", 0.1)
    older.replace(layla.store.path)
    raw = sqlite3.connect(layla.store.path, isolation_level=None)
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("UPDATE claim SET note = 'في الأثناء'")
    rescue = layla.rescue()
    with pytest.raises(BusyError):
        rescue.run()
    raw.execute("ROLLBACK")
    assert rescue.run().result == MergeResult(0, 0, 0)
    raw.execute("BEGIN IMMEDIATE")
    with pytest.raises(BusyError):
        rescue.run()
    rescued = rescue.run(is_last=True)
    assert notes_in(rescued.address) == ["أول"]
    raw.close()


def test_a_record_that_can_only_be_read_is_just_opened_again(layla, older):
    layla.store.is_read_only = True
    edited(older, note="جديد").replace(layla.store.path)
    assert layla.rescue().run().result == MergeResult(0, 0, 0)
    assert "before-merge" not in layla.kept()
