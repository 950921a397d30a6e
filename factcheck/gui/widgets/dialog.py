"""What all dialogs have in common: margins, a name, and going away when closed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from factcheck.gui import theme


class Dialog(QDialog):
    """A dialog with a column to fill; opened with `open`, it never stops the program."""

    def __init__(self, name: str, title: str, size: tuple[int, int], parent: QWidget) -> None:
        """Be known as `name`; `size` is in pixels at 100 % text size."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        screen = self.screen().availableSize()
        width, height = (theme.scaled(each) for each in size)
        self.resize(min(width, screen.width()), min(height, screen.height()))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*[theme.GRID * 2] * 4)
        self.column.setSpacing(theme.GRID)
