"""A read-only pane of text: its column, its cursor, what of it is in view.

It never reads the text back from Qt (which changes some letters) but slices the one it was given.
Offsets in its interface are code points.
"""

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from factcheck.gui import theme
from factcheck.gui.article import geometry
from factcheck.gui.article.column import Column, fit_column, widest_text
from factcheck.gui.article.document import build_document
from factcheck.gui.article.positions import Positions

PADDING = 12
"""Pixels of paper around the text."""

_SLICE = 70_000
"""UTF-16 units laid out ahead at a time: Qt's own slices grow until each blocks for 0.1 s."""

_STALE = QEvent.Type(QEvent.registerEventType())
"""Posted when something has changed. A signal would be lost while the signals are blocked."""

_TRAILING = 8
_CURSOR_WIDTH = 2
_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TextPane(QTextEdit):
    """Shows a text in a column of readable width.

    `cursor_moved` carries the code point before which the cursor stands, `zoomed` the steps the
    wheel asks for; `entered` says that Enter was pressed.
    """

    cursor_moved = Signal(int)
    entered = Signal()
    zoomed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._positions = Positions("")
        self._own_document: QTextDocument | None = None
        self._widest = 0
        self._column = Column(0, 0, 0)
        self._place_to_keep: int | None = None
        self._first_block = 0
        self._refreshing = QTimer(self, singleShot=True, interval=0)
        self._refreshing.timeout.connect(self.refresh)
        self._laid_out = 0
        self._unrolling = QTimer(self, singleShot=True, interval=0)
        self._unrolling.timeout.connect(self._lay_out_more)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # files go to the window
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self.refresh_soon)
        self.cursorPositionChanged.connect(self._on_cursor)

    # --- for those who show more than the text

    def refresh(self) -> None:
        """Bring up to date what depends on the place; called once for any number of changes."""
        if self._place_to_keep:
            unit = self._positions.to_qt(self._place_to_keep)
            self._scroll_to(geometry.rows_of(self.document(), unit).top)
        self._place_to_keep = None

    def refresh_soon(self) -> None:
        """Have `refresh` called when the event loop is reached."""
        if not self._refreshing.isActive():
            self._refreshing.start()
            QCoreApplication.postEvent(self, QEvent(_STALE))

    def _refresh_before_painting(self) -> None:
        """Forestall the timer, which comes after painting, so that nothing is painted twice."""
        if self._refreshing.isActive() and not self._place_to_keep:  # a place waits for layout
            self._refreshing.stop()
            self.refresh()

    def restyle(self) -> None:
        """Take the text size in use; the place on screen stays."""
        if self.font() != theme.reading_font():
            selection, place = self.selection, self.visible_span()[0]
            self._build()
            self.set_selection(*selection)
            self._place_to_keep = place
        self.refresh_soon()

    def leading_width(self) -> int:
        """Return the room needed before the text, in pixels."""
        return _TRAILING

    def leading_changed(self, width: int) -> None:
        """Hear of the room that lies before the text."""

    # --- text, cursor, place

    def show_text(self, text: str) -> None:
        """Show another text from its beginning."""
        self._text = text
        self._positions = Positions(text)
        self._build()
        self._place_to_keep = None

    @property
    def caret(self) -> int:
        """The code point before which the cursor stands."""
        return self._positions.to_text(self.textCursor().position())

    @property
    def selection(self) -> tuple[int, int]:
        """The selected span, empty where nothing is selected."""
        cursor, to_text = self.textCursor(), self._positions.to_text
        return to_text(cursor.selectionStart()), to_text(cursor.selectionEnd())

    def set_selection(self, start: int, end: int) -> None:
        """Select a span without scrolling; the cursor then stands at `end`."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._positions.to_qt(start))
        cursor.setPosition(self._positions.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
        place, before = self.verticalScrollBar().value(), self.textCursor().position()
        with QSignalBlocker(self):
            self.setTextCursor(cursor)
            self._scroll_to(place)
        if cursor.position() != before:
            self._on_cursor()

    def reveal(self, start: int, end: int) -> None:
        """Scroll until a span is in view, a third down the page where it was not."""
        to_qt, document = self._positions.to_qt, self.document()
        top = geometry.rows_of(document, to_qt(start)).top
        bottom = geometry.rows_of(document, to_qt(max(start, end - 1))).bottom
        place, height = self.verticalScrollBar().value(), self.viewport().height()
        if top < place or bottom > place + height:
            self._scroll_to(top - max(PADDING, min(height / 3, height - (bottom - top))))

    def visible_span(self) -> tuple[int, int]:
        """Return the span of the lines in view."""
        top = self.verticalScrollBar().value()
        start, end, self._first_block = geometry.visible_units(
            self.document(), top, top + self.viewport().height(), self._first_block
        )
        to_text = self._positions.to_text
        return to_text(start), min(to_text(end), len(self._text))

    def _build(self) -> None:
        old, font = self._own_document, theme.reading_font()
        self.setExtraSelections([])
        with QSignalBlocker(self):
            document = build_document(self._text, font, self)
            document.setDocumentMargin(PADDING)
            self.setDocument(document)
            self.setFont(font)
            self.setCursorWidth(_CURSOR_WIDTH)  # a property of the document's layout
        self._own_document = document
        if old is not None:
            old.deleteLater()
        self._widest = widest_text(font, self._text) + 2 * PADDING
        self._first_block = 0
        self.fit()
        self.verticalScrollBar().setValue(0)
        self._unroll()
        self.refresh_soon()

    def fit(self) -> None:
        """Give the text its column; a change of its width keeps the first visible line."""
        available = self.width() - self.verticalScrollBar().sizeHint().width()
        column = fit_column(available, self._widest, self.leading_width(), _TRAILING)
        if column.text != self._column.text and self._place_to_keep is None:
            self._place_to_keep = self.visible_span()[0]
        if column != self._column:
            self._column = column
            sides = (column.leading, column.trailing)
            first, last = reversed(sides) if self.isRightToLeft() else sides
            self.setViewportMargins(first, 0, last, 0)  # Qt does not mirror them
        self.leading_changed(column.leading)

    def _unroll(self) -> None:
        self._laid_out = 0
        self._unrolling.start()

    def _lay_out_more(self) -> None:
        """Lay out one slice more, while nothing else waits, until the end of the text."""
        document = self.document()
        block = document.findBlock(self._laid_out + _SLICE)
        if not block.isValid():
            block = document.lastBlock()
        geometry.block_top(document, block)
        self._laid_out = block.position() + block.length()
        if self._laid_out < document.characterCount():
            self._unrolling.start()

    def _scroll_to(self, y: float) -> None:
        bar = self.verticalScrollBar()
        # Qt tells the bar of a longer layout later, when it is idle.
        bar.setMaximum(max(bar.maximum(), round(y)))
        bar.setValue(round(y))

    def _keep_caret(self, before: int, height: int) -> None:
        """Keep the line of the cursor in view when a strip below takes `before - height`."""
        place = self.verticalScrollBar().value()
        bottom = geometry.rows_of(self.document(), self.textCursor().position()).bottom - place
        if height < bottom + PADDING and bottom <= before:
            self._scroll_to(place + bottom + PADDING - height)

    def _on_cursor(self) -> None:
        self.cursor_moved.emit(self.caret)

    # --- events

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self._text[slice(*self.selection)])
        return data

    def event(self, event: QEvent) -> bool:
        if event.type() == _STALE:
            self._refresh_before_painting()
            return True
        if event.type() == QEvent.Type.Wheel and isinstance(event, QWheelEvent):
            self.wheelEvent(event)  # beside the column, where no viewport takes it
            return True
        if event.type() == QEvent.Type.ShortcutOverride:
            # There is nothing to type here, so letters, Delete and Ctrl+Z stay commands.
            event.ignore()
            return False
        if event.type() == QEvent.Type.Resize:
            self.fit()  # before Qt gives the viewport its size, so that the text is laid out once
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._unroll()
        else:
            self._keep_caret(event.oldSize().height(), event.size().height())
        self.refresh_soon()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if is_plain and event.key() in _ENTER_KEYS:
            self.entered.emit()
        elif is_plain and event.key() == Qt.Key.Key_Escape:
            self.set_selection(self.caret, self.caret)
        else:
            super().keyPressEvent(event)
