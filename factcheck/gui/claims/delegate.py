"""How a claim is drawn in the list: a card of three lines of fixed height.

First line: number, verdict (glyph and word on its colour), kind; second: the words, in their own
direction; third: work state and evidence. A suggestion has a dashed frame and says so in the
place of the verdict.
"""

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from factcheck.domain.claim import Claim, Priority, WorkState
from factcheck.domain.rating import Rating
from factcheck.gui import theme
from factcheck.gui.claims.filters import Row
from factcheck.gui.claims.model import ROW_ROLE
from factcheck.gui.claims.wording import company_words, footer, verdict_words
from factcheck.gui.contrast import mix
from factcheck.gui.widgets.lettering import BADGE_PADDING, Face, Lettering, own_direction, piece
from factcheck.gui.workspace import Workspace
from factcheck.text.display import format_number
from factcheck.text.naming import name_of

Index = QModelIndex | QPersistentModelIndex

SUGGESTION_GLYPH = "◌"
NO_VERDICT_GLYPH = "–"
PRIORITY_GLYPHS = {Priority.HIGH: "↑", Priority.LOW: "↓"}

_PADDING = 8
_BAR = 3
_GAP = 6
_BADGE_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class _Faces:
    words: Face
    small: Face
    number: Face


class ClaimCard(QStyledItemDelegate):
    """Draws the `Row` of an index; call `restyle` when theme, text size or language changed."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.restyle()

    def restyle(self) -> None:
        """Take the fonts from the theme again."""
        number = theme.strong_font()
        number.setPointSizeF(theme.small_font().pointSizeF())
        self._faces = _Faces(Face(theme.body_font()), Face(theme.small_font()), Face(number))

    @property
    def row_height(self) -> int:
        """Height of every row, in pixels."""
        return 2 * self._faces.small.height + self._faces.words.height + 2 * _PADDING + 4

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.scaled(200), self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, Row):
            return
        painter.save()
        _paint_ground(painter, option, row.claim)
        faces, look, area = self._faces, theme.current(), option.rect
        area = area.adjusted(_PADDING + _BAR, _PADDING, -_PADDING - _BAR, -_PADDING)
        head = QRect(area.left(), area.top(), area.width(), faces.small.height + 2)
        words = QRect(area.left(), head.bottom() + 2, area.width(), faces.words.height + 1)
        foot = QRect(area.left(), words.bottom() + 1, area.width(), faces.small.height)
        pen = Lettering(painter, option.direction)
        self._write_head(pen, head, row.claim)
        is_suggestion = row.claim.state is WorkState.SUGGESTED
        ink = look.muted if is_suggestion else look.ink
        pen.write(words, row.words, faces.words, ink, own_direction(row.words))
        taken = self._write_company(pen, foot, row.claim)
        rest = piece(foot, 0, foot.width() - taken, pen.direction)
        pen.write(rest, footer(row.claim, self._workspace.settings), faces.small, look.muted)
        painter.restore()

    def _write_company(self, pen: Lettering, line: QRect, claim: Claim) -> int:
        """Write who else is here at the trailing edge and return the room taken."""
        text = company_words(self._workspace.company, claim.id)
        if not text:
            return 0
        face = self._faces.small
        text = face.fitting(text, int(line.width() * _BADGE_SHARE))
        width = face.width(text)
        place = piece(line, line.width() - width, width, pen.direction)
        pen.write(place, text, face, theme.current().accent)
        return width + _GAP

    def _write_head(self, pen: Lettering, line: QRect, claim: Claim) -> None:
        faces, look, at = self._faces, theme.current(), 0
        if claim.number:
            number = format_number(claim.number, self._workspace.settings)
            at = faces.number.width(number)
            pen.write(piece(line, 0, at, pen.direction), number, faces.number, look.ink)
            at += _GAP
        at += self._write_verdict(pen, line, at, claim) + _GAP
        end = line.width() - self._write_priority(pen, line, line.width() - at, claim)
        if end > at:
            rest = piece(line, at, end - at, pen.direction)
            pen.write(rest, name_of(claim.kind), faces.small, look.muted)

    def _write_verdict(self, pen: Lettering, line: QRect, at: int, claim: Claim) -> int:
        """Write the verdict `at` pixels from the leading edge and return its width."""
        face, look = self._faces.small, theme.current()
        rating = self._workspace.ratings.get(claim.rating_id) if claim.rating_id else None
        text = face.fitting(_verdict_text(claim, rating), int(line.width() * _BADGE_SHARE))
        width = face.width(text)
        if rating is None:
            pen.write(piece(line, at, width, pen.direction), text, face, look.muted)
            return width
        width += 2 * BADGE_PADDING
        ink, fill = look.verdict_text(rating.colour), look.verdict_fill(rating.colour)
        pen.badge(piece(line, at, width, pen.direction), text, face, ink, fill)
        return width

    def _write_priority(self, pen: Lettering, line: QRect, room: int, claim: Claim) -> int:
        """Write a priority that is not normal at the trailing edge and return the room taken."""
        glyph = PRIORITY_GLYPHS.get(claim.priority)
        if glyph is None:
            return 0
        face = self._faces.small
        text = f"{glyph} {name_of(claim.priority)}"
        if face.width(text) > room // 2:
            text = glyph
        width = face.width(text)
        place = piece(line, line.width() - width, width, pen.direction)
        pen.write(place, text, face, theme.current().ink)
        return width + _GAP


def _verdict_text(claim: Claim, rating: Rating | None) -> str:
    if rating is None and claim.state is WorkState.SUGGESTED:
        return f"{SUGGESTION_GLYPH} {name_of(claim.state)}"
    glyph = NO_VERDICT_GLYPH if rating is None else rating.glyph
    return f"{glyph} {verdict_words(rating)}"


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, claim: Claim) -> None:
    look, area = theme.current(), option.rect
    is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    painter.fillRect(area, _chosen_paper(look.key) if is_chosen else look.paper)
    painter.setPen(QPen(look.line, 1))
    painter.drawLine(area.left(), area.bottom(), area.right(), area.bottom())
    if claim.state is WorkState.SUGGESTED:
        painter.setPen(QPen(look.muted, 1, Qt.PenStyle.DashLine))
        painter.drawRect(area.adjusted(_BAR + 2, 3, -_BAR - 3, -5))
    if is_chosen:
        painter.fillRect(piece(area, 0, _BAR, option.direction), look.accent)
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(look.accent, 2 if look.is_contrast else 1))
        painter.drawRect(area.adjusted(1, 1, -2, -3))


@cache
def _chosen_paper(_theme_key: str) -> QColor:
    look = theme.current()
    return mix(look.paper, look.accent, 0.13)
