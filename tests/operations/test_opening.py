"""Where a record is opened: live, or through a working copy."""

import pytest

from factcheck.domain.errors import DatabaseError
from factcheck.operations import opening
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
