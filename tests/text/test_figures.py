from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.figure import Comparator, Figure
from factcheck.text import figures
from factcheck.text.figures import Agreement, compare

AGREES, WITHIN = Agreement.AGREES, Agreement.WITHIN_TOLERANCE
DIFFERS, NOT = Agreement.DIFFERS, Agreement.NOT_COMPARABLE


def _compare(claimed, found, comparator="=", unit="", found_unit=""):
    return compare(Figure(claimed, unit, Comparator(comparator)), Figure(found, found_unit or unit))


@pytest.mark.parametrize(
    ("claimed", "comparator", "found", "agreement"),
    [
        ("10000", "=", "١٠٬٠٠٠", AGREES),
        ("10000", "=", "10001", DIFFERS),
        ("10 آلاف", "=", "10,243", WITHIN),
        ("10 آلاف", "=", "10600", DIFFERS),
        ("3.5 million", "=", "3,487,112", WITHIN),
        ("7.3%", "=", "7.26%", WITHIN),
        ("10000", "~", "10900", WITHIN),
        ("10000", "~", "11001", DIFFERS),
        ("نحو 10000", "=", "9000", WITHIN),
        ("10 آلاف", ">", "12000", AGREES),
        ("10 آلاف", ">", "10000", DIFFERS),
        ("10 آلاف", ">=", "10000", AGREES),
        ("10 آلاف", ">", "9999", DIFFERS),
        ("100", "<", "99.5", AGREES),
        ("100", "<=", "100", AGREES),
        ("100", "<", "100", DIFFERS),
        ("20-30", "=", "25", AGREES),
        ("20-30", "=", "31", DIFFERS),
        ("25", "=", "20-30", NOT),
        ("10000", "=", "أكثر من 9000", NOT),
        ("10000", ">", "أكثر من 12000", AGREES),
        ("-5", "~", "-5.4", WITHIN),
    ],
)
def test_numbers(claimed, comparator, found, agreement):
    assert _compare(claimed, found, comparator).agreement is agreement


def test_difference_and_percentage_are_found_against_claimed():
    result = _compare("10 آلاف", "12500", ">")
    assert result.difference == 2500
    assert result.percent == 25
    assert _compare("20-30", "15").difference == -5
    assert _compare("20-30", "15").percent == -25
    assert _compare("20-30", "36").percent == 20
    assert _compare("0", "5").percent is None
    assert _compare("-10", "-12").percent == -20


def test_the_tolerance_is_named():
    assert _compare("10 آلاف", "10243").reason == figures.BY_ROUNDING
    assert _compare("10000", "10900", "~").reason == figures.BY_ABOUT
    assert _compare("2024-06", "2024-07", "~").reason == figures.BY_ABOUT_DATE


@pytest.mark.parametrize(
    ("claimed", "comparator", "found", "agreement", "days"),
    [
        ("2024-06", "=", "2024-06-19", AGREES, 0),
        ("2024-06-19", "=", "2024-06", AGREES, 0),
        ("19 يونيو 2024", "=", "19/6/2024", AGREES, 0),
        ("2024-06-19", "=", "2024-06-21", DIFFERS, 2),
        ("2024-06-19", "=", "2024-06-18", DIFFERS, -1),
        ("2024-06-19", "~", "2024-06-20", WITHIN, 1),
        ("2024-06", "~", "2024-08-01", DIFFERS, 32),
        ("2024", "=", "2024-06-19", AGREES, 0),
        ("2023", "=", "2024-06-19", DIFFERS, 1),
        ("2024-06-19", ">", "2024-06-20", AGREES, 1),
        ("2024-06-19", "<=", "2024-06-19", AGREES, 0),
        ("2025-07-14/2025-07-15", "=", "2025-07-15", AGREES, 0),
        ("2025-07-15", "=", "2025-07-14/2025-07-15", NOT, 0),
        ("شوال 1446", "=", "2025-04-10", AGREES, 0),
    ],
)
def test_dates(claimed, comparator, found, agreement, days):
    result = _compare(claimed, found, comparator)
    assert result.agreement is agreement
    assert result.difference == days
    assert result.in_days
    assert result.percent is None


@pytest.mark.parametrize(
    ("claimed", "found", "reason"),
    [
        (Figure("10"), Figure(), figures.NOTHING_GIVEN),
        (Figure(" "), Figure("5"), figures.NOTHING_GIVEN),
        (Figure("10", "km"), Figure("10", "mile"), figures.OTHER_UNITS),
        (Figure("10%"), Figure("10 دولارات"), figures.OTHER_UNITS),
        (Figure("10"), Figure("2024-06-19"), figures.OTHER_NATURES),
        (Figure("10"), Figure("كثير"), figures.UNREADABLE_FIGURE),
        (Figure("0000"), Figure("2024-06"), figures.UNREADABLE_FIGURE),
        (Figure("25"), Figure("20-30"), figures.LEFT_OPEN),
    ],
)
def test_what_cannot_be_compared_says_why(claimed, found, reason):
    result = compare(claimed, found)
    assert result.agreement is NOT
    assert result.reason == reason


def test_a_missing_unit_stands_for_the_other():
    assert compare(Figure("10", "km"), Figure("10")).agreement is AGREES
    assert compare(Figure("10 جندي"), Figure("10", "جندي")).agreement is AGREES


def test_about_reaches_to_the_ends_of_time():
    assert _compare("0001", "0001-01", "~").agreement is AGREES
    assert _compare("9999-12-31", "9999-12-31", "~").agreement is AGREES


@given(st.decimals(-(10**9), 10**9, places=3), st.sampled_from(["=", "~", ">=", "<="]))
def test_every_number_agrees_with_itself(number, comparator):
    assert _compare(str(number), str(number), comparator).agreement is AGREES


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_the_difference_leads_from_the_claimed_to_the_found(claimed, found):
    result = _compare(str(claimed), str(found))
    assert claimed + result.difference == found
    assert result.percent == Decimal(found - claimed) / claimed * 100


@given(st.text(max_size=12), st.text(max_size=12))
def test_comparing_never_raises(claimed, found):
    assert _compare(claimed, found).agreement in Agreement
