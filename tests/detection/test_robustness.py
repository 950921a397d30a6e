"""Whatever comes in, detection answers: no exception, spans inside the text."""

import random
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.detection.detect import detect

WORDS = [
    "من",
    "إلى",
    "بين",
    "و",
    "في",
    "عام",
    "يوم",
    "يوليو",
    "2024",
    "14",
    "مئة",
    "ألف",
    "آلاف",
    "مليون",
    "ونصف",
    "نصف",
    "ثلاثة",
    "عشر",
    "والعشرين",
    "الماضي",
    "قبل",
    "منذ",
    "أكثر",
    "نحو",
    "%",
    "$",
    "-",
    "/",
    ":",
    ".",
    "،",
    "(",
    ")",
    "الاثنين",
    "الأسبوع",
    "الربع",
    "الأول",
    "شهر",
    "هـ",
    "م",
    "1446",
    "دولار",
    "أمريكي",
    "كم",
    "تجاوز",
    "لا",
    "يزيد",
    "على",
    "أمس",
    "الـ72",
    "وب120",
    "“",
    "”",
    "«",
    "»",
    "قال",
    "إن",
    "third",
    "of",
    "July",
    "last",
    "week",
    "ago",
    "and",
    "a",
    "half",
    "million",
    "3.5bn",
    "Q2",
    "\n",
]
PIECES = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)
GLUED = st.lists(st.sampled_from(WORDS), max_size=30).map("".join)


def check(text):
    last = {}
    for item in detect(text, published="2025-07-11"):
        assert 0 <= item.start < item.end <= len(text)
        assert last.get(item.kind, 0) <= item.start
        last[item.kind] = item.end
        for _, start, end in item.evidence:
            assert 0 <= start <= end <= len(text)


@settings(max_examples=700)
@given(st.text())
def test_any_text(text):
    check(text)


@settings(max_examples=700)
@given(PIECES)
def test_words_of_the_grammar_in_any_order(text):
    check(text)


@settings(max_examples=700)
@given(GLUED)
def test_words_of_the_grammar_without_spaces(text):
    check(text)


@pytest.mark.campaign
@pytest.mark.timeout(3600)
def test_hundred_thousand_random_strings():
    draw = random.Random(7)
    for turn in range(100_000):
        if turn % 2:
            text = " ".join(draw.choices(WORDS, k=draw.randrange(25)))
        else:
            codes = draw.choices(range(sys.maxunicode), k=draw.randrange(40))
            text = "".join(map(chr, codes))
        check(text)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "\n\n\n", "\t \u200f", "\x00\x01\xff", "\ud800\udfff 5 دول \ud83d", "“" * 500,
        "«قال “ ثلاثة", "1" * 5000, "1," * 3000, "1/" * 3000, "1-" * 3000, "و" * 5000, "و " * 3000,
        "مليون " * 3000, "نصف " * 3000, "من 1 إلى " * 1000, "يوليو/" * 1000, "1 " * 3000,
        "عام " * 3000, "عشرات " * 2000, "0" * 30 + ".", "-" * 3000, "%" * 3000, "$" * 3000,
        "١٢٣\u0660\u200f" * 500, "9" * 29 + " مليار تريليون",
    ],
    ids=lambda text: repr(text[:12]),
)  # fmt: skip
def test_bad_input(text):
    check(text)


def test_one_letter_a_million_times():
    check("ا" * 1_000_000)
