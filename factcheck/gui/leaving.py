"""Before a record is let go of: nothing that was done is dropped without a word."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.runtime.i18n import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from factcheck.gui.widgets.question import Question
    from factcheck.gui.workspace import Workspace


class Leaving(QObject):
    """Asks where something would be lost; typed text is kept as a draft and not asked about."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._question: Question | None = None
        self._is_agreed = False
        self._leave: Callable[[], object] = lambda: None
        workspace.writer.over.connect(self._go)

    def may_leave(self, window: QWidget, leave: Callable[[], object]) -> bool:
        """Return whether nothing would be lost; else ask in `window`.

        `leave` is called once all is saved, or the person agrees to lose it.
        """
        workspace = self._workspace
        if workspace.store is None or self._is_agreed:
            self._is_agreed = False
            return True
        workspace.flush_edits()
        if workspace.writer.waiting:
            workspace.writer.wait()
        if workspace.writer.waiting:
            self._ask(window, self._waiting_words(), leave)
            return False
        workspace.settle()
        if workspace.company.is_at_risk():
            self._ask(window, _risk_words(), leave)
            return False
        if workspace.writer.leftovers:
            self._ask(window, _leftover_words(workspace.writer.leftovers), leave)
            return False
        return True

    def _ask(self, window: QWidget, said: str, leave: Callable[[], object]) -> None:
        from factcheck.gui.widgets.question import Question  # noqa: PLC0415 - hardly ever

        if self._question is not None:
            self._question.reject()
        self._leave = leave
        title, act = tr("Not everything is saved"), tr("Leave without it")
        self._question = Question(
            "leaving", (title, said), (act, self._agree), tr("Go on working"), window
        )
        self._question.finished.connect(self._forget)
        self._question.open()

    def _agree(self) -> None:
        self._workspace.writer.drop()
        self._is_agreed = True
        self._leave()

    def _go(self) -> None:
        """Leave as wanted, now that all is saved."""
        if self._question is not None:
            self._question.reject()
            self._leave()

    def _forget(self, _result: int) -> None:
        self._question = None

    def _waiting_words(self) -> str:
        from factcheck.text.actions import action_name  # noqa: PLC0415 - after the first paint

        names = dict.fromkeys(action_name(each) for each in self._workspace.writer.waiting)
        done = _listed(names)
        return tr(
            "Somebody else holds the file, so this is not saved yet:\n{done}\nAs soon as it is, the"
            " window goes on by itself.",
            done=done,
        )


def _risk_words() -> str:
    return tr(
        "Text of yours can be saved neither in the file nor as a draft: the disk is full or cannot"
        " be written. Free some space and try again."
    )


def _leftover_words(texts: Iterable[str]) -> str:
    return tr("This cannot be read as a date, and is not saved:\n{texts}", texts=_listed(texts))


def _listed(texts: Iterable[str]) -> str:
    return "\n".join(f"• {each}" for each in texts)
