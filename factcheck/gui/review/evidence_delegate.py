"""How a piece of evidence is drawn: stance and title, then publisher, kind of source and date."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from factcheck.domain.evidence import Evidence, Stance
from factcheck.gui import theme
from factcheck.gui.contrast import mix
from factcheck.gui.review.evidence_model import EVIDENCE_ROLE, headline
from factcheck.gui.widgets.lettering import Face, Lettering, own_direction, piece
from factcheck.gui.workspace import Workspace
from factcheck.text.display import format_date
from factcheck.text.isolation import isolate
from factcheck.text.naming import name_of

STANCE_GLYPHS = {Stance.SUPPORTS: "+", Stance.REFUTES: "−", Stance.CONTEXT: "•"}

_PADDING = 6
_BAR = 3
_GAP = 8

Index = QModelIndex | QPersistentModelIndex


class EvidenceCard(QStyledItemDelegate):
    """Draws two lines of fixed height; call `restyle` when theme or text size changed."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.restyle()

    def restyle(self) -> None:
        """Take the fonts from the theme again."""
        self._title = Face(theme.body_font())
        self._small = Face(theme.small_font())

    @property
    def row_height(self) -> int:
        """Height of every row, in pixels."""
        return self._title.height + self._small.height + 2 * _PADDING + 2

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.scaled(160), self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(EVIDENCE_ROLE)
        if not isinstance(row, Evidence):
            return
        painter.save()
        _paint_ground(painter, option)
        look, pen = theme.current(), Lettering(painter, option.direction)
        area = option.rect.adjusted(_PADDING + _BAR, _PADDING, -_PADDING - _BAR, -_PADDING)
        first = QRect(area.left(), area.top(), area.width(), self._title.height)
        second = QRect(area.left(), first.bottom() + 2, area.width(), self._small.height)
        stance = f"{STANCE_GLYPHS[row.stance]} {name_of(row.stance)}"
        width = self._small.width(stance)
        pen.write(piece(first, 0, width, pen.direction), stance, self._small, look.ink)
        rest = piece(first, width + _GAP, first.width() - width - _GAP, pen.direction)
        title = headline(row)
        pen.write(rest, title, self._title, look.ink, own_direction(title))
        pen.write(second, self._details(row), self._small, look.muted)
        painter.restore()

    def _details(self, row: Evidence) -> str:
        parts = [row.publisher, name_of(row.source_class)]
        if row.published:
            parts.append(format_date(row.published, self._workspace.settings))
        if row.locator:
            parts.append(row.locator)
        return " · ".join(isolate(part) for part in parts if part)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    look, area = theme.current(), option.rect
    is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    painter.fillRect(area, mix(look.paper, look.accent, 0.13) if is_chosen else look.paper)
    painter.setPen(QPen(look.line, 1))
    painter.drawLine(area.left(), area.bottom(), area.right(), area.bottom())
    if is_chosen:
        painter.fillRect(piece(area, 0, _BAR, option.direction), look.accent)
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(look.accent, 2 if look.is_contrast else 1))
        painter.drawRect(area.adjusted(1, 1, -2, -3))
