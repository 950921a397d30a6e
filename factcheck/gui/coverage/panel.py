"""The list of uncovered sentences, below the desk."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from factcheck.gui import theme
from factcheck.gui.coverage.delegate import SentenceRow
from factcheck.gui.coverage.model import Sentence, UncoveredModel
from factcheck.gui.coverage.wording import summary_words
from factcheck.gui.shortcuts import key_text
from factcheck.gui.widgets.empty_state import EmptyState
from factcheck.gui.widgets.labelled import Caption, Heading
from factcheck.gui.widgets.pane import Pane
from factcheck.operations.coverage import Coverage
from factcheck.runtime.i18n import tr
from factcheck.runtime.settings import Settings

_HEIGHT = 190
"""Height of the panel until somebody moves its edge, in pixels at normal text size."""


class UncoveredList(QListView):
    """Emits `entered` on Enter or a double click, `left` on Escape."""

    entered = Signal()
    left = Signal()

    def __init__(self, model: UncoveredModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentences = model
        self._row = SentenceRow(self)
        self.setObjectName("uncoveredList")
        self.setAccessibleName(tr("Uncovered sentences"))
        self.setModel(model)
        self.setItemDelegate(self._row)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda _index: self.entered.emit())

    @property
    def current(self) -> Sentence | None:
        """The current sentence."""
        index = self.currentIndex()
        return self._sentences.rows[index.row()] if index.isValid() else None

    def restyle(self) -> None:
        """Take the fonts from the theme again."""
        self._row.restyle()
        self.doItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the commands."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self._sentences.rows:
            self.setCurrentIndex(self._sentences.index(0))
        super().focusInEvent(event)


class CoveragePanel(Pane):
    """What is missing, sentence by sentence.

    `pointed` carries the `Sentence` that became current while the list has the keyboard, `entered`
    says that the person wants to go to it, `left` that the panel may close.
    """

    pointed = Signal(object)
    entered = Signal()
    left = Signal()
    shown = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("coveragePanel")
        self.setAccessibleName(tr("Coverage"))
        self.settings = settings
        self._model = UncoveredModel(self)
        self.list = UncoveredList(self._model)
        self._summary = Caption()
        self._hint = Caption(_hint())
        close = QPushButton(tr("Close"))
        close.clicked.connect(self.left)
        head = QHBoxLayout()
        head.setSpacing(theme.GRID * 2)
        head.addWidget(Heading(tr("Not covered yet")))
        head.addWidget(self._summary)
        head.addStretch(1)
        head.addWidget(self._hint)
        head.addWidget(close)
        self._unread = EmptyState(tr("The article is being read…"))
        self._nothing = EmptyState(
            tr("Everything is covered"),
            tr("Each sentence with something to check has a claim or is marked as having none."),
        )
        self._pages = QStackedWidget()
        for page in (self.list, self._nothing, self._unread):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.GRID] * 4)
        column.setSpacing(theme.GRID // 2)
        column.addLayout(head)
        column.addWidget(self._pages, 1)
        self.entry = self.list
        self.setMinimumHeight(theme.scaled(_HEIGHT) // 2)
        self.resize(self.width(), theme.scaled(_HEIGHT))
        self.list.entered.connect(self.entered)
        self.list.left.connect(self.left)
        self.list.selectionModel().currentChanged.connect(self._on_current)

    def show_coverage(self, coverage: Coverage | None, text: str) -> None:
        """Show what `coverage` of `text` misses; None while it is not known."""
        self._model.show_coverage(coverage, text)
        self._summary.setText(summary_words(coverage, self.settings) if coverage else "")
        page: QWidget = self.list if self._model.rows else self._nothing
        self._pages.setCurrentWidget(page if coverage else self._unread)

    def select(self, start: int) -> None:
        """Make the sentence that begins at `start` the current one."""
        place = self._model.place_of(start)
        if place is not None:
            self.list.setCurrentIndex(self._model.index(place))

    def enter(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        page = self.list if self._model.rows else self
        page.setFocus(reason)

    def _on_current(self, _current: QModelIndex) -> None:
        sentence = self.list.current
        if sentence is not None and self.list.hasFocus():
            self.pointed.emit(sentence)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.list.restyle()


def _hint() -> str:
    return tr(
        "Enter goes to the sentence, {claim} makes a claim of it, {nothing} says there is nothing"
        " to check",
        claim=key_text("make_claim"),
        nothing=key_text("mark_nothing"),
    )
