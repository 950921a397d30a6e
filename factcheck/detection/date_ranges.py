"""Dates that hang together: ranges and coordinated days, months and years."""

from dataclasses import replace

from factcheck.detection.date_heads import date_at
from factcheck.detection.date_phrases import headed_year, is_counted, year_tail
from factcheck.detection.date_words import Calendar, Slot, day_at, year_at
from factcheck.detection.lexicon import Word
from factcheck.detection.tokens import NUMBER, Tokens
from factcheck.detection.units import unit_after
from factcheck.detection.when import When

_DASHES = frozenset("-–—")
_CONNECTING = _DASHES | {"الي", "to", "و", "،", ",", "and", "st", "nd", "rd", "th"}
_TO = frozenset({"الي", "حتي", "to", "until", "till", "through"})
_MANY = frozenset({"two", "many"})
_YEARS = range(1800, 2101)


_BEGINNINGS = frozenset(
    {"month", "weekday", "day_word", "head", "mod", "ordinal", "month_day", "decade", "season"}
    | {"period", "quarter", "months_of", "direction", "this", "ago", "range", "number", "article"}
    | {"unit"}
)


def may_begin(word: Word) -> bool:
    """Whether any date can begin with the word; most words of a text are done with here."""
    if word.kind == NUMBER:
        return True
    return not word.tables.isdisjoint(_BEGINNINGS)


def range_at(calendar: Calendar, place: int) -> When | None:
    """A range or list that begins at `place`: بين مارس ومايو 2022, يومي 14 و15 يوليو."""
    tokens = calendar.tokens
    opening = tokens.match(place, "range")
    if opening is not None and opening[1].kind == "before":
        return _opened(calendar, place, opening[0], opening[1].value)
    head = tokens.match(place, "head")
    if head is not None and head[1].value in _MANY:
        listed = _headed_list(calendar, place, head[0], head[1].kind)
        if listed is not None:
            return listed
    return _plain(calendar, place)


def _opened(calendar: Calendar, place: int, at: int, kind: str) -> When | None:
    """بين X وY, من X إلى Y, between X and Y, from X to Y."""
    tokens = calendar.tokens
    at += tokens.key(at) == "ال"
    if kind == "between":
        listed = _headed_years(calendar, at)
        if listed is not None:
            return replace(listed, first=place, lead=tokens.word(place).lead)
    left = partial(calendar, at)
    if left is None:
        return None
    right_at = _second(tokens, left.last, kind)
    right = None if right_at is None else partial(calendar, right_at, is_joined=True)
    if right is None or right_at is None:
        return None
    joined = _joined(left, right)
    if joined is None:
        return None
    lead = tokens.word(place).lead
    marks = (("range", place, at, lead), *joined.marks)
    return replace(joined, first=place, lead=lead, parts=("range", *right.parts), marks=marks)


def _second(tokens: Tokens, place: int, kind: str) -> int | None:
    """Where the second date of an opened range begins."""
    word = tokens.word(place)
    if kind == "between":
        if word.key in ("و", "and", "وال"):
            return place + 1
        return place if word.key[0] == "و" and len(word.key) > 1 else None
    if word.bare in _TO or word.key in _DASHES or word.key in ("وحتي", "والي"):
        return place + 1
    return place if word.lead == 1 and word.key[0] == "ل" else None


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
    return _bare(calendar, place)


def _bare(calendar: Calendar, place: int) -> When | None:
    """A year or a day of the month that nothing else says to be a date."""
    tokens = calendar.tokens
    if tokens.word(place).kind == NUMBER:
        year = year_at(calendar, place)
        if year is not None and year.value in _YEARS and not _is_count(tokens, year.last):
            return When(place, year.last, grain="year", year=year.value, parts=("year",))
    day = _bare_day(calendar, place)
    return None if day is None else When(place, day.last, day=day.value, parts=("day",))


def _is_count(tokens: Tokens, place: int) -> bool:
    unit = unit_after(tokens, place)
    return unit is not None and (unit.kind != "noun" or is_counted(tokens, place))


def _bare_day(calendar: Calendar, place: int) -> Slot | None:
    day = day_at(calendar, place)
    return None if day is None or day.is_word else day


def _is_bare_day(when: When) -> bool:
    return when.day is not None and when.month is None and when.base is None and not when.is_placed


def _joined(left: When, right: When) -> When | None:
    """The range of two dates; what the first lacks comes from the second."""
    if _is_bare_day(right):
        if left.month is None or left.day is None or left.year is not None:
            return None
        right = replace(left, first=right.first, last=right.last, day=right.day)
    if _is_bare_day(left):
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


def _plain(calendar: Calendar, place: int) -> When | None:
    """One date, a range with a dash or إلى, or days and months joined by و."""
    tokens = calendar.tokens
    word = tokens.word(place)
    first = date_at(calendar, place)
    if first is not None and first.until is not None:
        return first
    left = first or (_bare(calendar, place) if _may_be_day(tokens, place, word) else None)
    if left is None:
        return None
    right_at = _dashed(tokens, left)
    if right_at is not None:
        right = partial(calendar, right_at, is_joined=True)
        joined = None if right is None else _dash_joined(calendar, left, right)
        if joined is not None:
            return joined
    return _after_month(calendar, left) or _list(calendar, left) or first


def _may_be_day(tokens: Tokens, place: int, word: Word) -> bool:
    """Whether a day of the month may stand here that a date after it completes."""
    if word.kind != NUMBER:
        return "ordinal" in word.senses or "month_day" in word.senses
    following = tokens.word(place + 1)
    return following.key in _CONNECTING or following.key[0] == "و"


def _dashed(tokens: Tokens, left: When) -> int | None:
    key = tokens.key(left.last)
    if key in _DASHES or key in ("الي", "to"):
        return left.last + 1
    return None


def _dash_joined(calendar: Calendar, left: When, right: When) -> When | None:
    """13-15 يوليو, مارس-مايو 2022, 2010-2015: both ends must be of one grain."""
    both_days = left.day is not None and right.day is not None
    both_months = left.grain == right.grain == "month"
    both_years = (
        left.grain == right.grain == "year" and left.offset is None and right.offset is None
    )
    if not (both_days or both_months or both_years) or right.lead:
        return None
    if both_years and not (left.year or 0) < (right.year or 0):
        return None
    if left.parts[:1] == ("month",) and _is_bare_day(right) and left.day is not None:
        right = replace(left, first=right.first, last=right.last, day=right.day)
        right = year_tail(calendar, right) or right
    joined = _joined(left, right)
    if joined is None or (joined.month is None and joined.year is None and joined.base is None):
        return None
    marks = (("range", left.last, left.last + 1, 0), *joined.marks)
    return replace(joined, parts=("range", *right.parts), marks=marks)


def _after_month(calendar: Calendar, left: When) -> When | None:
    """July 14 and 15, 2025: the days follow the month."""
    if left.parts[:1] != ("month",) or left.day is None or left.year is not None:
        return None
    at = _next(calendar.tokens, left.last)
    day = None if at is None else _bare_day(calendar, at)
    if at is None or day is None or day.value <= left.day:
        return None
    if calendar.tokens.key(at - 1) == "," or unit_after(calendar.tokens, day.last) is not None:
        return None
    second = replace(left, first=at, last=day.last, day=day.value)
    second = year_tail(calendar, second) or second
    return replace(left, last=second.last, until=second, year=second.year, base=second.base)


def _list(calendar: Calendar, left: When) -> When | None:
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
        if not _is_bare_day(item) and not _is_bare_month(item):
            break
    return _listed(ends) if len(ends) > 1 else None


def _listed(ends: list[When]) -> When | None:
    last = ends[-1]
    if all(_is_bare_day(each) for each in ends[:-1]) and last.day is not None:
        return _span_of(ends) if not _is_bare_day(last) and last.weekday is None else None
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
    joined = _joined(ends[0], ends[-1])
    return None if joined is None else replace(joined, parts=("list", *ends[-1].parts))


def _next(tokens: Tokens, place: int) -> int | None:
    """Where the next date of a list begins."""
    word = tokens.word(place)
    if word.key in ("و", "،", "and", ",", "وال"):
        after = place + 1
        return after + (word.key in ("،", ",") and tokens.key(after) == "و")
    return place if word.lead == 1 and word.key[0] == "و" else None


def _headed_list(calendar: Calendar, place: int, at: int, kind: str) -> When | None:
    """يومي 14 و15 يوليو, يومي السبت والأحد, شهري مايو ويونيو, عامي 2003 و2004."""
    tokens = calendar.tokens
    found = _year_list(calendar, at) if kind == "year" else _day_list(calendar, at, kind)
    if found is None:
        return None
    lead = tokens.word(place).lead
    marks = (("head", place, at, lead), *found.marks)
    return replace(found, first=place, lead=lead, marks=marks)


def _headed_years(calendar: Calendar, place: int) -> When | None:
    head = calendar.tokens.match(place, "head")
    if head is None or head[1].kind != "year" or head[1].value not in _MANY:
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
    if len(ends) < 2 or (_is_bare_day(last) and last.weekday is None):
        return None
    if last.weekday is not None and last.month is None:
        first = replace(ends[0], direction=last.direction)
        return replace(first, last=last.last, until=last, parts=("list", "weekday"))
    return _span_of(ends)
