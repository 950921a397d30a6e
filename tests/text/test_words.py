import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text import words

TEXTS = st.text(
    st.sampled_from("ابتَـ «»“”،؛:–-1٣.,٫%٪ \n\u200f👩\u200d❤\ufe0f'’aB") | st.characters(),
    max_size=40,
)


def _words(text):
    found, at = [], 0
    while (start := words.next_word_start(text, at)) < len(text):
        end = words.next_word(text, start)
        found.append(text[start:end])
        at = end
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال «إنّ الأمر» انتهى،ثم", ["قال", "إنّ", "الأمر", "انتهى", "ثم"]),
        ("«WHO» أعلنت: “لا”", ["WHO", "أعلنت", "لا"]),
        ("كوفيد-19 – COVID-19", ["كوفيد", "19", "COVID", "19"]),
        ("1,250.5 و٣٫٥ ثم 12,", ["1,250.5", "و٣٫٥", "ثم", "12"]),
        ("85% و٪٩ %", ["85%", "و٪٩"]),
        ("don't Qur’an 'x'", ["don't", "Qur’an", "x"]),
        ("👩‍👩‍👧 كتـاب ❤️", ["كتـاب"]),
        ("بَيْتٌ\u200f، بيت", ["بَيْتٌ\u200f"[:-1], "بيت"]),
        ("", []),
    ],
)
def test_words(text, expected):
    assert _words(text) == expected


@pytest.mark.parametrize(
    ("at", "expected"),
    [(0, "قال"), (2, "قال"), (3, "قال"), (4, ""), (5, "نعم"), (8, "نعم"), (99, "")],
)
def test_word_at_a_position(at, expected):
    text = "قال «نعم»."
    start, end = words.word_span(text, at)
    assert text[start:end] == expected


def test_next_and_previous_word_step_over_punctuation():
    text = "أ «بت»، ج"
    assert words.next_word(text, 1) == 5
    assert words.next_word(text, 3) == 5
    assert words.previous_word(text, 8) == 3
    assert words.previous_word_end(text, 8) == 5
    assert words.previous_word(text, 1) == 0
    assert words.next_word(text, 9) == len(text)
    assert words.previous_word_end("« »", 3) == 0


def test_trim_drops_white_space_and_the_invisible():
    text = " \u200f\n قال \u2069\u00a0"
    assert words.trim(text, 0, len(text)) == (4, 7)
    assert words.trim(text, 0, 3) == (0, 0)
    assert words.trim(text, -5, 99) == (4, 7)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (1, 6, "قال «نعم"),
        (4, 5, "«"),
        (6, 6, "نعم"),
        (3, 4, ""),
        (2, 9, "قال «نعم»"),
        (11, 12, "مَنْ"),
    ],
)
def test_snap_widens_to_whole_words(start, end, expected):
    text = "قال «نعم» مَنْ"
    first, last = words.snap(text, start, end)
    assert text[first:last] == expected


def test_snap_keeps_an_emoji_whole():
    text = "قال 👩‍👩‍👧."
    assert words.snap(text, 5, 6) == (4, 9)


@given(TEXTS, st.integers(0, 45), st.integers(0, 45))
def test_spans_stay_inside_and_in_order(text, one, other):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    for span in (words.snap(text, start, end), words.trim(text, start, end)):
        assert 0 <= span[0] <= span[1] <= len(text)
    assert words.next_word(text, start) > start or start == len(text)
    assert words.previous_word(text, end) < end or end == 0


@given(TEXTS)
def test_no_word_holds_a_quote_a_dash_or_white_space(text):
    for word in _words(text):
        assert not set(word) & set("«»“”،؛:–- \n")
        assert any(char.isalnum() or char == "ـ" for char in word)
