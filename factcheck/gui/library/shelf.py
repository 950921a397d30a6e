"""The articles that the library shows, kept in the order of one column while they come and go."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from factcheck.domain.article import ArticleSummary
from factcheck.domain.ids import ArticleId

Value = Callable[[ArticleSummary], Any]
"""What a column is sorted by."""
Key = tuple[Any, int]


@dataclass(frozen=True, slots=True)
class _Falling:
    """A value that comes before the smaller ones."""

    value: Any

    def __lt__(self, other: "_Falling") -> bool:
        return bool(other.value < self.value)


def _nothing(_summary: ArticleSummary) -> int:
    return 0


class Shelf:
    """Rows in order; what is equal in it stands newest first. Each article stands there once."""

    def __init__(self) -> None:
        self.rows: list[ArticleSummary] = []
        self._keys: list[Key] = []
        self._key_of: dict[ArticleId, Key] = {}
        self._value: Value = _nothing
        self._is_falling = False

    def row_of(self, article_id: ArticleId | None) -> int:
        """Return the row of an article, -1 where it does not stand here."""
        key = self._key_of.get(article_id) if article_id is not None else None
        return -1 if key is None else bisect_left(self._keys, key)

    def between(self, newest: ArticleId | None, oldest: ArticleId | None) -> set[ArticleId]:
        """Return what stands here of the articles before `newest`, down to `oldest` itself.

        None stands for the end of the library on its side.
        """
        top = -newest.int if newest is not None else None
        low = -oldest.int if oldest is not None else None
        return {
            each
            for each, (_value, age) in self._key_of.items()
            if (top is None or age > top) and (low is None or age <= low)
        }

    def fill(self, found: Iterable[ArticleSummary]) -> None:
        """Hold these articles and no others."""
        self.rows = list({each.id: each for each in found}.values())
        self._arrange()

    def sort(self, value: Value | None, *, falling: bool) -> None:
        """Put everything into another order; None is newest first."""
        self._value, self._is_falling = value or _nothing, falling and value is not None
        self._arrange()

    def place(self, summary: ArticleSummary) -> int:
        """Return before which row an article belongs as it is now."""
        return bisect_left(self._keys, self._key(summary))

    def groups(self, fresh: Iterable[ArticleSummary]) -> list[tuple[int, list[ArticleSummary]]]:
        """Return before which rows new articles belong, the last ones first.

        In this order one group after the other can be put in.
        """
        found: dict[int, list[ArticleSummary]] = {}
        for each in sorted(fresh, key=self._key):
            found.setdefault(self.place(each), []).append(each)
        return list(reversed(found.items()))

    def put(self, row: int, some: list[ArticleSummary]) -> None:
        """Put new articles, in order, before a row where they belong."""
        keys = [self._key(each) for each in some]
        self.rows[row:row] = some
        self._keys[row:row] = keys
        self._key_of.update((each.id, key) for each, key in zip(some, keys, strict=True))

    def take(self, first: int, last: int) -> None:
        """Take the articles of some rows away, the last row included."""
        for each in self.rows[first : last + 1]:
            del self._key_of[each.id]
        del self.rows[first : last + 1]
        del self._keys[first : last + 1]

    def _arrange(self) -> None:
        newest_first = sorted(self.rows, key=lambda each: -each.id.int)
        self.rows = sorted(newest_first, key=self._value, reverse=self._is_falling)
        self._keys = [self._key(each) for each in self.rows]
        self._key_of = {each.id: key for each, key in zip(self.rows, self._keys, strict=True)}

    def _key(self, summary: ArticleSummary) -> Key:
        value = self._value(summary)
        return (_Falling(value) if self._is_falling else value, -summary.id.int)
