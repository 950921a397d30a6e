"""The folded view: what it joins, and that it always knows the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.folding import fold, fold_key

ARABIC = st.text(
    alphabet="ابتهيوةىأإآکی لمن٠٥۷۹٫٬٪ـ\u064b\u0651\u0670\u200f\u202b\u2067\u200c AbİZ19.,\n"
)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("أَلْفَيْ", "الفي"),
        ("قـــال", "قال"),
        ("١٢٫٥٪", "12.5%"),
        ("۱۴٬۰۰۰", "14,000"),
        ("\u200f2025\u200e", "2025"),
        ("تشرین الأوّل", "تشرين الاول"),
        ("آب إبريل مئة مستشفى", "اب ابريل مئه مستشفي"),
        ("Lİma", "lima"),
        ("10\u00a0000", "10 000"),
        ("", ""),
    ],
)
def test_spellings_join(written, folded):
    assert fold(written).text == folded
    assert fold_key(written) == folded


def test_nothing_dropped_needs_no_index():
    assert fold("في 11 يوليو").index is None
    assert fold("plain").index is None


def test_span_takes_trailing_marks_but_no_controls():
    text = "\u200fألفَيْ\u200f جنديّ"
    view = fold(text)
    assert view.original(0, 4) == (1, 7)
    start, end = view.original(5, 9)
    assert text[start:end] == "جنديّ"


def test_empty_span_stays_empty():
    view = fold("ق\u064eال")
    assert view.original(2, 2) == (3, 3)


@given(st.text() | ARABIC)
def test_every_folded_letter_comes_from_its_own_place(text):
    view = fold(text)
    index = view.index if view.index is not None else range(len(text) + 1)
    assert len(index) == len(view.text) + 1
    assert index[-1] == len(text)
    assert list(index) == sorted(set(index))
    for place, letter in enumerate(view.text):
        assert fold_key(text[index[place]]) == letter


@given(st.text() | ARABIC, st.data())
def test_spans_go_there_and_back(text, data):
    view = fold(text)
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    there = view.original(start, end)
    assert 0 <= there[0] <= there[1] <= len(text)
    assert view.folded(*there) == (start, end)
    assert fold_key(text[slice(*there)]) == view.text[start:end]


@given(st.text() | ARABIC)
def test_folding_twice_changes_nothing(text):
    once = fold_key(text)
    assert fold_key(once) == once
    assert fold(text).text == once
