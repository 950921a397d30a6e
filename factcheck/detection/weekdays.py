"""Weekdays, alone, with the date after them, or with the week they belong to."""

from dataclasses import replace

from factcheck.detection.date_phrases import day_month, month_day, month_only
from factcheck.detection.date_words import Calendar, ordinal
from factcheck.detection.numeric_dates import numeric_date
from factcheck.detection.relative_phrases import direction_at, relative_period
from factcheck.detection.tokens import Tokens
from factcheck.detection.when import When

_SINGLE_ORDINALS = 5


def weekday(calendar: Calendar, place: int) -> When | None:
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
    dated = dated_weekday(calendar, place + 1)
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


def in_week(calendar: Calendar, place: int) -> When | None:
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


def dated_weekday(calendar: Calendar, place: int) -> When | None:
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


def relative_weekday(calendar: Calendar, place: int) -> When | None:
    """Last Monday, next Friday, last July."""
    tokens = calendar.tokens
    entry = tokens.word(place).senses.get("direction")
    if entry is None or entry.kind != "before":
        return None
    inner = weekday(calendar, place + 1) if place + 1 < len(tokens) else None
    if inner is None and place + 1 < len(tokens):
        inner = month_only(calendar, place + 1)
    if inner is None or inner.year is not None or inner.last != place + 2:
        return None
    return replace(
        inner, first=place, direction=int(entry.value), parts=(*inner.parts, "direction")
    )
