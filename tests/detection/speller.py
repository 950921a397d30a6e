"""Spells numbers in Arabic, independently of detection, in every case and spelling.

`Style` chooses what writers vary: nominative or accusative, the gender of the counted noun, the
construct state of a dual before a noun, مئة or مائة, hundreds in one word or two.
"""

from dataclasses import dataclass

_MASCULINE = [
    "",
    "واحد",
    "اثنان",
    "ثلاثة",
    "أربعة",
    "خمسة",
    "ستة",
    "سبعة",
    "ثمانية",
    "تسعة",
    "عشرة",
]
_FEMININE = ["", "واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع", "عشر"]
_TENS = ["", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]
_SCALES = [
    (10**9, "مليار", "مليارات"),
    (10**6, "مليون", "ملايين"),
    (10**3, "ألف", "آلاف"),
]


@dataclass(frozen=True)
class Style:
    accusative: bool = False
    feminine: bool = False
    construct: bool = False
    hundred: str = "مئة"
    split_hundreds: bool = False
    join: str = " و"


def spell(number: int, style: Style) -> str:
    """The number from 1 to 10**12 in words."""
    if number == 10**12:
        return "تريليون"
    parts = []
    for scale, one, many in _SCALES:
        count, number = divmod(number, scale)
        if count:
            parts.append(_scaled(count, one, many, style, is_last=not number))
    if number:
        parts.append(_below_thousand(number, style, is_last=True))
    return style.join.join(parts)


def _scaled(count: int, one: str, many: str, style: Style, *, is_last: bool) -> str:
    if count == 1:
        return one
    if count == 2:
        return one + _dual(style, is_construct=style.construct and is_last)
    words = _below_thousand(
        count,
        Style(style.accusative, False, False, style.hundred, style.split_hundreds, style.join),
        is_last=False,
    )
    below = count % 100
    if 3 <= below <= 10:
        return f"{words} {many}"
    if below in (0, 1, 2):
        return f"{_construct_hundreds(words, count)} {one}"
    return f"{words} {one}ا"


def _construct_hundreds(words: str, count: int) -> str:
    """مئتا ألف: the n of the dual falls before the noun."""
    if count == 200:
        return words.removesuffix("ن")
    return words


def _dual(style: Style, *, is_construct: bool) -> str:
    ending = "ي" if style.accusative else "ا"
    return ending if is_construct else ending + "ن"


def _below_thousand(number: int, style: Style, *, is_last: bool) -> str:
    hundreds, rest = divmod(number, 100)
    parts = []
    if hundreds:
        parts.append(
            _hundreds(hundreds, style, is_construct=style.construct and is_last and not rest)
        )
    if rest:
        parts.append(_below_hundred(rest, style))
    return style.join.join(parts)


def _hundreds(count: int, style: Style, *, is_construct: bool) -> str:
    if count == 1:
        return style.hundred
    if count == 2:
        return style.hundred[:-1] + "ت" + _dual(style, is_construct=is_construct)
    stem = "ثماني" if count == 8 and style.split_hundreds else _FEMININE[count]
    return stem + (" " if style.split_hundreds else "") + style.hundred


def _below_hundred(number: int, style: Style) -> str:
    units = _FEMININE if style.feminine else _MASCULINE
    tens, unit = divmod(number, 10)
    if number <= 10:
        return _unit(number, units, style)
    if tens == 1:
        return _teen(unit, style)
    ten = _TENS[tens] + ("ين" if style.accusative else "ون")
    return style.join.join([_unit(unit, units, style), ten]) if unit else ten


def _unit(unit: int, units: list[str], style: Style) -> str:
    if unit == 2 and style.accusative:
        return units[2].replace("ان", "ين")
    if unit == 8 and style.feminine:
        return "ثماني"
    return units[unit]


def _teen(unit: int, style: Style) -> str:
    ten = "عشرة" if style.feminine else "عشر"
    if unit == 1:
        return ("إحدى " if style.feminine else "أحد ") + ten
    if unit == 2:
        two = "اثنت" if style.feminine else "اثن"
        return two + ("ي " if style.accusative else "ا ") + ten
    units = _FEMININE if style.feminine else _MASCULINE
    return ("ثماني" if unit == 8 and style.feminine else units[unit]) + " " + ten
