"""Spans of a text in order: which touch a range, which cover it together."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

Key = TypeVar("Key")


class Span(NamedTuple, Generic[Key]):
    """A half-open range of code points and what stands there."""

    start: int
    end: int
    key: Key


class Segment(NamedTuple, Generic[Key]):
    """A range in which the same spans lie on top of each other, the longest first."""

    start: int
    end: int
    keys: tuple[Key, ...]


class SpanIndex(Generic[Key]):
    """Spans sorted by place, asked by range.

    A question costs two bisects and a walk over the spans that start within the range or at most
    the longest span's length before it.
    """

    def __init__(self, spans: Iterable[Span[Key]] = ()) -> None:
        """Sort `spans` by start, the longer one first where two start together."""
        self._spans = sorted(spans, key=lambda span: (span.start, -span.end))
        self._starts = [span.start for span in self._spans]
        self._longest = max((span.end - span.start for span in self._spans), default=0)

    def __len__(self) -> int:
        """How many spans there are."""
        return len(self._spans)

    @property
    def spans(self) -> Sequence[Span[Key]]:
        """All spans in the order of the text."""
        return self._spans

    def touching(self, start: int, end: int) -> list[Span[Key]]:
        """Return the spans that share at least one code point with [start, end)."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return [span for span in self._spans[first:last] if span.end > start]

    def at(self, at: int) -> list[Span[Key]]:
        """Return the spans over the code point `at`, the shortest (innermost) first."""
        return sorted(self.touching(at, at + 1), key=lambda span: span.end - span.start)

    def segments(self, start: int, end: int) -> list[Segment[Key]]:
        """Cut [start, end) where a span begins or ends; uncovered pieces are left out.

        Within a segment the keys come longest span first, so the last one is the innermost.
        """
        opened: dict[int, list[Span[Key]]] = {}
        cuts: set[int] = set()
        for span in self.touching(start, end):
            first, last = max(span.start, start), min(span.end, end)
            opened.setdefault(first, []).append(span)
            cuts.update((first, last))
        segments: list[Segment[Key]] = []
        covering: list[Span[Key]] = []
        for first, last in pairwise(sorted(cuts)):
            covering = [span for span in covering if span.end > first] + opened.get(first, [])
            if covering:
                covering.sort(key=lambda span: span.start - span.end)
                keys = tuple(span.key for span in covering)
                segments.append(Segment(first, last, keys))
        return segments
