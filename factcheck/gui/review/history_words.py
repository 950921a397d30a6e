"""Recorded changes in words: who, when, what, from what to what."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from uuid import UUID

from factcheck.domain.ids import RatingId, ReviewerId
from factcheck.domain.rating import Rating
from factcheck.domain.revision import Reviewer, Revision
from factcheck.runtime.i18n import is_rtl, tr
from factcheck.runtime.settings import Settings
from factcheck.text.actions import action_name, field_name, table_name
from factcheck.text.display import format_moment
from factcheck.text.isolation import isolate
from factcheck.text.recorded import RecordedValues

MADE = "*"
"""The field that stands for the making of a row."""

_SILENT = frozenset({"start", "end", "prefix", "suffix", "position", "rev", "updated_at"})


class HistoryWords:
    """Puts revisions into words, with the names of ratings and people at hand."""

    def __init__(
        self,
        settings: Settings,
        ratings: Mapping[RatingId, Rating],
        reviewers: Mapping[ReviewerId, Reviewer],
    ) -> None:
        self._settings = settings
        self._values = RecordedValues(settings, ratings, reviewers)

    def entries(self, revisions: Iterable[Revision]) -> list[str]:
        """Return one text per action, in the order given: a heading and a line per field."""
        groups = groupby(revisions, key=lambda each: each.action_id)
        return [self._entry(list(group)) for _, group in groups]

    def _entry(self, group: list[Revision]) -> str:
        first = group[0]
        when = format_moment(first.at, self._settings)
        who = first.actor or tr("Somebody without a name")
        what = action_name(first.action, first.kind)
        heading = f"{isolate(when)} · {isolate(who)} · {what}"
        made = {each.row_id for each in group if each.field == MADE}
        lines = [self._line(each) for each in group if self._is_told(each, made)]
        return "\n".join([heading, *lines])

    def _is_told(self, revision: Revision, made: set[UUID]) -> bool:
        if revision.field in _SILENT or revision.field == MADE:
            return False
        # What a row was made with is told where it says something.
        return revision.row_id not in made or bool(revision.new)

    def _line(self, revision: Revision) -> str:
        if revision.field == "deleted_at":
            name = table_name(revision.table)
            if revision.new:
                return tr("{thing}: deleted", thing=name)
            return tr("{thing}: brought back", thing=name)
        name = field_name(revision.field)
        new = isolate(self._values.told(revision.field, revision.new))
        if not revision.old:
            return f"{name}: {new}"
        arrow = "←" if is_rtl() else "→"
        old = isolate(self._values.told(revision.field, revision.old))
        return f"{name}: {old} {arrow} {new}"
