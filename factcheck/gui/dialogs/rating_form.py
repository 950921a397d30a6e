"""The fields of one rating; each settles by itself and becomes one step of undo."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QColorDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from factcheck.domain.errors import N_
from factcheck.domain.rating import Neutral, Rating
from factcheck.gui import theme
from factcheck.gui.contrast import READABLE, contrast
from factcheck.gui.widgets.choice_box import Choice, ChoiceBox
from factcheck.gui.widgets.settling_edit import SettlingLine
from factcheck.runtime.i18n import tr

_NEUTRAL = {
    Neutral.TRUE: N_("True"),
    Neutral.MOSTLY_TRUE: N_("Mostly true"),
    Neutral.MIXED: N_("Mixed"),
    Neutral.MISLEADING: N_("Misleading"),
    Neutral.FALSE: N_("False"),
    Neutral.UNPROVEN: N_("Unproven"),
    Neutral.NOT_RATED: N_("Not a rating of truth"),
}
_LINES = {
    "name_ar": N_("Name in Arabic"),
    "name_en": N_("Name in English"),
    "glyph": N_("Sign (one character)"),
    "value": N_("Number, or nothing"),
    "colour": N_("Colour"),
}


class RatingForm(QWidget):
    """Emits `edited(values)` with the one field that came to rest."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = {name: self._line(name) for name in _LINES}
        self.pick = QPushButton(tr("Choose…"))
        self.pick.setAccessibleName(tr("Choose a colour"))
        self.pick.clicked.connect(self._pick_colour)
        self.neutral = ChoiceBox(tr("Means"))
        self.neutral.setObjectName("neutralBox")
        self.neutral.set_choices(Choice(key, tr(name)) for key, name in _NEUTRAL.items())
        self.neutral.chosen.connect(lambda value: self.edited.emit({"neutral": value}))
        self.sample = QLabel()
        self.sample.setAccessibleName(tr("Sample"))
        self.sample.setAutoFillBackground(True)
        self.sample.setMargin(theme.GRID)
        self.contrast = QLabel()
        self.contrast.setWordWrap(True)
        self.contrast.setFont(theme.small_font())
        self._lay_out()
        self.lines["colour"].textChanged.connect(self._show_sample)
        self.lines["glyph"].textChanged.connect(self._show_sample)

    def show_rating(self, rating: Rating, *, is_other: bool) -> None:
        """Show a rating; half-typed text of the same one (not `is_other`) stays."""
        values = {
            "name_ar": rating.name_ar,
            "name_en": rating.name_en,
            "glyph": rating.glyph,
            "value": "" if rating.value is None else str(rating.value),
            "colour": rating.colour,
        }
        for name, line in self.lines.items():
            show = line.load if is_other else line.set_text_quietly
            show(values[name])
        self.neutral.show_value(rating.neutral)
        self._show_sample()

    def settle(self) -> None:
        """Hand over half-typed text now."""
        for line in self.lines.values():
            line.settle()

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(theme.GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, line in self.lines.items():
            field: QWidget = line
            if name == "colour":
                field = QWidget()
                row = QHBoxLayout(field)
                row.setContentsMargins(0, 0, 0, 0)
                row.addWidget(line, 1)
                row.addWidget(self.pick)
            form.addRow(tr(_LINES[name]), field)
        form.addRow("", self.contrast)
        form.addRow(tr("Means"), self.neutral)
        form.addRow(tr("Sample"), self.sample)

    def _line(self, name: str) -> SettlingLine:
        line = SettlingLine()
        line.setObjectName(f"{name}Edit")
        line.setAccessibleName(tr(_LINES[name]))
        line.settled.connect(partial(self._tell, name))
        if name == "glyph":
            line.setMaxLength(1)
        return line

    def _tell(self, name: str, text: str) -> None:
        value: object = text.strip()
        if name == "value":
            value = _whole_number(text)
        self.edited.emit({name: value})

    def _pick_colour(self) -> None:
        line = self.lines["colour"]
        dialog = QColorDialog(QColor(line.text()), self.window())
        dialog.setWindowTitle(tr("Choose a colour"))
        dialog.colorSelected.connect(lambda colour: self.edited.emit({"colour": colour.name()}))
        dialog.open()

    def _show_sample(self) -> None:
        colour = QColor(self.lines["colour"].text())
        if not colour.isValid():
            self.contrast.setText("")
            return
        white, look = QColor("#ffffff"), theme.current()
        ratio = contrast(white, colour)
        self.contrast.setText(
            tr("White text on it: contrast {ratio}, enough", ratio=f"{ratio:.1f}")
            if ratio >= READABLE
            else tr("White text on it: contrast {ratio}, too pale", ratio=f"{ratio:.1f}")
        )
        colours = self.sample.palette()
        colours.setColor(self.sample.backgroundRole(), look.verdict_fill(colour.name()))
        colours.setColor(self.sample.foregroundRole(), look.verdict_text(colour.name()))
        self.sample.setPalette(colours)
        name = self.lines["name_ar"].text() or self.lines["name_en"].text()
        self.sample.setText(f"{self.lines['glyph'].text()} {name}")


def _whole_number(text: str) -> object:
    """Return a whole number, None for nothing; other text as it is, to be refused with a reason."""
    text = text.strip()
    if not text:
        return None
    try:
        return int(text)
    except ValueError:
        return text
