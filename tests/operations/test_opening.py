"""Where a record is opened: live, or through a working copy."""

import os
import time
from pathlib import Path

import pytest

from factcheck.domain.errors import DatabaseError
from factcheck.operations import opening
from factcheck.operations.exchanging import GONE
from factcheck.operations.opening import open_record
from factcheck.operations.sample import load_sample
from factcheck.operations.snapshots import put
from factcheck.runtime.paths import Paths
from factcheck.runtime.settings import Settings
from factcheck.storage.places import Place


@pytest.fixture
def paths(tmp_path):
    found = Paths.under(tmp_path / "home")
    found.make_folders()
    return found


@pytest.fixture
def settings(tmp_path):
    return Settings.load(tmp_path / "settings.json")


def test_a_local_file_is_used_live(paths, settings, tmp_path):
    opened = open_record(tmp_path / "desk.factcheck", paths, settings, create=True)
    assert (opened.place, opened.exchange) == (Place.LOCAL, None)
    assert opened.store.path == tmp_path / "desk.factcheck"
    opened.store.close()


@pytest.mark.parametrize("place", [Place.NETWORK, Place.SYNCED, Place.UNKNOWN])
def test_a_file_elsewhere_is_used_through_a_copy(paths, settings, tmp_path, monkeypatch, place):
    monkeypatch.setattr(opening, "place_of", lambda _path: place)
    shared = tmp_path / "share.factcheck"
    with pytest.raises(DatabaseError):
        open_record(shared, paths, settings)
    opened = open_record(shared, paths, settings, create=True)
    assert opened.store.path.parent == paths.copies_dir
    assert opened.exchange is not None
    assert opened.exchange.run().problem is None
    opened.store.close()


def test_one_file_has_one_copy_by_whatever_name(paths, settings, tmp_path, monkeypatch):
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    shared = folder / "news.factcheck"
    open_record(shared, paths, settings, create=True).store.close()
    (tmp_path / "there").symlink_to(folder)
    (tmp_path / "news.factcheck").symlink_to(shared)
    monkeypatch.chdir(folder)
    named = (
        Path("news.factcheck"),
        folder / ".." / "Dropbox" / "news.factcheck",
        tmp_path / "there" / "news.factcheck",
        tmp_path / "news.factcheck",
    )
    opened = [open_record(each, paths, settings) for each in (shared, *named)]
    assert len({each.store.path for each in opened}) == 1
    assert {each.place for each in opened} == {Place.SYNCED}
    assert {each.exchange.shared for each in opened if each.exchange} == {shared}
    for each in opened:
        each.store.close()


def test_what_is_new_goes_through_a_link_to_the_file(paths, settings, tmp_path):
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    shared, link = folder / "news.factcheck", tmp_path / "news.factcheck"
    open_record(shared, paths, settings, create=True).store.close()
    link.symlink_to(shared)
    before = shared.stat().st_ino
    opened = open_record(link, paths, settings)
    with opened.store.write("load_sample") as session:
        load_sample(session)
    assert opened.exchange is not None
    assert opened.exchange.run().is_published
    opened.store.close()
    assert link.is_symlink()
    assert shared.stat().st_ino != before
    put(shared, link)
    assert link.is_symlink()


def test_what_killed_programs_left_on_a_share_goes_after_a_day(tmp_path):
    snapshot, shared = tmp_path / "snapshot", tmp_path / "share" / "news.factcheck"
    shared.parent.mkdir()
    snapshot.write_bytes(b"whole")
    old, new = (shared.with_name(f".factcheck-{name}.tmp") for name in ("old", "new"))
    other = shared.with_name("notes.tmp")
    for path in (old, new, other):
        path.write_bytes(b"half")
    yesterday = time.time() - 25 * 60 * 60
    os.utime(old, (yesterday, yesterday))
    os.utime(other, (yesterday, yesterday))
    put(snapshot, shared)
    assert sorted(shared.parent.iterdir()) == sorted([new, other, shared])


def test_the_own_file_is_judged_where_a_link_leads(paths, settings, tmp_path):
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    shared = folder / "news.factcheck"
    open_record(shared, paths, settings, create=True).store.close()
    paths.database.symlink_to(shared)
    opened = open_record(paths.database, paths, settings, create=True)
    assert opened.place is Place.SYNCED
    opened.store.close()


@pytest.mark.parametrize(
    ("found", "told"), [(Place.LOCAL, Place.LOCAL), (Place.NETWORK, Place.HOME)]
)
def test_the_own_file_is_always_live(paths, settings, monkeypatch, found, told):
    monkeypatch.setattr(opening, "place_of", lambda _path: found)
    opened = open_record(paths.database, paths, settings, create=True)
    assert (opened.place, opened.exchange) == (told, None)
    opened.store.close()


def test_a_share_that_is_not_mounted_is_no_empty_folder(paths, settings, tmp_path, monkeypatch):
    shared = tmp_path / "share.factcheck"
    monkeypatch.setattr(opening, "place_of", lambda _path: Place.NETWORK)
    open_record(shared, paths, settings, create=True).store.close()
    assert list(tmp_path.glob("share*")) == [shared]
    away = tmp_path / "away"
    shared.rename(away)
    monkeypatch.setattr(opening, "place_of", lambda _path: Place.LOCAL)
    opened = open_record(shared, paths, settings, create=True)
    assert opened.store.path.parent == paths.copies_dir
    assert opened.exchange is not None
    assert opened.exchange.run().problem.message == GONE
    opened.store.close()
    assert not shared.exists()


def test_a_folder_that_cannot_be_written_is_a_sentence(paths, settings, tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "place_of", lambda _path: Place.NETWORK)
    with pytest.raises(DatabaseError, match="written"):
        open_record(tmp_path / "gone" / "share.factcheck", paths, settings, create=True)
