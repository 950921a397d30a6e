"""The margin before the text: a badge with its number for each claim, and a stripe down its lines.

Claims on the same lines stand in lanes side by side, the first lane next to the text; what finds no
lane is counted in a badge of its own (`+2`). Only what is in view is laid out and painted. The
margin repeats what the claim list says, so screen readers pass over it.
"""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QStyle, QToolTip, QWidget

from factcheck.domain.claim import Claim, WorkState
from factcheck.gui import theme
from factcheck.gui.article import geometry
from factcheck.gui.article.lanes import Stripe, assign_lanes
from factcheck.gui.article.marked_text import MarkedText
from factcheck.gui.article.text_pane import TextPane

_GAP = 6
"""Pixels between lanes, and between the first lane and the text."""
_BRACKET = 4
"""Width of the bracket along a sentence that nobody has dealt with."""
_LEAST_LANES = 3
_MOST_LANES = 6
_PADDING = 5
_STRIPE = 3.0
_SELECTED_STRIPE = 5.0
_CONTEXT = 4000
"""How far before the visible text lanes are worked out, in code points, so that they stay put."""


class _Badge(NamedTuple):
    """Something painted: where, what it stands for, and what it says."""

    area: QRect
    stripe: QRect
    claims: tuple[Claim, ...]
    text: str
    is_crowd: bool = False


class ClaimMargin(QWidget):
    """Paints the marks of the claims in view; `picked` carries the id of one that was clicked."""

    picked = Signal(object)

    def __init__(self, pane: TextPane, shown: Callable[[], MarkedText]) -> None:
        """Stand in `pane` beside the text that `shown` returns."""
        super().__init__(pane)
        self._pane = pane
        self._shown = shown
        self._span = (0, 0)
        self._badges: list[_Badge] = []
        self._gaps: list[tuple[int, int]] = []
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.restyle()

    # --- measures

    def restyle(self) -> None:
        """Take the fonts in use."""
        self.setFont(theme.small_font())
        self._metrics = QFontMetrics(self.font())
        self.update()

    def least_width(self) -> int:
        """Return the width without which lanes would be lost, in pixels."""
        return _LEAST_LANES * self._lane_width() + _GAP

    def place(self, width: int) -> None:
        """Take `width` pixels beside the text."""
        pane = QRect(0, 0, self._pane.width(), self._pane.height())
        logical = QRect(0, 0, width, pane.height())
        self.setGeometry(QStyle.visualRect(self.layoutDirection(), pane, logical))

    def follow(self, start: int, end: int) -> None:
        """Show the claims of the visible code points [start, end)."""
        self._span = (start, end)
        self._lay_out()
        self._gaps = self._uncovered_rows()
        self.update()

    def _lane_width(self) -> int:
        return self._badge_width("0" * max(2, len(str(self._shown().largest_number)))) + _GAP

    def _badge_width(self, text: str) -> int:
        return self._metrics.horizontalAdvance(text) + 2 * _PADDING

    # --- laying out

    def _lay_out(self) -> None:
        shown, document = self._shown(), self._pane.document()
        claims = [span.key for span in shown.index.touching(*self._cluster())]
        to_qt = shown.positions.to_qt
        heights: dict[int, int] = {}
        stripes = []
        for claim in claims:
            first = geometry.rows_of(document, to_qt(claim.anchor.start))
            last = geometry.rows_of(document, to_qt(claim.anchor.end - 1))
            heights[round(first.top)] = round(first.bottom - first.top)
            stripes.append(Stripe(round(first.top), round(last.bottom), claim))
        lane_count = min(_MOST_LANES, max(1, (self.width() - _GAP) // self._lane_width()))
        placed, crowds = assign_lanes(stripes, lane_count)
        top = self._pane.verticalScrollBar().value()
        badges = [
            self._badge(each.lane, each.stripe, heights[each.stripe.top], top) for each in placed
        ]
        for crowd in crowds:
            stripe = Stripe(crowd.top, crowd.top + heights[crowd.top], crowd.keys[0])
            badge = self._badge(lane_count - 1, stripe, heights[crowd.top], top)
            badges.append(self._crowded(badge, crowd.keys))
        pane = self.rect()
        self._badges = [each for each in badges if pane.intersects(each.area | each.stripe)]

    def _crowded(self, badge: _Badge, claims: tuple[Claim, ...]) -> _Badge:
        """Show one claim without a lane on the last stripe, several by their count."""
        if len(claims) == 1:
            return badge._replace(stripe=QRect())
        count = f"\u2066+{self._shown().digits(len(claims))}\u2069"
        return badge._replace(stripe=QRect(), claims=claims, text=count, is_crowd=True)

    def _cluster(self) -> tuple[int, int]:
        """Widen the visible span back to a paragraph that no claim runs into.

        Lanes are given from top to bottom, so they depend on what lies above.
        """
        start, end = self._span
        shown = self._shown()
        least = max(0, start - _CONTEXT)
        start = shown.text.rfind("\n", least, start) + 1 or least
        while running := [s for s in shown.index.touching(start, start + 1) if s.start < start]:
            earliest = min(span.start for span in running)
            start = max(least, shown.text.rfind("\n", 0, earliest) + 1)
            if start == least:
                break
        return start, max(end, start + 1)

    def _badge(self, lane: int, stripe: Stripe[Claim], line: int, top: int) -> _Badge:
        claim = stripe.key
        height = self._metrics.height() + 1
        width = self._lane_width() - _GAP
        # Line spacing is added above the letters, so the middle of a line is below its centre.
        y = stripe.top - top + line - height - max(0, round(line * 0.06))
        logical = QRect(self.width() - (lane + 1) * (width + _GAP), y, width, height)
        stem = QRect(logical.left(), y + height, width, stripe.bottom - top - y - height - 4)
        direction, pane = self.layoutDirection(), self.rect()
        return _Badge(
            QStyle.visualRect(direction, pane, logical),
            QStyle.visualRect(direction, pane, stem),
            (claim,),
            self._shown().digits(claim.number) if claim.number else "",
        )

    def _uncovered_rows(self) -> list[tuple[int, int]]:
        """Return top and bottom of the uncovered sentences in view, in pixels of the margin."""
        shown, document = self._shown(), self._pane.document()
        top, to_qt = self._pane.verticalScrollBar().value(), shown.positions.to_qt
        spans = shown.uncovered.touching(*self._span)
        rows = [
            (
                geometry.rows_of(document, to_qt(each.start)),
                geometry.rows_of(document, to_qt(each.end - 1)),
            )
            for each in spans
        ]
        return [(round(first.top) - top, round(last.bottom) - top) for first, last in rows]

    # --- painting

    def _paint_gaps(self, painter: QPainter) -> None:
        """Draw a bracket between the lanes and the text along each uncovered sentence."""
        painter.setPen(QPen(theme.current().accent, 2))
        for top, bottom in self._gaps:
            logical = QRect(self.width() - _BRACKET, top + _GAP, _BRACKET, bottom - top - _GAP - 2)
            area = QStyle.visualRect(self.layoutDirection(), self.rect(), logical)
            stem = area.right() if self.isRightToLeft() else area.left()
            painter.drawLine(area.topLeft(), area.topRight())
            painter.drawLine(stem, area.top(), stem, area.bottom())
            painter.drawLine(area.bottomLeft(), area.bottomRight())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_gaps(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for badge in self._badges:
            if badge.is_crowd:
                self._paint_crowd(painter, badge)
            else:
                self._paint_claim(painter, badge)
        painter.end()

    def _paint_claim(self, painter: QPainter, badge: _Badge) -> None:
        claim = badge.claims[0]
        look, mark = theme.current(), self._shown().marks.of(claim)
        is_selected = claim.id == self._shown().selected
        if badge.stripe.height() > 0:
            painter.setPen(self._stripe_pen(claim, is_selected=is_selected))
            x = badge.stripe.center().x() + 0.5
            painter.drawLine(QPointF(x, badge.stripe.top()), QPointF(x, badge.stripe.bottom()))
        area = QRectF(badge.area).adjusted(0.5, 0.5, -0.5, -0.5)
        if mark.badge is None:
            painter.setBrush(look.paper)
            painter.setPen(QPen(mark.line, 1.2, Qt.PenStyle.DotLine))
            area.adjust(area.width() / 2 - area.height() / 2, 0, 0, 0)
            area.setWidth(area.height())
            area.adjust(2, 2, -2, -2)
            painter.drawEllipse(area)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mark.badge)
            painter.drawRoundedRect(area, 4, 4)
            painter.setPen(mark.badge_text)
            painter.drawText(badge.area, Qt.AlignmentFlag.AlignCenter, badge.text)
        if is_selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.ink, 2))
            painter.drawRoundedRect(area.adjusted(-2, -2, 2, 2), 5, 5)

    def _stripe_pen(self, claim: Claim, *, is_selected: bool) -> QPen:
        mark = self._shown().marks.of(claim)
        pen = QPen(mark.line, _SELECTED_STRIPE if is_selected else _STRIPE)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if claim.state is WorkState.SUGGESTED:
            pen.setWidthF(1.5)
            pen.setStyle(Qt.PenStyle.DotLine)
        return pen

    def _paint_crowd(self, painter: QPainter, badge: _Badge) -> None:
        look = theme.current()
        painter.setPen(QPen(look.muted, 1))
        painter.setBrush(look.paper)
        painter.drawRoundedRect(QRectF(badge.area).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(look.ink)
        painter.drawText(badge.area, Qt.AlignmentFlag.AlignCenter, badge.text)

    # --- the mouse

    def hint(self, point: QPoint) -> str:
        """Return what is under `point` in words, a line for each claim; empty beside all marks."""
        badge = self._under(point)
        return "\n".join(map(self._shown().describe, badge.claims)) if badge else ""

    def _under(self, point: QPoint) -> _Badge | None:
        for badge in reversed(self._badges):
            if badge.area.contains(point) or badge.stripe.contains(point):
                return badge
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._under(event.position().toPoint()) is None:
            self.unsetCursor()
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        badge = self._under(event.position().toPoint())
        if badge is None or event.button() != Qt.MouseButton.LeftButton:
            return
        ids = [claim.id for claim in badge.claims]
        selected = self._shown().selected
        place = ids.index(selected) + 1 if selected in ids else 0
        self.picked.emit(ids[place % len(ids)])

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._pane.wheelEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.hint(event.pos()), self)
            return True
        return super().event(event)
