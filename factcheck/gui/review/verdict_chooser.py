"""A small list over the panel: type a few letters of a verdict, Enter takes it."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from factcheck.domain.ids import RatingId
from factcheck.gui import marking, theme
from factcheck.gui.review.verdict_box import rating_icon
from factcheck.gui.workspace import Workspace
from factcheck.runtime.i18n import language, tr
from factcheck.text.display import format_number
from factcheck.text.folding import fold_key

_TO_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ID_ROLE = int(Qt.ItemDataRole.UserRole)


class _Line(QLineEdit):
    """Hands keys that move and take on to the list."""

    handed = Signal(object)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (*_TO_LIST, *_TAKE, Qt.Key.Key_Escape):
            self.handed.emit(event)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class VerdictChooser(QFrame):
    """Emits `chosen` with the id of a rating, or None for no verdict.

    It lies inside the window and not in one of its own, which would take the keyboard away from
    input methods and is not allowed by every desktop.
    """

    chosen = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setObjectName("verdictChooser")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self._came_from: QWidget | None = None
        self.line = _Line(self)
        self.line.setAccessibleName(tr("Verdict"))
        self.line.setPlaceholderText(tr("Verdict or its number"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Verdicts"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[theme.GRID] * 4)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._filter)
        self.line.handed.connect(self._hand)
        self.line.left.connect(self.hide)
        self.list.itemClicked.connect(self._take)
        self.hide()

    def open_at(self, box: QWidget) -> None:
        """Show every verdict of the scale in use under `box`, as far as the window allows."""
        self._fill()
        self.line.clear()
        self._filter("")
        self._came_from = QApplication.focusWidget()
        window = box.window()
        self.setParent(window)
        row = self.list.sizeHintForRow(0)
        self.list.setFixedHeight(row * self.list.count() + 2 * self.list.frameWidth())
        size = QSize(max(box.width(), theme.scaled(220)), self.sizeHint().height())
        area = QRect(box.mapTo(window, QPoint(0, box.height())), size)
        area.moveRight(min(area.right(), window.rect().right()))
        area.moveBottom(min(area.bottom(), window.rect().bottom()))
        area.moveTopLeft(QPoint(max(0, area.left()), max(0, area.top())))
        self.setGeometry(area)
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fill(self) -> None:
        self.list.clear()
        size = theme.scaled(16)
        for number, rating in enumerate(marking.offered_ratings(self._workspace), start=1):
            shown = format_number(number, self._workspace.settings)
            name = f"{shown}  {rating.name(language())}"
            item = QListWidgetItem(rating_icon(rating, size), name, self.list)
            item.setData(_ID_ROLE, rating.id)
            item.setData(_ID_ROLE + 1, fold_key(f"{number} {rating.name_ar} {rating.name_en}"))
        item = QListWidgetItem(tr("No verdict"), self.list)
        item.setData(_ID_ROLE + 1, fold_key(f"0 {tr('No verdict')}"))

    def _filter(self, text: str) -> None:
        wanted = fold_key(text).strip()
        first = None
        for row in range(self.list.count()):
            item = self.list.item(row)
            is_shown = wanted in item.data(_ID_ROLE + 1)
            item.setHidden(not is_shown)
            if is_shown and first is None:
                first = row
        self.list.setCurrentRow(-1 if first is None else first)

    def _hand(self, event: QKeyEvent) -> None:
        if event.key() in _TAKE:
            self._take(self.list.currentItem())
        elif event.key() == Qt.Key.Key_Escape:
            self._go_back()
        else:
            self.list.keyPressEvent(event)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None or item.isHidden():
            return
        self._go_back()
        rating_id: RatingId | None = item.data(_ID_ROLE)
        self.chosen.emit(rating_id)

    def _go_back(self) -> None:
        self.hide()
        if self._came_from is not None:
            self._came_from.setFocus(Qt.FocusReason.PopupFocusReason)
