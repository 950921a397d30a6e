from pathlib import Path

import pytest

from factcheck.runtime.paths import Paths
from factcheck.runtime.resources import resource


def places(paths):
    return [getattr(paths, name) for name in Paths.__slots__]


def test_everything_moves_with_home(tmp_path):
    assert all(place.is_relative_to(tmp_path) for place in places(Paths.under(tmp_path)))


def test_relative_home_becomes_absolute(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert Paths.under(Path("here")).database.is_relative_to(tmp_path / "here")


def test_nothing_is_created_before_it_is_asked_for(tmp_path):
    paths = Paths.under(tmp_path / "home")
    assert not list(tmp_path.iterdir())
    paths.make_folders()
    paths.make_folders()
    assert paths.data_dir.is_dir()
    assert paths.log_dir.is_dir()
    assert paths.drafts_dir.is_dir()
    assert paths.settings_file.parent.is_dir()


def test_home_that_is_a_file_is_an_os_error(tmp_path):
    (tmp_path / "home").write_text("x")
    with pytest.raises(OSError, match="home"):
        Paths.under(tmp_path / "home").make_folders()


def test_default_places_are_absolute_and_carry_the_name():
    for place in places(Paths.default()):
        assert place.is_absolute()
        assert "factcheck" in str(place)


def test_resources_are_found():
    assert resource("i18n").is_dir()
    assert not resource("no", "such", "file").exists()
