"""One number with its sign, currency and unit: a measure, before it is compared or joined."""

from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.detection.comparators import Bound, bound_after, bound_before, verb_before
from factcheck.detection.contexts import start_of
from factcheck.detection.digits import is_grouped_by_dot
from factcheck.detection.items import Evidence
from factcheck.detection.lexicon import Entry
from factcheck.detection.numbers import Chunk, Form
from factcheck.detection.tokens import NUMBER, Tokens
from factcheck.detection.units import Unit, as_written, unit_after

Mark = tuple[str, int, int, int]
"""(role, first token, last token, letters left out): evidence before it becomes a span."""

_MINUS = frozenset("-−")


# Not frozen, like `when.When`: there are many of them and the time counts.
@dataclass(slots=True)
class Measure:
    """A quantity being put together.

    Tokens `first` to `last`, `lead` letters of the first left outside. `value` is None for a
    range, which has `low` and `high`. `parts` make the rule name, `marks` the evidence.
    """

    chunk: Chunk
    first: int
    last: int
    lead: int
    value: Decimal | None
    unit: Unit | None = None
    code: str | None = None
    comparator: str = "="
    low: Decimal | None = None
    high: Decimal | None = None
    parts: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()


def measure_of(tokens: Tokens, chunk: Chunk) -> Measure:
    """The number with what is written right before and after it."""
    may_be_definite = chunk.form in (Form.MAGNITUDE, Form.FRACTION)
    unit = unit_after(tokens, chunk.last, may_be_definite=may_be_definite)
    measure = Measure(
        chunk,
        chunk.first,
        chunk.last if unit is None else unit.last,
        chunk.lead,
        _value(tokens, chunk, unit),
        unit,
        None if unit is None else unit.code,
        parts=(chunk.form, *(["scale"] if chunk.has_scale else []), *([unit.kind] if unit else [])),
        marks=(
            ("number", chunk.first, chunk.last, chunk.lead),
            *([("unit", chunk.last, unit.last, 0)] if unit else []),
        ),
    )
    return _with_signs(tokens, measure)


def with_bounds(tokens: Tokens, measure: Measure) -> Measure:
    """The measure with its comparator: before it, after it, or a verb near it."""
    start = start_of(tokens, measure.first)
    before = None
    if measure.lead == 0 or start != measure.first:
        before = bound_before(tokens, start)
    after = bound_after(tokens, measure.last)
    if before is not None:
        measure = replace(measure, first=before.first, lead=before.lead)
        measure = _bounded(measure, before, "comparator")
    if after is not None:
        measure = replace(measure, last=after.last)
        return measure if before else _bounded(measure, after, "comparator")
    if before is None and measure.comparator == "=" and measure.lead == 0:
        verb = verb_before(tokens, start)
        if verb is not None:
            return _bounded(measure, verb, "verb")
    return measure


def _bounded(measure: Measure, bound: Bound, role: str) -> Measure:
    mark = (role, bound.first, bound.last, bound.lead)
    is_vague = measure.comparator == "vague"
    return replace(
        measure,
        comparator="vague" if is_vague else bound.symbol,
        parts=(role, *measure.parts),
        marks=(*measure.marks, mark),
    )


def _value(tokens: Tokens, chunk: Chunk, unit: Unit | None) -> Decimal:
    """The value of the chunk; a dot before three digits groups thousands of counted things."""
    key = tokens.words[chunk.first].key
    if chunk.form is not Form.DIGITS or chunk.has_scale or not is_grouped_by_dot(key):
        return chunk.value
    if unit is None or unit.kind == "percent":
        return chunk.value
    ending = {"noun": "", "time": "", "currency": "00"}.get(unit.kind, "0")
    return chunk.value * 1000 if key.endswith(ending) else chunk.value


def _with_signs(tokens: Tokens, measure: Measure) -> Measure:
    """Take in %, currency signs and codes, minus and a leading decimal point."""
    measure = _with_money_before(tokens, measure)
    before = measure.first - 1
    sign = tokens.word(before).senses.get("minus")
    if sign is not None and measure.value is not None and _is_minus(tokens, before, measure):
        marks = (("sign", before, measure.first, 0), *measure.marks)
        return replace(measure, first=before, lead=0, value=-measure.value, marks=marks)
    if tokens.key(before) == "." and _is_leading_point(tokens, measure):
        value = Decimal(f"0.{tokens.words[measure.first].key}")
        return replace(measure, first=before, value=value)
    return measure


def _is_minus(tokens: Tokens, place: int, measure: Measure) -> bool:
    if tokens.words[place].key not in _MINUS:
        return tokens.key(place - 1) not in ("or", "او")
    return tokens.is_glued(measure.first) and (
        not tokens.is_glued(place) or tokens.key(place - 1) in ("(", "“", '"', "«")
    )


def _is_leading_point(tokens: Tokens, measure: Measure) -> bool:
    key = tokens.words[measure.first].key
    return (
        key.isdigit()
        and len(key) <= 9
        and tokens.is_glued(measure.first)
        and not tokens.is_glued(measure.first - 1)
        and measure.chunk.last - measure.first == 1
    )


def _with_money_before(tokens: Tokens, measure: Measure) -> Measure:
    """$5, US$ 5, USD 5, %5 and ٪٥."""
    if measure.unit is not None and measure.unit.kind in ("percent", "currency"):
        return measure
    if measure.lead or measure.chunk.form not in (Form.DIGITS, Form.WORDS):
        return measure
    found = _code_before(tokens, measure.first)
    key = tokens.key(measure.first - 1)
    percent = tokens.match_before(measure.first, "percent")
    if percent is not None and (key != "%" or tokens.is_glued(measure.first)):
        first, code, kind = percent[0], percent[2].value, "percent"
        if key != "%" and (measure.unit is not None or tokens.word(first - 1).kind == NUMBER):
            return measure
    elif found is not None and (not key.isalpha() or key.isascii()) and found[2].kind != "percent":
        first, code, kind = found[0], found[2].value, "currency"
    else:
        return measure
    is_close = tokens.is_glued(measure.first) and not tokens.is_glued(first)
    if tokens.word(first - 1).kind == NUMBER and not is_close:
        return measure
    last = measure.last
    if measure.unit is not None and measure.unit.kind != "noun":
        last = measure.chunk.last
    unit = Unit(measure.chunk.last, code, kind, first)
    return replace(
        measure,
        first=first,
        lead=0,
        last=measure.chunk.last if measure.unit else last,
        unit=unit,
        code=code,
        parts=(kind, measure.chunk.form, *(["scale"] if measure.chunk.has_scale else [])),
        marks=(
            ("unit", first, measure.chunk.first, 0),
            ("number", measure.chunk.first, measure.chunk.last, 0),
        ),
    )


def _code_before(tokens: Tokens, place: int) -> tuple[int, int, Entry] | None:
    """The currency code or sign that ends before `place`; a code of several marks has no gaps."""
    found = tokens.match_before(place, "money")
    if found is not None and all(tokens.is_glued(at) for at in range(found[0] + 1, place - 1)):
        is_whole = found[0] + 1 == place or tokens.is_glued(place - 1)
        if is_whole:
            return found
    return tokens.match_before(place, "currency")


def evidence_of(tokens: Tokens, marks: tuple[Mark, ...]) -> tuple[Evidence, ...]:
    """The marks as spans of the original, in text order."""
    spans = [(role, *tokens.span(first, last, lead)) for role, first, last, lead in marks]
    return tuple(sorted(spans, key=lambda span: (span[1], span[2])))


def unit_before(tokens: Tokens, measure: Measure) -> str | None:
    """What an unmarked number counts by the word before it: الدول الـ27, aged 35."""
    first = measure.chunk.first
    start = start_of(tokens, first)
    word = tokens.word(start - 1)
    opening = measure.first if measure.comparator == "range" else start
    if tokens.match_before(start, "age") or tokens.match_before(opening, "age"):
        return "year"
    if start != first and tokens.words[start].key.endswith("ال"):
        return as_written(tokens, start - 1) if word.key.startswith("ال") else None
    return None
