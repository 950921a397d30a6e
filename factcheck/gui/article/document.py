"""The article as a Qt document: one block per paragraph, each in its own direction."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCursor, QTextDocument

from factcheck.text.direction import is_rtl

LINE_HEIGHT = 170
"""Line height in percent of the font's own."""

_PARAGRAPH_GAP = 0.55
"""Space after a paragraph, in heights of a letter."""


def build_document(text: str, font: QFont, parent: QObject) -> QTextDocument:
    """Return a document of `text`, not laid out yet.

    Formats are set while the blocks are made and before a view lays them out: formatting the
    blocks of a document in view costs the whole layout, which is a third of a second for a
    megabyte. Qt then lays out what is visible, and the rest when it is idle.
    """
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(font)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for number, (rtl, run) in enumerate(_runs(text)):
        block = _block_format(font, is_rtl_block=rtl)
        if number:
            cursor.insertBlock(block)
        else:
            cursor.setBlockFormat(block)
        cursor.insertText(run)
    cursor.endEditBlock()
    return document


def _block_format(font: QFont, *, is_rtl_block: bool) -> QTextBlockFormat:
    block = QTextBlockFormat()
    direction = Qt.LayoutDirection.RightToLeft if is_rtl_block else Qt.LayoutDirection.LeftToRight
    block.setLayoutDirection(direction)
    block.setAlignment(Qt.AlignmentFlag.AlignLeading)
    block.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    block.setBottomMargin(font.pointSizeF() * _PARAGRAPH_GAP)
    return block


def _runs(text: str) -> Iterator[tuple[bool, str]]:
    """Cut `text` where the direction of its paragraphs changes; a line of signs follows suit."""
    current: bool | None = None
    run: list[str] = []
    for paragraph in text.split("\n"):
        rtl = is_rtl(paragraph, default=True if current is None else current)
        if current is not None and rtl != current:
            yield current, "\n".join(run)
            run = []
        current = rtl
        run.append(paragraph)
    yield bool(current), "\n".join(run)
