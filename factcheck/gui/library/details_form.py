"""The fields that describe an article; used when one is taken in and when it is edited."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from factcheck.domain.errors import N_, UserError
from factcheck.gui import theme
from factcheck.gui.widgets.settling_edit import direction_of
from factcheck.runtime.i18n import explain, tr
from factcheck.runtime.settings import Settings
from factcheck.text.dates import PartialDate, parse_partial_date
from factcheck.text.display import format_date, format_partial_date
from factcheck.text.months import Calendar

_LANGUAGES = {"ar": N_("Arabic"), "en": N_("English")}
_LINES = {
    "title": N_("Title"),
    "outlet": N_("Outlet"),
    "author": N_("Author"),
    "url": N_("Address"),
    "published": N_("Published"),
}


class DetailsForm(QWidget):
    """Title, outlet, author, address, date and language. `changed` follows every key."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.lines = {name: self._line(name) for name in _LINES}
        self.language = QComboBox()
        self.language.setAccessibleName(tr("Language of the text"))
        for key, name in _LANGUAGES.items():
            self.language.addItem(tr(name), key)
        self._understood = QLabel()
        self._understood.setWordWrap(True)
        self._understood.setFont(theme.small_font())
        self.lines["published"].setPlaceholderText(tr("2025-07-11, July 2025, 12 Shawwal 1446"))
        self.lines["published"].textChanged.connect(self._show_understood)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(theme.GRID)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, line in self.lines.items():
            form.addRow(tr(_LINES[name]), line)
        form.addRow("", self._understood)
        form.addRow(tr("Language of the text"), self.language)
        self._show_understood()

    def load(self, values: Mapping[str, str]) -> None:
        """Show the values of an article, by field name."""
        for name, line in self.lines.items():
            line.setText(values.get(name, ""))
            line.setCursorPosition(0)
        at = self.language.findData(values.get("language", "ar"))
        self.language.setCurrentIndex(max(0, at))

    def values(self) -> dict[str, str]:
        """Return what the fields hold; the date as an ISO 8601 partial date.

        Raises:
            InvalidInputError: The date is not understood.
        """
        found = {name: line.text().strip() for name, line in self.lines.items()}
        if found["published"]:
            found["published"] = parse_partial_date(found["published"]).iso()
        found["language"] = str(self.language.currentData())
        return found

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(f"{name}Edit")
        line.setAccessibleName(tr(_LINES[name]))
        line.setMinimumWidth(theme.scaled(220))
        line.textChanged.connect(lambda text: line.setLayoutDirection(direction_of(text)))
        line.textEdited.connect(lambda _text: self.changed.emit())
        return line

    def _in_words(self, date: PartialDate) -> str:
        """A Hijri date also in the calendar that is stored."""
        own = format_partial_date(date, self._settings)
        stored = format_date(date.iso(), self._settings)
        return own if date.calendar is Calendar.GREGORIAN else f"{own} = {stored}"

    def _show_understood(self) -> None:
        text = self.lines["published"].text().strip()
        look = theme.current()
        colour, words = look.muted, ""
        if text:
            try:
                date = parse_partial_date(text)
                words = tr("Understood as {date}", date=self._in_words(date))
            except UserError as error:
                colour, words = look.warning, explain(error)
        colours = self._understood.palette()
        colours.setColor(self._understood.foregroundRole(), colour)
        self._understood.setPalette(colours)
        self._understood.setText(words)
