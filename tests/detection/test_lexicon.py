"""The word lists: well formed, without doubles, in step with CLDR."""

import tomllib

import pytest
from babel import Locale

from factcheck.detection.lexicon import NUMBER, WORD, keys_of, lexicon
from factcheck.detection.tokens import tokenise

FILES = ("numbers", "comparators", "units", "dates", "contexts")
LOCALES = ["ar", "ar_MA", "ar_DZ", "ar_TN", "ar_LB", "ar_IQ", "ar_MR", "ar_EG", "ar_SA"]


def entries(root, tag):
    for name in FILES:
        path = root / "resources" / "lexicon" / tag / f"{name}.toml"
        for table, kinds in tomllib.loads(path.read_text("utf-8")).items():
            for kind, values in kinds.items():
                for value, forms in values.items():
                    assert isinstance(forms, list), (path.name, table, kind, value)
                    for form in forms:
                        yield table, kind, value, form


@pytest.mark.parametrize("tag", ["ar", "en"])
def test_forms_are_words(root, tag):
    found = list(entries(root, tag))
    assert len(found) > 200
    for _, _, _, form in found:
        assert form.strip() == form
        assert keys_of(form)


@pytest.mark.parametrize("tag", ["ar", "en"])
@pytest.mark.parametrize("table", ["number", "month", "weekday", "unit", "percent", "era"])
def test_a_form_means_one_thing_in_its_table(root, tag, table):
    meanings = {}
    for name, _, value, form in entries(root, tag):
        if name == table:
            meanings.setdefault(keys_of(form), set()).add(value)
    assert {key: values for key, values in meanings.items() if len(values) > 1} == {}


@pytest.mark.parametrize("name", LOCALES)
def test_months_of_cldr_are_known(name):
    locale = Locale.parse(name)
    for context in ("format", "stand-alone"):
        for number, month in locale.months[context]["wide"].items():
            found = tokenise(month).match(0, "month")
            assert found is not None, month
            assert int(found[1].value) == number, month
            assert not found[1].kind.endswith("hijri")


@pytest.mark.parametrize("name", ["ar", "en"])
def test_weekdays_of_cldr_are_known(name):
    for number, day in Locale.parse(name).days["format"]["wide"].items():
        found = tokenise(day).match(0, "weekday")
        assert found is not None, day
        assert int(found[1].value) == number


@pytest.mark.parametrize(
    ("key", "lead", "bare"),
    [
        ("والف", 1, "الف"),
        ("بالف", 1, "الف"),
        ("وبالف", 2, "الف"),
        ("للمليون", 2, "مليون"),
        ("الاثنين", 0, "الاثنين"),
        ("والاثنين", 1, "الاثنين"),
        ("سيتجاوز", 1, "يتجاوز"),
        ("سكان", 0, "سكان"),
        ("واحد", 0, "واحد"),
        ("وحده", 0, "وحده"),
    ],
)
def test_proclitics_fall_only_before_known_words(key, lead, bare):
    word = lexicon()[key]
    assert (word.lead, word.bare) == (lead, bare)


def test_tokens_know_their_places():
    text = "قال: 12,5٪ مِن الـ72 ساعة.\nثم"
    tokens = tokenise(text)
    assert [word.key for word in tokens.words] == [
        "قال", ":", "12,5", "%", "من", "ال", "72", "ساعه", ".", "\n", "ثم",
    ]  # fmt: skip
    assert tokens.words[2].kind == NUMBER
    assert tokens.words[4].kind == WORD
    assert text[slice(*tokens.span(4, 5))] == "مِن"
    assert tokens.is_glued(6)
    assert not tokens.is_glued(7)
    assert tokens.sentence(3) == (0, 10)
    assert tokens.paragraph(3) == (0, 10)
    assert tokens.word(-1).key == tokens.word(99).key == "\n"


def test_a_full_memory_of_words_is_emptied():
    words = lexicon()
    for number in range(40_000):
        assert words[f"كلمه{number}"].bare == f"كلمه{number}"
    assert len(words) <= 30_000
    assert words["مليون"].senses["number"].number == 1_000_000
