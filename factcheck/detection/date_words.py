"""The slots of a date: a day, a month, a year, read at one place of the text."""

from dataclasses import dataclass

from factcheck.detection.lexicon import Entry
from factcheck.detection.numbers import Chunk, Form
from factcheck.detection.tokens import NUMBER, WORD, Tokens

_YEARS = range(1000, 2201)
_HIJRI_YEARS = range(1, 1601)
_PIVOT = 25
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_SEPARATORS = frozenset("/-–.")


@dataclass(frozen=True, slots=True)
class Calendar:
    """The tokens with the numbers read from them, which the readers below share."""

    tokens: Tokens
    chunks: dict[int, Chunk]


@dataclass(frozen=True, slots=True)
class Slot:
    """A number of the calendar and the token after it."""

    value: int
    last: int
    calendar: str = "gregorian"
    is_shy: bool = False
    is_word: bool = False


def small_number(calendar: Calendar, place: int, most: int) -> Slot | None:
    """A number from 1 to `most` in up to two digits or in words, without proclitics."""
    word = calendar.tokens.word(place)
    if word.kind == NUMBER:
        if len(word.key) > 2 or not word.key.isdigit() or not 1 <= int(word.key) <= most:
            return None
        return Slot(int(word.key), place + 1)
    chunk = calendar.chunks.get(place)
    if chunk is None or chunk.form is not Form.WORDS or not 1 <= chunk.value <= most:
        return None
    return Slot(int(chunk.value), chunk.last, is_word=True)


def ordinal(tokens: Tokens, place: int) -> Slot | None:
    """An ordinal from first to thirty-first: الحادي والعشرين, العشرين, 11th, first."""
    word = tokens.word(place)
    if word.kind == NUMBER:
        is_ordinal = tokens.is_glued(place + 1) and tokens.key(place + 1) in _SUFFIXES
        if is_ordinal and word.key.isdigit() and len(word.key) <= 2 and int(word.key) <= 31:
            return Slot(int(word.key), place + 2)
        return None
    entry = word.senses.get("ordinal")
    if entry is not None and entry.kind == "day":
        return _after_ordinal(tokens, entry, place + 1)
    tens = word.senses.get("number")
    if tens is not None and word.has_article and tens.kind == "tens" and tens.number <= 30:
        return Slot(int(tens.number), place + 1)
    return None


def _after_ordinal(tokens: Tokens, entry: Entry, place: int) -> Slot:
    """عشر makes eleven to nineteen, والعشرين and والثلاثين the rest."""
    value = int(entry.value)
    word = tokens.word(place)
    number = word.senses.get("number")
    if number is None or entry.form.isascii():
        return Slot(value, place)
    if number.kind == "ten" and not word.lead:
        return Slot(value + 10, place + 1)
    if number.kind == "tens" and word.lead == 1 and word.key[0] == "و":
        return Slot(value + int(number.number), place + 1)
    return Slot(value, place)


def day_at(calendar: Calendar, place: int) -> Slot | None:
    """A day of the month: digits, an ordinal, a number word, غرة (the first)."""
    tokens = calendar.tokens
    word = tokens.word(place)
    named = word.senses.get("month_day")
    if named is not None and not word.has_article:
        return Slot(int(named.value), place + 1, is_word=True)
    return ordinal(tokens, place) or small_number(calendar, place, 31)


def month_at(tokens: Tokens, place: int) -> Slot | None:
    """A month with its second name, if any: يوليو/تموز, يوليو (تموز)."""
    found = tokens.match(place, "month")
    if found is None:
        return None
    last, entry = found
    is_hijri, is_shy = entry.kind.endswith("hijri"), entry.kind.startswith("shy")
    if is_shy and tokens.word(place).has_article and not is_hijri:
        return None
    again = _second_name(tokens, last, entry)
    return Slot(
        int(entry.value),
        last if again is None else again,
        "hijri" if is_hijri else "gregorian",
        is_shy and again is None,
    )


def _second_name(tokens: Tokens, place: int, entry: Entry) -> int | None:
    opening = tokens.key(place)
    if opening not in ("/", "(", "-", "–"):
        return None
    found = tokens.match(place + 1, "month")
    if found is None or found[1].value != entry.value or found[1].form == entry.form:
        return None
    if opening == "(":
        return found[0] + 1 if tokens.key(found[0]) == ")" else None
    return found[0]


def era_at(tokens: Tokens, place: int) -> tuple[str, int]:
    """(calendar or empty, token after) of an era mark such as هـ, م, ميلادية."""
    if not 0 <= place < len(tokens) or tokens.word(place).lead:
        return "", place
    found = tokens.match(place, "era")
    if found is None:
        return "", place
    if tokens.key(place) == "م" and tokens.key(place + 1) == "." and tokens.is_glued(place + 2):
        return "", place
    return found[1].kind, found[0]


def year_at(calendar: Calendar, place: int, *, is_headed: bool = False) -> Slot | None:
    """A year of four digits, or after a head noun (`is_headed`) in words and of two or three."""
    tokens = calendar.tokens
    word = tokens.word(place)
    if word.kind != NUMBER:
        return _year_in_words(calendar, place) if is_headed and word.kind == WORD else None
    if not word.key.isdigit() or len(word.key) > 4 or _is_cut(tokens, place):
        return None
    era, last = era_at(tokens, place + 1)
    value = int(word.key)
    if era == "hijri" and value in _HIJRI_YEARS:
        return Slot(value, last, "hijri")
    if len(word.key) == 4:
        return Slot(value, last) if value in _YEARS and era != "before" else None
    return _short_year(word.key, last) if is_headed and era != "before" else None


def _short_year(digits: str, last: int) -> Slot | None:
    """عام 67, عام 622."""
    value = int(digits)
    if len(digits) == 2:
        value += 1900 if value > _PIVOT else 2000
    return Slot(value, last) if len(digits) > 1 else None


def _year_in_words(calendar: Calendar, place: int) -> Slot | None:
    chunk = calendar.chunks.get(place)
    if chunk is None or chunk.form is not Form.WORDS or chunk.value not in _YEARS:
        return None
    era, last = era_at(calendar.tokens, chunk.last)
    return Slot(int(chunk.value), last, "hijri" if era == "hijri" else "gregorian", is_word=True)


def _is_cut(tokens: Tokens, place: int) -> bool:
    """Whether letters or a clock's colon are written right at the digits."""
    if tokens.is_glued(place + 1):
        after = tokens.word(place + 1)
        if after.kind == WORD and "era" not in after.senses:
            return True
        if after.key == ":" and tokens.is_glued(place + 2):
            return True
    before = tokens.word(place - 1)
    return tokens.is_glued(place) and before.kind == WORD and before.key.isascii()


def is_separator(tokens: Tokens, place: int) -> bool:
    """Whether a mark that parts the numbers of a date stands at `place`."""
    return tokens.key(place) in _SEPARATORS
