"""Fields whose text settles by itself: `SettlingEdit` for paragraphs, `SettlingLine` for a line.

Both emit `settled(str)` one second after the last key and on leaving the field, and never for
text that was put in by the program. Connect their `settle` to `Workspace.register_pending`.
"""

import unicodedata

from PySide6.QtCore import QEvent, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextBlock, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from factcheck.gui.widgets.settling import Settling
from factcheck.text.direction import is_rtl

_FRAME = 12
"""Height of frame and document margins around the lines, in pixels."""


def direction_of(text: str) -> Qt.LayoutDirection:
    """Return the direction of a paragraph; one without letters goes with the program."""
    default = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    rtl = is_rtl(text, default=default)
    return Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight


def _first_strong(text: str) -> Qt.LayoutDirection:
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("R", "AL"):
            return Qt.LayoutDirection.RightToLeft
        if kind == "L":
            break
    return Qt.LayoutDirection.LeftToRight


def _is_own_undo(event: QEvent, *, can_undo: bool, can_redo: bool) -> bool:
    """Whether a key undoes typing here, rather than the last action of the program."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return True
    if event.matches(QKeySequence.StandardKey.Undo):
        return can_undo
    if event.matches(QKeySequence.StandardKey.Redo):
        return can_redo
    return True


class SettlingEdit(QTextEdit):
    """Plain paragraphs, each in its own direction; as high as its text within two bounds."""

    settled = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, lines: int = 2, most: int = 12) -> None:
        """Show at least `lines` and at most `most` lines before scrolling."""
        super().__init__(parent)
        self._lines, self._most = lines, most
        self._settling = Settling(self, self.toPlainText, self.settled.emit)
        self._is_quiet = False
        self.setAcceptRichText(False)
        # An empty paragraph goes with the program; Qt would ask the keyboard.
        option = self.document().defaultTextOption()
        option.setTextDirection(QApplication.layoutDirection())
        self.document().setDefaultTextOption(option)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit(self.document().size())

    @property
    def is_edited(self) -> bool:
        """Whether there is typed text that has not settled."""
        return self._settling.is_edited

    def set_text_quietly(self, text: str) -> None:
        """Show what the record holds now, unless something else is being typed."""
        if not self._settling.is_edited:
            self.load(text)

    def load(self, text: str) -> None:
        """Show the text of another record, whatever is in the field; `settled` stays silent."""
        self._settling.accept(text)
        if text == self.toPlainText():
            return
        position = self.textCursor().position()
        self._is_quiet = True
        self.setPlainText(text)
        self._is_quiet = False
        cursor = self.textCursor()
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self._align_all()

    def settle(self) -> None:
        """Hand over half-typed text now."""
        self._settling.settle()

    def keep(self) -> None:
        """Hold on to the settled text as half typed, because it could not be stored."""
        self._settling.keep()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.settle()

    def event(self, event: QEvent) -> bool:
        document = self.document()
        if not _is_own_undo(
            event, can_undo=document.isUndoAvailable(), can_redo=document.isRedoAvailable()
        ):
            event.ignore()
            return False
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit(self.document().size())

    def _on_text_changed(self) -> None:
        if self._is_quiet:
            return
        self._align(self.textCursor().block())
        self._settling.touch()

    def _align_all(self) -> None:
        block = self.document().begin()
        while block.isValid():
            self._align(block)
            block = block.next()
        self.document().clearUndoRedoStacks()

    def _align(self, block: QTextBlock) -> None:
        wanted = direction_of(block.text())
        if not block.text().strip() or block.blockFormat().layoutDirection() == wanted:
            return
        self._is_quiet, was_quiet = True, self._is_quiet
        cursor = QTextCursor(block)
        form = block.blockFormat()
        form.setLayoutDirection(wanted)
        cursor.joinPreviousEditBlock()
        cursor.setBlockFormat(form)
        cursor.endEditBlock()
        self._is_quiet = was_quiet

    def _fit(self, size: QSizeF) -> None:
        line = self.fontMetrics().lineSpacing()
        least, most = self._lines * line, self._most * line
        self.setFixedHeight(round(min(max(size.height(), least), most)) + _FRAME)


class SettlingLine(QLineEdit):
    """One line in the direction of its text."""

    settled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settling = Settling(self, self.text, self.settled.emit)
        self.textEdited.connect(lambda _text: self._settling.touch())
        self.textChanged.connect(self._align)
        self.editingFinished.connect(self.settle)

    @property
    def is_edited(self) -> bool:
        """Whether there is typed text that has not settled."""
        return self._settling.is_edited

    def set_text_quietly(self, text: str) -> None:
        """Show what the record holds now, unless something else is being typed."""
        if not self._settling.is_edited:
            self.load(text)

    def load(self, text: str) -> None:
        """Show the text of another record, whatever is in the field; `settled` stays silent."""
        self._settling.accept(text)
        if text != self.text():
            position = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(position if self.hasFocus() else 0)

    def settle(self) -> None:
        """Hand over half-typed text now."""
        self._settling.settle()

    def keep(self) -> None:
        """Hold on to the settled text as half typed, because it could not be stored."""
        self._settling.keep()

    def event(self, event: QEvent) -> bool:
        if not _is_own_undo(
            event, can_undo=self.isUndoAvailable(), can_redo=self.isRedoAvailable()
        ):
            event.ignore()
            return False
        return super().event(event)

    def _align(self, text: str) -> None:
        wanted = direction_of(text)
        self.setLayoutDirection(wanted)
        # QLineEdit aligns by the first strong letter and takes bare digits for left-to-right.
        is_as_wanted = wanted == _first_strong(text)
        edge = Qt.AlignmentFlag.AlignLeading if is_as_wanted else Qt.AlignmentFlag.AlignTrailing
        self.setAlignment(edge | Qt.AlignmentFlag.AlignVCenter)
