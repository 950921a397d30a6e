"""One value out of several, or another one that is typed; nothing is chosen to begin with."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from factcheck.gui import theme
from factcheck.gui.widgets.settling_edit import SettlingEdit, direction_of
from factcheck.runtime.i18n import tr

_LONGEST = 2000
"""Letters of a value that are shown; the field itself shows all of them."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A value to choose: what is stored, whose it is, and how it is shown."""

    stored: str | None
    whose: str
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen: the stored text, or what was typed instead."""

    stored: str | None


class ChoiceGroup(QWidget):
    """Radio buttons with the values below them; `decided` comes with every choice."""

    decided = Signal()

    def __init__(
        self, name: str, offers: list[Offer], typed: str | None, parent: QWidget | None = None
    ) -> None:
        """Be called `name`; `typed` is what another value begins with, None where none fits."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._offers = offers
        self._group = QButtonGroup(self)
        self._group.idToggled.connect(self._on_toggled)
        self.other: SettlingEdit | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID // 2)
        for offer in offers:
            column.addWidget(self._radio(f"{name}: {offer.whose}: {offer.shown}", offer.whose))
            if offer.shown:
                column.addLayout(_indented(_value(offer.shown)))
        if typed is not None:
            column.addWidget(self._radio(f"{name}: {tr('Another text')}", tr("Another text")))
            column.addLayout(_indented(self._edit(name, typed)))

    @property
    def buttons(self) -> list[QRadioButton]:
        """The buttons in their order; the last one is for another text where that is offered."""
        return [each for each in self._group.buttons() if isinstance(each, QRadioButton)]

    @property
    def chosen(self) -> Chosen | None:
        """What was chosen, None while nothing is."""
        at = self._group.checkedId()
        if at < 0:
            return None
        if at < len(self._offers):
            return Chosen(self._offers[at].stored)
        return Chosen(self.other.toPlainText() if self.other else "")

    def _radio(self, spoken: str, text: str) -> QRadioButton:
        button = QRadioButton(text, self)
        button.setAccessibleName(spoken)
        self._group.addButton(button, len(self._group.buttons()))
        return button

    def _edit(self, name: str, text: str) -> SettlingEdit:
        self.other = SettlingEdit(self, lines=2, most=8)
        self.other.setObjectName("otherText")
        self.other.setAccessibleName(f"{name}: {tr('Another text')}")
        self.other.load(text)
        self.other.setEnabled(False)
        return self.other

    def _on_toggled(self, at: int, is_on: bool) -> None:  # noqa: FBT001 - Qt's own
        if self.other is not None and at == len(self._offers):
            self.other.setEnabled(is_on)
            if is_on:
                self.other.setFocus(Qt.FocusReason.OtherFocusReason)
        if is_on:
            self.decided.emit()


def _indented(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addSpacing(theme.GRID * 3)
    row.addWidget(widget, 1)
    return row


def _value(text: str) -> QLabel:
    label = QLabel(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setLayoutDirection(direction_of(text))
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
