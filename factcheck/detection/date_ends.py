"""Two ends of a range or a list made one date: what the first lacks comes from the second."""

from dataclasses import replace

from factcheck.detection.date_heads import date_at
from factcheck.detection.date_phrases import is_counted
from factcheck.detection.date_words import Calendar, Slot, day_at, year_at
from factcheck.detection.tokens import NUMBER, Tokens
from factcheck.detection.units import unit_after
from factcheck.detection.when import When

_YEARS = range(1800, 2101)


def partial(calendar: Calendar, place: int, *, is_joined: bool = False) -> When | None:
    """A date, or a bare day or year that the other end of a range completes."""
    tokens = calendar.tokens
    word = tokens.word(place)
    if word.lead and not is_joined:
        return None
    place += word.key == "ال"
    found = date_at(calendar, place, is_nested=True) if place < len(tokens) else None
    if found is not None:
        return found if found.until is None else None
    return bare(calendar, place)


def bare(calendar: Calendar, place: int) -> When | None:
    """A year or a day of the month that nothing else says to be a date."""
    tokens = calendar.tokens
    place += tokens.key(place) == "يوم"
    if tokens.word(place).kind == NUMBER:
        year = year_at(calendar, place)
        if year is not None and year.value in _YEARS and not _is_count(tokens, year.last):
            return When(place, year.last, grain="year", year=year.value, parts=("year",))
    day = bare_day(calendar, place)
    return None if day is None else When(place, day.last, day=day.value, parts=("day",))


def _is_count(tokens: Tokens, place: int) -> bool:
    unit = unit_after(tokens, place)
    return unit is not None and (unit.kind != "noun" or is_counted(tokens, place))


def bare_day(calendar: Calendar, place: int) -> Slot | None:
    """A day of the month in digits or as an ordinal; number words alone are too little."""
    day = day_at(calendar, place)
    return None if day is None or day.is_word else day


def is_bare_day(when: When) -> bool:
    """Whether only the day is said, so that another date has to complete it."""
    return when.day is not None and when.month is None and when.base is None and not when.is_placed


def join_ends(left: When, right: When) -> When | None:
    """The range of two dates; what the first lacks comes from the second."""
    if is_bare_day(right):
        if left.month is None or left.day is None or left.year is not None:
            return None
        right = replace(left, first=right.first, last=right.last, day=right.day)
    if is_bare_day(left):
        if right.day is None or (
            right.month is None and right.base is None and not right.is_placed
        ):
            return None
        left = replace(right, first=left.first, last=left.last, day=left.day)
    left = _completed(left, right)
    return replace(left, last=right.last, until=right)


def _completed(left: When, right: When) -> When:
    """The first date with the year, direction or calendar of the second."""
    if left.month is None or left.year is not None or left.base is not None:
        return left
    if left.direction is not None or left.offset is not None:
        return left
    year = right.year
    if year is not None and right.month is not None and left.month > right.month:
        year -= 1
    if left.calendar != right.calendar:
        return left
    return replace(left, year=year, base=right.base, direction=right.direction)
