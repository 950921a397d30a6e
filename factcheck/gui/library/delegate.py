"""How an article is drawn in the library: progress as a bar, verdicts as counted signs."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from factcheck.domain.article import ArticleSummary
from factcheck.gui import theme
from factcheck.gui.library.model import SUMMARY_ROLE, Column, LibraryModel
from factcheck.gui.widgets.lettering import BADGE_PADDING, Face, Lettering, piece
from factcheck.gui.widgets.progress_line import HEIGHT, paint_share
from factcheck.runtime.settings import Settings
from factcheck.text.display import format_number

Index = QModelIndex | QPersistentModelIndex

_PADDING = 10
_BAR = 56
_LEAST_BAR = 16
_GAP = 6


class ArticleRow(QStyledItemDelegate):
    """Draws every column; titles and outlets run in their own direction."""

    def __init__(self, model: LibraryModel, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.restyle(settings)

    def restyle(self, settings: Settings) -> None:
        """Take fonts and digits again."""
        self._settings = settings
        self._strong = Face(theme.strong_font())
        self._body = Face(theme.body_font())
        self._small = Face(theme.small_font())

    @property
    def row_height(self) -> int:
        """Height of every row, in pixels."""
        return self._body.height + 2 * _PADDING

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.scaled(80), self.row_height)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # A title that is half typed outlives what others do to the article.
        if not (isinstance(editor, QLineEdit) and editor.isModified()):
            super().setEditorData(editor, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, area = theme.current(), option.rect
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(area, look.selection if is_chosen else look.paper)
        painter.setPen(look.line)
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        pen = Lettering(painter, option.direction)
        line = area.adjusted(_PADDING, 0, -_PADDING, 0)
        summary = cast("ArticleSummary", index.data(SUMMARY_ROLE))
        match index.column():
            case Column.TITLE:
                pen.write(line, index.data(), self._strong, look.ink)
            case Column.PROGRESS:
                self._draw_progress(pen, line, summary, index.data())
            case Column.VERDICTS:
                self._draw_verdicts(pen, line, summary)
            case Column.STATES:
                pen.write(line, index.data(), self._small, look.muted)
            case _:
                pen.write(line, index.data(), self._body, look.ink)
        painter.restore()

    def _draw_progress(
        self, pen: Lettering, line: QRect, summary: ArticleSummary, words: str
    ) -> None:
        at = 0
        # Where there is no room for both, the words say more than the bar.
        width = min(theme.scaled(_BAR), line.width() - self._small.width(words) - _GAP)
        if summary.claim_count and width >= _LEAST_BAR:
            bar = QRect(line.left(), line.center().y() - HEIGHT // 2, line.width(), HEIGHT)
            place = piece(bar, 0, width, pen.direction)
            paint_share(pen.painter, place, summary.progress, pen.direction)
            at = width + _GAP
        rest = piece(line, at, max(0, line.width() - at), pen.direction)
        pen.write(rest, words, self._small, theme.current().muted)

    def _draw_verdicts(self, pen: Lettering, line: QRect, summary: ArticleSummary) -> None:
        look, at = theme.current(), 0
        height = self._small.height + 2
        line = QRect(line.left(), line.center().y() - height // 2, line.width(), height)
        for rating, count in self._model.verdicts(summary):
            text = f"{rating.glyph} {format_number(count, self._settings)}"
            width = self._small.width(text) + 2 * BADGE_PADDING
            if at + width > line.width():
                pen.write(
                    piece(line, at, line.width() - at, pen.direction), "…", self._small, look.muted
                )
                return
            ink, fill = look.verdict_text(rating.colour), look.verdict_fill(rating.colour)
            pen.badge(piece(line, at, width, pen.direction), text, self._small, ink, fill)
            at += width + _GAP
