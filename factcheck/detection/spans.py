"""Where statements begin and end: sentences, and fragments of those that report several things."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.detection.items import Item
from factcheck.domain.claim import ClaimKind

_LONGEST_JOINED = 600
_SHORTEST = 20
_EDGES = " \n\t\r\u00a0،,;؛-–—•\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
_WHOLE = ("attribution.preposition", "attribution.relative", "attribution.colon")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text, code points, and the items that begin in it or reach into it."""

    start: int
    end: int
    items: tuple[Item, ...]


def statement_spans(
    text: str, items: Sequence[Item], sentences: Sequence[tuple[int, int]]
) -> list[Span]:
    """The statements of a text in order, without overlap; every item is in one at least.

    Args:
        text: the article.
        items: the items in text order.
        sentences: the spans of its sentences, in order.
    """
    quotes = [(item.start, item.end) for item in items if item.kind is ClaimKind.QUOTE]
    result: list[Span] = []
    first = 0
    for start, end in _joined(sentences, quotes):
        while first < len(items) and items[first].end <= start:
            first += 1
        inside = tuple(_reaching(items, first, start, end))
        result += _fragments(text, start, end, inside)
    return result


def _reaching(items: Sequence[Item], first: int, start: int, end: int) -> Iterator[Item]:
    for place in range(first, len(items)):
        if items[place].start >= end:
            break
        if items[place].end > start:
            yield items[place]


def _joined(
    spans: Sequence[tuple[int, int]], quotes: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Join sentences that stand in one quotation, unless that grows too long to be read."""
    at = 0
    held: tuple[int, int] | None = None
    for start, end in spans:
        while at < len(quotes) and quotes[at][1] <= start:
            at += 1
        in_quote = at < len(quotes) and quotes[at][0] < start < quotes[at][1]
        if held and in_quote and end - held[0] <= _LONGEST_JOINED:
            held = held[0], end
            continue
        if held:
            yield held
        held = start, end
    if held:
        yield held


def _fragments(text: str, start: int, end: int, items: tuple[Item, ...]) -> Iterator[Span]:
    edges = [start, *_cuts(text, start, items), end]
    for first, last in pairwise(edges):
        own = tuple(item for item in items if item.end > first and item.start < last)
        trimmed = _trimmed(text, first, last)
        if trimmed[0] < trimmed[1]:
            yield Span(*trimmed, own)


def _cuts(text: str, start: int, items: tuple[Item, ...]) -> Iterator[int]:
    """Where a further reporting event begins, far enough from the edge before it."""
    quotes = [(item.start, item.end) for item in items if item.kind is ClaimKind.QUOTE]
    last = start
    for item in items:
        if item.kind is not ClaimKind.ATTRIBUTION or item.rule.startswith(_WHOLE):
            continue
        at = _word_start(text, item.start, start)
        is_quoted = any(first < at < end for first, end in quotes)
        has_more = any(other.start < at and other.end > last for other in items)
        if at - last >= _SHORTEST and has_more and not is_quoted and _is_cut(text, at):
            yield at
            last = at


def _is_cut(text: str, at: int) -> bool:
    """Whether a comma, or و glued to the cue, sets the fragment off from what stands before."""
    before = text[:at].rstrip()[-1:] if at < 64 else text[at - 64 : at].rstrip()[-1:]
    return before in '،,؛;"”»' or text[at] in "وف"


def _word_start(text: str, at: int, floor: int) -> int:
    while at > floor and text[at - 1].isalnum():
        at -= 1
    return at


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end
