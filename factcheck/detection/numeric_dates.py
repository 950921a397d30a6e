"""Dates in digits alone: 11/7/2025, 2025-07-11, 14.07.2025, 03/05/1445هـ, 7/2025."""

from datetime import date

from factcheck.detection.date_words import Calendar, era_at
from factcheck.detection.tokens import NUMBER, Tokens
from factcheck.detection.units import unit_after
from factcheck.detection.when import When

_SEPARATORS = frozenset("/-–.")
_HIJRI = range(1300, 1501)
_YEARS = range(1700, 2200)
_PIVOT = 70


def numeric_date(calendar: Calendar, place: int) -> When | None:
    """A date in digits that begins at `place`: day first, or year first when it has four digits.

    A month above twelve in second place turns the order to month first. A day and month without
    year need a word such as يوم or بتاريخ before them.
    """
    tokens = calendar.tokens
    word = tokens.word(place)
    if tokens.key(place + 1) not in _SEPARATORS and "." not in word.key:
        return None
    if word.kind != NUMBER or (tokens.is_glued(place) and not _may_begin(tokens, place)):
        return None
    numbers, last = _numbers(tokens, place)
    era, after = era_at(tokens, last)
    if len(numbers) == 3:
        return _full(numbers, place, after if era else last, era)
    if len(numbers) == 2:
        return _month_year(tokens, numbers, place, last) or _day_month(tokens, numbers, place, last)
    return None


def _may_begin(tokens: Tokens, place: int) -> bool:
    return tokens.word(place - 1).key in ("(", "[", "و", "ب", "ل", "“", '"', "«", ":")


def _numbers(tokens: Tokens, place: int) -> tuple[list[str], int]:
    """The digits parted by one kind of separator, and the token after them."""
    key = tokens.word(place).key
    if "." in key and key.count(".") == 2 and key.replace(".", "").isdigit():
        return key.split("."), place + 1
    if not key.isdigit():
        return [], place
    numbers, at = [key], place + 1
    separator = tokens.key(at)
    while separator in _SEPARATORS and tokens.key(at) == separator and len(numbers) < 4:
        following = tokens.word(at + 1)
        if following.kind != NUMBER or not following.key.isdigit():
            break
        if tokens.is_glued(at) != tokens.is_glued(at + 1):
            break
        if not tokens.is_glued(at) and len(numbers) == 1 and not _closes(tokens, at, separator):
            break
        numbers.append(following.key)
        at += 2
    return numbers, at


def _closes(tokens: Tokens, at: int, separator: str) -> bool:
    """14 / 7 / 2025: with spaces only when a third number follows."""
    return tokens.key(at + 2) == separator and tokens.word(at + 3).kind == NUMBER


def _full(numbers: list[str], place: int, last: int, era: str) -> When | None:
    first, second, third = numbers
    if len(first) == 4:
        year, month, day = int(first), int(second), int(third)
        if len(second) == len(third) == 2 and era != "hijri" and year in _YEARS:
            return _iso(numbers, place, last)
    elif len(third) in (2, 4) and max(len(first), len(second)) <= 2:
        year, month, day = _full_year(third), int(second), int(first)
    else:
        return None
    is_hijri = era == "hijri" or (year in _HIJRI and era != "gregorian")
    if month > 12 and not is_hijri:
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31) or not (is_hijri or year in _YEARS):
        return None
    return When(
        place,
        last,
        day=day,
        month=month,
        year=year,
        calendar="hijri" if is_hijri else "gregorian",
        parts=("numeric",),
    )


def _iso(numbers: list[str], place: int, last: int) -> When | None:
    try:
        day = date.fromisoformat("-".join(numbers))
    except ValueError:
        return None
    return When(place, last, day=day.day, month=day.month, year=day.year, parts=("iso",))


def _full_year(digits: str) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    return 1900 + year if year >= _PIVOT else 2000 + year


def _month_year(tokens: Tokens, numbers: list[str], place: int, last: int) -> When | None:
    """7/2025 and 2025/07, 2025-07."""
    first, second = numbers
    if tokens.key(place + 1) == "." or not tokens.is_glued(place + 1):
        return None
    if len(second) == 4 and len(first) <= 2:
        month, year = int(first), int(second)
    elif len(first) == 4 and len(second) == 2:
        month, year = int(second), int(first)
    else:
        return None
    if not 1 <= month <= 12 or not 1900 <= year <= 2100:
        return None
    return When(place, last, grain="month", month=month, year=year, parts=("numeric",))


def _day_month(tokens: Tokens, numbers: list[str], place: int, last: int) -> When | None:
    """14/7 after يوم, بتاريخ and the like; alone only when it can be nothing else (22/04)."""
    if tokens.key(place + 1) not in ("/", "-") or not tokens.is_glued(place + 1):
        return None
    day, month = int(numbers[0]), int(numbers[1])
    is_padded = numbers[1][0] == "0" and day > 12 and tokens.key(place + 1) == "/"
    if not is_padded and "date_door" not in tokens.word(place - 1).senses:
        return None
    if tokens.key(last).startswith("ال") or unit_after(tokens, last) is not None:
        return None
    if month > 12:
        day, month = month, day
    if not (1 <= day <= 31 and 1 <= month <= 12) or max(map(len, numbers)) > 2:
        return None
    return When(place, last, day=day, month=month, parts=("numeric",))
