"""Backups: sound while others write, kept by age and reason."""

import threading
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from factcheck.domain.article import ArticleDraft
from factcheck.operations import articles
from factcheck.storage.backup import KEPT, Origin, back_up, backups, due, own_backups, rotate
from factcheck.storage.checking import check_pages
from factcheck.storage.copying import write_copy

WORKSPACE = "0192f0aa-0000-7000-8000-00001234abcd"
DESK = Origin.of("desk.v2", WORKSPACE, "/home/layla/desk.v2.factcheck")


def store_copy(store):
    return lambda target: write_copy(store.engine, target)


def test_backups_taken_during_heavy_writing_are_sound(open_store, tmp_path):
    store, other = open_store(patience=30), open_store("سامي", patience=30)
    stop = threading.Event()

    def write():
        while not stop.is_set():
            with other.write("add_article") as session:
                articles.add_article(session, draft=ArticleDraft("عنوان", "نص " * 3000))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        made = [
            back_up(store_copy(store), tmp_path / "b", store.origin(), "by-hand") for _ in range(8)
        ]
    finally:
        stop.set()
        writer.join()
    assert len(set(made)) == 8
    assert [check_pages(path) for path in made] == [[]] * 8


def test_each_reason_keeps_its_number(tmp_path):
    start = datetime(2025, 1, 1, tzinfo=UTC)
    for day in range(12):
        for reason in ("daily", "before-merge", "by-hand"):
            (tmp_path / DESK.name(start + timedelta(days=day), reason)).write_bytes(b"x")
    (tmp_path / "somebody else's file.factcheck").write_bytes(b"x")
    (tmp_path / "desk.v2.20259999T000000000Z.daily.factcheck").write_bytes(b"x")
    rotate(tmp_path, DESK)
    left = backups(tmp_path, DESK)
    counted = {
        reason: sum(each.reason == reason for each in left) for reason in KEPT | {"by-hand": 0}
    }
    assert counted["daily"] == 7
    assert counted["before-merge"] == 5
    assert counted["by-hand"] == 12
    assert left[0].made_at == start + timedelta(days=11)
    assert (tmp_path / "somebody else's file.factcheck").exists()
    assert backups(tmp_path / "nowhere", DESK) == []


def test_records_of_one_name_are_told_apart(tmp_path):
    moment = datetime(2025, 1, 1, tzinfo=UTC)
    elsewhere = Origin.of("desk.v2", WORKSPACE, "/media/stick/desk.v2.factcheck")
    another = Origin.of("desk.v2", str(uuid4()), "/home/layla/old/desk.v2.factcheck")
    for origin in (DESK, elsewhere, another):
        for day in range(7):
            made = origin.name(moment + timedelta(days=day, minutes=len(origin.place)), "daily")
            (tmp_path / made).write_bytes(b"x")
    for origin in (DESK, elsewhere, another):
        rotate(tmp_path, origin)
        assert len(own_backups(tmp_path, origin)) == 7
        assert due(tmp_path, origin, moment) == "weekly"
    assert len(backups(tmp_path, DESK)) == 14
    assert len(backups(tmp_path, another)) == 7


def test_backups_from_before_records_were_named_are_found_by_name(tmp_path):
    (tmp_path / "desk.v2.20250101T000000000Z.daily.factcheck").write_bytes(b"x")
    renamed = Origin.of("new name", WORKSPACE, DESK.place)
    assert [each.is_own for each in backups(tmp_path, DESK)] == [True]
    assert backups(tmp_path, renamed) == []


def test_a_record_that_was_renamed_keeps_its_backups(tmp_path):
    (tmp_path / DESK.name(datetime(2025, 1, 1, tzinfo=UTC), "by-hand")).write_bytes(b"x")
    renamed = Origin.of("سجل\nجديد", WORKSPACE, "/home/layla/new")
    (tmp_path / renamed.name(datetime(2025, 1, 2, tzinfo=UTC), "by-hand")).write_bytes(b"x")
    assert [each.is_own for each in backups(tmp_path, renamed)] == [True, False]


def test_a_backup_that_fails_half_way_has_no_name(tmp_path):
    def fail(target):
        target.write_bytes(b"half")
        raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        back_up(fail, tmp_path / "b", DESK, "daily")
    assert list((tmp_path / "b").iterdir()) == []


def test_what_is_due(store, tmp_path):
    now = datetime.now(UTC)
    origin, folder = store.origin(), tmp_path / "b"
    assert due(folder, origin, now) == "weekly"
    back_up(store_copy(store), folder, origin, "weekly")
    assert due(folder, origin, now) == "daily"
    back_up(store_copy(store), folder, origin, "daily")
    assert due(folder, origin, now) is None
    assert due(folder, origin, now + timedelta(days=1, seconds=5)) == "daily"
    assert due(folder, origin, now + timedelta(days=8)) == "weekly"
