"""A panel of the window, as the window knows it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class Pane(QWidget):
    """A panel with the one place where the keyboard comes in.

    `entry` is that place. A focus proxy would do the same, and would make Tab jump to it over
    everything that stands before it in the panel.
    """

    entry: QWidget

    def enter(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the panel."""
        self.entry.setFocus(reason)


class TablePane(Pane):
    """A panel with a table whose columns are remembered."""

    def set_columns(self, sizes: list[int]) -> None:
        """Give the columns the widths (pixels) that a person chose earlier."""
        raise NotImplementedError

    def columns(self) -> list[int]:
        """Return the widths of the columns in pixels, [] where nobody chose any."""
        raise NotImplementedError
