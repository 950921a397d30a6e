from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.errors import InvalidInputError
from factcheck.domain.figure import Comparator
from factcheck.text.figures import read_value
from factcheck.text.readings import Number, Period, read_number, read_period


@pytest.mark.parametrize(
    ("text", "low", "grain", "unit"),
    [
        ("10000", "10000", "1", ""),
        ("١٠٬٢٤٣", "10243", "1", ""),
        ("١٠،٢٤٣", "10243", "1", ""),
        ("1,250,000.5", "1250000.5", "0.1", ""),
        ("1.250.000", "1250000", "1", ""),
        ("1.250.000,5", "1250000.5", "0.1", ""),
        ("1 250 000", "1250000", "1", ""),
        ("1\u202f250", "1250", "1", ""),
        ("1'250", "1250", "1", ""),
        ("1,250", "1250", "1", ""),
        ("1,25", "1.25", "0.01", ""),
        ("0,125", "0.125", "0.001", ""),
        ("1.250", "1.25", "0.001", ""),
        ("٣٫٥", "3.5", "0.1", ""),
        ("-2.4", "-2.4", "0.1", ""),
        ("−7", "-7", "1", ""),
        ("10 آلاف", "10000", "1000", ""),
        ("10 آلاف جندي", "10000", "1000", "جندي"),
        ("٣٫٥ ملايين", "3500000", "100000", ""),
        ("3.5 million", "3500000", "100000", ""),
        ("$5 billion", "5000000000", "1000000000", "$"),
        ("نصف مليون", "500000", "100000", ""),
        ("half a million", "500000", "100000", ""),
        ("مليون ونصف المليون", "1500000", "100000", ""),
        ("ألفا جندي", "1000", "1000", "جندي"),
        ("ألفي طالب", "2000", "2000", "طالب"),
        ("20k", "20000", "1000", ""),
        ("85%", "85", "1", "%"),
        ("٪٩", "9", "1", "%"),
        ("7.3 في المئة", "7.3", "0.1", "%"),
        ("12 percent", "12", "1", "%"),
        ("40 كيلومترا مربعا", "40", "1", "كيلومترا مربعا"),
    ],
)
def test_one_number(text, low, grain, unit):
    number = read_number(text)
    assert (number.low, number.high) == (Decimal(low), Decimal(low))
    assert number.grain == Decimal(grain)
    assert number.unit == unit


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("20-30", 20, 30),
        ("20 – 30 ألف", 20000, 30000),
        ("من 20 إلى 30 شخصا", 20, 30),
        ("بين 5 آلاف و6 آلاف", 5000, 6000),
        ("20 و30 ألفا", 20000, 30000),
        ("between 20 and 30", 20, 30),
        ("5 to 7 percent", 5, 7),
        ("30-20", 20, 30),
    ],
)
def test_a_range(text, low, high):
    number = read_number(text)
    assert (number.low, number.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("نحو 10", Comparator.ABOUT),
        ("~10", Comparator.ABOUT),
        ("أكثر من 10 آلاف", Comparator.MORE),
        (">= 10", Comparator.AT_LEAST),
        ("ما لا يقل عن 10", Comparator.AT_LEAST),
        ("up to 10", Comparator.AT_MOST),
        ("أقل من 10", Comparator.LESS),
        ("10", Comparator.EXACT),
    ],
)
def test_a_comparator_before_the_number(text, comparator):
    assert read_number(text).comparator is comparator


@pytest.mark.parametrize(
    "text",
    ["", "كثيرون", "1,2,3", "12,34,567", "١٢ / ٣", "1.2.3.4", "x" * 200, "%", "-", "آلاف 5 6"],
)
def test_what_is_no_number_is_refused_with_a_sentence(text):
    with pytest.raises(InvalidInputError, match="could not be read as a number"):
        read_value(text)


def test_four_bare_digits_may_be_a_year():
    assert read_number("2024").could_be_year
    assert not read_number("2024 شخصا").could_be_year
    assert isinstance(read_value("2024"), Number)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2024-06", "2024-06-01", "2024-06-30", "month"),
        ("2025-07-14/2025-07-15", "2025-07-14", "2025-07-15", "day"),
        ("2024-06/2025-01", "2024-06-01", "2025-01-31", "month"),
        ("1 مايو 2024 – 3 مايو 2024", "2024-05-01", "2024-05-03", "day"),
        ("من 1 مايو 2024 إلى 3 مايو 2024", "2024-05-01", "2024-05-03", "day"),
        ("شوال 1446", "2025-03-30", "2025-04-28", "day"),
        ("14/7/2025", "2025-07-14", "2025-07-14", "day"),
        ("عام 2024", "2024-01-01", "2024-12-31", "year"),
    ],
)
def test_a_period(text, first, last, precision):
    expected = Period(date.fromisoformat(first), date.fromisoformat(last), precision)
    assert read_period(text) == expected
    assert read_value(text) == expected


@pytest.mark.parametrize("text", ["2025-07-15/2025-07-14", "2024 – 2025 – 2026", "أمس – غدا"])
def test_a_period_that_runs_backwards_is_refused(text):
    with pytest.raises(InvalidInputError):
        read_period(text)


@given(st.integers(0, 10**15))
def test_grouped_and_arabic_digits_read_as_the_same_number(number):
    grouped = f"{number:,}"
    arabic = grouped.translate({48 + n: 0x660 + n for n in range(10)} | {44: "٬"})
    assert read_number(arabic).low == read_number(grouped).low == number


@given(st.text(max_size=30) | st.text("0123456789.,- %الفومليون", max_size=20))
def test_anything_else_is_an_error_a_person_can_read(text):
    with suppress(InvalidInputError):
        read_value(text)
