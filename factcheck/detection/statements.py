"""Claim candidates: the sentences or fragments a person would check, and in which order.

A sentence is one candidate unless it reports several things: then each reporting event begins a
fragment of its own. The types are those of Full Fact; the order is check-worthiness, the term of
the CLEF labs: a figure with a source first, opinions last. It is an order, never a filter.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from factcheck.detection.figures_of import figure_of
from factcheck.detection.items import Item
from factcheck.detection.reasons import OVER_FIGURE, Reason, reasons_of, signal_reason
from factcheck.detection.signals import Signal, SignalKind
from factcheck.detection.spans import Span, statement_spans
from factcheck.domain.claim import ClaimKind
from factcheck.domain.figure import Figure


class ClaimType(StrEnum):
    """Full Fact's types of claims."""

    QUANTITY = "quantity"
    PREDICTION = "prediction"
    CORRELATION = "correlation"
    RULES = "rules"
    PERSONAL = "personal"
    OPINION = "opinion"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One statement to check: exact span in code points, without list dash or outer white space.

    `items` are the findings inside, in text order; `kind`, `claimant` and `claimed` come from
    them. `rule` is that of the item that decided the kind. `rank` is the place in the order of
    check-worthiness, 1 first.
    """

    start: int
    end: int
    kind: ClaimKind
    items: tuple[Item, ...]
    rule: str
    reasons: tuple[Reason, ...]
    claimant: str = ""
    claimed: Figure = field(default_factory=Figure)
    claim_type: ClaimType = ClaimType.OTHER
    rank: int = 0


_KINDS = (ClaimKind.QUANTITY, ClaimKind.DATE, ClaimKind.QUOTE, ClaimKind.ATTRIBUTION)
_TYPES = {
    SignalKind.PREDICTION: ClaimType.PREDICTION,
    SignalKind.CAUSE: ClaimType.CORRELATION,
    SignalKind.RULE: ClaimType.RULES,
    SignalKind.PERSONAL: ClaimType.PERSONAL,
}
_WORTH = {
    ClaimKind.QUANTITY: 80,
    ClaimKind.DATE: 60,
    ClaimKind.COMPARISON: 50,
    ClaimKind.QUOTE: 40,
    ClaimKind.ATTRIBUTION: 30,
}
_WITH_SOURCE = 15
_COUNTED = (SignalKind.SUPERLATIVE, SignalKind.COMPARISON)
_SENSE_WORTH = {"assert": 5, "show": 10, "doubtful": 5, "deny": 5, "hold": -15, "promise": -10}
_TYPE_WORTH = {ClaimType.PREDICTION: -10, ClaimType.PERSONAL: -5, ClaimType.CORRELATION: 5}


def candidates(
    text: str,
    items: Sequence[Item],
    signs: Sequence[Signal],
    sentences: Sequence[tuple[int, int]],
) -> tuple[Candidate, ...]:
    """The candidates of a text, in text order, each with its rank.

    Args:
        text: the article.
        items: what detection found in it.
        signs: its signals, in order (`signals.signals`).
        sentences: the spans of its sentences, in order (`factcheck.text.sentences`).
    """
    listed = sorted(items, key=lambda item: (item.start, item.end))
    made = []
    for span in statement_spans(text, listed, sentences):
        own = _within(signs, span)
        if span.items or any(each.kind in _COUNTED for each in own):
            made.append(_candidate(text, span, span.items, own))
    return _ranked(made)


def _within(found: Sequence[Signal], span: Span) -> list[Signal]:
    first = bisect_left(found, span.start, key=lambda each: each.start)
    last = bisect_left(found, span.end, key=lambda each: each.start)
    return list(found[first:last])


def _candidate(
    text: str, span: Span, items: tuple[Item, ...], signs: Sequence[Signal]
) -> Candidate:
    kind, leading = _kind(span, items)
    reasons = [reason for item in items for reason in reasons_of(item, text)]
    reasons += [signal_reason(each.kind, text[each.start : each.end]) for each in signs]
    claim_type = _type(kind, items, signs)
    claimant = _claimant(items)
    if kind is ClaimKind.QUANTITY and claimant:
        reasons.insert(0, Reason(OVER_FIGURE, MappingProxyType({})))
    return Candidate(
        span.start,
        span.end,
        kind,
        items,
        leading.rule if leading else f"signal.{signs[0].kind}",
        tuple(reasons),
        claimant,
        _figure(items, kind),
        claim_type,
        _worth(kind, claim_type, items, claimant),
    )


def _kind(span: Span, items: tuple[Item, ...]) -> tuple[ClaimKind, Item | None]:
    """What the statement is about, and the item that says so; without items it compares."""
    for kind in _KINDS:
        for item in items:
            if item.kind is kind and not _is_beside_quote(span, item, items):
                return kind, item
    return (items[0].kind, items[0]) if items else (ClaimKind.COMPARISON, None)


def _is_beside_quote(span: Span, item: Item, items: tuple[Item, ...]) -> bool:
    """Whether a date only says when the words of a long quotation were spoken."""
    if item.kind is not ClaimKind.DATE:
        return False
    quoted = [other for other in items if other.kind is ClaimKind.QUOTE]
    length = sum(min(each.end, span.end) - max(each.start, span.start) for each in quoted)
    is_inside = any(each.start <= item.start < each.end for each in quoted)
    return not is_inside and 2 * length > span.end - span.start


def _figure(items: tuple[Item, ...], kind: ClaimKind) -> Figure:
    for item in items:
        if item.kind is kind:
            return figure_of(item)
    return Figure()


def _claimant(items: tuple[Item, ...]) -> str:
    """Who says it: the source of a verb before one of a preposition, then that of a quote."""
    attributed = [item for item in items if item.kind is ClaimKind.ATTRIBUTION]
    verbal = [item for item in attributed if not item.rule.startswith("attribution.preposition")]
    quoted = [item for item in items if item.kind is ClaimKind.QUOTE]
    for item in (*verbal, *attributed, *quoted):
        speaker = item.value.get("speaker")
        if speaker:
            return str(speaker)
    return ""


def _type(kind: ClaimKind, items: tuple[Item, ...], signs: Sequence[Signal]) -> ClaimType:
    if kind is ClaimKind.QUANTITY:
        return ClaimType.QUANTITY
    for each in signs:
        if each.kind in _TYPES:
            return _TYPES[each.kind]
    holds = any(item.rule.endswith(".hold") for item in items)
    return ClaimType.OPINION if holds and kind is not ClaimKind.DATE else ClaimType.OTHER


def _worth(kind: ClaimKind, claim_type: ClaimType, items: tuple[Item, ...], claimant: str) -> int:
    senses = {item.rule.rsplit(".", 1)[-1] for item in items}
    worth = _WORTH.get(kind, 0) + (_WITH_SOURCE if claimant else 0)
    worth += sum(_SENSE_WORTH.get(sense, 0) for sense in senses)
    return worth + _TYPE_WORTH.get(claim_type, 0)


def _ranked(made: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Turn the worth that `rank` holds so far into places, the first of equals first."""
    order = sorted(range(len(made)), key=lambda at: -made[at].rank)
    places = {at: place for place, at in enumerate(order, 1)}
    return tuple(replace(each, rank=places[at]) for at, each in enumerate(made))
