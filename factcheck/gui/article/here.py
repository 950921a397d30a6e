"""The strip of the claims at the cursor, shown where several lie on each other."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from factcheck.domain.claim import Claim
from factcheck.gui import theme
from factcheck.gui.article.marked_text import MarkedText
from factcheck.gui.article.wording import opening_words
from factcheck.gui.widgets.flow import FlowLayout
from factcheck.runtime.i18n import tr

_WORDS = 28
_BACKWARD = (Qt.Key.Key_Up,)
_FORWARD = (Qt.Key.Key_Down,)


class ClaimsHere(QWidget):
    """One button per claim, the innermost first; `picked` carries the id, `left` says Escape."""

    picked = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("claimsHere")
        self.setAccessibleName(tr("Claims at the cursor"))
        self._claims: tuple[Claim, ...] = ()
        self._offered: object = ((), [], None)
        self._buttons: list[QToolButton] = []
        self._label = QLabel(tr("Claims at the cursor"))
        self._flow = FlowLayout(gap=theme.GRID // 2)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.GRID, theme.GRID // 2, theme.GRID, theme.GRID // 2)
        layout.setSpacing(theme.GRID)
        layout.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(self._flow, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_claims(self, claims: Sequence[Claim], shown: MarkedText) -> None:
        """Offer `claims`, or disappear where there are fewer than two."""
        several = tuple(claims) if len(claims) > 1 else ()
        offered = (several, [claim.number for claim in several], shown.selected)
        if offered == self._offered:
            return
        self._offered = offered
        self._claims = several
        had_focus = any(button.hasFocus() for button in self._buttons)
        while len(self._buttons) < len(several):
            self._buttons.append(self._button(len(self._buttons)))
        for button, claim in zip(self._buttons, several, strict=False):
            _describe(button, claim, shown)
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(several))
        self.setVisible(bool(several))
        if had_focus and several:
            self.take_focus()

    def take_focus(self) -> None:
        """Let the keys choose: arrows go along, Enter or Space picks, Escape leaves."""
        offered = self._buttons[: len(self._claims)]
        chosen = [button for button in offered if button.isChecked()]
        for button in (chosen or offered)[:1]:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            for button in [each for each in self._buttons if each.hasFocus()]:
                button.click()
        elif event.key() in (*_BACKWARD, *_FORWARD):
            self.focusNextPrevChild(event.key() in _FORWARD)
        else:
            super().keyPressEvent(event)

    def _button(self, place: int) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.clicked.connect(lambda: self.picked.emit(self._claims[place].id))
        self._flow.addWidget(button)
        return button


def _describe(button: QToolButton, claim: Claim, shown: MarkedText) -> None:
    rating = shown.marks.rating(claim)
    parts = [
        shown.digits(claim.number) if claim.number else "",
        rating.glyph if rating else "",
        opening_words(claim.anchor.exact, _WORDS),
    ]
    button.setText(" ".join(part for part in parts if part))
    button.setAccessibleName(shown.describe(claim))
    button.setToolTip(shown.describe(claim))
    button.setChecked(claim.id == shown.selected)
