"""When a working copy is exchanged with its shared file, and what came of it."""

from __future__ import annotations

from collections import deque
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from factcheck.domain.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.domain.changes import Changes
    from factcheck.gui.jobs import Tell
    from factcheck.gui.sharing.backstage import Backstage
    from factcheck.gui.workspace import Workspace
    from factcheck.operations.exchanging import Exchange, ExchangeReport
    from factcheck.operations.opening import Opened

EVERY_MS = 15_000
"""Milliseconds between two exchanges."""
SOON_MS = 2_000
"""Milliseconds after a save; more saves meanwhile go with it."""
_LARGE = 50 * 1024 * 1024
_LARGE_MS = 60_000
"""Files above `_LARGE` bytes are exchanged less often."""
_KEPT = 200


class Exchanging(QObject):
    """Exchanges every 15 seconds, after saving, and when the person comes back to the window.

    `told` comes whenever something is to be shown otherwise.
    """

    told = Signal()

    def __init__(self, workspace: Workspace, backstage: Backstage, shared: Path) -> None:
        super().__init__(backstage)
        self.shared = shared
        self.log: deque[ExchangeReport] = deque(maxlen=_KEPT)
        """What exchanges did, newest last; those that did nothing are left out."""
        self.last: ExchangeReport | None = None
        self.is_running = False
        self._workspace = workspace
        self._backstage = backstage
        self._every = QTimer(self, interval=EVERY_MS)
        self._every.timeout.connect(self.run)
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self.run)

    def start(self) -> None:
        """Exchange now, and from now on."""
        self._workspace.changed.connect(self._on_changed)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_state)
        self._every.start()
        self.run()

    def run(self) -> None:
        """Exchange now, unless that is under way."""
        self.is_running = True
        self._backstage.do_once("exchange", _exchange, self._on_report, self._on_error)
        self.told.emit()

    def put_back(self) -> None:
        """Put the copy of this machine in the place of a shared file that is unfit."""
        self.is_running = True
        self._backstage.do(_put_back, self._on_report, self._on_error)
        self.told.emit()

    @property
    def waiting(self) -> int:
        """How many changes are only in the copy on this machine, as of the last exchange."""
        return self.last.waiting if self.last else 0

    @property
    def problem(self) -> UserError | None:
        """What is in the way of exchanging, None where nothing is."""
        return self.last.problem if self.last else None

    @property
    def is_large(self) -> bool:
        """Whether the record is so large that it is exchanged less often."""
        store = self._workspace.store
        return store is not None and store.path.stat().st_size > _LARGE

    def _on_changed(self, _changes: Changes) -> None:
        if not self._soon.isActive():
            self._soon.start(_LARGE_MS if self.is_large else SOON_MS)

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.run()

    def _on_report(self, report: ExchangeReport) -> None:
        self.is_running = False
        had_problem = self.problem is not None
        self.last = report
        self._every.setInterval(_LARGE_MS if self.is_large else EVERY_MS)
        if report.changes or report.is_published or report.folded or _is_news(report, had_problem):
            self.log.append(report)
        self._workspace.catch_up()
        self.told.emit()

    def _on_error(self, error: UserError) -> None:
        from factcheck.domain.errors import DatabaseError  # noqa: PLC0415
        from factcheck.operations.exchanging import ExchangeReport  # noqa: PLC0415

        problem = error if isinstance(error, DatabaseError) else DatabaseError(error.message)
        self._on_report(ExchangeReport(waiting=self.waiting, at=datetime.now(UTC), problem=problem))


def _is_news(report: ExchangeReport, had_problem: bool) -> bool:  # noqa: FBT001
    return (report.problem is not None) != had_problem


def _exchange(opened: Opened, _tell: Tell) -> ExchangeReport:
    return _link(opened).run()


def _put_back(opened: Opened, _tell: Tell) -> ExchangeReport:
    return _link(opened).put_back()


def _link(opened: Opened) -> Exchange:
    if opened.exchange is None:
        msg = "only shared records are exchanged"
        raise RuntimeError(msg)
    return opened.exchange
