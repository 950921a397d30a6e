"""Quantities: comparators, units, ranges, signs, and what is none."""

import pytest

from factcheck.detection.detect import detect
from factcheck.detection.digits import read_digits


def quantities(text):
    return [item for item in detect(text) if item.kind == "quantity"]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("310,400", 310400), ("2,017", 2017), ("12,6", 12.6), ("12.6", 12.6), ("1,234", 1234),
        ("1,234,567", 1234567),
        ("1.234.567", 1234567), ("1,234.5", 1234.5), ("1.234,5", 1234.5), ("26،013,94", 26013.94),
        ("0,123", 0.123), ("3.14159", 3.14159), ("12،6", 12.6), ("007", 7),
        ("1.2.3", None), ("192.168.1.1", None), ("14.07.2025", None), ("1,23,4", None),
        ("1" * 31, None), ("1,234.567.8", None),
    ],
)  # fmt: skip
def test_separators(key, value):
    found = read_digits(key)
    assert found is None if value is None else float(found) == pytest.approx(value)


@pytest.mark.parametrize(
    ("phrase", "comparator", "number", "unit"),
    [
        ("أكثر من 10 آلاف جندي", ">", 10000, "جندي"),
        ("نحو ثلاثة ملايين شخص", "~", 3000000, "شخص"),
        ("ما لا يقل عن 12 قتيلا", ">=", 12, "قتيلا"),
        ("9 كيلومترات تقريبا", "~", 9, "km"),
        ("حدود 1800 شخص", "~", 1800, "شخص"),
        ("في حدود 1800", "~", 1800, None),
        ("مئة عام ونيف", ">", 100, "year"),
        ("18 عاما أو أكثر", ">=", 18, "year"),
        ("دون سن 18 عاما", "<", 18, "year"),
        ("ما يصل إلى 800 زائر", "<=", 800, "زائر"),
        ("%3.4", "=", 3.4, "%"),
        ("٪٩", "=", 9, "%"),
        ("0.3 نقطة مئوية", "=", 0.3, "pp"),
        ("25 نقطة أساس", "=", 25, "bp"),
        ("3.5 مليارات دولار كندي", "=", 3500000000, "CAD"),
        ("200 ألف دينار كويتي", "=", 200000, "KWD"),
        ("50 جنيها إسترلينيا", "=", 50, "GBP"),
        ("50 جنيها", "=", 50, "جنيها"),
        ("$1.2 trillion", "=", 1200000000000, "USD"),
        ("5 ملايين برميل يوميا", "=", 5000000, "bbl/day"),
        ("38 درجة مئوية", "=", 38, "°C"),
        ("12 كيلومترا مربعا", "=", 12, "km2"),
        ("عشرات الآلاف من النازحين", "vague", 10000, "النازحين"),
        ("ثلاثة أخماس الأسر", "=", 0.6, "الأسر"),
        ("واحد من كل أربعة أطفال", "=", 0.25, "أطفال"),
        ("طفل من كل أربعة", "=", 0.25, None),
        ("شهرين ونصف الشهر", "=", 2.5, "month"),
        ("ثلاث سنوات ونصف", "=", 3.5, "year"),
        ("ثلاثة أضعاف", "=", 3, "x"),
        ("40 طبيبا وممرضا", "=", 40, "طبيبا"),
        ("-5 درجات", "=", -5, "درجات"),
        ("20 دولارا و43 سنتا", "=", 20.43, "USD"),
        ("1.245 حالة", "=", 1245, "حالة"),
        ("more than 20,000 Russian soldiers", ">", 20000, "soldiers"),
        ("35-year-old", "=", 35, "year"),
        ("two-thirds of voters", "=", 2 / 3, "voters"),
        ("one in five children", "=", 0.2, "children"),
        ("dozens of passengers", "vague", 10, "passengers"),
    ],
)
def test_value_and_span(phrase, comparator, number, unit):
    text = f"قالوا إن {phrase}، كما ورد"
    (item,) = quantities(text)
    assert text[item.start : item.end] == phrase
    assert item.value["number"] == pytest.approx(number)
    assert (item.value["comparator"], item.value["unit"]) == (comparator, unit)


@pytest.mark.parametrize(
    ("phrase", "low", "high", "unit"),
    [
        ("ما بين 20 و30 ألف نازح", 20000, 30000, "نازح"),
        ("من 5 إلى 7 أيام", 5, 7, "day"),
        ("2 إلى 3 ملايين دولار", 2000000, 3000000, "USD"),
        ("بين 85% و95%", 85, 95, "%"),
        ("6.5-7%", 6.5, 7, "%"),
        ("أكبر من 100 وأصغر من 300", 100, 300, None),
        ("between 5 and 7 percent", 5, 7, "%"),
        ("300-400 delegates", 300, 400, "delegates"),
    ],
)
def test_range(phrase, low, high, unit):
    text = f"يتراوح {phrase}."
    (item,) = quantities(text)
    assert text[item.start : item.end] == phrase
    assert item.value["comparator"] == "range"
    assert (item.value["number"], item.value["unit"]) == (None, unit)
    assert (item.value["low"], item.value["high"]) == (low, high)


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("تجاوز عدد الركاب 900 راكب", ">"),
        ("لم تتجاوز النسبة 5 في المئة", "<="),
        ("لا يزيد دخل الفرد على 3 دولارات", "<="),
        ("يشترط ألا يقل عمره عن 21 عاما", ">="),
        ("زاد عددهم على 50 شخصا", ">"),
        ("زاد عددهم إلى 50 شخصا", "="),
        ("تجاوز الأزمة في 3 أيام", "="),
        ("losses exceeded 5 million dollars", ">"),
    ],
)
def test_verbs_bound_the_number_and_stay_outside(text, comparator):
    (item,) = quantities(text)
    assert item.value["comparator"] == comparator
    assert text[item.start].isdigit()


def test_change_makes_two():
    found = quantities("ارتفع معدل التضخم من 5 إلى 7 في المئة")
    assert [(item.value["number"], item.value["unit"]) for item in found] == [(5, "%"), (7, "%")]


@pytest.mark.parametrize(
    "text",
    [
        "الملف 2019/55", "الرحلة 310 تغادر", "اجتماع 2+2", "طائرة ميغ-29", "مجموعة الثماني",
        "رقم 242", "عند 09:15 صباحا", "الدورة الثالثة", "أحد المسؤولين", "بمليون كلمة", "فاز 2-0",
        "المواد 3 و4 و5 من الدستور", "الذكرى الـ50 للتأسيس", "ألف تحية", "طراز ميركافا 4",
        "القرار 2254 دعا إلى وقف النار", "على الهاتف 0599-123-456", "x.com/2020/05",
        "https://x.org/a?q=30%25%2020%", "ربع النهائي", "لست أدري", "إيرباص 320", "كوفيد-19",
        "الساعة 10 مساء", "the G7 met", "Boeing 737", "Article 5", "one of them", "5th Avenue",
        "\n1. تحسين الخدمات", "الدول [3] هنا", "في 2020 شهدت", "شخص واحد",
        "الانسحاب إلى حدود 1967", "بحدود 1948 وما بعدها",
    ],
)  # fmt: skip
def test_no_quantity(text):
    assert quantities(f"قالوا {text}") == []
