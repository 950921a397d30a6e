"""A thin flat bar that shows a share; it grows from the leading edge."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from factcheck.gui import theme

HEIGHT = 6


def paint_share(
    painter: QPainter, area: QRect, share: float, direction: Qt.LayoutDirection
) -> None:
    """Draw a `share` (0 to 1) of `area`, a rectangle of `HEIGHT`, in the accent colour."""
    look, radius = theme.current(), HEIGHT / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(look.ink if look.is_contrast else Qt.PenStyle.NoPen)
    painter.setBrush(look.paper if look.is_contrast else look.line)
    painter.drawRoundedRect(QRectF(area), radius, radius)
    done = round(area.width() * share)
    if done:
        painter.setBrush(look.accent)
        # QStyle.visualRect would do, and QStyle alone takes 5 ms to import before the first paint.
        is_rtl = direction == Qt.LayoutDirection.RightToLeft
        left = area.right() + 1 - done if is_rtl else area.left()
        part = QRect(left, area.top(), done, area.height())
        painter.drawRoundedRect(QRectF(part), radius, radius)
    painter.restore()


class ProgressLine(QProgressBar):
    """A progress bar without the relief; screen readers take it for what it is."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(120), HEIGHT + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRect(0, (self.height() - HEIGHT) // 2, self.width(), HEIGHT)
        share = self.value() / max(1, self.maximum())
        paint_share(painter, area.adjusted(1, 0, -1, 0), share, self.layoutDirection())
