"""The filter line and boxes above the claim list."""

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from factcheck.domain.claim import ClaimKind, WorkState
from factcheck.domain.ids import ReviewerId
from factcheck.domain.rating import Rating
from factcheck.gui import theme
from factcheck.gui.claims.filters import AnyOf, ClaimFilter, ClaimOrder
from factcheck.gui.claims.wording import any_of_words, order_words
from factcheck.gui.widgets.choice_box import Choice, ChoiceBox
from factcheck.gui.widgets.flow import FlowLayout
from factcheck.gui.widgets.labelled import Caption
from factcheck.runtime.i18n import language, tr
from factcheck.text.naming import name_of

NOBODY = ReviewerId(UUID(int=0))
"""Stands for a checker who has not written anything yet: none of the claims is theirs."""


class FilterLine(QLineEdit):
    """What to look for; Escape empties it, Down and Enter go on to the list."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("claimFilter")
        self.setAccessibleName(tr("Filter the claims"))
        self.setPlaceholderText(tr("Filter the claims"))
        self.setClearButtonEnabled(True)
        self.setTextMargins(theme.GRID // 2, 0, theme.GRID // 2, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FilterBar(QWidget):
    """Emits `changed` with what to show and `order_changed` with what to sort by."""

    changed = Signal(object)
    order_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = FilterLine(self)
        self.kind = ChoiceBox(tr("Kind"), self)
        self.verdict = ChoiceBox(tr("Verdict"), self)
        self.state = ChoiceBox(tr("Work state"), self)
        self.order = ChoiceBox(tr("Sort"), self)
        self.mine = QCheckBox(tr("My claims"), self)
        self.mine.setToolTip(tr("Only claims that you made or took over"))
        self.count = Caption("", self)
        self._me: ReviewerId | None = None
        self._fill()
        self._lay_out()
        self._connect()

    @property
    def wanted(self) -> ClaimFilter:
        """What the line and the boxes say."""
        return ClaimFilter(
            self.line.text(),
            self.kind.value,  # type: ignore[arg-type]
            self.verdict.value,  # type: ignore[arg-type]
            self.state.value,  # type: ignore[arg-type]
            (self._me or NOBODY) if self.mine.isChecked() else None,
        )

    def set_me(self, reviewer_id: ReviewerId | None) -> None:
        """Tell whose claims are meant by “mine”."""
        if reviewer_id != self._me:
            self._me = reviewer_id
            if self.mine.isChecked():
                self._tell()

    def offer_ratings(self, ratings: Iterable[Rating]) -> None:
        """Let the verdicts be chosen among `ratings`."""
        choices = [Choice(None, tr("All verdicts"))]
        choices.append(Choice(AnyOf.UNRATED, any_of_words(AnyOf.UNRATED)))
        spoken = language()
        choices += [Choice(each.id, f"{each.glyph} {each.name(spoken)}") for each in ratings]
        before = self.verdict.value
        self.verdict.set_choices(choices)
        if self.verdict.value != before:
            self._tell()

    def clear(self) -> None:
        """Show every claim again."""
        self.line.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.line.clear()
        self.line.blockSignals(False)  # noqa: FBT003
        for box in (self.kind, self.verdict, self.state):
            box.show_value(None)
        self.mine.setChecked(False)
        self._tell()

    def _fill(self) -> None:
        kinds = [Choice(each, name_of(each)) for each in ClaimKind]
        self.kind.set_choices([Choice(None, tr("All kinds")), *kinds])
        self.offer_ratings(())
        states = [Choice(each, name_of(each)) for each in WorkState]
        unfinished = Choice(AnyOf.UNFINISHED, any_of_words(AnyOf.UNFINISHED))
        self.state.set_choices([Choice(None, tr("All states")), unfinished, *states])
        self.order.set_choices([Choice(each, order_words(each)) for each in ClaimOrder])

    def _lay_out(self) -> None:
        boxes = FlowLayout()
        for box in (self.kind, self.verdict, self.state):
            boxes.addWidget(box)
        # The count has a line of its own: its width changes with every letter.
        below = FlowLayout()
        below.addWidget(self.order)
        below.addWidget(self.mine)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GRID * 3 // 4)
        layout.addWidget(self.line)
        layout.addLayout(boxes)
        layout.addLayout(below)
        layout.addWidget(self.count)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._tell)
        self.mine.toggled.connect(self._tell)
        for box in (self.kind, self.verdict, self.state):
            box.chosen.connect(self._tell)
        self.order.chosen.connect(self.order_changed)

    def _tell(self) -> None:
        self.changed.emit(self.wanted)
