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
from factcheck.detection.date_words import Calendar, month_at, ordinal
from factcheck.detection.numeric_dates import numeric_date
from factcheck.detection.relative_phrases import (
    ago,
    ago_after,
    day_word,
    definite_period,
    direction_at,
    relative_period,
)
from factcheck.detection.tokens import NUMBER, Tokens
from factcheck.detection.when import When

_SHY_DOORS = frozenset(
    {"في", "خلال", "منذ", "قبل", "بعد", "حتي", "من", "الي", "بحلول", "حلول", "بين", "in", "since"}
    | {"until", "till", "by", "during", "from", "to", "of", "between", "and", "through"}
)
_SINGLE_ORDINALS = 5


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
    dated = _dated_weekday(calendar, found.last)
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
    second = _weekday(calendar, at)
    return inner if second is None else replace(inner, last=second.last, until=second)


def _weekday(calendar: Calendar, place: int) -> When | None:
    """الاثنين, الاثنين 14 يوليو, الاثنين الموافق 14/7/2025, الاثنين الماضي."""
    tokens = calendar.tokens
    word = tokens.word(place)
    entry = word.senses.get("weekday")
    if entry is None or _is_feast(tokens, place):
        return None
    when = When(place, place + 1, word.lead, weekday=int(entry.value), parts=("weekday",))
    found = direction_at(tokens, place + 1)
    if found is not None:
        return replace(when, last=found[0], direction=found[1], parts=("weekday", "direction"))
    dated = _dated_weekday(calendar, place + 1)
    if dated is None:
        return _of_week(tokens, when) or when
    marks = (("weekday", place, place + 1, word.lead), *dated.marks)
    return replace(dated, first=place, lead=word.lead, parts=("weekday", *dated.parts), marks=marks)


def _of_week(tokens: Tokens, when: When) -> When | None:
    """الجمعة من الأسبوع المقبل."""
    at = when.last + (tokens.key(when.last) in ("من", "of"))
    week = relative_period(tokens, at) if at < len(tokens) else None
    if week is None or week.grain != "week" or week.lead:
        return None
    return replace(when, last=week.last, base=week, parts=(*when.parts, "week"))


def _in_week(calendar: Calendar, place: int) -> When | None:
    """الأسبوع المقبل, and with its day: الأسبوع المقبل يوم الجمعة."""
    tokens = calendar.tokens
    week = relative_period(tokens, place)
    if week is None or week.grain != "week":
        return week
    at = week.last + (tokens.key(week.last) == "يوم")
    entry = tokens.word(at).senses.get("weekday")
    if entry is None or tokens.word(at).lead:
        return week
    return replace(
        week,
        last=at + 1,
        grain="day",
        offset=None,
        weekday=int(entry.value),
        base=week,
        parts=("weekday", "week"),
    )


def _dated_weekday(calendar: Calendar, place: int) -> When | None:
    """The date that follows a weekday, directly or after الموافق, في or a comma."""
    tokens = calendar.tokens
    at = place
    also = tokens.match(at, "also")
    if also is not None and not tokens.word(at).lead:
        at = also[0]
        at += "article" in tokens.word(at).senses
    if at >= len(tokens) or tokens.word(at).lead:
        return None
    dated = numeric_date(calendar, at) or day_month(calendar, at) or month_day(calendar, at)
    if dated is not None or at != place:
        return dated
    day = ordinal(tokens, place)
    if day is None or day.value <= _SINGLE_ORDINALS or tokens.key(day.last) == "من":
        return None
    return When(place, day.last, day=day.value, parts=("day",))


def _is_feast(tokens: Tokens, place: int) -> bool:
    """صلاة الجمعة, الجمعة العظيمة, كل اثنين."""
    before, after = tokens.word(place - 1), tokens.word(place + 1)
    refused = before.senses.get("weekday_not")
    if refused is not None and refused.kind == "before" and not tokens.word(place).lead:
        return not (refused.form == "أيام" or before.key == "on")
    refused = after.senses.get("weekday_not")
    return refused is not None and refused.kind == "after"


def _relative_weekday(calendar: Calendar, place: int) -> When | None:
    """Last Monday, next Friday, last July."""
    tokens = calendar.tokens
    entry = tokens.word(place).senses.get("direction")
    if entry is None or entry.kind != "before":
        return None
    inner = _weekday(calendar, place + 1) if place + 1 < len(tokens) else None
    if inner is None and place + 1 < len(tokens):
        inner = month_only(calendar, place + 1)
    if inner is None or inner.year is not None or inner.last != place + 2:
        return None
    return replace(
        inner, first=place, direction=int(entry.value), parts=(*inner.parts, "direction")
    )


_WORD_READERS: tuple[tuple[str, _Reader], ...] = (
    ("mod", _modified),
    ("head", _headed),
    ("weekday", _weekday),
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
    ("period", _in_week),
    ("this", _in_week),
    ("direction", _in_week),
    ("direction", _relative_weekday),
)
_COUNTING = frozenset({"ago", "number", "article"})
