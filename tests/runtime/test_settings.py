import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.runtime.settings import Settings


def test_first_load_makes_a_lasting_replica(tmp_path):
    path = tmp_path / "config" / "settings.json"
    first = Settings.load(path)
    assert first.language == "ar"
    assert Settings.load(path) == first


def test_reading_alone_changes_nothing(tmp_path):
    path = tmp_path / "settings.json"
    assert Settings.read(path).language == "ar"
    assert not path.exists()
    path.write_text("{")
    assert Settings.read(path).language == "ar"
    assert path.read_text() == "{"
    Settings(language="en").save(path)
    assert Settings.read(path) == Settings.load(path)


def test_what_is_saved_is_loaded(tmp_path):
    path = tmp_path / "settings.json"
    chosen = Settings(reviewer="سلمى", language="en", digits="arabic", months="levant").replace(
        theme="contrast", text_size=180, scale="five", detect_on_import=True
    )
    chosen.save(path)
    assert Settings.load(path) == chosen


def test_wrong_values_get_their_default_and_the_rest_stays(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text(
        json.dumps(
            {
                "reviewer": "Mona",
                "language": "fr",
                "text_size": True,
                "theme": ["dark"],
                "later": 1,
                "replica": "no",
            }
        )
    )
    loaded = Settings.load(path)
    assert loaded == Settings(reviewer="Mona", replica=loaded.replica)
    assert Settings.load(path).replica == loaded.replica


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe\x00", b"null", b"[" * 100_000])
def test_unreadable_file_is_put_aside(tmp_path, content):
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert Settings.load(path).language == "ar"
    assert path.with_suffix(".broken").read_bytes() == content
    assert json.loads(path.read_text())["language"] == "ar"


def test_read_only_disk_still_gives_settings(tmp_path, monkeypatch):
    def refuse(path, data):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("factcheck.runtime.settings.write_atomically", refuse)
    assert Settings.load(tmp_path / "settings.json").language == "ar"
    with pytest.raises(PermissionError):
        Settings().save(tmp_path / "settings.json")


@pytest.mark.parametrize(
    "wrong",
    [{"text_size": 79}, {"text_size": 201}, {"theme": "pink"}, {"reviewer": "a\nb"}],
    ids=str,
)
def test_wrong_choices_are_refused(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Settings().replace(**wrong)


def test_unknown_choice_is_refused():
    with pytest.raises(TypeError):
        Settings().replace(colour="red")


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=8,
    ),
    st.sampled_from(list(Settings.__slots__)),
)
def test_no_content_of_the_file_stops_the_program(tmp_path_factory, value, name):
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_text(json.dumps({name: value}))
    loaded = Settings.load(path)
    assert Settings.load(path) == loaded
