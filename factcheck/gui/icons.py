"""Icons: own line drawings, in the colour of the text, mirrored where they point somewhere."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from factcheck.gui import theme
from factcheck.runtime.resources import resource

_DIRECTIONAL = frozenset({"undo", "redo", "next", "previous", "claim", "detect", "library", "open"})
_SIZES = (16, 32)


def icon(name: str, colour: QColor | None = None, size: int | None = None) -> QIcon:
    """Return the icon of `resources/icons/{name}.svg` in `colour`, by default that of the text.

    `size` is the side in pixels at which it will be shown, where that is known. Ask again after
    the theme changed.
    """
    look = theme.current()
    is_mirrored = (
        name in _DIRECTIONAL and QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    )
    result = QIcon()
    for side in (size,) if size else _SIZES:
        result.addPixmap(_pixmap(name, (colour or look.ink).name(), side, is_mirrored))
        faint = look.muted.name() if look.is_contrast else look.line.darker(130).name()
        result.addPixmap(_pixmap(name, faint, side, is_mirrored), QIcon.Mode.Disabled)
    return result


@cache
def _drawing(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@cache
def _pixmap(name: str, colour: str, size: int, is_mirrored: bool) -> QPixmap:  # noqa: FBT001
    drawing = _drawing(name).replace("currentColor", colour)
    ratio = QApplication.primaryScreen().devicePixelRatio()
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if is_mirrored:
        painter.translate(size, 0)
        painter.scale(-1, 1)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
