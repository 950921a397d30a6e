"""Numbers in words and digits, round trips through two spellers."""

import random
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from factcheck.detection.numbers import read_chunks
from factcheck.detection.tokens import tokenise
from tests.detection.speller import Style, spell

STYLES = st.builds(
    Style,
    accusative=st.booleans(),
    feminine=st.booleans(),
    construct=st.booleans(),
    hundred=st.sampled_from(["مئة", "مائة"]),
    split_hundreds=st.booleans(),
    join=st.sampled_from([" و", " و "]),
)
NUMBERS = st.one_of(
    st.integers(1, 10**12),
    st.integers(1, 3000),
    st.builds(lambda digits, power: digits * 10**power, st.integers(1, 999), st.integers(0, 9)),
)


def read(text):
    tokens = tokenise(text)
    return [(chunk.value, chunk.last - chunk.first == len(tokens)) for chunk in read_chunks(tokens)]


def assert_reads_back(number, style):
    """A construct form needs the noun it stands before: ألفا alone is an accusative one."""
    words = spell(number, style)
    if not style.construct:
        assert read(words) == [(number, True)], words
    tokens = tokenise(f"{words} كتاب")
    assert [(c.value, c.last) for c in read_chunks(tokens)] == [(number, len(tokens) - 1)], words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("صفر", 0),
        ("ألفين", 2000),
        ("مئتا", 200),
        ("ألفا جندي", 2000),
        ("عشرون ألفا", 20000),
        ("أربعة مئة", 400),
        ("61 ألفا و250", 61250),
        ("7 آلاف و18", 7018),
        ("مليونين و310 آلاف و45", 2310045),
        ("نصف مليون", 500000),
        ("ربع مليار", 250000000),
        ("مليون ونصف", 1500000),
        ("مليون ونصف المليون", 1500000),
        ("ألفا ونصف الألف", 1500),
        ("ثلاثة ونصف مليون", 3500000),
        ("ثلاثة أخماس", "0.6"),
        ("ثلاثة أرباع المليون", 750000),
        ("خمس وسبعين وتسعمائة وألف", 1975),
        ("ثلاثة فاصلة خمسة", "3.5"),
        ("متين واحد وعشرين", 221),
        ("حداشر", 11),
        ("ألف وأحد عشر", 1011),
        ("مئة وواحد وعشرون", 121),
        ("12 500", 12500),
        ("٣٫٥ تريليون", 3500000000000),
        ("عشرات الآلاف", 10000),
        ("بضع مئات", 100),
        ("two hundred and fifty-three thousand", 253000),
        ("one and a half million", 1500000),
        ("half a million", 500000),
        ("a hundred", 100),
        ("3.5bn", 3500000000),
        ("twenty-one", 21),
        ("three point two", "3.2"),
        ("two dozen", 24),
    ],
)
def test_value(text, value):
    assert read(text)[0][0] == pytest.approx(Decimal(value))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("ثلاثة وأربعة", [3, 4]),
        ("مئة وألف", [100, 1000]),
        ("20 و30 ألف", [20, 30000]),
        ("خمسة وعشرة", [5, 10]),
        ("three four", [3, 4]),
    ],
)
def test_neighbours_stay_apart(text, values):
    assert [value for value, _ in read(text)] == values


@given(NUMBERS, STYLES)
def test_every_spelling_is_read_back(number, style):
    assert_reads_back(number, style)


@given(st.integers(0, 10**12))
def test_other_speller_arabic(number):
    if number == 0 or any(number // scale % 100 in (1, 2) for scale in (1, 10**3, 10**6, 10**9)):
        return  # it says ones and twos of a scale wrongly
    words = num2words(number, lang="ar")
    assert read(words) == [(number, True)], words


@given(st.integers(0, 10**12))
def test_other_speller_english(number):
    assert read(num2words(number, lang="en").replace(",", "")) == [(number, True)]


@pytest.mark.campaign
def test_many_spellings_are_read_back():
    draw = random.Random(1)
    for turn in range(200_000):
        number = draw.randrange(1, 10 ** draw.randrange(1, 13))
        style = Style(*(draw.random() < 0.5 for _ in range(3)), "مئة" if turn % 2 else "مائة")
        assert_reads_back(number, style)
