"""The article as a Qt document: one block per paragraph, each in its own direction."""

from collections.abc import Iterator
from enum import Enum

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import (
    QFont,
    QFontInfo,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)

from factcheck.text.direction import is_rtl

LINE_HEIGHT = 1.7
"""Height of a line in heights of a letter (em), as style sheets count it."""

_PARAGRAPH_GAP = 0.55
_BLANK_LINE = 0.6
"""Space after a paragraph and height of an empty one, in pixels per point of the font."""


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
    formats = {kind: _block_format(font, kind) for kind in Block}
    cursor.beginEditBlock()
    for number, (kind, run) in enumerate(_runs(text)):
        if number:
            cursor.insertBlock(formats[kind])
        else:
            cursor.setBlockFormat(formats[kind])
        cursor.insertText(run)
    cursor.endEditBlock()
    return document


class Block(Enum):
    """How a paragraph is laid out."""

    RTL = "rtl"
    LTR = "ltr"
    BLANK = "blank"


def _block_format(font: QFont, kind: Block) -> QTextBlockFormat:
    block = QTextBlockFormat()
    is_ltr = kind is Block.LTR
    block.setLayoutDirection(
        Qt.LayoutDirection.LeftToRight if is_ltr else Qt.LayoutDirection.RightToLeft
    )
    block.setAlignment(Qt.AlignmentFlag.AlignLeading)
    heights = QTextBlockFormat.LineHeightTypes
    if kind is Block.BLANK:
        block.setLineHeight(font.pointSizeF() * _BLANK_LINE, heights.FixedHeight.value)
    else:
        metrics = QFontMetricsF(font)
        em = QFontInfo(font).pixelSize()
        share = max(1.0, LINE_HEIGHT * em / metrics.height())
        block.setLineHeight(100 * share, heights.ProportionalHeight.value)
        block.setBottomMargin(font.pointSizeF() * _PARAGRAPH_GAP)
    return block


def _runs(text: str) -> Iterator[tuple[Block, str]]:
    """Cut `text` where the layout of its paragraphs changes; a line of signs alone follows suit."""
    current: Block | None = None
    rtl = True
    run: list[str] = []
    for paragraph in text.split("\n"):
        if paragraph.strip():
            rtl = is_rtl(paragraph, default=rtl)
            kind = Block.RTL if rtl else Block.LTR
        else:
            kind = Block.BLANK
        if current is not None and kind is not current:
            yield current, "\n".join(run)
            run = []
        current = kind
        run.append(paragraph)
    yield current or Block.BLANK, "\n".join(run)
