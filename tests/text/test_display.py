from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text import display
from factcheck.text.dates import parse_partial_date
from factcheck.text.months import FAMILIES
from factcheck.text.readings import read_number


@dataclass(frozen=True)
class Choice:
    language: str = "ar"
    digits: str = "ascii"
    months: str = "egypt"


PLAIN, ARABIC, ENGLISH = Choice(), Choice(digits="arabic"), Choice("en", "arabic")


@pytest.mark.parametrize(
    ("value", "plain", "arabic"),
    [
        (1250000, "1,250,000", "١٬٢٥٠٬٠٠٠"),
        (Decimal("3.50"), "3.5", "٣٫٥"),
        (-0.25, "-0.25", "−٠٫٢٥"),
        (Decimal("1E+3"), "1,000", "١٬٠٠٠"),
        (0, "0", "٠"),
    ],
)
def test_numbers(value, plain, arabic):
    assert display.format_number(value, PLAIN) == plain
    assert display.format_number(value, ENGLISH) == plain
    assert display.format_number(value, ARABIC) == arabic


def test_rounding_and_percent():
    assert display.format_number(Decimal("2.345"), PLAIN, places=1) == "2.3"
    assert display.format_percent(Decimal("85.00"), PLAIN) == "85%"
    assert display.format_percent(Decimal("7.26"), ARABIC) == "٧٫٣٪"
    assert display.format_percent(Decimal(1200), ENGLISH) == "1,200%"


@pytest.mark.parametrize(
    ("iso", "months", "expected"),
    [
        ("2025-07-11", "egypt", "11 يوليو 2025"),
        ("2025-01", "levant", "كانون الثاني 2025"),
        ("2025-08-20", "maghreb", "20 أوت 2025"),
        ("2025", "egypt", "2025"),
        ("2025-07-14/2025-07-15", "egypt", "14 يوليو 2025 – 15 يوليو 2025"),
        ("غير معروف", "egypt", "غير معروف"),
        ("", "egypt", ""),
    ],
)
def test_dates(iso, months, expected):
    assert display.format_date(iso, Choice(months=months)) == expected


def test_dates_in_other_digits_and_languages():
    assert display.format_date("2025-07-11", ARABIC) == "١١ يوليو ٢٠٢٥"
    assert display.format_date("2025-07-11", ENGLISH) == "11 July 2025"
    hijri = parse_partial_date("12 شوال 1446")
    assert display.format_partial_date(hijri, ARABIC) == "١٢ شوال ١٤٤٦ هـ"
    assert display.format_partial_date(hijri, ENGLISH) == "12 Shawwal 1446 AH"


def test_moments_are_local():
    moment = datetime(2025, 7, 11, 22, 30, tzinfo=UTC)
    beirut = timezone(timedelta(hours=3))
    assert display.format_moment(moment, PLAIN, beirut) == "12 يوليو 2025، 01:30"
    assert display.format_moment(moment, ARABIC, UTC) == "١١ يوليو ٢٠٢٥، ٢٢:٣٠"
    assert display.format_moment(moment, ENGLISH, UTC) == "11 July 2025, 22:30"
    assert display.format_moment(moment, ENGLISH)
    with pytest.raises(ValueError, match="2025"):
        display.format_moment(datetime(2025, 7, 11), PLAIN)  # noqa: DTZ001


def test_digits_of_either_set():
    assert display.format_digits("٣ من 12", PLAIN) == "3 من 12"
    assert display.format_digits("٣ من 12", ARABIC) == "٣ من ١٢"


@given(st.dates(), st.sampled_from(list(FAMILIES)), st.sampled_from(["ascii", "arabic"]))
def test_a_shown_date_is_read_back(day, months, digits):
    shown = display.format_date(day.isoformat(), Choice("ar", digits, months))
    if day.year >= 1000:
        assert parse_partial_date(shown).iso() == day.isoformat()


@given(st.decimals(-(10**12), 10**12, places=3), st.sampled_from([PLAIN, ARABIC]))
def test_a_shown_number_is_read_back(value, style):
    assert read_number(display.format_number(value, style)).low == value
