"""Files on a share that cannot be merged: nobody is held up, and there is a way out."""

import shutil
import sqlite3
from contextlib import closing
from uuid import uuid4

import pytest

from factcheck.domain.errors import BusyError
from factcheck.operations.exchanging import CANNOT_PUBLISH, OTHER_RECORD, Exchange
from factcheck.operations.snapshots import write_snapshot
from factcheck.storage import opening
from factcheck.storage.opening import read_header
from factcheck.storage.store import Store
from tests.operations.test_exchanging import join, shared  # noqa: F401 - fixtures
from tests.storage.histories import base_file


@pytest.fixture
def layla(join):  # noqa: F811
    person = join("ليلى")
    person.note("لم يُنشر بعد")
    return person


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", opening.EMPTY), (b"PK\x03\x04 a document", opening.OTHER), (b"x" * 9000, opening.OTHER)],
)
def test_an_unfit_conflict_copy_holds_nobody_up(layla, join, shared, content, sentence):  # noqa: F811
    bad = shared.with_name("Team (her conflicted copy 2025-07-11).factcheck")
    good = shared.with_name("Team (his conflicted copy 2025-07-12).factcheck")
    bad.write_bytes(content)
    sami = join("سامي")
    sami.note("في نسخة جانبية")
    write_snapshot(sami.copy.store, good)
    report = layla.exchange.run()
    assert (report.is_published, report.waiting, report.folded) == (True, 0, 1)
    assert (report.problem.message, report.problem.values["path"]) == (sentence, bad)
    assert not report.can_put_back
    assert bad.read_bytes() == content


@pytest.mark.parametrize("kept", [0, 5_000])
def test_the_copy_of_this_machine_can_be_put_back(layla, join, shared, kept):  # noqa: F811
    sami = join("سامي")
    unfit = shared.read_bytes()[:kept]
    shared.write_bytes(unfit)
    report = layla.exchange.run()
    assert report.can_put_back
    assert report.waiting > 0
    report = layla.exchange.put_back()
    assert (report.problem, report.waiting, report.is_published) == (None, 0, True)
    read_header(shared)
    (away,) = (shared.parent / "Team merged").iterdir()
    assert away.read_bytes() == unfit
    assert sami.exchange.run().changes.claims
    assert layla.exchange.run().is_published is False


def test_a_share_that_cannot_be_written_keeps_the_damaged_file(layla, shared):  # noqa: F811
    shared.write_bytes(b"damaged")
    shared.with_name("Team merged").write_text("no folder", encoding="utf-8")
    report = layla.exchange.put_back()
    assert report.problem.message == CANNOT_PUBLISH
    assert report.waiting > 0
    assert shared.read_bytes() == b"damaged"


def test_a_sound_file_is_merged_instead_of_being_replaced(layla, join, shared):  # noqa: F811
    sami = join("سامي")
    sami.note("نُشر قبل قليل")
    sami.exchange.run()
    report = layla.exchange.put_back()
    assert report.changes.claims
    assert report.is_published
    assert [each.name for each in shared.parent.iterdir()] == [shared.name]


def test_what_may_be_sound_is_not_replaced(layla, shared, tmp_path):  # noqa: F811
    (tmp_path / "other").mkdir()
    shutil.copyfile(base_file(tmp_path / "other"), shared)
    before = shared.read_bytes()
    report = layla.exchange.put_back()
    assert (report.problem.message, report.can_put_back) == (OTHER_RECORD, False)
    assert shared.read_bytes() == before
    shared.unlink()
    assert layla.exchange.put_back().problem.message == opening.MISSING
    assert not shared.exists()


@pytest.mark.parametrize("is_aside", [False, True])
def test_an_own_file_that_is_busy_is_no_fault_of_the_share(layla, join, shared, is_aside):  # noqa: F811
    sami = join("سامي")
    sami.note("نص آخر")
    there = shared.with_name("Team (his conflicted copy 2025-07-11).factcheck")
    write_snapshot(sami.copy.store, there if is_aside else shared.with_name("new"))
    if not is_aside:
        shared.with_name("new").replace(shared)
    hurried = Store.open(layla.copy.store.path, actor="ليلى", replica=str(uuid4()), patience=0.1)
    with closing(sqlite3.connect(layla.copy.store.path, isolation_level=None)) as raw:
        raw.execute("BEGIN IMMEDIATE")
        report = Exchange(hurried, shared).run()
        raw.execute("ROLLBACK")
    hurried.close()
    assert isinstance(report.problem, BusyError)
    assert not report.can_put_back
    report = layla.exchange.run()
    assert (report.problem, report.is_published, report.folded) == (None, True, int(is_aside))
