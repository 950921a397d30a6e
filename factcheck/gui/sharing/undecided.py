"""The open conflicts, read again whenever something changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.domain.conflict import Conflict
    from factcheck.domain.ids import ClaimId
    from factcheck.gui.jobs import Tell
    from factcheck.gui.sharing.backstage import Backstage
    from factcheck.gui.workspace import Workspace
    from factcheck.operations.opening import Opened

_PAUSE_MS = 300


@dataclass(frozen=True, slots=True)
class Found:
    """All open conflicts, and the words of the claims that they are about."""

    conflicts: tuple[Conflict, ...] = ()
    words: Mapping[ClaimId, str] = field(default_factory=dict)


class Undecided(QObject):
    """Knows what people have to decide; `told` comes when that changed."""

    told = Signal()

    def __init__(self, workspace: Workspace, backstage: Backstage) -> None:
        super().__init__(backstage)
        self.found = Found()
        self._workspace = workspace
        self._backstage = backstage
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.look)
        workspace.changed.connect(self._pause.start)

    def look(self) -> None:
        """Read what is open now."""
        self._backstage.do(_find, self._take, lambda _error: None)

    def _take(self, found: Found) -> None:
        if found == self.found:
            return
        self.found = found
        of_claim: dict[ClaimId, tuple[Conflict, ...]] = {}
        for each in found.conflicts:
            if each.claim_id is not None:
                of_claim[each.claim_id] = (*of_claim.get(each.claim_id, ()), each)
        self._workspace.company.show_conflicts(of_claim)
        self.told.emit()


def _find(opened: Opened, _tell: Tell) -> Found:
    from factcheck.storage import queries  # noqa: PLC0415 - on the worker
    from factcheck.storage.conflicts import conflicts  # noqa: PLC0415

    with opened.store.read() as session:
        found = conflicts(session)
        ids = {each.claim_id for each in found if each.claim_id is not None}
        words = {each: queries.claim(session, each).anchor.exact for each in ids}
    return Found(tuple(found), words)
