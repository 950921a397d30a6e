from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.letters import letter_span, next_letter, previous_letter

LETTERS = st.text(
    st.sampled_from("aبِّ\u0651e\u0301👩\u200d❤\ufe0f🏽🇱🇧1\u20e3 \r\n«»가ᄀ\u1161\u200c")
    | st.characters(),
    max_size=30,
)


@pytest.mark.parametrize(
    "letter",
    [
        "ب",
        "بِّ",
        "é",
        "e\u0301",
        "👩‍👩‍👧",
        "👍🏽",
        "❤️‍🔥",
        "🇱🇧",
        "🇱🇧\u0301",
        "1️⃣",
        "\r\n",
        "한",
        "\u1112\u1161\u11ab",
        "🏴\U000e0067\U000e007f",
    ],
)
def test_a_letter_stays_whole(letter):
    text = f"x{letter}y"
    assert next_letter(text, 1) == 1 + len(letter)
    assert previous_letter(text, 1 + len(letter)) == 1
    assert letter_span(text, len(letter)) == (1, 1 + len(letter))


def test_flags_are_paired_from_the_start_of_the_run():
    text = "🇱🇧🇪🇬🇸"
    assert [previous_letter(text, at) for at in (5, 4, 2)] == [4, 2, 0]


def test_a_joiner_between_letters_does_not_join_them():
    assert next_letter("ب\u200dت", 0) == 2


def test_a_line_feed_carries_no_mark():
    assert next_letter("\n\u064e", 0) == 1


def test_the_ends_of_a_text_are_boundaries():
    assert next_letter("", 0) == 0
    assert next_letter("ab", 5) == 2
    assert previous_letter("ab", 0) == 0
    assert letter_span("ab", 2) == (2, 2)


def _boundaries(text):
    at, found = 0, [0]
    while at < len(text):
        at = next_letter(text, at)
        found.append(at)
    return found


@given(LETTERS)
def test_walking_back_visits_the_same_boundaries(text):
    at, found = len(text), [len(text)]
    while at > 0:
        at = previous_letter(text, at)
        found.append(at)
    assert found[::-1] == _boundaries(text)


@given(LETTERS)
def test_every_code_point_lies_in_one_letter(text):
    bounds = _boundaries(text)
    spans = list(pairwise(bounds))
    for at in range(len(text)):
        assert letter_span(text, at) in spans
