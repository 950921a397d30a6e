"""Dates with a day, a month or a year of their own: 11 يوليو 2025, July 2025, عام 2020, 11/7/2025.

Every reader looks at one place and answers None when its rule does not fit; heads and modifiers
(يوم, مطلع, صباح) are added around them in `date_heads`.
"""

from dataclasses import replace

from factcheck.detection.date_words import (
    Calendar,
    Slot,
    day_at,
    era_at,
    is_separator,
    month_at,
    ordinal,
    year_at,
)
from factcheck.detection.lexicon import Word
from factcheck.detection.relative_phrases import direction_at, relative_period
from factcheck.detection.tokens import NUMBER, Tokens
from factcheck.detection.units import is_countable, unit_after
from factcheck.detection.when import When

_PLAIN_YEARS = range(1800, 2101)
_CLEAR_YEARS = range(1900, 2100)
_CENTURY = 100
_QUOTES = frozenset("“”\"«»‘’'")
_AFTER_DAY = frozenset({"month", "of", "direction", "period", "this"})


def day_month(calendar: Calendar, place: int) -> When | None:
    """11 يوليو 2025, الحادي عشر من تموز, 1 من شهر محرم 1446هـ, 11th of July."""
    day = day_at(calendar, place)
    if day is None:
        return None
    tokens = calendar.tokens
    at = day.last
    following = tokens.word(at)
    if following.tables.isdisjoint(_AFTER_DAY) and not is_separator(tokens, at):
        return None
    joiner = tokens.match(at, "of")
    if joiner is not None and joiner[1].kind == "month" and not tokens.word(at).lead:
        at = joiner[0]
    elif is_separator(tokens, at) and tokens.is_glued(at):
        at += 1
    if tokens.word(at).lead:
        return None
    month = month_at(tokens, at)
    if month is not None:
        return _month_tail(calendar, place, month, day)
    if joiner is None or at == day.last:
        return _day_of_period(tokens, place, day)
    return _day_of_period(tokens, place, replace(day, last=at))


def _day_of_period(tokens: Tokens, place: int, day: Slot) -> When | None:
    """14 من الشهر الجاري, and in short 14 الجاري."""
    base = relative_period(tokens, day.last)
    if base is not None and base.grain == "month" and not base.lead:
        return When(place, base.last, day=day.value, base=base, parts=("day", "relative"))
    found = direction_at(tokens, day.last)
    if found is not None and found[1] == 0 and not tokens.key(place).isascii():
        return When(place, found[0], day=day.value, direction=0, parts=("day", "relative"))
    if found is not None and found[1] == 0 and tokens.word(place).kind == NUMBER:
        return When(place, found[0], day=day.value, direction=0, parts=("day", "relative"))
    return None


def month_day(calendar: Calendar, place: int) -> When | None:
    """July 11, 2025 and يوليو 13."""
    tokens = calendar.tokens
    month = month_at(tokens, place)
    if month is None:
        return None
    at = month.last
    at += tokens.key(at) == "the"
    at += tokens.key(at) == "-" and tokens.is_glued(at)
    day = ordinal(tokens, at) if tokens.word(at).kind == NUMBER else None
    word = tokens.word(at)
    if day is None and word.kind == NUMBER and word.key.isdigit() and len(word.key) <= 2:
        day = Slot(int(word.key), at + 1) if 1 <= int(word.key) <= 31 else None
    if day is None or _counts(tokens, at, day.last):
        return None
    found = _month_tail(calendar, place, replace(month, last=day.last, is_shy=False), day)
    return None if found is None else replace(found, parts=("month", "day", *found.parts[2:]))


def _counts(tokens: Tokens, place: int, last: int) -> bool:
    """Whether the digits after a month count something of their own (في يوليو 15 قتيلا)."""
    if tokens.word(place).key.startswith("0") or tokens.key(last) == ":":
        return True
    if unit_after(tokens, last) is None or tokens.key(last) == "percent":
        return False
    return not tokens.key(place - 1).isascii() or "unit" in tokens.word(last).senses


def month_only(calendar: Calendar, place: int) -> When | None:
    """يوليو 2025, تموز الماضي, يناير من العام الجاري; alone when nothing else is meant by it."""
    month = month_at(calendar.tokens, place)
    return None if month is None else _month_tail(calendar, place, month, None)


def _month_tail(calendar: Calendar, place: int, month: Slot, day: Slot | None) -> When | None:
    """What follows the month: a year, العام الماضي, الماضي, or nothing."""
    tokens = calendar.tokens
    when = When(
        place,
        month.last,
        lead=tokens.word(place).lead,
        grain="month" if day is None else "day",
        day=None if day is None else day.value,
        month=month.value,
        calendar=month.calendar,
        parts=("month",) if day is None else ("day", "month"),
    )
    with_year = year_tail(calendar, when)
    if with_year is not None:
        return with_year
    era, last = era_at(tokens, month.last)
    if era:
        when = replace(when, last=last, calendar=era)
    found = direction_at(tokens, when.last)
    if found is not None:
        return replace(when, last=found[0], direction=found[1], parts=(*when.parts, "direction"))
    return when


def year_tail(calendar: Calendar, when: When) -> When | None:
    """The phrase with the year, or the year said by words, that follows it."""
    tokens = calendar.tokens
    at = when.last
    comma = tokens.key(at) in (",", "،") and tokens.word(at + 1).kind == NUMBER
    year = year_at(calendar, at + comma)
    if year is None and not comma:
        door = tokens.match(at, "of")
        if door is not None and door[1].kind in ("year", "month"):
            is_headed = tokens.key(door[0] - 1) != "من"
            year = year_at(calendar, door[0], is_headed=is_headed)
    if year is not None and not (comma and tokens.is_glued(at + 1)):
        scale = "hijri" if year.calendar == "hijri" or when.calendar == "hijri" else "gregorian"
        return replace(
            when, last=year.last, year=year.value, calendar=scale, parts=(*when.parts, "year")
        )
    return _with_relative_year(tokens, when)


def _with_relative_year(tokens: Tokens, when: When) -> When | None:
    """يوليو من العام الماضي, July last year, July of this year."""
    at = when.last
    joiner = tokens.match(at, "of")
    if joiner is not None and joiner[1].kind == "period" and not tokens.word(at).lead:
        at = joiner[0]
    elif tokens.key(at) in ("من", "of", "in"):
        at += 1
    base = relative_period(tokens, at)
    if base is None or base.grain != "year" or base.lead:
        return None
    return replace(when, last=base.last, base=base, parts=(*when.parts, "relative"))


def bare_year(calendar: Calendar, place: int) -> When | None:
    """A year without a head noun: in 2024, انتخابات 2024, and seasons 2021/2022, 2021-22."""
    tokens = calendar.tokens
    word = tokens.word(place)
    if word.kind != NUMBER or len(word.key) != 4 or not _stands_free(tokens, place):
        return None
    season = season_years(tokens, place)
    if season is not None:
        return season
    year = year_at(calendar, place)
    if year is None:
        return None
    has_era = year.last > place + 1
    if not has_era and (year.value not in _PLAIN_YEARS or not _is_year(tokens, place)):
        return None
    return When(
        place, year.last, grain="year", year=year.value, calendar=year.calendar, parts=("year",)
    )


def _stands_free(tokens: Tokens, place: int) -> bool:
    """Whether the digits are neither the whole text, nor a quoted title, nor part of a word."""
    if len(tokens) == 1 or (tokens.is_glued(place) and not _is_open(tokens, place)):
        return False
    return not (tokens.key(place - 1) in _QUOTES and tokens.key(place + 1) in _QUOTES)


def _is_open(tokens: Tokens, place: int) -> bool:
    """Whether the mark or proclitic glued before the digits leaves them free."""
    before = tokens.word(place - 1).key
    if before in ("(", "[", "“", '"', "«", "’", "'"):
        return True
    if before in ("و", "ل", "ب", "ف", "ال"):
        return True
    return before in "-–—" and tokens.word(place - 2).key[:1].isdigit()


def season_years(tokens: Tokens, place: int) -> When | None:
    """2021/2022, 2021-2022, 2021-22: two years in a row."""
    if tokens.key(place + 1) not in ("/", "-", "–", "\\") or tokens.word(place + 2).kind != NUMBER:
        return None
    first, second = tokens.word(place).key, tokens.word(place + 2).key
    goes_on = is_separator(tokens, place + 3) and tokens.word(place + 4).kind == NUMBER
    if not (first.isdigit() and second.isdigit()) or goes_on:
        return None
    is_short = len(second) == 2 and tokens.is_glued(place + 1) and tokens.is_glued(place + 2)
    if len(first) != 4 or not (len(second) == 4 or is_short) or int(first) not in _PLAIN_YEARS:
        return None
    start = int(first)
    end = start - start % _CENTURY + int(second) if is_short else int(second)
    if not start < end < start + 200 or (is_short and end != start + 1):
        return None
    last = When(place + 2, place + 3, grain="year", year=end)
    return replace(last, first=place, year=start, until=last, parts=("range", "year"))


def _is_year(tokens: Tokens, place: int) -> bool:
    """Whether four digits are a year and not a count: a preposition before, no unit after."""
    before = tokens.word(place - 1)
    if tokens.is_glued(place) and before.key in ("و", "ل", "ب", "ف"):
        before = tokens.word(place - 2)
    if _is_named(tokens, place, before):
        return False
    following = tokens.word(place + 1)
    if following.kind == NUMBER or "percent" in following.senses:
        return False
    has_door = "year_door" in before.senses
    unit = unit_after(tokens, place + 1)
    if unit is None:
        return has_door or before.tables.isdisjoint(("exceed", "reach"))
    is_clear = unit.kind == "noun" and int(tokens.word(place).key) in _CLEAR_YEARS
    return has_door and is_clear and not is_counted(tokens, place + 1)


def _is_named(tokens: Tokens, place: int, before: Word) -> bool:
    """Whether the word before makes the digits a name, a bounded count or half a range."""
    if not before.senses.keys().isdisjoint(("identifier", "comparator")):
        return True
    opening = before.senses.get("range")
    return _is_event(tokens, place) or (opening is not None and opening.value == "between")


def is_counted(tokens: Tokens, place: int) -> bool:
    """Whether the word after the digits is surely counted by them."""
    word = tokens.word(place)
    if word.key.isascii():
        return word.key.endswith("s")
    if not word.tables.isdisjoint(("shared", "counted")):
        return not word.lead
    return is_countable(word) and word.key.endswith("ا")


def _is_event(tokens: Tokens, place: int) -> bool:
    """مونديال 2022, كأس العالم 2022: part of a name."""
    for at in range(place - 1, max(place - 4, -1), -1):
        entry = tokens.word(at).senses.get("identifier")
        if entry is not None and entry.value == "event":
            return True
        if "stop" in tokens.word(at).senses or "year_door" in tokens.word(at).senses:
            return False
    return False


def headed_year(calendar: Calendar, place: int) -> When | None:
    """The year after a head noun (عام 2020, سنة ألفين وعشرين, العام الهجري 1446)."""
    season = season_years(calendar.tokens, place)
    if season is not None:
        return season
    year = year_at(calendar, place, is_headed=True)
    if year is None or _is_measured(calendar.tokens, year.last):
        return None
    return When(
        place, year.last, grain="year", year=year.value, calendar=year.calendar, parts=("year",)
    )


def _is_measured(tokens: Tokens, place: int) -> bool:
    unit = unit_after(tokens, place)
    return unit is not None and unit.kind not in ("noun", "time")
