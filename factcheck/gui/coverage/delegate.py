"""How an uncovered sentence is drawn: what it holds at the leading edge, then its words."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from factcheck.gui import theme
from factcheck.gui.coverage.model import ROW_ROLE, Sentence
from factcheck.gui.widgets.lettering import Face, Lettering, own_direction, piece

Index = QModelIndex | QPersistentModelIndex

_PADDING = 6
_BAR = 3
_SHARE = 0.24
"""Part of the width for what a sentence holds, at most."""


class SentenceRow(QStyledItemDelegate):
    """Draws the `Sentence` of an index; call `restyle` when the theme changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.restyle()

    def restyle(self) -> None:
        """Take the fonts from the theme again."""
        self._words = Face(theme.body_font())
        self._small = Face(theme.small_font())

    @property
    def row_height(self) -> int:
        """Height of every row, in pixels."""
        return self._words.height + 2 * _PADDING

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.scaled(200), self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = cast("Sentence", index.data(ROW_ROLE))
        look, area = theme.current(), option.rect
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(area, look.selection if is_chosen else look.paper)
        if is_chosen:
            painter.fillRect(piece(area, 0, _BAR, option.direction), look.accent)
        painter.setPen(look.line)
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        line = area.adjusted(2 * _PADDING, 0, -2 * _PADDING, 0)
        pen = Lettering(painter, option.direction)
        head = round(line.width() * _SHARE)
        width = min(head, theme.scaled(240))
        pen.write(piece(line, 0, width, pen.direction), row.holds, self._small, look.muted)
        at = width + 2 * _PADDING
        rest = piece(line, at, line.width() - at, pen.direction)
        pen.write(rest, row.words, self._words, look.ink, own_direction(row.words))
        painter.restore()
