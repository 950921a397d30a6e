"""Where letters stand on the screen. All offsets here are Qt's UTF-16 units.

Qt lays a long document out from its beginning, as far as somebody asks. These functions ask for no
more than they need, so that showing the first page of a megabyte does not wait for the last.
"""

from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine


class Rows(NamedTuple):
    """Top and bottom of something in the document, in its own pixels."""

    top: float
    bottom: float


def block_top(document: QTextDocument, block: QTextBlock) -> float:
    """Return where `block` begins; lays the document out down to it."""
    return document.documentLayout().blockBoundingRect(block).top()


def block_at(document: QTextDocument, y: float, hint: int = 0) -> QTextBlock:
    """Return the block at height `y`, searching outwards from block number `hint`."""
    count = document.blockCount()

    def begins_below(number: int) -> bool:
        return block_top(document, document.findBlockByNumber(number)) > y

    low = hint if hint < count and not begins_below(hint) else 0
    step, high = 1, low + 1
    while high < count and not begins_below(high):
        low, step = high, 2 * step
        high = low + step
    high = min(high, count)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if begins_below(middle) else (middle, high)
    return document.findBlockByNumber(low)


def line_at(block: QTextBlock, y: float) -> QTextLine:
    """Return the line of `block` at height `y` counted from the top of the block."""
    layout = block.layout()
    low, high = 0, layout.lineCount()
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if layout.lineAt(middle).y() > y else (middle, high)
    return layout.lineAt(low)


def visible_units(
    document: QTextDocument, top: float, bottom: float, hint: int = 0
) -> tuple[int, int, int]:
    """Return the span of the lines between two heights, and the number of the first block.

    Lines, not paragraphs: an article may be one paragraph of a megabyte.
    """
    first = block_at(document, top, hint)
    line = line_at(first, top - block_top(document, first))
    start = first.position() + (line.textStart() if line.isValid() else 0)
    last = block_at(document, bottom, first.blockNumber())
    line = line_at(last, bottom - block_top(document, last))
    end = last.position()
    end += line.textStart() + line.textLength() if line.isValid() else last.length()
    return start, end + 1, first.blockNumber()


def rows_of(document: QTextDocument, unit: int) -> Rows:
    """Return top and bottom of the line that holds `unit`."""
    block = document.findBlock(unit)
    top = block_top(document, block)
    line = block.layout().lineForTextPosition(unit - block.position())
    if not line.isValid():
        return Rows(top, top)
    return Rows(top + line.y(), top + line.y() + line.height())


def unit_under(document: QTextDocument, point: QPointF) -> int | None:
    """Return the letter under `point` (document pixels), None beside the text."""
    block = block_at(document, point.y())
    box = document.documentLayout().blockBoundingRect(block)
    line = line_at(block, point.y() - box.top())
    if not line.isValid() or not box.top() <= point.y() <= box.bottom():
        return None
    x = point.x() - block.layout().position().x()
    if not line.naturalTextRect().left() <= x <= line.naturalTextRect().right():
        return None
    return block.position() + line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
