"""Lines of text for delegates that paint their rows: faces, pieces of a line, one `write`."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextOption
from PySide6.QtWidgets import QStyle

from factcheck.text.direction import is_rtl


@dataclass(frozen=True, slots=True)
class Face:
    """A font with its measures, in pixels."""

    font: QFont
    metrics: QFontMetrics

    @classmethod
    def of(cls, font: QFont) -> "Face":
        """Measure `font`."""
        return cls(font, QFontMetrics(font))

    @property
    def height(self) -> int:
        """Height of a line."""
        return self.metrics.height()

    def width(self, text: str) -> int:
        """Width of `text` on one line, with a pixel to spare so that it is not cut in it."""
        return self.metrics.horizontalAdvance(text) + 2

    def fitting(self, text: str, width: int) -> str:
        """Return `text`, cut with an ellipsis at its end where it is wider than `width`."""
        return self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def piece(line: QRect, at: int, width: int, direction: Qt.LayoutDirection) -> QRect:
    """Return the part of `line` that begins `at` pixels after its leading edge."""
    logical = QRect(line.left() + at, line.top(), width, line.height())
    return QStyle.visualRect(direction, line, logical)


def own_direction(text: str) -> Qt.LayoutDirection:
    """Return the direction of a paragraph, by the majority of its letters."""
    is_right = is_rtl(text)
    return Qt.LayoutDirection.RightToLeft if is_right else Qt.LayoutDirection.LeftToRight


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
        option = QTextOption(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        option.setTextDirection(self.direction if direction is None else direction)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
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
