from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.isolation import (
    isolate,
    isolate_address,
    isolate_ltr_runs,
    ltr_runs,
    split_address,
    split_ltr_runs,
)

CONTROLS = "\u2066\u2067\u2068\u2069"


def _runs(text):
    return [text[start:end] for start, end in ltr_runs(text)]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("اتصل على +966 11 234 5678 الآن", ["+966 11 234 5678"]),
        ("في 2024-05-03 قال", ["2024-05-03"]),
        ("السعر: 1 USD = 3.75 SAR، وهو ثابت", ["1 USD = 3.75 SAR"]),
        ("ذكر lists 1,250,000 visitors هناك", ["lists 1,250,000 visitors"]),
        ("كوفيد (COVID-19) ينتشر", ["COVID-19"]),
        ("في f(x) = 2 (تقريبًا)", ["f(x) = 2"]),
        ("قال (see WHO) إن", ["see WHO"]),
        ("بلغ 1250 شخصا و٣٫٥ مليون", []),
        ("نسبة 7.3% فقط", ["7.3%"]),
        ("الحساب @newsroom والوسم #خبر", ["@newsroom"]),
        ("a] ب [c", ["a", "c"]),
        ("انظر https://example.org/مسار/خبر?id=1. ثم", ["https://example.org/مسار/خبر?id=1"]),
        ("(راجع https://example.org/a_(b))، انتهى", ["https://example.org/a_(b)"]),
        ("", []),
    ],
)
def test_the_longest_run_is_isolated(text, runs):
    assert _runs(text) == runs


def test_runs_are_wrapped():
    assert isolate_ltr_runs("في 2024-05-03.") == "في \u20662024-05-03\u2069."


def test_the_parts_of_an_address_keep_their_order():
    shown = isolate_address("https://example.org/أخبار-2024-اليوم/7?ق=1")
    part = "\u2067أخبار-2024-اليوم\u2069"
    assert shown == f"\u2066https://example.org/{part}/7?\u2067ق\u2069=1\u2069"


def test_an_address_may_begin_and_end_in_arabic():
    assert list(split_address("خبر/x/ق")) == [(True, "خبر"), (False, "/x/"), (True, "ق")]
    assert list(split_address("")) == []


def test_isolating_closes_what_the_text_leaves_open():
    assert isolate("أ \u2067ب") == "\u2068أ \u2067ب\u2069\u2069"
    assert isolate("أ\u2069ب") == "\u2068أب\u2069"


@given(st.text(st.sampled_from(CONTROLS) | st.characters()))
def test_an_isolated_text_is_balanced(text):
    depth = 0
    shown = isolate(text)
    for at, char in enumerate(shown):
        depth += (char in CONTROLS[:3]) - (char == CONTROLS[3])
        assert depth > 0 or at == len(shown) - 1
    assert depth == 0


@given(st.text(st.sampled_from("ابج abc123+-/:%.()[]«»،\n") | st.characters()))
def test_nothing_is_lost_and_every_run_holds_something_to_read(text):
    pieces = list(split_ltr_runs(text))
    assert "".join(piece for _, piece in pieces) == text
    assert all(piece for _, piece in pieces)
    spans = ltr_runs(text)
    assert spans == sorted(spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
