"""Quantities: numbers that count or measure, bounded, ranged and with their unit."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

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
from factcheck.detection.units import Unit, is_countable
from factcheck.domain.claim import ClaimKind

_YEARS = range(1500, 2101)
_LISTED = frozenset({"و", "،", ",", "-", "–", "/", ":", "+", "الي", "and", "to"})


def find_quantities(tokens: Tokens, chunks: list[Chunk]) -> list[Item]:
    """The quantities among the numbers `chunks` that no date has taken, in text order."""
    found: list[Measure] = []
    refused = -1
    at = 0
    while at < len(chunks):
        chunk = chunks[at]
        following = chunks[at + 1] if at + 1 < len(chunks) else None
        at += 1
        if _extend(tokens, chunk, found):
            continue
        goes_on = refused in (chunk.first, start_of(tokens, chunk.first))
        if (goes_on and measure_of(tokens, chunk).unit is None) or _is_refused(
            tokens, chunk, following
        ):
            refused = _next_of_list(tokens, chunk)
            continue
        joined = _join(tokens, measure_of(tokens, chunk), following)
        if joined is not None:
            at += 1
            found += joined
            continue
        measure = with_bounds(tokens, _proportion_of_noun(tokens, measure_of(tokens, chunk)))
        if _is_quantity(tokens, measure):
            _add(tokens, found, measure)
    return [_item(tokens, measure) for measure in _apart(found)]


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


def _is_refused(tokens: Tokens, chunk: Chunk, following: Chunk | None) -> bool:
    reason = counts_nothing(tokens, chunk)
    if reason != "identifier" or following is None or tokens.key(chunk.last) != "/":
        return bool(reason)
    link = link_between(tokens, measure_of(tokens, chunk), measure_of(tokens, following))
    return link is None or link.kind != "fraction"


def _next_of_list(tokens: Tokens, chunk: Chunk) -> int:
    """Where the next number of a refused list would begin (المواد 3 و4 و5), else -1."""
    return chunk.last + 1 if tokens.key(chunk.last) in _LISTED else -1


def _join(tokens: Tokens, left: Measure, following: Chunk | None) -> list[Measure] | None:
    """What the number and the one after it make together; None when they stand apart."""
    if following is None or following.first - left.last > 4:
        return None
    right = measure_of(tokens, following)
    link = link_between(tokens, left, right)
    if link is None or (link.kind != "fraction" and counts_nothing(tokens, following)):
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
    pair = _pair(tokens, noun)
    if pair is None:
        return False
    value, code = pair
    word = tokens.words[noun]
    unit = Unit(last, code, "time", noun)
    measure = Measure(
        chunk,
        noun,
        last,
        word.lead,
        value + chunk.value,
        unit,
        code,
        parts=("noun", "fraction"),
        marks=(
            ("unit", noun, noun + 1, word.lead),
            ("number", chunk.first, chunk.last, chunk.lead),
        ),
    )
    found.append(with_bounds(tokens, measure))
    return True


def _pair(tokens: Tokens, noun: int) -> tuple[Decimal, str] | None:
    """(1 or 2, unit) for a noun that a fraction is added to."""
    word = tokens.word(noun)
    if word.has_article:
        return None
    two = word.senses.get("pair")
    if two is not None:
        return Decimal(2), two.value
    one = word.senses.get("unit")
    if one is None or (word.key.isascii() and tokens.key(noun - 1) not in ("a", "an", "one")):
        return None
    return Decimal(1), one.value


def _after_same_unit(tokens: Tokens, place: int) -> int:
    """Skip the definite unit that may follow: ونصف الشهر."""
    word = tokens.word(place)
    return place + 1 if word.has_article and not word.lead and "unit" in word.senses else place


def _is_quantity(tokens: Tokens, measure: Measure) -> bool:
    chunk = measure.chunk
    if chunk.form is Form.MAGNITUDE:
        return not tokens.words[chunk.first].key.isascii() or _is_english_magnitude(tokens, chunk)
    if chunk.form is Form.FRACTION:
        return _is_part(tokens, measure)
    if chunk.form is Form.WORDS:
        return _counts_in_words(tokens, measure)
    return not _is_year(tokens, measure)


def _is_english_magnitude(tokens: Tokens, chunk: Chunk) -> bool:
    return chunk.last - chunk.first > 1 or tokens.key(chunk.last) == "of"


def _is_part(tokens: Tokens, measure: Measure) -> bool:
    """A fraction of something: not a name (ربع نهائي) and not alone."""
    chunk = measure.chunk
    if "round" in tokens.word(chunk.last).senses or chunk.has_article:
        return False
    if measure.unit is None:
        return measure.comparator != "=" and chunk.last - chunk.first > 1
    if not tokens.words[chunk.first].key.isascii():
        return True
    return chunk.last - chunk.first > 1 or tokens.key(chunk.last) in ("of", "the", "a", "an")


def _counts_in_words(tokens: Tokens, measure: Measure) -> bool:
    chunk = measure.chunk
    if _is_whole_text(tokens, measure):
        return True
    if chunk.value in (0, 1) and chunk.scale == 1:
        is_percent = measure.unit is not None and measure.unit.kind == "percent"
        return (
            is_percent or "proportion" in measure.parts or bool(chunk.value == 0 and measure.unit)
        )
    is_bare = measure.unit is None and measure.comparator == "="
    if chunk.has_article and is_bare:
        return "bridge" in tokens.word(chunk.first - 1).senses
    if chunk.value == 2 and is_bare:
        return not tokens.key(chunk.first - 1).endswith(("ين", "ان"))
    return True


def _is_whole_text(tokens: Tokens, measure: Measure) -> bool:
    """Whether there is nothing but the number."""
    return measure.first == 0 and measure.last == len(tokens)


def _is_year(tokens: Tokens, measure: Measure) -> bool:
    """Four bare digits that nothing says to be a count."""
    key = tokens.words[measure.chunk.first].key
    if _is_whole_text(tokens, measure):
        return False
    if measure.code is not None or measure.comparator != "=" or measure.value not in _YEARS:
        return False
    if len(key) != 4 or not key.isdigit() or measure.chunk.has_scale:
        return False
    before = range(max(0, measure.first - 4), measure.first)
    return not any("reach" in tokens.words[place].senses for place in before)


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
