import gettext
from pathlib import Path

import pytest

from factcheck.domain.errors import NotFoundError, Phrase
from factcheck.runtime import i18n

FSI, LRI, PDI = "\u2068", "\u2066", "\u2069"


class Doubled(gettext.NullTranslations):
    """A catalogue that shows that it was asked."""

    def gettext(self, message: str) -> str:
        return f"«{message}»"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"«{msgid1 if n == 1 else msgid2}»"


@pytest.fixture(autouse=True)
def _language_kept():
    before = i18n.language()
    yield
    i18n.set_language(before)


@pytest.fixture
def doubled(monkeypatch):
    monkeypatch.setattr(i18n, "_catalogue", lambda _: Doubled())


def test_arabic_is_the_default():
    assert i18n.LANGUAGES[0] == "ar"
    assert i18n._Current().language == "ar"


@pytest.mark.parametrize(
    ("given", "spoken", "rtl"),
    [("ar", "ar", True), ("en", "en", False), ("ar-EG", "ar", True), ("EN_gb", "en", False)],
)
def test_regional_tags_count_as_their_language(given, spoken, rtl):
    i18n.set_language(given)
    assert i18n.language() == spoken
    assert i18n.is_rtl() is rtl


@pytest.mark.parametrize("unknown", ["fr", "", "arabic"])
def test_other_languages_are_refused(unknown):
    with pytest.raises(ValueError, match=f"^{unknown}$"):
        i18n.set_language(unknown)


def test_translation_comes_before_filling(doubled):
    i18n.set_language("en")
    assert i18n.tr("Hello {name}", name="Mona") == "«Hello Mona»"
    assert i18n.ntr("{n} claim", "{n} claims", 1) == "«1 claim»"
    assert i18n.ntr("{n} claim", "{n} claims", 5) == "«5 claims»"


def test_number_can_be_shown_in_other_digits():
    i18n.set_language("en")
    assert i18n.ntr("{n} x", "{n} xs", 5, n="٥") == "٥ xs"


def test_braces_without_values_stay():
    assert i18n.tr("{not a field}") == "{not a field}"


def test_values_named_like_the_parameters_are_allowed():
    i18n.set_language("en")
    assert i18n.tr("{message}", message="m") == "m"


def test_paths_run_from_left_to_right():
    i18n.set_language("ar")
    assert i18n.tr("م {v}", v=Path("مقالات/a.txt")) == f"م {LRI}مقالات/a.txt{PDI}"


@pytest.mark.parametrize("value", ["/tmp/a.txt", "019ac2", "https://example.org"])
def test_latin_values_are_isolated_in_arabic_only(value):
    i18n.set_language("ar")
    assert i18n.tr("م {v} م", v=value) == f"م {FSI}{value}{PDI} م"
    i18n.set_language("en")
    assert i18n.tr("a {v} b", v=value) == f"a {value} b"


@pytest.mark.parametrize("value", ["نص", 12, f"{FSI}a{PDI}", ""])
def test_values_that_need_no_isolate_are_left_alone(value):
    i18n.set_language("ar")
    assert i18n.tr("{v}", v=value) == str(value)


def test_user_errors_are_translated_with_their_values(doubled):
    i18n.set_language("en")
    error = NotFoundError("The file {path} was not found.", path="x")
    assert i18n.explain(error) == "«The file x was not found.»"


def test_phrases_are_translated_with_their_sentence(doubled):
    i18n.set_language("en")
    assert i18n.tr("It is {what}.", what=Phrase("a picture")) == "«It is «a picture».»"


def test_other_errors_are_shown_as_they_are(doubled):
    assert i18n.explain(ValueError("plain")) == "plain"


def test_missing_catalogue_falls_back_to_the_english_sentence(monkeypatch, tmp_path):
    monkeypatch.setattr(i18n, "resource", tmp_path.joinpath)
    i18n._catalogue.cache_clear()
    try:
        i18n.set_language("ar")
        assert i18n.tr("Undo") == "Undo"
    finally:
        i18n._catalogue.cache_clear()


def test_a_block_may_speak_another_language_than_the_program():
    i18n.set_language("ar")
    with i18n.speaking("en-GB"):
        assert i18n.language() == "en"
        assert not i18n.is_rtl()
        with i18n.speaking("ar"):
            assert i18n.is_rtl()
        assert not i18n.is_rtl()
    assert i18n.is_rtl()
    with pytest.raises(ValueError, match="fr"), i18n.speaking("fr"):
        pass
