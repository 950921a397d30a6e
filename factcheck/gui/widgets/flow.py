"""A layout that fills lines like words of a paragraph, for panels that are narrow or wide."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class FlowLayout(QLayout):
    """Lays out items from the leading edge, in as many lines as they need.

    Items of one line share the room that is left, so lines end flush like a block of text.
    """

    def __init__(self, parent: QWidget | None = None, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        # Remembered, because Qt asks dozens of times for every change around the layout.
        height = self._heights.get(width)
        if height is None:
            lines = self._lines(width)
            gaps = self.spacing() * max(0, len(lines) - 1)
            height = self._heights[width] = sum(map(self._height, lines)) + gaps
        return height

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._visible()]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        top = area.top()
        for line in self._lines(area.width()):
            height = self._height(line)
            self._place(line, QRect(QPoint(area.left(), top), QSize(area.width(), height)))
            top += height + self.spacing()

    def _visible(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._visible():
            wanted = item.sizeHint().width()
            if not lines or used + self.spacing() + wanted > width:
                lines.append([item])
                used = wanted
            else:
                lines[-1].append(item)
                used += self.spacing() + wanted
        return lines

    def _height(self, line: list[QLayoutItem]) -> int:
        return max(item.sizeHint().height() for item in line)

    def _place(self, line: list[QLayoutItem], area: QRect) -> None:
        wanted = [min(item.sizeHint().width(), area.width()) for item in line]
        spare = area.width() - sum(wanted) - self.spacing() * (len(line) - 1)
        growing = [bool(item.expandingDirections() & Qt.Orientation.Horizontal) for item in line]
        share = spare // max(1, sum(growing))
        at = area.left()
        direction = self._direction()
        for item, width, grows in zip(line, wanted, growing, strict=True):
            full = width + share if grows else width
            logical = QRect(at, area.top(), full, area.height())
            item.setGeometry(QStyle.visualRect(direction, area, logical))
            at += full + self.spacing()

    def _direction(self) -> Qt.LayoutDirection:
        widget = self.parentWidget()
        return widget.layoutDirection() if widget else Qt.LayoutDirection.LeftToRight
