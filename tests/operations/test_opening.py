"""Where a record is opened: live, or through a working copy."""

import pytest

from factcheck.domain.errors import DatabaseError
from factcheck.operations import opening
from factcheck.operations.exchanging import GONE
from factcheck.operations.opening import open_record
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


def test_the_own_file_is_always_live(paths, settings, monkeypatch):
    monkeypatch.setattr(opening, "place_of", lambda _path: Place.UNKNOWN)
    opened = open_record(paths.database, paths, settings, create=True)
    assert (opened.place, opened.exchange) == (Place.LOCAL, None)
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
