"""Values of the change log as people read them, instead of stored keys, ids and ISO dates."""

from collections.abc import Callable, Mapping
from datetime import datetime
from uuid import UUID

from factcheck.domain.claim import ClaimKind, Priority, WorkState
from factcheck.domain.evidence import SourceClass, Stance
from factcheck.domain.figure import Comparator
from factcheck.domain.ids import RatingId, ReviewerId
from factcheck.domain.rating import Rating
from factcheck.domain.revision import Reviewer
from factcheck.runtime.i18n import language, tr
from factcheck.text.display import Style, format_date, format_moment
from factcheck.text.naming import Named, name_of

_LONGEST = 120
_KEYS: Mapping[str, Callable[[str], Named]] = {
    "kind": ClaimKind,
    "state": WorkState,
    "priority": Priority,
    "stance": Stance,
    "source_class": SourceClass,
    "claimed_comparator": Comparator,
    "found_comparator": Comparator,
}
_DATES = frozenset({"said_on", "published", "claimed_as_of", "found_as_of"})


class RecordedValues:
    """Puts stored values into words, with the names of ratings and people at hand."""

    def __init__(
        self,
        style: Style,
        ratings: Mapping[RatingId, Rating],
        reviewers: Mapping[ReviewerId, Reviewer],
    ) -> None:
        """Take the digits and month names of the reader, and what ids stand for."""
        self._style = style
        self._ratings = ratings
        self._reviewers = reviewers

    def told(self, field: str, stored: str | None) -> str:
        """Return a stored value of a field in the language in use."""
        if not stored:
            return tr("nothing")
        try:
            return self._read(field, stored)
        except ValueError:
            return stored

    def _read(self, field: str, stored: str) -> str:
        if field in _KEYS:
            return name_of(_KEYS[field](stored))
        if field in _DATES:
            return format_date(stored, self._style)
        if field == "rating_id":
            rating = self._ratings.get(RatingId(UUID(stored)))
            return rating.name(language()) if rating else stored
        if field == "reviewer_id":
            reviewer = self._reviewers.get(ReviewerId(UUID(stored)))
            return reviewer.name if reviewer else stored
        if field in ("accessed", "deleted_at"):
            return format_moment(datetime.fromisoformat(stored), self._style)
        line = " ".join(stored.split())
        return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
