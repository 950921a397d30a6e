"""Saying where this person is, and seeing where the others are."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from factcheck.domain.presence import Presence
from factcheck.gui.widgets.settling_edit import SettlingEdit, SettlingLine
from factcheck.runtime.i18n import tr

if TYPE_CHECKING:
    from factcheck.domain.ids import ClaimId
    from factcheck.gui.jobs import Tell
    from factcheck.gui.sharing.backstage import Backstage
    from factcheck.gui.workspace import Workspace
    from factcheck.operations.opening import Opened
    from factcheck.storage.presence import Board

_TELL_EVERY = 5
"""Looks between two times that I say again where I am."""
LOOK_MS = 2_000
_SOON_MS = 200


class PresenceWatch(QObject):
    """Tells the board of the record about this window and the workspace about the others."""

    def __init__(self, workspace: Workspace, backstage: Backstage) -> None:
        super().__init__(backstage)
        self.window = uuid4()
        self._workspace = workspace
        self._backstage = backstage
        self._board: Board | None = None
        self._has_board = True
        self._looks = 0
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._on_look)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.tell)

    def start(self) -> None:
        """Be seen from now on."""
        self._workspace.claim_selected.connect(self._soon.start)
        self._workspace.article_opened.connect(self._soon.start)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)
        self._look.start()
        self.tell()

    def tell(self) -> None:
        """Say where I am now, and look where the others are."""
        self._looks = 0
        self._ask(self._me())

    def leave(self) -> None:
        """Be seen no more."""
        self._look.stop()
        self._soon.stop()
        if self._board is not None:
            self._board.leave(self.window)

    def _on_look(self) -> None:
        self._looks += 1
        if self._looks >= _TELL_EVERY:
            self.tell()
        else:
            self._ask(None)

    def _on_focus(self, _old: QWidget | None, _new: QWidget | None) -> None:
        self._soon.start()

    def _ask(self, me: Presence | None) -> None:
        if not self._has_board:
            return

        def work(opened: Opened, _tell: Tell) -> list[Presence]:
            board = self._board_of(opened)
            if board is None:
                return []
            if me is not None:
                board.tell(me)
            return board.others(self.window)

        self._backstage.do(work, self._show, lambda _error: None)

    def _board_of(self, opened: Opened) -> Board | None:
        """Find the board on the first call, on the worker."""
        if self._board is None and self._has_board:
            from factcheck.operations.presence import board_of  # noqa: PLC0415

            self._board = board_of(opened)
            self._has_board = self._board is not None
        return self._board

    def _me(self) -> Presence:
        workspace, focus = self._workspace, QApplication.focusWidget()
        is_field = isinstance(focus, SettlingEdit | SettlingLine) and not focus.isReadOnly()
        article = workspace.article
        return Presence(
            self.window,
            workspace.settings.reviewer or tr("Somebody without a name"),
            article.id if article else None,
            workspace.selected,
            is_editing=is_field and workspace.selected is not None,
        )

    def _show(self, found: list[Presence]) -> None:
        others: dict[ClaimId, tuple[str, ...]] = {}
        for each in found:
            if each.claim_id is not None:
                said = tr("{name} is editing", name=each.name) if each.is_editing else each.name
                others[each.claim_id] = (*others.get(each.claim_id, ()), said)
        self._workspace.company.show_others(others)
