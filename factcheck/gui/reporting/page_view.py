"""A page of paper in a frame: the whole of it, or as wide as there is room."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QScrollArea, QWidget

from factcheck.gui import theme

_MARGIN = theme.GRID


class _Paper(QWidget):
    """Draws one picture into its whole area."""

    def __init__(self) -> None:
        super().__init__()
        self.picture = QPixmap()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.picture.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawPixmap(area, self.picture, QRectF(self.picture.rect()))
        painter.setPen(theme.current().line)
        painter.drawRect(area)


class PageView(QScrollArea):
    """Shows one picture; `turned` asks for the next page (1), an earlier one (-1), or an end."""

    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._paper = _Paper()
        self._is_whole = True
        self.setObjectName("pageView")
        self.setWidget(self._paper)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_page(self, png: bytes) -> None:
        """Show a page from its top."""
        picture = QPixmap()
        picture.loadFromData(png)
        self._paper.picture = picture
        self._fit()
        self.verticalScrollBar().setValue(0)
        self._paper.update()

    @property
    def is_empty(self) -> bool:
        """Whether no page is shown."""
        return self._paper.picture.isNull()

    def fit_whole(self, *, whole: bool) -> None:
        """Show the whole page, or the whole width of it."""
        self._is_whole = whole
        self._fit()

    def _fit(self) -> None:
        if self._paper.picture.isNull():
            self._paper.resize(0, 0)
            return
        page = QSize(self._paper.picture.size())
        room = self.maximumViewportSize() - QSize(2 * _MARGIN, 2 * _MARGIN)
        if not self._is_whole:
            bar = self.verticalScrollBar().sizeHint().width()
            room = QSize(room.width() - bar, page.height() * 10)
        self._paper.resize(page.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_PageDown if bar.value() == bar.maximum():
                self.turned.emit(1)
            case Qt.Key.Key_PageUp if bar.value() == bar.minimum():
                self.turned.emit(-1)
            case _:
                super().keyPressEvent(event)
