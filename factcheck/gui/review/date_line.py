"""A field for a whole or partial date in any form people write, with what was understood."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from factcheck.domain.errors import InvalidInputError
from factcheck.gui.widgets.labelled import Remark
from factcheck.gui.widgets.settling_edit import SettlingLine
from factcheck.gui.workspace import Workspace
from factcheck.runtime.i18n import explain
from factcheck.text.dates import parse_partial_date
from factcheck.text.display import format_date


def iso_of(text: str) -> str:
    """Return a typed date in ISO 8601, empty for nothing typed.

    Raises:
        ValueError: It is no date that can be read.
    """
    try:
        return parse_partial_date(text).iso() if text.strip() else ""
    except InvalidInputError as error:
        raise ValueError(text) from error


class DateLine(SettlingLine):
    """Keeps a date as it was typed while the record holds the same date in ISO form."""

    def set_text_quietly(self, text: str) -> None:
        if not self.is_edited and self._says(text):
            return
        super().set_text_quietly(text)

    def _says(self, text: str) -> bool:
        try:
            return bool(text) and iso_of(self.text()) == text
        except ValueError:
            return False


class DateField(QWidget):
    """A date line over a remark: the date as understood, or why it cannot be read."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.line = DateLine(self)
        self.setFocusProxy(self.line)
        self.understood = Remark(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.line)
        layout.addWidget(self.understood)
        self.line.textChanged.connect(self._explain)
        self.line.settled.connect(self._explain)
        workspace.settings_changed.connect(self._explain)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def _explain(self) -> None:
        text = self.line.text()
        try:
            shown = format_date(parse_partial_date(text).iso(), self._workspace.settings)
        except InvalidInputError as error:
            # Half a date is no mistake yet; it is one when the person has stopped typing.
            is_resting = bool(text.strip()) and not self.line.hasFocus()
            self.understood.say(explain(error) if is_resting else "", is_warning=is_resting)
            return
        self.understood.say("" if shown == text.strip() else shown)
