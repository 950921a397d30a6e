"""Coordinated dates: 14 و15 يوليو, يومي السبت والأحد, عامي 2003 و2004, July 14 and 15."""

from dataclasses import replace

from factcheck.detection.date_ends import bare_day, is_bare_day, join_ends, partial
from factcheck.detection.date_phrases import headed_year, year_tail
from factcheck.detection.date_words import Calendar
from factcheck.detection.tokens import Tokens
from factcheck.detection.units import unit_after
from factcheck.detection.when import When

MANY = frozenset({"two", "many"})
"""Head nouns that more than one date follows."""


def days_after_month(calendar: Calendar, left: When) -> When | None:
    """July 14 and 15, 2025: the days follow the month."""
    if left.parts[:1] != ("month",) or left.day is None or left.year is not None:
        return None
    at = _next(calendar.tokens, left.last)
    day = None if at is None else bare_day(calendar, at)
    if at is None or day is None or day.value <= left.day:
        return None
    if calendar.tokens.key(at - 1) == "," or unit_after(calendar.tokens, day.last) is not None:
        return None
    second = replace(left, first=at, last=day.last, day=day.value)
    second = year_tail(calendar, second) or second
    return replace(left, last=second.last, until=second, year=second.year, base=second.base)


def listed_after(calendar: Calendar, left: When) -> When | None:
    """14 و15 يوليو, 14، 15 و16 يوليو, مارس وأبريل 2022, July 14 and 15."""
    ends = [left]
    while len(ends) < 8:
        at = _next(calendar.tokens, ends[-1].last)
        if at is None:
            break
        item = partial(calendar, at, is_joined=True)
        if item is None:
            break
        ends.append(item)
        if not is_bare_day(item) and not _is_bare_month(item):
            break
    return _listed(ends) if len(ends) > 1 else None


def _listed(ends: list[When]) -> When | None:
    last = ends[-1]
    if all(is_bare_day(each) for each in ends[:-1]) and last.day is not None:
        return _span_of(ends) if not is_bare_day(last) and last.weekday is None else None
    if all(_is_bare_month(each) for each in ends[:-1]) and last.grain == "month":
        is_complete = last.year is not None or last.direction is not None or last.base is not None
        return _span_of(ends) if is_complete else None
    return None


def _is_bare_month(when: When) -> bool:
    return (
        when.grain == "month"
        and when.month is not None
        and when.year is None
        and when.base is None
        and when.direction is None
    )


def _span_of(ends: list[When]) -> When | None:
    joined = join_ends(ends[0], ends[-1])
    return None if joined is None else replace(joined, parts=("list", *ends[-1].parts))


def _next(tokens: Tokens, place: int) -> int | None:
    """Where the next date of a list begins."""
    word = tokens.word(place)
    if word.key in ("و", "،", "and", ",", "وال"):
        after = place + 1
        return after + (word.key in ("،", ",") and tokens.key(after) == "و")
    return place if word.lead == 1 and word.key[0] == "و" else None


def headed_list(calendar: Calendar, place: int, at: int, kind: str) -> When | None:
    """يومي 14 و15 يوليو, يومي السبت والأحد, شهري مايو ويونيو, عامي 2003 و2004."""
    tokens = calendar.tokens
    found = _year_list(calendar, at) if kind == "year" else _day_list(calendar, at, kind)
    if found is None:
        return None
    lead = tokens.word(place).lead
    marks = (("head", place, at, lead), *found.marks)
    return replace(found, first=place, lead=lead, marks=marks)


def headed_years(calendar: Calendar, place: int) -> When | None:
    """عامي 2003 و2010, as it stands after بين."""
    head = calendar.tokens.match(place, "head")
    if head is None or head[1].kind != "year" or head[1].value not in MANY:
        return None
    return _year_list(calendar, head[0])


def _year_list(calendar: Calendar, place: int) -> When | None:
    tokens = calendar.tokens
    ends: list[When] = []
    at: int | None = place
    while at is not None and at < len(tokens) and len(ends) < 8:
        at += tokens.key(at) == "ال"
        year = headed_year(calendar, at)
        if year is None:
            break
        ends.append(year)
        at = _next(tokens, year.last)
    if len(ends) < 2:
        return None
    return replace(ends[0], last=ends[-1].last, until=ends[-1], parts=("list", "year"))


def _day_list(calendar: Calendar, place: int, kind: str) -> When | None:
    tokens = calendar.tokens
    ends: list[When] = []
    at: int | None = place
    while at is not None and at < len(tokens) and len(ends) < 8:
        item = partial(calendar, at, is_joined=bool(ends))
        if item is None or (item.grain != "day" if kind == "day" else item.grain != "month"):
            break
        ends.append(item)
        at = _next(tokens, item.last)
    if not ends:
        return None
    last = ends[-1]
    if last.until is not None:
        return last
    if len(ends) < 2 or (is_bare_day(last) and last.weekday is None):
        return None
    if last.weekday is not None and last.month is None:
        first = replace(ends[0], direction=last.direction)
        return replace(first, last=last.last, until=last, parts=("list", "weekday"))
    return _span_of(ends)
