"""A picture of a report on the screen, from the same geometry as its SVG."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from factcheck.gui import theme
from factcheck.reports.pictures import ACCENT, INK, PALE, Bar, Dot, Label, Picture
from factcheck.reports.printable import printable
from factcheck.text.isolation import isolate

_LETTER = 12
"""Height of the labels in the units of the picture, as in SVG."""
_RADIUS = 5.0
_WIDEST = 1.6
"""How much a picture grows with its window at most, above the text size chosen."""


class PictureView(QWidget):
    """Draws a picture as wide as there is room; a screen reader gets it in words."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._picture = Picture(1, 0)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, picture: Picture, description: str) -> None:
        """Show `picture`; `description` says the same in words."""
        self._picture = picture
        self.setAccessibleDescription(description)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = theme.scaled(round(self._picture.width))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = round(self._picture.width * 0.75)
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._picture.height * self._scale(width)) + 2

    def _scale(self, width: int) -> float:
        return min(width / self._picture.width, theme.scaled(100) / 100 * _WIDEST)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ApplicationFontChange):
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_focus(painter)
        scale = self._scale(self.width())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width() - self._picture.width * scale, 0)
        painter.scale(scale, scale)
        paint(painter, self._picture)

    def _paint_focus(self, painter: QPainter) -> None:
        if self.hasFocus():
            painter.setPen(QPen(theme.current().accent, 1, Qt.PenStyle.DotLine))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))


def paint(painter: QPainter, picture: Picture) -> None:
    """Draw `picture` in its own units, in the colours of the look in use."""
    font = QFont(theme.small_font())
    font.setPixelSize(_LETTER)
    painter.setFont(font)
    for bar in picture.bars:
        _paint_bar(painter, bar)
    for dot in picture.dots:
        _paint_dot(painter, dot)
    painter.setPen(theme.current().ink)
    for label in picture.labels:
        _paint_label(painter, label, QFontMetricsF(font))


def _paint_bar(painter: QPainter, bar: Bar) -> None:
    look = theme.current()
    painter.setPen(look.ink if look.is_contrast and bar.height > 1 else Qt.PenStyle.NoPen)
    painter.setBrush(_colour(bar.colour))
    painter.drawRect(QRectF(bar.x, bar.y, bar.width, bar.height))


def _paint_dot(painter: QPainter, dot: Dot) -> None:
    colour = _colour(dot.colour)
    painter.setPen(QPen(colour, 2))
    painter.setBrush(colour if dot.is_filled else theme.current().paper)
    painter.drawEllipse(QPointF(dot.x, dot.y), _RADIUS, _RADIUS)


def _paint_label(painter: QPainter, label: Label, metrics: QFontMetricsF) -> None:
    shown = isolate(printable(label.text))
    width = metrics.horizontalAdvance(shown)
    painter.drawText(QPointF(label.x - width if label.ends_at_x else label.x, label.y), shown)


def _colour(colour: str) -> QColor:
    look = theme.current()
    own = {PALE: look.line, INK: look.ink, ACCENT: look.accent}
    return own.get(colour) or look.verdict_ink(colour)
