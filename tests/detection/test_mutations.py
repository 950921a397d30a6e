"""The same passage in other digits, with marks, tatweel or controls, has the same values."""

import random
import re

import pytest

from factcheck.detection.detect import detect
from tests.detection.scoring import passages

INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
FIGURES = [passage for passage in passages("figures", "figures_more") if passage["lang"] == "ar"]


def marks(text):
    return re.sub("(?<=[بتدرسعقلمن])(?=[اوي])", "\u064e", text)


def tatweel(text):
    return re.sub("(?<=[بتسعقلمن])(?=[اهم])", "\u0640\u0640", text)


def controls(text):
    return re.sub("([0-9٠-٩]+)", "\u200f\\1\u202c", text)


def hamza(text):
    return text.replace("أ", "ا").replace("إ", "ا").replace("ة", "ه").replace("ى", "ي")


def persian_letters(text):
    return text.replace("ي", "ی").replace("ك", "ک")


def hard_spaces(text):
    return text.replace(" ", "\u00a0")


CHANGES = {
    "indic": lambda text: text.translate(INDIC),
    "persian": lambda text: text.translate(PERSIAN),
    "marks": marks,
    "tatweel": tatweel,
    "controls": controls,
    "hamza": hamza,
    "persian letters": persian_letters,
    "hard spaces": hard_spaces,
}


def values(text, published):
    found = detect(text, language="ar", published=published)
    return [
        (item.kind, *((key, item.value[key]) for key in item.value if key != "unit"))
        for item in found
        if item.kind in ("quantity", "date")
    ]


@pytest.mark.parametrize("name", CHANGES)
def test_values_do_not_change(name):
    changed = []
    for passage in FIGURES:
        published = passage.get("reference_date")
        before = values(passage["text"], published)
        after = values(CHANGES[name](passage["text"]), published)
        if before != after:
            changed.append((passage["id"], set(before) ^ set(after)))
    assert not changed


@pytest.mark.parametrize("proclitic", ["و", "ف", "ب", "ل", "وب", "ول"])
@pytest.mark.parametrize(
    "text",
    [
        "ثلاثة آلاف جندي", "أكثر من 10 آلاف شخص", "نحو ألف دينار كويتي", "عشرات الآلاف",
        "خمسة في المئة", "مليوني نسمة", "120 ألف طن", "نصف مليون لاجئ", "ثلاثمئة وخمسين طالبا",
        "يوليو 2024", "نهاية عام 2023", "الاثنين الماضي", "14 يوليو 2025", "أمس",
    ],
)  # fmt: skip
def test_proclitics_change_nothing_and_stay_outside(text, proclitic):
    (plain,) = list(detect(text, published="2025-07-11"))
    passage = f"قالوا ذلك {proclitic}{text} حسب البيان"
    found = [
        item
        for item in detect(passage, published="2025-07-11")
        if item.kind in ("quantity", "date")
    ]
    assert [(dict(item.value), passage[item.start : item.end]) for item in found] == [
        (dict(plain.value), text)
    ]


def test_order_of_runs_changes_nothing():
    shuffled = FIGURES.copy()
    random.Random(3).shuffle(shuffled)
    one = {each["id"]: detect(each["text"]) for each in FIGURES}
    other = {each["id"]: detect(each["text"]) for each in shuffled}
    assert one == other
