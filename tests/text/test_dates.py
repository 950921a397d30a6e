from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.errors import InvalidInputError
from factcheck.text.dates import PartialDate, parse_partial_date
from factcheck.text.months import ENGLISH, FAMILIES, HIJRI, Calendar, month_of


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2025", "2025"),
        ("٢٠٢٥", "2025"),
        ("۲۰۲۵", "2025"),
        ("2025-07", "2025-07"),
        ("2025-7-1", "2025-07-01"),
        ("2025/07/11", "2025-07-11"),
        ("11/7/2025", "2025-07-11"),
        ("١١ / ٧ / ٢٠٢٥", "2025-07-11"),
        ("11.07.2025", "2025-07-11"),
        ("7/2025", "2025-07"),
        ("11 يوليو 2025", "2025-07-11"),
        ("الجمعة، 11 يوليو/تموز 2025", "2025-07-11"),
        ("يوم 11 يوليو / تموز 2025م", "2025-07-11"),
        ("كانون الثاني 2025", "2025-01"),
        ("كانون 2 2025", "2025-01"),
        ("3 تشرين 1 2024", "2024-10-03"),
        ("٥ أيار ٢٠٢٤", "2024-05-05"),
        ("14 جويلية 2025", "2025-07-14"),
        ("20 غشت 2025", "2025-08-20"),
        ("نونبر 2024", "2024-11"),
        ("9 أفريل 1938", "1938-04-09"),
        ("عام 1990", "1990"),
        ("July 11, 2025", "2025-07-11"),
        ("11th July 2025", "2025-07-11"),
        ("Sept. 2024", "2024-09"),
        ("Friday, 3 May 2024", "2024-05-03"),
        ("12 شوال 1446", "2025-04-10"),
        ("12 شوّال ١٤٤٦ هـ", "2025-04-10"),
        ("12/10/1446هـ", "2025-04-10"),
        ("1446-10-12 AH", "2025-04-10"),
        ("شوال 1446", "2025-03-30/2025-04-28"),
        ("1446 هـ", "2024-07-07/2025-06-25"),
        ("3 ذي الحجة 1446", "2025-05-30"),
        ("12 Shawwal 1446", "2025-04-10"),
        ("1446", "1446"),
        ("12 ربيع الأول 1446هـ", "2024-09-15"),
        ("29 فبراير 2024", "2024-02-29"),
    ],
)
def test_dates_as_people_type_them(text, iso):
    parsed = parse_partial_date(text)
    assert parsed.iso() == iso
    assert parsed.original == text


@pytest.mark.parametrize(
    "text",
    ["", "  ", "أمس", "5 أيار", "11/7/25", "2025-07-", "12 شوال 1446 م", "July", "x" * 500,
     "يوليو/آب 2025", "5 مايو 2025 ثم", "2025 - 2026 - 2027", "هـ", "12:30", "-5/3/2024"],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_a_sentence(text):
    with pytest.raises(InvalidInputError, match="could not be read as a date"):
        parse_partial_date(text)


@pytest.mark.parametrize(
    "text",
    ["2025-02-29", "31/4/2025", "2025-13", "2025-00", "0/5/2025", "0000", "30 شباط 2025",
     "31 شوال 1446", "1200 هـ", "1501 هـ"],
)  # fmt: skip
def test_a_day_that_never_was_is_refused(text):
    with pytest.raises(InvalidInputError, match="no such day"):
        parse_partial_date(text)


def test_a_period_has_a_first_and_a_last_day():
    month = parse_partial_date("شباط 2024")
    assert (month.first_day(), month.last_day()) == (date(2024, 2, 1), date(2024, 2, 29))
    assert month.precision == "month"
    year = parse_partial_date("2023")
    assert (year.first_day(), year.last_day()) == (date(2023, 1, 1), date(2023, 12, 31))
    assert year.precision == "year"


def test_a_hijri_date_keeps_its_own_calendar():
    parsed = parse_partial_date("12 شوال 1446")
    assert (parsed.year, parsed.month, parsed.day) == (1446, 10, 12)
    assert parsed.calendar is Calendar.HIJRI
    assert parsed.precision == "day"


def test_unknown_months_and_unequal_double_names():
    assert month_of("برمهات") is None
    assert month_of("يوليو/آب") is None
    assert month_of("آب/أغسطس") == (8, Calendar.GREGORIAN)


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from([*FAMILIES.values(), ENGLISH]))
def test_every_day_is_read_back_from_iso_and_from_names(day, names):
    assert parse_partial_date(day.isoformat()).first_day() == day
    written = f"{day.day} {names[day.month - 1]} {day.year}"
    assert parse_partial_date(written).iso() == day.isoformat()


@given(st.integers(1343, 1499), st.integers(1, 12))
def test_hijri_months_follow_one_another_without_a_gap(year, month):
    this = parse_partial_date(f"{HIJRI[month - 1]} {year}")
    following = PartialDate(year + month // 12, month % 12 + 1, None, Calendar.HIJRI)
    assert (following.first_day() - this.last_day()).days == 1


@given(st.text(max_size=40) | st.text("0123456789-/. هشوال", max_size=20))
def test_anything_else_is_an_error_a_person_can_read(text):
    try:
        parsed = parse_partial_date(text)
    except InvalidInputError:
        return
    assert parsed.first_day() <= parsed.last_day()
