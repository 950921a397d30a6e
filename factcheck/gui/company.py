"""Others who work on the same record: where they are, and what people have to decide between."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from factcheck.domain.conflict import Conflict, EditConflictError
    from factcheck.domain.evidence import EvidenceDraft
    from factcheck.domain.ids import ClaimId


class Company(QObject):
    """What the feature `sharing` knows and the views of claims show.

    `changed` carries the ids of the claims about which something is to be shown otherwise, `asked`
    a claim id for which somebody wants to decide, or None for all, `clashed` the
    `EditConflictError` of a text that was just set aside; `drafts_asked` asks for what was set
    aside about a claim. `begun_asked` carries an `EvidenceDraft` to go on with, of the selected
    claim.
    """

    changed = Signal(object)
    asked = Signal(object)
    clashed = Signal(object)
    drafts_asked = Signal(object)
    begun_asked = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.conflicts: Mapping[ClaimId, tuple[Conflict, ...]] = {}
        self.drafts: Mapping[ClaimId, tuple[str, ...]] = {}
        """Fields of claims whose typed text was set aside, by claim."""
        self.others: Mapping[ClaimId, tuple[str, ...]] = {}
        """Who is looking at or editing a claim, as words."""
        self.set_aside: Callable[[EditConflictError], bool] = lambda _error: False
        """Keeps the text of an edit that clashed; False where nobody can."""
        self.keep_begun: Callable[[ClaimId, EvidenceDraft], bool] = lambda _claim, _draft: False
        """Keeps new evidence of a claim that could not be stored; False where nobody can."""
        self.is_at_risk: Callable[[], bool] = lambda: False
        """Whether something would be lost with the window, because the disk refuses it."""

    def show_conflicts(self, conflicts: Mapping[ClaimId, tuple[Conflict, ...]]) -> None:
        """Take note of what stands open now."""
        touched = _different(self.conflicts, conflicts)
        self.conflicts = conflicts
        if touched:
            self.changed.emit(touched)

    def show_drafts(self, drafts: Mapping[ClaimId, tuple[str, ...]]) -> None:
        """Take note of what texts are set aside now."""
        touched = _different(self.drafts, drafts)
        self.drafts = drafts
        if touched:
            self.changed.emit(touched)

    def show_others(self, others: Mapping[ClaimId, tuple[str, ...]]) -> None:
        """Take note of where others are now."""
        touched = _different(self.others, others)
        self.others = others
        if touched:
            self.changed.emit(touched)


def _different(
    before: Mapping[ClaimId, object], now: Mapping[ClaimId, object]
) -> frozenset[ClaimId]:
    keys = before.keys() | now.keys()
    return frozenset(each for each in keys if before.get(each) != now.get(each))
