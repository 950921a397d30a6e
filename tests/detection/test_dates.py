"""Dates: every day through every pattern, and what relative ones mean."""

from datetime import date, timedelta

import pytest
from hijridate import Gregorian
from hypothesis import given
from hypothesis import strategies as st

from factcheck.detection.detect import detect

EGYPT = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
]
LEVANT = [
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول",
    "تشرين الأول", "تشرين الثاني", "كانون الأول",
]  # fmt: skip
TUNIS = [
    "جانفي",
    "فيفري",
    "مارس",
    "أفريل",
    "ماي",
    "جوان",
    "جويلية",
    "أوت",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
]
RABAT = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "ماي",
    "يونيو",
    "يوليوز",
    "غشت",
    "شتنبر",
    "أكتوبر",
    "نونبر",
    "دجنبر",
]
ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
ORDINALS = [
    "الأول",
    "الثاني",
    "الثالث",
    "الرابع",
    "الخامس",
    "السادس",
    "السابع",
    "الثامن",
    "التاسع",
    "العاشر",
]
HIJRI = [
    "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان",
    "رمضان", "شوال", "ذو القعدة", "ذي الحجة",
]  # fmt: skip
WEEKDAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def ordinal(day):
    if day <= 10:
        return ORDINALS[day - 1]
    unit = "الحادي" if day % 10 == 1 else ORDINALS[day % 10 - 1]
    if day < 20:
        return f"{unit} عشر"
    tens = "العشرين" if day < 30 else "الثلاثين"
    return tens if day % 10 == 0 else f"{unit} و{tens}"


def hijri(day):
    moon = Gregorian(day.year, day.month, day.day).to_hijri()
    return f"{moon.day} {HIJRI[moon.month - 1]} {moon.year}هـ"


PATTERNS = [
    lambda day: f"{day.day} {EGYPT[day.month - 1]} {day.year}",
    lambda day: f"{day.day} {LEVANT[day.month - 1]} {day.year}",
    lambda day: f"{day.day} {TUNIS[day.month - 1]} {day.year}",
    lambda day: f"{day.day} {RABAT[day.month - 1]} {day.year}",
    lambda day: f"{day.day} {LEVANT[day.month - 1]}/{EGYPT[day.month - 1]} {day.year}",
    lambda day: f"{day.day} {EGYPT[day.month - 1]} ({LEVANT[day.month - 1]}) {day.year}",
    lambda day: f"{day.day} من شهر {EGYPT[day.month - 1]} عام {day.year}",
    lambda day: f"{ordinal(day.day)} من {EGYPT[day.month - 1]} {day.year}م",
    lambda day: f"يوم {WEEKDAYS[day.weekday()]} {day.day} {EGYPT[day.month - 1]} {day.year}",
    lambda day: f"{WEEKDAYS[day.weekday()]} الموافق {day.day}/{day.month}/{day.year}",
    lambda day: f"{day.day}/{day.month}/{day.year}",
    lambda day: f"{day.day:02}-{day.month:02}-{day.year}",
    lambda day: f"{day.day:02}.{day.month:02}.{day.year}",
    lambda day: f"{day:%Y-%m-%d}",
    lambda day: f"{day.year}/{day.month}/{day.day}",
    lambda day: f"{day.day} {EGYPT[day.month - 1]} {day.year}".translate(INDIC),
    lambda day: f"{day.day}/{day.month}/{day.year}".translate(PERSIAN),
    lambda day: f"{day.day} {ENGLISH[day.month - 1]} {day.year}",
    lambda day: f"{ENGLISH[day.month - 1]} {day.day}, {day.year}",
    lambda day: f"{day.day}th of {ENGLISH[day.month - 1]} {day.year}",
]
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def dates_of(text, published=None, prefer="nearest"):
    found = detect(text, published=published, prefer=prefer)
    return [item for item in found if item.kind == "date"]


def assert_reads(pattern, day):
    text = pattern(day)
    (item,) = dates_of(f"وصل الوفد، {text}، إلى المدينة")
    assert (item.value["start"], item.value["end"]) == (str(day), str(day)), text
    assert item.end - item.start == len(text), text
    assert item.value["precision"] == "day"


@pytest.mark.parametrize("number", range(len(PATTERNS)))
@given(day=DAYS)
def test_days_in_every_pattern(number, day):
    assert_reads(PATTERNS[number], day)


@given(st.dates(date(1925, 1, 1), date(2076, 12, 31)))
def test_hijri_days(day):
    (item,) = dates_of(f"صدر القرار في {hijri(day)}.")
    assert item.value["start"] == str(day)
    assert item.value["calendar"] == "hijri"


@pytest.mark.campaign
@pytest.mark.timeout(3600)
def test_every_day_in_every_pattern():
    day, last = date(1900, 1, 1), date(2100, 12, 31)
    while day <= last:
        for pattern in PATTERNS:
            assert_reads(pattern, day)
        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("أمس", "2025-07-10", "2025-07-10", "day"),
        ("أول من أمس", "2025-07-09", "2025-07-09", "day"),
        ("بعد غد", "2025-07-13", "2025-07-13", "day"),
        ("الأربعاء", "2025-07-09", "2025-07-09", "day"),
        ("الجمعة", "2025-07-11", "2025-07-11", "day"),
        ("الجمعة الماضي", "2025-07-04", "2025-07-04", "day"),
        ("الجمعة المقبل", "2025-07-18", "2025-07-18", "day"),
        ("الأسبوع الماضي", "2025-06-30", "2025-07-06", "week"),
        ("الشهر الجاري", "2025-07-01", "2025-07-31", "month"),
        ("العام قبل الماضي", "2023-01-01", "2023-12-31", "year"),
        ("العقد الماضي", "2010-01-01", "2019-12-31", "decade"),
        ("الربع الثاني من العام الجاري", "2025-04-01", "2025-06-30", "quarter"),
        ("النصف الأول من 2024", "2024-01-01", "2024-06-30", "half"),
        ("قبل ستة أيام", "2025-07-05", "2025-07-05", "day"),
        ("قبل أسبوعين", "2025-06-23", "2025-06-29", "week"),
        ("منذ ثلاثة أشهر", "2025-04-01", "2025-04-30", "month"),
        ("يناير", "2025-01-01", "2025-01-31", "month"),
        ("ديسمبر", "2025-12-01", "2025-12-31", "month"),
        ("ديسمبر الماضي", "2024-12-01", "2024-12-31", "month"),
        ("يناير المقبل", "2026-01-01", "2026-01-31", "month"),
        ("يوليو من العام الماضي", "2024-07-01", "2024-07-31", "month"),
        ("14 من الشهر الجاري", "2025-07-14", "2025-07-14", "day"),
        ("يومي 14 و15 يوليو", "2025-07-14", "2025-07-15", "day"),
        ("بين مارس ومايو 2022", "2022-03-01", "2022-05-31", "month"),
        ("من ديسمبر إلى فبراير 2024", "2023-12-01", "2024-02-29", "month"),
        ("عامي 2003 و2004", "2003-01-01", "2004-12-31", "year"),
        ("تسعينيات القرن الماضي", "1990-01-01", "1999-12-31", "decade"),
        ("الجمعة من الأسبوع المقبل", "2025-07-18", "2025-07-18", "day"),
        ("two weeks ago", "2025-06-23", "2025-06-29", "week"),
        ("last Monday", "2025-07-07", "2025-07-07", "day"),
        ("Q2 2024", "2024-04-01", "2024-06-30", "quarter"),
        ("July 14 and 15, 2025", "2025-07-14", "2025-07-15", "day"),
    ],
)
def test_meaning_on_a_friday(text, start, end, precision):
    (item,) = dates_of(f"{text}.", published="2025-07-11")
    value = item.value
    assert (value["start"], value["end"], value["precision"]) == (start, end, precision)


@pytest.mark.parametrize(
    "text",
    [
        "مارس الرياضة", "في أمس الحاجة", "اليوم العالمي", "ثورة 25 يناير", "رجب طيب أردوغان",
        "الملف 2019/55", "القانون رقم 5/2020", "صلاة الجمعة", "they may go", "a march",
        "كأس العالم 2022", "رؤية 2030", "المصري اليوم", "24/7", "الساعة 09:15",
    ],
)  # fmt: skip
def test_no_date(text):
    assert dates_of(f"قالوا إن {text} مهم", published="2025-07-11") == []


@pytest.mark.parametrize("text", ["أمس", "الخميس", "يوليو الماضي", "14 يوليو", "قبل عامين"])
def test_without_day_of_publication_it_stays_open(text):
    (item,) = dates_of(f"حدث ذلك {text} هناك")
    assert item.value["start"] is None
    assert item.value["relative"] is True
    assert "publication" in item.value["reason"]


def test_no_such_day():
    (item,) = dates_of("وقع الحادث في 31 فبراير 2023 هناك")
    assert item.value["start"] is None
    assert "no such day" in item.value["reason"]


def test_hijri_outside_the_tables_is_said_to_be_computed():
    (item,) = dates_of("ولد سنة 1250 هـ هناك")
    assert item.value["start"][:4] == "1834"
    assert "reason" in item.value


@pytest.mark.parametrize(
    ("prefer", "start"),
    [("past", "2025-03-01"), ("future", "2026-03-01"), ("nearest", "2025-03-01")],
)
def test_preference_chooses_the_year(prefer, start):
    (item,) = dates_of("في مارس حدث ذلك", published="2025-07-11", prefer=prefer)
    assert item.value["start"] == start
