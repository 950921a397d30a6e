"""The window: painted at once with nothing in it, filled by `build`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from factcheck.gui import application
from factcheck.gui.plain_imports import plain_imports

if TYPE_CHECKING:
    from factcheck.gui.frame import Frame
    from factcheck.gui.window_state import WindowState


class _BlankPage(QWidget):
    """Paper, until the frame is built; tells when it has been seen."""

    painted = Signal()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.emit()


class MainWindow(QMainWindow):
    """A window with a `frame` once it is built.

    `state` remembers for one person, `first_painted` tells once that the person sees the window;
    `closing` comes before it closes.
    """

    first_painted = Signal()
    closing = Signal()

    frame: Frame

    def __init__(self, state: WindowState) -> None:
        super().__init__()
        self.state = state
        self.may_close: Callable[[], bool] = lambda: True
        """Asked before the window closes."""
        self._is_painted = False
        self._is_built = False
        self.setObjectName("mainWindow")
        self.setWindowTitle(QApplication.applicationName())
        blank = _BlankPage()
        blank.painted.connect(self._on_painted)
        self.setCentralWidget(blank)
        if not state.restore_geometry("main", self):
            self.resize(1280, 800)

    def build(self) -> None:
        """Put the frame in: menus, bars and empty pages."""
        with plain_imports():
            from factcheck.gui.frame import Frame  # noqa: PLC0415 - after the first paint

        application.prepare_words()
        self.frame = Frame(self, self.state)
        self.setCentralWidget(self.frame)
        self._is_built = True
        layout = self.layout()
        if self.isVisible() and layout is not None:
            # Now, because what comes next takes long and leaves no time for painting.
            layout.activate()
            self.repaint()

    def remember(self) -> None:
        """Keep sizes and place of the window."""
        self.state.keep_geometry("main", self)
        if self._is_built:
            self.frame.remember()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        self.remember()
        super().closeEvent(event)

    def _on_painted(self) -> None:
        if not self._is_painted:
            self._is_painted = True
            self.first_painted.emit()
