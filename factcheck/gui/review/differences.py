"""The claims of the article that the shown one contradicts, each a button that goes there."""

from decimal import Decimal

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from factcheck.domain.claim import Claim
from factcheck.domain.figure import Comparator, Figure
from factcheck.gui import theme
from factcheck.gui.contradictions import Contradictions
from factcheck.gui.widgets.flow import FlowLayout
from factcheck.gui.widgets.labelled import Caption
from factcheck.gui.workspace import Workspace
from factcheck.runtime.i18n import tr
from factcheck.runtime.settings import Settings
from factcheck.text.display import format_date, format_number
from factcheck.text.isolation import isolate
from factcheck.text.naming import name_of

MOST = 5
"""So many claims are named."""


class Differences(QWidget):
    """Hidden while nothing contradicts the claim."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("differences")
        self._workspace = workspace
        self._contradictions: Contradictions | None = None
        self._claim: Claim | None = None
        self._shown: tuple[Claim, ...] = ()
        self.buttons: list[QPushButton] = []
        self._caption = Caption(tr("≠ The article contradicts itself"))
        self._caption.set_warning(is_warning=True)
        self._flow = FlowLayout(gap=theme.GRID // 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID // 2)
        column.addWidget(self._caption)
        column.addLayout(self._flow)
        self.hide()

    def consult(self, contradictions: Contradictions) -> None:
        """Show what is found there, from now on."""
        self._contradictions = contradictions
        contradictions.found.connect(self._refresh)

    def show_claim(self, claim: Claim | None) -> None:
        """Show what contradicts `claim`."""
        self._claim = claim
        self._refresh()

    def go(self) -> None:
        """Select the first claim that contradicts the shown one."""
        if self.buttons:
            self.buttons[0].click()

    def _refresh(self) -> None:
        claim, known = self._claim, self._contradictions
        others = tuple(known.of(claim.id)[:MOST]) if claim is not None and known else ()
        if others == self._shown:
            return
        self._shown = others
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(each) for each in others]
        self.setVisible(bool(others))

    def _button(self, other: Claim) -> QPushButton:
        button = QPushButton(_words(other, self._workspace.settings), self)
        button.setToolTip(other.anchor.exact)
        button.clicked.connect(lambda: self._workspace.select_claim(other.id))
        self._flow.addWidget(button)
        return button


def _words(other: Claim, settings: Settings) -> str:
    figure = isolate(figure_words(other.claimed, settings))
    if not other.number:
        return tr("Differs from a suggestion: {figure}", figure=figure)
    number = format_number(other.number, settings)
    return tr("Differs from claim {number}: {figure}", number=number, figure=figure)


def figure_words(figure: Figure, settings: Settings) -> str:
    """Return a figure as people read it: comparator, value and unit, or a date."""
    value = _value(figure, settings)
    bound = name_of(figure.comparator) if figure.comparator is not Comparator.EXACT else ""
    return " ".join(part for part in (bound, value, figure.unit) if part)


def _value(figure: Figure, settings: Settings) -> str:
    if not figure.unit and "-" in figure.value:
        return format_date(figure.value, settings)
    plain = figure.value.replace(".", "", 1)
    if plain.isascii() and plain.isdigit():
        return format_number(Decimal(figure.value), settings)
    return figure.value
