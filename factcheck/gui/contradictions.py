"""Which claims of the open article exclude each other by their figures or dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from factcheck.domain.claim import Claim, WorkState

if TYPE_CHECKING:
    from factcheck.domain.changes import Changes
    from factcheck.domain.figure import Figure
    from factcheck.domain.ids import ClaimId
    from factcheck.gui.jobs import Job, Jobs, Tell
    from factcheck.gui.workspace import Workspace

Pairs = list[tuple["ClaimId", "ClaimId"]]
Stated = tuple[str, "Figure", bool]

_PAUSE_MS = 300
"""How long typing goes on before claims are compared, on the worker."""


class Contradictions(QObject):
    """Follows the workspace; `found` tells that other claims contradict each other now.

    Claims are compared only after a change of what they state: words, claimed figure, dismissal.
    """

    found = Signal()

    def __init__(self, workspace: Workspace, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._workspace = workspace
        self._jobs = jobs
        self._job: Job | None = None
        self._stated: dict[ClaimId, Stated] = {}
        self._others: dict[ClaimId, list[ClaimId]] = {}
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._compare)
        workspace.article_opened.connect(self._restart)
        workspace.changed.connect(self._on_changed)
        self._restart()

    def of(self, claim_id: ClaimId) -> list[Claim]:
        """Return the claims that contradict a claim, in the order of the text."""
        there = (self._workspace.claim(each) for each in self._others.get(claim_id, ()))
        return sorted(
            (each for each in there if each is not None), key=lambda each: each.anchor.start
        )

    def _restart(self) -> None:
        self._cancel()
        self._stated = {each.id: _stated(each) for each in self._workspace.claims if each.claimed}
        self._take([])
        self._start()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _on_changed(self, changes: Changes) -> None:
        has_changed = False
        for claim_id in changes.claims:
            claim = self._workspace.claim(claim_id)
            now = _stated(claim) if claim is not None and claim.claimed else None
            if now != self._stated.get(claim_id):
                has_changed = True
                if now is None:
                    del self._stated[claim_id]
                else:
                    self._stated[claim_id] = now
        if has_changed:
            self._start()

    def _start(self) -> None:
        self._cancel()
        if len(self._stated) > 1:
            self._timer.start()
        else:
            self._timer.stop()
            self._take([])

    def _compare(self) -> None:
        claims = [each for each in self._workspace.claims if each.id in self._stated]
        self._job = self._jobs.start(lambda tell: _pairs(claims, tell), self._take)

    def _take(self, pairs: Pairs) -> None:
        others: dict[ClaimId, list[ClaimId]] = {}
        for first, second in pairs:
            others.setdefault(first, []).append(second)
            others.setdefault(second, []).append(first)
        self._job = None
        if others != self._others:
            self._others = others
            self.found.emit()


def _stated(claim: Claim) -> Stated:
    return (claim.anchor.exact, claim.claimed, claim.state is WorkState.DISMISSED)


def _pairs(claims: list[Claim], tell: Tell) -> Pairs:
    from factcheck.detection.consistency import inconsistencies  # noqa: PLC0415 - on the worker

    tell(0.0)
    return [(each.first.id, each.second.id) for each in inconsistencies(claims)]
