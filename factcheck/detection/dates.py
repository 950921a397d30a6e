"""Dates: every phrase of the calendar in a text, with the days it means."""

from factcheck.detection.date_ranges import may_begin, range_at
from factcheck.detection.date_words import Calendar
from factcheck.detection.items import Item
from factcheck.detection.measures import evidence_of
from factcheck.detection.numbers import Chunk
from factcheck.detection.tokens import NUMBER, Tokens
from factcheck.detection.when import Resolver, When
from factcheck.domain.claim import ClaimKind


def find_dates(
    tokens: Tokens, chunks: list[Chunk], resolver: Resolver
) -> tuple[list[Item], set[int]]:
    """The dates of the text in order, and the tokens they take from the quantities."""
    calendar = Calendar(tokens, {chunk.first: chunk for chunk in chunks})
    items: list[Item] = []
    taken: set[int] = set()
    done = 0
    for place in tokens.known:
        if place < done or not may_begin(tokens, place) or _is_identifier(tokens, place):
            continue
        when = range_at(calendar, place)
        if when is not None:
            if not _is_name(tokens, when):
                items.append(_item(tokens, when, resolver))
            taken.update(range(when.first, when.last))
            done = when.last
    return items, taken


def _is_identifier(tokens: Tokens, place: int) -> bool:
    """القانون رقم 5/2020: digits that name something."""
    if tokens.words[place].kind != NUMBER:
        return False
    found = tokens.match_before(place, "identifier")
    return found is not None and found[2].value in ("name", "strict")


def _is_name(tokens: Tokens, when: When) -> bool:
    """ثورة 25 يناير, حرب أكتوبر: a name when no year is said."""
    if when.month is None or when.year is not None or when.is_placed or when.base is not None:
        return False
    before = tokens.word(when.first - 1)
    if when.mod is not None or before.has_article:
        return False
    return "name" in before.senses


def _item(tokens: Tokens, when: When, resolver: Resolver) -> Item:
    start, end = tokens.span(when.first, when.last, when.lead)
    if tokens.key(when.last - 1).endswith(("'s", "’s")):
        end -= 2
    marks = when.marks or (("date", when.first, when.last, when.lead),)
    rule = "date." + "+".join(when.parts)
    return Item(ClaimKind.DATE, start, end, resolver.value(when), rule, evidence_of(tokens, marks))
