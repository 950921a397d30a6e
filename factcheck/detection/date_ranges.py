"""Dates that hang together: ranges and coordinated days, months and years."""

from dataclasses import replace

from factcheck.detection.date_ends import bare, is_bare_day, join_ends, partial
from factcheck.detection.date_heads import date_at
from factcheck.detection.date_lists import (
    MANY,
    days_after_month,
    headed_list,
    headed_years,
    listed_after,
)
from factcheck.detection.date_phrases import year_tail
from factcheck.detection.date_words import Calendar
from factcheck.detection.lexicon import Word
from factcheck.detection.tokens import NUMBER, WORD, Tokens
from factcheck.detection.when import When

_DASHES = frozenset("-–—")
_CONNECTING = _DASHES | {"الي", "to", "و", "،", ",", "and", "st", "nd", "rd", "th"}
_TO = frozenset({"الي", "حتي", "to", "until", "till", "through"})
_BEGINNINGS = frozenset(
    {"month", "weekday", "day_word", "head", "mod", "ordinal", "month_day", "decade", "season"}
    | {"period", "quarter", "months_of", "direction", "this", "ago", "range", "number", "article"}
)
_AFTER_DIGITS = frozenset({"month", "of", "direction", "period", "this", "era", "range"})


def may_begin(tokens: Tokens, place: int) -> bool:
    """Whether any date can begin there; most words of a text are done with here."""
    word = tokens.words[place]
    if word.kind == NUMBER:
        return _may_begin_with_digits(tokens, place, word)
    if word.tables.isdisjoint(_BEGINNINGS):
        return "unit" in word.tables and word.has_article
    return True


def _may_begin_with_digits(tokens: Tokens, place: int, word: Word) -> bool:
    """Digits before a word that no date goes on with only count it (12 قتيلا)."""
    following = tokens.word(place + 1)
    if following.kind != WORD or len(word.key) == 4 or following.key.isascii():
        return True
    return following.key[0] == "و" or not following.tables.isdisjoint(_AFTER_DIGITS)


def range_at(calendar: Calendar, place: int) -> When | None:
    """A range or list that begins at `place`: بين مارس ومايو 2022, يومي 14 و15 يوليو."""
    tokens = calendar.tokens
    opening = tokens.match(place, "range")
    if opening is not None and opening[1].kind == "before":
        return _opened(calendar, place, opening[0], opening[1].value)
    head = tokens.match(place, "head")
    if head is not None and head[1].value in MANY:
        listed = headed_list(calendar, place, head[0], head[1].kind)
        if listed is not None:
            return listed
    return _plain(calendar, place)


def _opened(calendar: Calendar, place: int, at: int, kind: str) -> When | None:
    """بين X وY, من X إلى Y, between X and Y, from X to Y."""
    tokens = calendar.tokens
    at += tokens.key(at) == "ال"
    if kind == "between":
        listed = headed_years(calendar, at)
        if listed is not None:
            return replace(listed, first=place, lead=tokens.word(place).lead)
    left = partial(calendar, at)
    if left is None:
        return None
    right_at = _second(tokens, left.last, kind)
    right = None if right_at is None else partial(calendar, right_at, is_joined=True)
    if right is None or right_at is None:
        return None
    joined = join_ends(left, right)
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


def _plain(calendar: Calendar, place: int) -> When | None:
    """One date, a range with a dash or إلى, or days and months joined by و."""
    tokens = calendar.tokens
    word = tokens.word(place)
    first = date_at(calendar, place)
    if first is not None and first.until is not None:
        return first
    left = first or _first_end(calendar, place, word)
    if left is None:
        return None
    right_at = _dashed(tokens, left)
    if right_at is not None:
        right = partial(calendar, right_at, is_joined=True)
        joined = None if right is None else _dash_joined(calendar, left, right)
        if joined is not None:
            return joined
    return days_after_month(calendar, left) or listed_after(calendar, left) or first


def _first_end(calendar: Calendar, place: int, word: Word) -> When | None:
    """A day or a month that only what follows makes a date: 13-15 يوليو, أيار-حزيران 2025."""
    tokens = calendar.tokens
    second = place + 1 + (tokens.word(place + 1).lead == 0)
    if "month" in word.tables and "month" in tokens.word(second).tables:
        return partial(calendar, place, is_joined=True)
    return bare(calendar, place) if _may_be_day(tokens, place, word) else None


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
    if left.parts[:1] == ("month",) and is_bare_day(right) and left.day is not None:
        right = replace(left, first=right.first, last=right.last, day=right.day)
        right = year_tail(calendar, right) or right
    joined = join_ends(left, right)
    if joined is None or (joined.month is None and joined.year is None and joined.base is None):
        return None
    marks = (("range", left.last, left.last + 1, 0), *joined.marks)
    return replace(joined, parts=("range", *right.parts), marks=marks)
