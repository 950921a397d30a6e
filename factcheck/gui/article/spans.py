"""Spans of a text in order: which touch a range, which cover it together."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import sub
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
    the longest span's length before it. Kept as three lists rather than one of spans: thousands of
    new tuples at every change would keep the garbage collector busy.
    """

    def __init__(
        self, starts: Sequence[int] = (), ends: Sequence[int] = (), keys: Sequence[Key] = ()
    ) -> None:
        """Index spans given by place: sorted by start, the longer one first where two are equal."""
        self._starts = starts
        self._ends = ends
        self._keys = keys
        self._longest = max(map(sub, ends, starts), default=0)

    @classmethod
    def of(cls, spans: Iterable[Span[Key]]) -> "SpanIndex[Key]":
        """Index spans in any order."""
        ordered = sorted(spans, key=lambda span: (span.start, -span.end))
        return cls(
            [span.start for span in ordered],
            [span.end for span in ordered],
            [span.key for span in ordered],
        )

    def __len__(self) -> int:
        """How many spans there are."""
        return len(self._keys)

    def touching(self, start: int, end: int) -> list[Span[Key]]:
        """Return the spans that share at least one code point with [start, end)."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return [
            Span(self._starts[place], self._ends[place], self._keys[place])
            for place in range(first, last)
            if self._ends[place] > start
        ]

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
