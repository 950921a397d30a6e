"""Quantities: numbers that count or measure, bounded, ranged and with their unit."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from factcheck.detection.acceptance import is_quantity
from factcheck.detection.contexts import counts_nothing, start_of
from factcheck.detection.items import Item, frozen
from factcheck.detection.measures import Measure, evidence_of, measure_of, unit_before, with_bounds
from factcheck.detection.numbers import Chunk, Form
from factcheck.detection.ranges import (
    bounded_range,
    changed,
    divided,
    joined_range,
    link_between,
    with_cents,
)
from factcheck.detection.tokens import WORD, Tokens
from factcheck.detection.units import Unit, as_written, is_countable
from factcheck.domain.claim import ClaimKind

_REACH = 4
_LISTED = frozenset({"و", "،", ",", "-", "–", "/", ":", "+", "الي", "and", "to"})


def find_quantities(tokens: Tokens, chunks: list[Chunk]) -> list[Item]:
    """The quantities among the numbers `chunks` that no date has taken, in text order."""
    finder = _Finder(tokens, chunks)
    at = 0
    while at < len(chunks):
        at += finder.take(at)
    return [_item(tokens, measure) for measure in _apart(finder.found)]


class _Finder:
    """Walks the numbers of one text from left to right."""

    def __init__(self, tokens: Tokens, chunks: list[Chunk]) -> None:
        self.tokens = tokens
        self.chunks = chunks
        self.found: list[Measure] = []
        self._refused = -1
        self._next: Measure | None = None

    def take(self, at: int) -> int:
        """Deal with number `at`; how many numbers were used up."""
        tokens, chunk = self.tokens, self.chunks[at]
        if _extend(tokens, chunk, self.found):
            self._next = None
            return 1
        measure = self._next if self._next is not None else measure_of(tokens, chunk)
        self._next = None
        following = self._following(at, measure)
        if self._is_refused(chunk, measure, following):
            self._refused = _next_of_list(tokens, chunk)
            return 1
        joined = None if following is None else _join(tokens, measure, following)
        if joined is not None:
            self.found += joined
            return 2
        measure = with_bounds(tokens, _proportion_of_noun(tokens, measure))
        if is_quantity(tokens, measure):
            _add(tokens, self.found, measure)
        self._next = following
        return 1

    def _following(self, at: int, measure: Measure) -> Measure | None:
        """The next number when it is so near that the two may hang together."""
        if at + 1 >= len(self.chunks):
            return None
        chunk = self.chunks[at + 1]
        is_near = chunk.first - measure.last <= _REACH or chunk.first - measure.chunk.last <= 1
        return measure_of(self.tokens, chunk) if is_near else None

    def _is_refused(self, chunk: Chunk, measure: Measure, following: Measure | None) -> bool:
        goes_on = self._refused in (chunk.first, start_of(self.tokens, chunk.first))
        if goes_on and measure.unit is None:
            return True
        reason = counts_nothing(self.tokens, chunk)
        if reason != "identifier" or following is None or self.tokens.key(chunk.last) != "/":
            return bool(reason)
        link = link_between(self.tokens, measure, following)
        return link is None or link.kind != "fraction"


def _apart(measures: list[Measure]) -> Iterator[Measure]:
    """The measures without overlaps: a sign between two numbers belongs to the first."""
    last = 0
    for measure in measures:
        if measure.first < last <= measure.chunk.first:
            yield replace(measure, first=last, lead=0)
        elif measure.first >= last:
            yield measure
        else:
            continue
        last = measure.last


def _add(tokens: Tokens, found: list[Measure], measure: Measure) -> None:
    """Append the measure, or join it with the one before."""
    if found and measure.first - found[-1].last <= 1:
        before = found[-1]
        whole = with_cents(tokens, before, measure) or bounded_range(tokens, before, measure)
        if whole is not None:
            found[-1] = whole
            return
    found.append(measure)


def _next_of_list(tokens: Tokens, chunk: Chunk) -> int:
    """Where the next number of a refused list would begin (المواد 3 و4 و5), else -1."""
    return chunk.last + 1 if tokens.key(chunk.last) in _LISTED else -1


def _join(tokens: Tokens, left: Measure, right: Measure) -> list[Measure] | None:
    """What the number and the one after it make together; None when they stand apart."""
    link = link_between(tokens, left, right)
    if link is None or (link.kind != "fraction" and counts_nothing(tokens, right.chunk)):
        return None
    if link.kind == "score":
        return []
    if link.kind == "range":
        whole = joined_range(left, right, link)
        return None if whole is None else [_with_after(tokens, whole)]
    if link.kind == "change":
        return [with_bounds(tokens, each) for each in changed(left, right)]
    return [with_bounds(tokens, divided(left, right))]


def _with_after(tokens: Tokens, whole: Measure) -> Measure:
    """A range may be followed by a comparator, which only widens its span."""
    bounded = with_bounds(tokens, replace(whole, lead=1))
    return replace(whole, last=bounded.last)


def _proportion_of_noun(tokens: Tokens, measure: Measure) -> Measure:
    """طفل من كل ثلاثة: the noun stands for one."""
    found = tokens.match_before(measure.first, "proportion")
    if found is None or not measure.value or found[2].value == "in" or measure.lead:
        return measure
    noun = found[0] - 1
    word = tokens.word(noun)
    if word.kind != WORD or found[1] or not (is_countable(word) or word.key.isascii()):
        return measure
    return replace(
        measure, first=noun, lead=word.lead, value=1 / measure.value, parts=("proportion",)
    )


def _extend(tokens: Tokens, chunk: Chunk, found: list[Measure]) -> bool:
    """A fraction after a unit: ثلاث سنوات ونصف, شهرين ونصف الشهر, ساعة ونصف."""
    if chunk.form is not Form.FRACTION or not (
        chunk.joined or tokens.key(chunk.first - 1) in ("و", "and")
    ):
        return False
    noun = chunk.first - (1 if chunk.joined else 2)
    last = _after_same_unit(tokens, chunk.last)
    if found and found[-1].last == noun + 1 and found[-1].value is not None:
        before = found[-1]
        if before.unit is None or before.unit.kind == "percent":
            return False
        found[-1] = replace(
            before, last=last, value=(before.value or 0) + chunk.value * before.chunk.scale
        )
        return True
    pair = _pair(tokens, noun, chunk.last)
    if pair is not None:
        found.append(with_bounds(tokens, _noun_measure(chunk, pair, noun, last)))
    return pair is not None


_Pair = tuple[Decimal, str, int]
"""(1 or 2, unit, letters of proclitics): what a noun without number counts."""


def _noun_measure(chunk: Chunk, pair: _Pair, noun: int, last: int) -> Measure:
    value, code, lead = pair
    return Measure(
        chunk,
        noun,
        last,
        lead,
        value + chunk.value,
        Unit(last, code, "time", noun),
        code,
        parts=("noun", "fraction"),
        marks=(("unit", noun, noun + 1, lead), ("number", chunk.first, chunk.last, chunk.lead)),
    )


def _pair(tokens: Tokens, noun: int, after: int) -> _Pair | None:
    """What the noun that a fraction is added to counts; None when it is no unit."""
    word = tokens.word(noun)
    if word.has_article:
        return None
    two = word.senses.get("pair")
    if two is not None:
        return Decimal(2), two.value, word.lead
    one = word.senses.get("unit")
    if one is None:
        return _repeated(tokens, noun, after)
    if word.key.isascii() and tokens.key(noun - 1) not in ("a", "an", "one"):
        return None
    return Decimal(1), one.value, word.lead


def _repeated(tokens: Tokens, noun: int, after: int) -> _Pair | None:
    """موسمين ونصف الموسم: any noun, when it stands again after the fraction."""
    key, again = tokens.word(noun).key, tokens.word(after).key
    stem = again[2:]
    if not again.startswith("ال") or len(stem) < 3 or stem not in key:
        return None
    lead = key.index(stem)
    ending = key[lead + len(stem) :]
    if lead > 1 or ending not in ("", "ا", "ين", "ان"):
        return None
    return Decimal(1 if len(ending) < 2 else 2), as_written(tokens, after), lead


def _after_same_unit(tokens: Tokens, place: int) -> int:
    """Skip the definite unit that may follow: ونصف الشهر."""
    word = tokens.word(place)
    is_unit = word.has_article and not word.lead and "unit" in word.senses
    return place + 1 if is_unit or _is_repeated(tokens, place) else place


def _is_repeated(tokens: Tokens, place: int) -> bool:
    """Whether the definite noun at `place` is the one before the fraction."""
    key = tokens.word(place).key
    return key.startswith("ال") and len(key) > 4 and key[2:] in tokens.word(place - 2).key


def _item(tokens: Tokens, measure: Measure) -> Item:
    start, end = tokens.span(measure.first, measure.last, measure.lead)
    code = measure.code if measure.code is not None else unit_before(tokens, measure)
    is_vague = measure.chunk.form is Form.MAGNITUDE and measure.low is None
    value = frozen(
        comparator="vague" if is_vague else measure.comparator,
        number=_plain(measure.value),
        low=_plain(measure.low),
        high=_plain(measure.high),
        unit=code,
    )
    rule = "quantity." + "+".join(measure.parts)
    return Item(ClaimKind.QUANTITY, start, end, value, rule, evidence_of(tokens, measure.marks))


def _plain(number: Decimal | None) -> int | float | None:
    """The number as JSON has it: whole ones as int."""
    if number is None:
        return None
    return int(number) if number == int(number) else round(float(number), 10)
