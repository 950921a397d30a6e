"""Lines of text for delegates that paint their rows: faces, pieces of a line, one `write`."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextOption
from PySide6.QtWidgets import QStyle

from factcheck.text.direction import is_rtl

_KEPT = 4000
"""Measured texts that a face remembers; shaping Arabic twice is half of what drawing costs."""


class Face:
    """A font with its measures, in pixels."""

    def __init__(self, font: QFont) -> None:
        """Measure `font`."""
        self.font = font
        self._metrics = QFontMetrics(font)
        self.height = self._metrics.height()
        self._widths: dict[str, int] = {}
        self._fitting: dict[tuple[str, int], str] = {}

    def width(self, text: str) -> int:
        """Width of `text` on one line, with a pixel to spare so that it is not cut in it."""
        width = self._widths.get(text)
        if width is None:
            _keep_small(self._widths)
            width = self._widths[text] = self._metrics.horizontalAdvance(text) + 2
        return width

    def fitting(self, text: str, width: int) -> str:
        """Return `text`, cut with an ellipsis at its end where it is wider than `width`."""
        fitting = self._fitting.get((text, width))
        if fitting is None:
            _keep_small(self._fitting)
            fitting = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            self._fitting[text, width] = fitting
        return fitting


def _keep_small(cache: dict[Any, Any]) -> None:
    if len(cache) >= _KEPT:
        cache.clear()


def piece(line: QRect, at: int, width: int, direction: Qt.LayoutDirection) -> QRect:
    """Return the part of `line` that begins `at` pixels after its leading edge."""
    logical = QRect(line.left() + at, line.top(), width, line.height())
    return QStyle.visualRect(direction, line, logical)


def own_direction(text: str) -> Qt.LayoutDirection:
    """Return the direction of a paragraph, by the majority of its letters."""
    is_right = is_rtl(text)
    return Qt.LayoutDirection.RightToLeft if is_right else Qt.LayoutDirection.LeftToRight


def _line_option(direction: Qt.LayoutDirection) -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    option.setTextDirection(direction)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    return option


_OPTIONS = {
    each: _line_option(each)
    for each in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft)
}


@dataclass(frozen=True, slots=True)
class Lettering:
    """Writes with one painter, in the direction of the layout unless told otherwise."""

    painter: QPainter
    direction: Qt.LayoutDirection

    def write(
        self,
        area: QRect,
        text: str,
        face: Face,
        colour: QColor,
        direction: Qt.LayoutDirection | None = None,
    ) -> None:
        """Write one line at the leading edge of `area`, cut where it does not fit."""
        self.painter.setFont(face.font)
        self.painter.setPen(colour)
        option = _OPTIONS[self.direction if direction is None else direction]
        # Fallback fonts are taller than the line; they may reach over its edges.
        room = QRectF(area).adjusted(0, -2, 0, 2)
        self.painter.drawText(room, face.fitting(text, area.width()), option)

    def badge(self, area: QRect, text: str, face: Face, ink: QColor, fill: QColor) -> None:
        """Write `text` in `ink` inside a rounded field of `fill` that covers `area`."""
        painter = self.painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(area), 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self.write(area.adjusted(BADGE_PADDING, 0, -BADGE_PADDING, 0), text, face, ink)


BADGE_PADDING = 6
"""Pixels between the edge of a badge and its word, on each side."""
