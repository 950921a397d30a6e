"""Stored values as people read them: names for keys and ids, dates in their own form."""

from collections.abc import Callable, Mapping
from datetime import datetime
from uuid import UUID

from factcheck.domain.claim import ClaimKind, Priority, WorkState
from factcheck.domain.evidence import SourceClass, Stance
from factcheck.domain.figure import Comparator
from factcheck.domain.ids import RatingId, ReviewerId
from factcheck.gui.workspace import Workspace
from factcheck.runtime.i18n import language, tr
from factcheck.text.display import format_date, format_moment
from factcheck.text.naming import Named, name_of

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


def stored_words(workspace: Workspace, field: str, stored: str | None) -> str:
    """Return the stored text of a field as people read it; one that is not understood as it is."""
    if not stored:
        return tr("nothing")
    try:
        return _read(workspace, field, stored)
    except ValueError:
        return stored


def _read(workspace: Workspace, field: str, stored: str) -> str:
    if field in _KEYS:
        return name_of(_KEYS[field](stored))
    if field in _DATES:
        return format_date(stored, workspace.settings)
    if field == "accessed":
        return format_moment(datetime.fromisoformat(stored), workspace.settings)
    if field == "rating_id":
        rating = workspace.ratings.get(RatingId(UUID(stored)))
        return rating.name(language()) if rating else stored
    if field == "reviewer_id":
        reviewer = workspace.reviewers.get(ReviewerId(UUID(stored)))
        return reviewer.name if reviewer else stored
    return stored
