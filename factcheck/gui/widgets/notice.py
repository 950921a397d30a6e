"""A line inside a dialog that says why something was refused."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget

from factcheck.gui import theme
from factcheck.runtime.i18n import explain


class _Failing(Protocol):
    failed: SignalInstance


class Notice(QLabel):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()

    def refuse(self, text: str) -> None:
        """Say why something was not done."""
        colours = self.palette()
        colours.setColor(self.foregroundRole(), theme.current().warning)
        self.setPalette(colours)
        self.setText(f"! {text}")
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def withdraw(self) -> None:
        """Say nothing."""
        self.clear()
        self.hide()

    @contextmanager
    def refusals(self, workspace: _Failing) -> Iterator[None]:
        """Show here what the workspace refuses meanwhile."""

        def show(error: Exception) -> None:
            self.refuse(explain(error))

        self.withdraw()
        workspace.failed.connect(show)
        try:
            yield
        finally:
            workspace.failed.disconnect(show)
