"""The open record as it is shared: one for each opening, whatever window shows it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from factcheck.domain.errors import BusyError
from factcheck.gui.plain_imports import plain_imports
from factcheck.gui.sharing.backstage import Backstage
from factcheck.runtime.i18n import tr

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.domain.conflict import EditConflictError
    from factcheck.domain.evidence import EvidenceDraft
    from factcheck.domain.ids import ClaimId
    from factcheck.gui.sharing.begun import BegunEvidence
    from factcheck.gui.sharing.drafts import Drafts
    from factcheck.gui.sharing.exchanging import Exchanging
    from factcheck.gui.sharing.housekeeping import Housekeeping
    from factcheck.gui.sharing.presence import PresenceWatch
    from factcheck.gui.sharing.rescuing import Rescuing
    from factcheck.gui.sharing.undecided import Undecided
    from factcheck.gui.workspace import Workspace
    from factcheck.operations.opening import Opened
    from factcheck.operations.rescuing import Rescued
    from factcheck.runtime.paths import Paths
    from factcheck.storage.places import Place

_START_MS = 400
"""Milliseconds after the opening, when the window is there and at rest."""


class Link(QObject):
    """The worker of a record and what goes on there; light until it has `started`."""

    started = Signal()
    rescued = Signal(object, str)
    """What was held of a file that was replaced is safe: `Rescued`, and the name it had."""

    def __init__(
        self, workspace: Workspace, opened: Opened, address: Path | str, paths: Paths
    ) -> None:
        """Link the record that `workspace` shows, which `address` opens a second time."""
        super().__init__(workspace)
        self.workspace = workspace
        self.address = address
        self.paths = paths
        self.place: Place = opened.place
        self.backstage = Backstage(self._open_again, self)
        self.exchanging: Exchanging | None = None
        self.drafts: Drafts | None = None
        self.begun: BegunEvidence | None = None
        self.undecided: Undecided | None = None
        self.presence: PresenceWatch | None = None
        self.housekeeping: Housekeeping | None = None
        self.after_crash = False
        self._shared = opened.exchange.shared if opened.exchange else None
        self._starting = QTimer(self, singleShot=True, interval=_START_MS)
        self._starting.timeout.connect(self.start)
        self._starting.start()
        workspace.company.set_aside = self._set_aside
        workspace.company.keep_begun = self._keep_begun
        workspace.company.is_at_risk = self._is_at_risk
        workspace.displaced.connect(self._on_displaced)
        self._rescuing: Rescuing | None = None

    @property
    def is_file(self) -> bool:
        """Whether the record is a file used where it lies: only that can be put back whole."""
        return self._shared is None and not isinstance(self.address, str)

    def start(self) -> None:
        """Begin to exchange, to look for conflicts and to see others."""
        self._starting.stop()
        if self.undecided is not None:
            return
        try:
            self.known_drafts()
            self.known_begun()
        except BusyError:
            self._starting.start()
            return
        with plain_imports():
            from factcheck.gui.sharing.exchanging import Exchanging  # noqa: PLC0415
            from factcheck.gui.sharing.housekeeping import Housekeeping  # noqa: PLC0415
            from factcheck.gui.sharing.presence import PresenceWatch  # noqa: PLC0415
            from factcheck.gui.sharing.undecided import Undecided  # noqa: PLC0415

        self.undecided = Undecided(self.workspace, self.backstage)
        self.presence = PresenceWatch(self.workspace, self.backstage)
        if self._shared is not None:
            self.exchanging = Exchanging(self.workspace, self.backstage, self._shared)
            self.exchanging.start()
        self.housekeeping = Housekeeping(
            self.workspace, self.backstage, self.paths.backup_dir, after_crash=self.after_crash
        )
        self.housekeeping.start()
        self.undecided.look()
        self.presence.start()
        self.show_drafts()
        self.started.emit()

    def make_good(self) -> None:
        """Save now what was held of a file that was replaced, as before it is closed."""
        if self.workspace.store is not None and not self.workspace.is_in_place:
            self._on_displaced()
            if self._rescuing is not None:
                self._rescuing.finish(self.address)

    def close(self) -> None:
        """Publish what is new, be seen no more, and let go of the record."""
        self._starting.stop()
        self.workspace.displaced.disconnect(self._on_displaced)
        self.workspace.company.set_aside = lambda _error: False
        self.workspace.company.keep_begun = lambda _claim, _draft: False
        self.workspace.company.is_at_risk = lambda: False
        if self.presence is not None:
            self.presence.leave()
        self.backstage.close(_exchange_once_more)

    # --- texts set aside

    def known_drafts(self) -> Drafts:
        """Return the drafts of this record, read from disk on the first call."""
        if self.drafts is None:
            from factcheck.gui.sharing.drafts import Drafts  # noqa: PLC0415
            from factcheck.storage.queries import record_id  # noqa: PLC0415

            self.drafts = Drafts(self.paths.drafts_dir, self.workspace.read(record_id))
        return self.drafts

    def show_drafts(self) -> None:
        """Tell the views of claims which texts wait."""
        fields: dict[object, tuple[str, ...]] = {}
        for each in self.known_drafts().all:
            if each.claim_id is not None:
                fields[each.claim_id] = (*fields.get(each.claim_id, ()), each.clash.field)
        self.workspace.company.show_drafts(fields)  # type: ignore[arg-type]

    def known_begun(self) -> BegunEvidence:
        """Return the new evidence of this record that waits, read from disk on the first call."""
        if self.begun is None:
            from factcheck.gui.sharing.begun import BegunEvidence  # noqa: PLC0415
            from factcheck.storage.queries import record_id  # noqa: PLC0415

            self.begun = BegunEvidence(self.paths.drafts_dir, self.workspace.read(record_id))
        return self.begun

    def _keep_begun(self, claim_id: ClaimId, draft: EvidenceDraft) -> bool:
        try:
            self.known_begun().keep(claim_id, draft)
        except BusyError:
            return False
        if not self.workspace.is_ending:
            said = tr("The claim was deleted while you were writing. Your text is kept as a draft.")
            QTimer.singleShot(0, self, partial(self.workspace.said.emit, said))
        return True

    def _is_at_risk(self) -> bool:
        # Both, one after the other: each of them tries to write what it has.
        are_safe = [each.secure() for each in (self.drafts, self.begun) if each is not None]
        return self.workspace.is_displaced or not all(are_safe)

    def _set_aside(self, error: EditConflictError) -> bool:
        try:
            drafts = self.known_drafts()
        except BusyError:
            return False
        drafts.keep(error.clashes, self.workspace.selected)
        self.show_drafts()
        ask = partial(self.workspace.company.clashed.emit, error)
        # Later, because this comes from the middle of saving.
        QTimer.singleShot(0, self, ask)
        return True

    def _on_displaced(self) -> None:
        from factcheck.gui.sharing.rescuing import Rescuing  # noqa: PLC0415 - hardly ever

        if self._rescuing is None:
            self._rescuing = Rescuing(self.workspace, self.backstage, self.paths)
            self._rescuing.taken.connect(self._on_rescued)
        self._rescuing.begin(self.address)

    def _on_rescued(self, opened: Opened, rescued: Rescued, name: str) -> None:
        self.address, self.place = rescued.address, opened.place
        self.rescued.emit(rescued, name)

    def _open_again(self) -> Opened:
        from factcheck.operations.opening import open_record  # noqa: PLC0415 - on the worker

        return open_record(self.address, self.paths, self.workspace.settings)


def _exchange_once_more(opened: Opened) -> None:
    if opened.exchange is not None and opened.exchange.waiting():
        opened.exchange.run()
