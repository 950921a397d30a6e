"""A question before something that cannot be taken for granted; Enter and Escape do nothing."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton, QWidget

from factcheck.gui.widgets.dialog import Dialog
from factcheck.gui.widgets.dialog_buttons import dialog_buttons
from factcheck.gui.widgets.sentence import sentence

_SIZE = (460, 160)


class Question(Dialog):
    """Shows `text`; one button does what is asked about, the other one, the default, does not."""

    def __init__(
        self,
        name: str,
        texts: tuple[str, str],
        act: tuple[str, Callable[[], object]],
        refuse: str,
        parent: QWidget,
    ) -> None:
        """Be known as `name`; `texts` are title and question, `act` is called after closing."""
        super().__init__(name, texts[0], _SIZE, parent)
        self.label = QLabel(sentence(texts[1]))
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._act = act[1]
        buttons = dialog_buttons((act[0], self._do), default=-1, cancel=(refuse, self.reject))
        roles = QDialogButtonBox.ButtonRole
        self.acting = self._button(buttons, roles.ActionRole)
        self.refusing = self._button(buttons, roles.RejectRole)
        self.refusing.setAutoDefault(True)
        self.refusing.setDefault(True)
        self.column.addWidget(self.label, 1)
        self.column.addWidget(buttons)
        self.refusing.setFocus()

    def _button(self, box: QDialogButtonBox, role: QDialogButtonBox.ButtonRole) -> QPushButton:
        return next(each for each in box.findChildren(QPushButton) if box.buttonRole(each) == role)

    def _do(self) -> None:
        self.accept()
        self._act()
