"""Backups: sound while others write, kept by age and reason."""

import threading
from datetime import UTC, datetime, timedelta

from factcheck.domain.article import ArticleDraft
from factcheck.operations import articles
from factcheck.storage.backup import KEPT, back_up, backups, due, rotate
from factcheck.storage.checking import check_pages
from factcheck.storage.copying import write_copy


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
        made = [back_up(store_copy(store), tmp_path / "b", "desk", "by-hand") for _ in range(8)]
    finally:
        stop.set()
        writer.join()
    assert len(set(made)) == 8
    assert [check_pages(path) for path in made] == [[]] * 8


def test_each_reason_keeps_its_number(tmp_path):
    start = datetime(2025, 1, 1, tzinfo=UTC)
    for day in range(12):
        for reason in ("daily", "before-merge", "by-hand"):
            stamp = (start + timedelta(days=day)).strftime("%Y%m%dT%H%M%S000Z")
            (tmp_path / f"desk.v2.{stamp}.{reason}.factcheck").write_bytes(b"x")
    (tmp_path / "somebody else's file.factcheck").write_bytes(b"x")
    rotate(tmp_path, "desk.v2")
    left = backups(tmp_path, "desk.v2")
    counted = {
        reason: sum(each.reason == reason for each in left) for reason in KEPT | {"by-hand": 0}
    }
    assert counted["daily"] == 7
    assert counted["before-merge"] == 5
    assert counted["by-hand"] == 12
    assert left[0].made_at == start + timedelta(days=11)
    assert (tmp_path / "somebody else's file.factcheck").exists()
    assert backups(tmp_path / "nowhere", "desk.v2") == []


def test_what_is_due(store, tmp_path):
    now = datetime.now(UTC)
    assert due(tmp_path / "b", "desk", now) == "weekly"
    back_up(store_copy(store), tmp_path / "b", "desk", "weekly")
    assert due(tmp_path / "b", "desk", now) == "daily"
    back_up(store_copy(store), tmp_path / "b", "desk", "daily")
    assert due(tmp_path / "b", "desk", now) is None
    assert due(tmp_path / "b", "desk", now + timedelta(days=1, seconds=5)) == "daily"
    assert due(tmp_path / "b", "desk", now + timedelta(days=8)) == "weekly"
