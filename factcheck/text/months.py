"""Month names: three families of Gregorian months in Arabic, Hijri months, English.

For reading any of them and for writing the one a reader is used to.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from factcheck.text.folding import fold_key


class Calendar(StrEnum):
    """The calendar a date is written in."""

    GREGORIAN = "gregorian"
    HIJRI = "hijri"


EGYPT = (
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر",
    "نوفمبر", "ديسمبر",
)  # fmt: skip
LEVANT = (
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول",
    "تشرين الأول", "تشرين الثاني", "كانون الأول",
)  # fmt: skip
MAGHREB = (
    "جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر",
    "نوفمبر", "ديسمبر",
)  # fmt: skip
ENGLISH = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
HIJRI = (
    "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان",
    "رمضان", "شوال", "ذو القعدة", "ذو الحجة",
)  # fmt: skip
HIJRI_ENGLISH = (
    "Muharram", "Safar", "Rabi al-Awwal", "Rabi al-Thani", "Jumada al-Ula", "Jumada al-Akhira",
    "Rajab", "Shaban", "Ramadan", "Shawwal", "Dhu al-Qadah", "Dhu al-Hijjah",
)  # fmt: skip

FAMILIES: Mapping[str, tuple[str, ...]] = {
    "egypt": EGYPT,
    "levant": LEVANT,
    "maghreb": MAGHREB,
}
"""Gregorian month names in Arabic by the key of the setting that chooses them."""

_OTHER_GREGORIAN = {
    1: ("كانون 2", "ك2", "jan"),
    2: ("فبرير", "feb"),
    3: ("mar",),
    4: ("إبريل", "ابريل", "apr"),
    5: ("مايس",),
    6: ("يونيه", "jun"),
    7: ("يوليه", "يوليوز", "جويليه", "تموز", "jul"),
    8: ("غشت", "اغسطس", "aug"),
    9: ("شتنبر", "sep", "sept"),
    10: ("تشرين 1", "ت1", "اكتوبر", "oct"),
    11: ("نونبر", "تشرين 2", "ت2", "nov"),
    12: ("دجنبر", "كانون 1", "ك1", "dec"),
}
_OTHER_HIJRI = {
    1: ("المحرم", "محرم الحرام"),
    4: ("ربيع الثاني",),
    5: ("جمادى الأول",),
    6: ("جمادى الثانية", "جمادى الثاني", "جمادى الآخر"),
    8: ("sha'ban",),
    10: ("shawal",),
    11: ("ذي القعدة", "ذوالقعدة", "ذي القعده"),
    12: ("ذي الحجة", "ذوالحجة"),
}


def _numbered(names: Iterable[str]) -> Iterable[tuple[str, int]]:
    return ((name, number) for number, name in enumerate(names, 1))


def _table() -> dict[str, tuple[int, Calendar]]:
    table: dict[str, tuple[int, Calendar]] = {}
    for family in (EGYPT, LEVANT, MAGHREB, ENGLISH):
        table.update((fold_key(name), (n, Calendar.GREGORIAN)) for name, n in _numbered(family))
    for family in (HIJRI, HIJRI_ENGLISH):
        table.update((fold_key(name), (n, Calendar.HIJRI)) for name, n in _numbered(family))
    for others, calendar in (
        (_OTHER_GREGORIAN, Calendar.GREGORIAN),
        (_OTHER_HIJRI, Calendar.HIJRI),
    ):
        table.update(
            (fold_key(name), (n, calendar)) for n, names in others.items() for name in names
        )
    return table


_MONTHS = _table()


def month_of(name: str) -> tuple[int, Calendar] | None:
    """Return the number (1 to 12) and the calendar of a month name in any spelling, or None.

    A double name (`يوليو/تموز`) is one name where both mean the same month.
    """
    found = {_MONTHS.get(" ".join(part.split())) for part in fold_key(name).strip(" .").split("/")}
    return found.pop() if len(found) == 1 else None
