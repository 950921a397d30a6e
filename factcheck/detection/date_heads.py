"""One date with all that stands before it: modifier, part of day, head noun, weekday."""

from collections.abc import Callable
from dataclasses import replace

from factcheck.detection.date_parts import decade, first_months, part_of_period, season
from factcheck.detection.date_phrases import (
    bare_year,
    day_month,
    headed_year,
    month_day,
    month_only,
)
from factcheck.detection.date_words import Calendar, month_at
from factcheck.detection.numeric_dates import numeric_date
from factcheck.detection.relative_phrases import (
    ago,
    ago_after,
    day_word,
    definite_period,
)
from factcheck.detection.tokens import NUMBER, Tokens
from factcheck.detection.weekdays import dated_weekday, in_week, relative_weekday, weekday
from factcheck.detection.when import When

_SHY_DOORS = frozenset(
    {"في", "خلال", "منذ", "قبل", "بعد", "حتي", "من", "الي", "بحلول", "حلول", "بين", "in", "since"}
    | {"until", "till", "by", "during", "from", "to", "of", "between", "and", "through"}
)


def date_at(calendar: Calendar, place: int, *, is_nested: bool = False) -> When | None:
    """The date that begins at token `place`, with its head nouns; ranges are made elsewhere.

    `is_nested`: something before it (a head, a modifier, a range) already says that it is one,
    so months that are also other words count.
    """
    tokens = calendar.tokens
    word = tokens.word(place)
    if word.kind == NUMBER:
        return _in_digits(calendar, place)
    if "day_word" in word.tables:
        found = day_word(tokens, place, is_nested=is_nested)
        if found is not None:
            return _dated_day_word(calendar, found)
    return _in_words(calendar, place, word.tables, is_nested=is_nested)


def _in_words(
    calendar: Calendar, place: int, tables: frozenset[str], *, is_nested: bool
) -> When | None:
    for table, reader in _WORD_READERS:
        if table in tables:
            found = reader(calendar, place)
            if found is not None:
                return found
    if "month" in tables:
        found = _month(calendar, place, is_nested=is_nested)
        if found is not None:
            return found
    if tables.isdisjoint(_COUNTING):
        return None
    return ago(calendar, place) or ago_after(calendar, place)


def _in_digits(calendar: Calendar, place: int) -> When | None:
    found = numeric_date(calendar, place) or day_month(calendar, place)
    if found is not None:
        return found
    key = calendar.tokens.key(place)
    if key.endswith("0") or len(key) == 4:
        found = decade(calendar, place) or bare_year(calendar, place)
        if found is not None:
            return found
    return ago_after(calendar, place)


def _dated_day_word(calendar: Calendar, found: When) -> When:
    """اليوم الجمعة 11 يوليو: the date that follows is the same day."""
    dated = dated_weekday(calendar, found.last)
    if dated is None or dated.month is None:
        return found
    return replace(dated, first=found.first, lead=found.lead, parts=("relative", *dated.parts))


_Reader = Callable[[Calendar, int], When | None]


def _day_in_words(calendar: Calendar, place: int) -> When | None:
    found = day_month(calendar, place)
    return found and replace(found, lead=calendar.tokens.word(place).lead)


def _season(calendar: Calendar, place: int) -> When | None:
    return None if month_at(calendar.tokens, place) is not None else season(calendar, place)


def _month(calendar: Calendar, place: int, *, is_nested: bool) -> When | None:
    tokens = calendar.tokens
    month = month_at(tokens, place)
    if month is None:
        return None
    dated = month_day(calendar, place)
    if dated is not None and _is_capital(tokens, place):
        return dated
    found = month_only(calendar, place)
    if found is None or is_nested:
        return found
    is_alone = len(found.parts) == 1 and found.calendar == month.calendar
    if not is_alone or found.last > month.last:
        return found if _is_capital(tokens, place) or not month.is_shy else None
    if month.is_shy and not _has_door(tokens, place):
        return None
    return found if _is_capital(tokens, place) else None


def _is_capital(tokens: Tokens, place: int) -> bool:
    """Latin months begin with a capital: may and march are other words."""
    if not tokens.word(place).key.isascii():
        return True
    start, _ = tokens.span(place, place + 1)
    return tokens.folded.source[start].isupper()


def _has_door(tokens: Tokens, place: int) -> bool:
    """Whether a preposition before a shy month makes it a month."""
    word = tokens.word(place)
    return tokens.key(place - 1) in _SHY_DOORS or (word.lead > 0 and word.key[0] in "بل")


def _modified(calendar: Calendar, place: int) -> When | None:
    """مطلع العام, منتصف يوليو, نهاية 2024, early 2024, mid-July."""
    tokens = calendar.tokens
    found = tokens.match(place, "mod")
    if found is None or tokens.word(place).has_article:
        return None
    at = found[0]
    at += tokens.key(at) == "-" and tokens.is_glued(at)
    inner = date_at(calendar, at, is_nested=True) or definite_period(tokens, at)
    if inner is None or inner.lead or inner.until is not None or inner.mod is not None:
        return None
    lead = tokens.word(place).lead
    if found[1].form == "أول" and inner.grain == "month" and inner.month is not None:
        return replace(
            inner, first=place, lead=lead, grain="day", day=1, parts=("first", *inner.parts)
        )
    if inner.grain == "day" or inner.first != at:
        return None
    marks = (("modifier", place, found[0], lead), *inner.marks)
    return replace(
        inner, first=place, lead=lead, mod=found[1].value, parts=("mod", *inner.parts), marks=marks
    )


def _headed(calendar: Calendar, place: int) -> When | None:
    """يوم الاثنين, شهر يوليو, عام 2020, مساء أمس."""
    tokens = calendar.tokens
    found = tokens.match(place, "head")
    if found is None:
        return None
    at, entry = found
    word = tokens.word(place)
    inner = _inner(calendar, at, entry.kind)
    if inner is None and tokens.key(at) == "-" and entry.kind == "year":
        return None
    if inner is None or inner.lead or inner.first != at:
        return None
    if word.has_article and entry.kind not in ("year", "fiscal"):
        return None
    marks = (("head", place, at, word.lead), *inner.marks)
    return replace(inner, first=place, lead=word.lead, marks=marks)


def _inner(calendar: Calendar, place: int, kind: str) -> When | None:
    if place >= len(calendar.tokens):
        return None
    if kind in ("year", "fiscal"):
        return headed_year(calendar, place)
    inner = date_at(calendar, place, is_nested=True)
    if inner is None:
        return None
    if kind == "month":
        return inner if inner.grain == "month" and inner.month is not None else None
    if kind == "day":
        return inner if inner.grain == "day" else None
    return _night(calendar, inner) if inner.grain == "day" else None


def _night(calendar: Calendar, inner: When) -> When:
    """ليلة الثلاثاء الأربعاء: a night belongs to two days."""
    tokens = calendar.tokens
    at = inner.last
    at += tokens.key(at) in ("-", "–", "/")
    word = tokens.word(at)
    if inner.weekday is None or word.lead or "weekday" not in word.senses or inner.month:
        return inner
    second = weekday(calendar, at)
    return inner if second is None else replace(inner, last=second.last, until=second)


_WORD_READERS: tuple[tuple[str, _Reader], ...] = (
    ("mod", _modified),
    ("head", _headed),
    ("weekday", weekday),
    ("quarter", part_of_period),
    ("period", part_of_period),
    ("ordinal", part_of_period),
    ("unit", first_months),
    ("months_of", first_months),
    ("decade", decade),
    ("season", _season),
    ("ordinal", _day_in_words),
    ("number", _day_in_words),
    ("month_day", _day_in_words),
    ("period", in_week),
    ("this", in_week),
    ("direction", in_week),
    ("direction", relative_weekday),
)
_COUNTING = frozenset({"ago", "number", "article"})
