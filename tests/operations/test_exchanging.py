"""Exchange through a shared folder that loses, doubles, cuts and mails files."""

import random
import shutil
from pathlib import Path

import pytest

from factcheck.operations import claims, exchanging
from factcheck.operations.exchanging import (
    GONE,
    OTHER_RECORD,
    Exchange,
)
from factcheck.operations.snapshots import put, write_snapshot
from factcheck.operations.working_copies import prepare_working_copy, working_copy
from factcheck.storage import queries
from factcheck.storage.opening import INCOMPLETE
from tests.storage.histories import base_file, edit, open_copy


class Person:
    """Somebody with a working copy."""

    def __init__(self, shared, folder, name, skew=0):
        self.copy = open_copy(prepare_working_copy(shared, folder / name), name, skew)
        self.exchange = Exchange(self.copy.store, shared)
        self.acked = set()

    def edit(self, rnd):
        before = self.copy.newest()
        edit(self.copy, rnd)
        self.acked |= self.copy.log(since=before)

    def note(self, text):
        claim_id = self.copy.claims()[0]
        self.copy.run(claims.edit_claims, claim_ids=[claim_id], values={"note": text})
        return claim_id


@pytest.fixture
def shared(tmp_path):
    (tmp_path / "share").mkdir()
    path = tmp_path / "share" / "Team.factcheck"
    shutil.copyfile(base_file(tmp_path), path)
    return path


@pytest.fixture
def join(shared, tmp_path):
    people = []

    def one(name, **options):
        people.append(Person(shared, tmp_path, name, **options))
        return people[-1]

    yield one
    for person in people:
        person.copy.store.close()


def test_what_one_writes_the_other_sees(join):
    layla, sami = join("ليلى"), join("سامي")
    claim_id = layla.note("من ليلى")
    assert layla.exchange.waiting() == 2  # the note, and the person who wrote it
    report = layla.exchange.run()
    assert (report.is_published, report.waiting, report.problem) == (True, 0, None)
    report = sami.exchange.run()
    assert report.changes.claims == {claim_id}
    assert report.is_published is False
    with sami.copy.store.read() as session:
        assert queries.claim(session, claim_id).note == "من ليلى"
    assert not layla.exchange.run().changes


def test_a_share_that_is_gone_is_said_and_comes_back(join, shared):
    layla = join("ليلى")
    layla.note("أثناء الانقطاع")
    away = shared.with_name("away")
    shared.rename(away)
    report = layla.exchange.run()
    assert report.problem.message == GONE
    assert report.waiting == 2
    away.rename(shared)
    assert layla.exchange.run().is_published


def test_half_arrived_files_are_left_alone(join, shared):
    layla = join("ليلى")
    layla.note("نص")
    whole = shared.read_bytes()
    shared.write_bytes(whole[: len(whole) // 2])
    report = layla.exchange.run()
    assert report.problem.message == INCOMPLETE
    assert report.waiting == 2
    assert len(shared.read_bytes()) == len(whole) // 2
    shared.write_bytes(whole)
    assert layla.exchange.run().is_published


def test_another_record_in_its_place_is_not_merged(join, shared, tmp_path):
    layla = join("ليلى")
    (tmp_path / "other").mkdir()
    shutil.copyfile(base_file(tmp_path / "other"), shared)
    before = shared.read_bytes()
    layla.note("نص")
    assert layla.exchange.run().problem.message == OTHER_RECORD
    assert shared.read_bytes() == before


def test_conflict_copies_are_folded_in_and_put_away(join, shared):
    layla, sami = join("ليلى"), join("سامي")
    sami.note("في نسخة جانبية")
    aside = shared.with_name("Team (Sami's conflicted copy 2025-07-11).factcheck")
    write_snapshot(sami.copy.store, aside)
    report = layla.exchange.run()
    assert report.folded == 1
    assert report.is_published
    assert not aside.exists()
    assert (shared.parent / "Team merged" / aside.name).exists()


def test_nothing_is_left_beside_the_shared_file(join, shared):
    layla = join("ليلى")
    for at in range(3):
        layla.note(f"نص {at}")
        layla.exchange.run()
    assert [each.name for each in shared.parent.iterdir()] == [shared.name]


def test_what_is_remembered_survives_a_restart(join, shared, tmp_path):
    layla = join("ليلى")
    layla.note("نص")
    layla.exchange.run()
    again = Exchange(layla.copy.store, shared)
    assert again.state == layla.exchange.state
    assert again.at is not None
    working_copy(shared, tmp_path / "ليلى").with_suffix(".json").write_text("{", encoding="utf-8")
    assert Exchange(layla.copy.store, shared).waiting() > 0


def spoil(rnd, person, other, shared: Path, counts):
    """Do one of the things that a share or a sync program does to people."""
    choice = rnd.random()
    if choice < 0.55:
        person.exchange.run()
    elif choice < 0.7:
        counts["lost publishes"] += 1
        old = shared.read_bytes()
        person.exchange.run()
        shared.write_bytes(old)
    elif choice < 0.82:
        counts["conflict copies"] += 1
        name = f"Team (conflicted copy {rnd.randrange(10**6)}).factcheck"
        write_snapshot(person.copy.store, shared.with_name(name))
    elif choice < 0.93:
        counts["half files"] += 1
        whole = shared.read_bytes()
        shared.write_bytes(whole[: len(whole) - rnd.randrange(1, 4096)])
        assert person.exchange.run().problem is not None
        shared.write_bytes(whole)
    else:
        counts["mailed"] += 1
        mailed = shared.parent.parent / "mailed.factcheck"
        write_snapshot(person.copy.store, mailed)
        other.copy.take(mailed)
        mailed.unlink()


@pytest.mark.parametrize("edits", [2000, pytest.param(20_000, marks=pytest.mark.campaign)])
@pytest.mark.timeout(3600)
@pytest.mark.no_cover
def test_nothing_is_lost_in_a_lossy_folder(join, shared, edits):
    rnd = random.Random(edits)
    hour = 3_600_000_000_000
    people = [join(f"محرر{at}", skew=skew * hour) for at, skew in enumerate((0, -2, 0, 1))]
    counts = dict.fromkeys(("lost publishes", "conflict copies", "half files", "mailed"), 0)
    while sum(len(person.acked) for person in people) < edits:
        person, other = rnd.sample(people, 2)
        for _ in range(rnd.randint(10, 30)):
            person.edit(rnd)
        spoil(rnd, person, other, shared, counts)
    for _ in range(2):
        for person in people:
            assert person.exchange.run().problem is None
    states = [person.copy.state() for person in people]
    assert all(state == states[0] for state in states)
    log = people[0].copy.log()
    assert all(person.acked <= log for person in people)
    assert [person.exchange.waiting() for person in people] == [0] * 4
    assert all(counts.values()), counts


def test_putting_is_all_or_nothing(tmp_path):
    shared, snapshot = tmp_path / "shared", tmp_path / "snapshot"
    shared.write_bytes(b"old")
    with pytest.raises(FileNotFoundError):
        put(snapshot, shared)
    assert shared.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [shared]


def test_somebody_faster_again_and_again_leaves_the_changes_waiting(join, shared, monkeypatch):
    layla, sami = join("ليلى"), join("سامي")
    real = exchanging.write_snapshot

    def meanwhile(store, snapshot):
        real(store, snapshot)
        if store is layla.copy.store:
            sami.note(f"أسرع {snapshot.parent.name}")
            assert sami.exchange.run().is_published

    layla.note("أبطأ")
    monkeypatch.setattr(exchanging, "write_snapshot", meanwhile)
    report = layla.exchange.run()
    assert (report.is_published, report.problem) == (None, None)
    assert report.waiting > 0
    monkeypatch.undo()
    assert layla.exchange.run().is_published


def test_a_full_share_keeps_what_waits_and_says_so(join, shared, monkeypatch):
    layla = join("ليلى")
    layla.note("نص")
    before = shared.read_bytes()

    def full(_snapshot, _shared):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(exchanging, "put", full)
    report = layla.exchange.run()
    assert report.problem.message == exchanging.CANNOT_PUBLISH
    assert report.waiting > 0
    assert shared.read_bytes() == before


def test_conflict_copies_that_are_not_whole_or_not_ours_stay(join, shared):
    layla = join("ليلى")
    half = shared.with_name("Team (conflicted copy 1).factcheck")
    half.write_bytes(shared.read_bytes()[:-100])
    report = layla.exchange.run()
    assert (report.folded, report.problem) == (0, None)
    assert half.exists()
    half.write_bytes(b"%PDF-1.7 something else")
    assert layla.exchange.run().problem is not None
    assert half.exists()
