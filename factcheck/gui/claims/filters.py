"""What the claim list shows and in which order: pure functions over light rows.

Everything happens in Python lists. A proxy model asks for the data of every row through the
binding, which makes sorting 5,000 claims a thousand times slower.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import Enum, StrEnum, auto

from factcheck.domain.claim import Claim, ClaimKind, Priority, WorkState
from factcheck.domain.ids import RatingId, ReviewerId
from factcheck.text.folding import fold_key

WORDS_LENGTH = 200
"""Code points of a claim's words that a row keeps for drawing; the rest never fits a line."""

_DAWN = datetime.fromtimestamp(0, UTC)
_RANK = {Priority.HIGH: 0, Priority.NORMAL: 1, Priority.LOW: 2}
_WORTH = {
    ClaimKind.QUANTITY: 0,
    ClaimKind.DATE: 1,
    ClaimKind.COMPARISON: 2,
    ClaimKind.QUOTE: 3,
    ClaimKind.ATTRIBUTION: 4,
    ClaimKind.OPINION: 6,
}
"""Kinds as detection ranks them; kinds that only people give lie between."""
_UNFINISHED = (WorkState.OPEN, WorkState.CHECKING)


class AnyOf(Enum):
    """Choices of a filter box that stand for several values."""

    UNRATED = auto()
    UNFINISHED = auto()


class ClaimOrder(StrEnum):
    """What the list is sorted by."""

    PLACE = "place"
    WORTH = "worth"
    PRIORITY = "priority"
    CHANGED = "changed"


class Row:
    """One claim as the list needs it: its words on one line and, once asked for, a search key.

    Rows are compared by identity and follow their claim by `take`.
    """

    __slots__ = ("_key", "claim", "words")

    def __init__(self, claim: Claim) -> None:
        """Put the words of `claim` on one line."""
        self.claim = claim
        self.words = _one_line(claim.anchor.exact)
        self._key: str | None = None

    @property
    def key(self) -> str:
        """Folded words, statement and claimant, made when first searched."""
        if self._key is None:
            self._key = fold_key("\n".join(_searched(self.claim)))
        return self._key

    def take(self, claim: Claim) -> None:
        """Show `claim`, a later state of the same one, without folding in vain."""
        old, self.claim = self.claim, claim
        # A claim that only got another number shares its fields with the old one.
        if (
            claim.anchor is old.anchor
            and claim.statement is old.statement
            and claim.claimant is old.claimant
        ):
            return
        if _searched(claim) != _searched(old):
            self.words = _one_line(claim.anchor.exact)
            self._key = None


def _searched(claim: Claim) -> tuple[str, str, str]:
    return (claim.anchor.exact, claim.statement, claim.claimant)


def _one_line(text: str) -> str:
    return " ".join(text[: 2 * WORDS_LENGTH].split())[:WORDS_LENGTH]


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """What to show. None means any, but dismissed claims are shown only when asked for by state.

    `text` is as typed; every word of it must occur, folded, in the claim.
    """

    text: str = ""
    kind: ClaimKind | None = None
    verdict: RatingId | AnyOf | None = None
    state: WorkState | AnyOf | None = None
    reviewer: ReviewerId | None = None

    @property
    def is_open(self) -> bool:
        """Whether every claim that is not dismissed passes."""
        return replace(self, text=self.text.strip()) == ClaimFilter()


def passing(rows: Iterable[Row], wanted: ClaimFilter) -> list[Row]:
    """Return the rows that `wanted` lets through, in the order given."""
    chosen = _in_state(rows, wanted.state)
    if wanted.kind is not None:
        chosen = [row for row in chosen if row.claim.kind == wanted.kind]
    if wanted.verdict is not None:
        rating = None if wanted.verdict is AnyOf.UNRATED else wanted.verdict
        chosen = [row for row in chosen if row.claim.rating_id == rating]
    if wanted.reviewer is not None:
        chosen = [row for row in chosen if row.claim.reviewer_id == wanted.reviewer]
    for word in fold_key(wanted.text).split():
        chosen = [row for row in chosen if word in row.key]
    return chosen


def _in_state(rows: Iterable[Row], state: WorkState | AnyOf | None) -> list[Row]:
    if state is None:
        return [row for row in rows if row.claim.state is not WorkState.DISMISSED]
    if state is AnyOf.UNFINISHED:
        return [row for row in rows if row.claim.state in _UNFINISHED]
    return [row for row in rows if row.claim.state is state]


Key = tuple[float | bytes, ...]


def _by_place(row: Row) -> Key:
    # As `domain.claim.in_order`; numbers will not do, suggestions have none.
    anchor = row.claim.anchor
    return (anchor.start, -anchor.end, row.claim.id.bytes)


def _by_priority(row: Row) -> Key:
    return (_RANK[row.claim.priority], *_by_place(row))


def _worth(row: Row) -> Key:
    # Within a kind, words with a claimant can be looked up more easily.
    claim = row.claim
    return (_RANK[claim.priority], _WORTH.get(claim.kind, 5), not claim.claimant)


def _by_worth(row: Row) -> Key:
    return (*_worth(row), *_by_place(row))


def _by_change(row: Row) -> Key:
    changed = row.claim.updated_at or _DAWN
    return (-changed.timestamp(), *_by_place(row))


ORDERS: dict[ClaimOrder, Callable[[Row], Key]] = {
    ClaimOrder.PLACE: _by_place,
    ClaimOrder.WORTH: _by_worth,
    ClaimOrder.PRIORITY: _by_priority,
    ClaimOrder.CHANGED: _by_change,
}


def ordered(rows: Sequence[Row], order: ClaimOrder) -> list[Row]:
    """Return `rows`, given in the order of the text, in another order.

    By place, by worth of checking (priority, kind, claimant), by priority (high first) or by last
    change (latest first); sorting is stable, so rows that are equal stay in the order of the text.
    """
    if order is ClaimOrder.WORTH:
        return sorted(rows, key=_worth)
    if order is ClaimOrder.PRIORITY:
        return sorted(rows, key=lambda row: _RANK[row.claim.priority])
    if order is ClaimOrder.CHANGED:
        return sorted(rows, key=lambda row: row.claim.updated_at or _DAWN, reverse=True)
    return list(rows)
