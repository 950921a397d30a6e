"""The bar to find words in the article: what is wanted, which match is shown, on and back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from factcheck.gui import theme
from factcheck.gui.icons import icon
from factcheck.gui.shortcuts import key_text
from factcheck.runtime.i18n import tr

_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(QWidget):
    """Tells what is wanted (`wanted`), that a person steps on or back (`stepped`), or `closed`."""

    wanted = Signal(str)
    stepped = Signal(bool)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.field = QLineEdit()
        self.field.setObjectName("findEdit")
        self.field.setAccessibleName(tr("Find in the article"))
        self.field.setPlaceholderText(tr("Find in the article"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self.wanted)
        self.count = QLabel()
        self.count.setObjectName("findCount")
        self._buttons = [
            self._button("up", tr("Previous match"), "find_previous", on=False),
            self._button("down", tr("Next match"), "find_next", on=True),
            self._button("close", tr("Close the search"), "", on=None),
        ]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.GRID, theme.GRID // 2, theme.GRID, theme.GRID // 2)
        layout.setSpacing(theme.GRID // 2)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.count)
        for button in self._buttons:
            layout.addWidget(button)

    def open(self, text: str = "") -> None:
        """Show the bar, ready for typing; `text` is looked for at once."""
        self.show()
        if text:
            self.field.setText(text)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def say(self, text: str) -> None:
        """Say which match is shown."""
        self.count.setText(text)
        self.field.setAccessibleDescription(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER_KEYS:
            self.stepped.emit(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def restyle(self) -> None:
        """Draw the icons in the colours in use."""
        for button in self._buttons:
            button.setIcon(icon(button.objectName()))

    def _button(self, drawing: str, name: str, command_id: str, *, on: bool | None) -> QToolButton:
        button = QToolButton()
        button.setObjectName(drawing)
        button.setIcon(icon(drawing))
        button.setAutoRaise(True)
        button.setAccessibleName(name)
        keys = key_text(command_id) if command_id else "Esc"
        button.setToolTip(f"{name} \u2066({keys})\u2069")
        if on is None:
            button.clicked.connect(self.closed)
        else:
            button.clicked.connect(lambda: self.stepped.emit(on))
        return button
