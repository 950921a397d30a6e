"""A combo box of values that tells what a person chose, and keeps still otherwise."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

SETTLE_MS = 400
"""How long after the last key a choice made by stepping through the list is taken."""

_SHORT = 4
_ICON_GAP = 4
_TEXT_MARGIN = 2


class Choice(NamedTuple):
    """One entry: the value it stands for, its text and, where it has one, its picture."""

    value: object
    text: str
    icon: QIcon | None = None


class ChoiceBox(QComboBox):
    """Emits `chosen` with a value; `show_value` never does.

    Arrow keys pass over values nobody means, so a choice made by key settles first: after
    `SETTLE_MS`, on Enter, on leaving the box or by `flush`. The wheel is left to what scrolls
    around the box, because a verdict must not change in passing.
    """

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_SHORT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._is_showing = False
        self._is_stepping = False
        self._values: list[object] = []
        self._settling = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settling.timeout.connect(self._tell)
        self.currentIndexChanged.connect(self._on_index)

    @property
    def value(self) -> object:
        """The value shown, None where the box is empty or shows none of its values."""
        index = self.currentIndex()
        return self._values[index] if index >= 0 else None

    def set_choices(self, choices: Iterable[Choice]) -> None:
        """Offer `choices` and keep showing the present value where it is one of them."""
        before = self.value
        entries = list(choices)
        self._is_showing = True
        self._values = []
        self.clear()
        self._values = [entry.value for entry in entries]
        for entry in entries:
            self.addItem(entry.icon or QIcon(), entry.text)
        self._is_showing = False
        self.show_value(before if before in self._values else self._values[0])

    def show_value(self, value: object) -> None:
        """Show `value`, or nothing where it is not offered; not over a choice being made."""
        if self._settling.isActive():
            return
        self._is_showing = True
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)
        self._is_showing = False

    def show_nothing(self) -> None:
        """Show none of the values, as for several things that differ."""
        if self._settling.isActive():
            return
        self._is_showing = True
        self.setCurrentIndex(-1)
        self._is_showing = False

    def flush(self) -> None:
        """Take a choice that has not settled yet."""
        if self._settling.isActive():
            self._settling.stop()
            self._tell()

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self.fontMetrics().averageCharWidth() * 12), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        # As QComboBox paints itself, but with an ellipsis where the text is cut.
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        if self.currentIndex() < 0:
            option.currentText = self.placeholderText()
        frame = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        icon = option.iconSize.width() + _ICON_GAP if not option.currentIcon.isNull() else 0
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, frame.width() - icon - _TEXT_MARGIN
        )
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._is_stepping = True
        super().keyPressEvent(event)
        self._is_stepping = False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.flush()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.flush()
        super().focusOutEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _on_index(self) -> None:
        if self._is_showing:
            return
        if self._is_stepping:
            self._settling.start()
        else:
            self._settling.stop()
            self._tell()

    def _tell(self) -> None:
        self.chosen.emit(self.value)
