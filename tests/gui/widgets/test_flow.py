"""Lines of fields that break like words."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from factcheck.gui.widgets.flow import FlowLayout


class Block(QPushButton):
    """A widget that wants 100 by 20 pixels."""

    def __init__(self, *, grows):
        super().__init__()
        policy = QSizePolicy.Policy.Expanding if grows else QSizePolicy.Policy.Preferred
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)

    def sizeHint(self):  # noqa: N802
        return QSize(100, 20)

    def minimumSizeHint(self):  # noqa: N802
        return QSize(60, 20)


def laid_out(qtbot, width, count=3, *, grows=True, direction=Qt.LayoutDirection.RightToLeft):
    outer = QWidget()
    qtbot.addWidget(outer)
    outer.setLayoutDirection(direction)
    flow = FlowLayout(outer, gap=10)
    flow.outer = outer  # which would be gone with its last name
    blocks = [Block(grows=grows) for _ in range(count)]
    for block in blocks:
        flow.addWidget(block)
    outer.resize(width, flow.heightForWidth(width))
    flow.setGeometry(outer.rect())
    return flow, [block.geometry().getRect() for block in blocks]


@pytest.mark.parametrize(
    ("width", "height"), [(320, 20), (319, 50), (210, 50), (209, 80), (60, 80)]
)
def test_height_follows_from_width(qtbot, width, height):
    flow, _ = laid_out(qtbot, width)
    assert flow.hasHeightForWidth()
    assert flow.heightForWidth(width) == height


def test_lines_begin_at_the_leading_edge(qtbot):
    _, right = laid_out(qtbot, 400, grows=False)
    assert right == [(300, 0, 100, 20), (190, 0, 100, 20), (80, 0, 100, 20)]
    _, left = laid_out(qtbot, 400, grows=False, direction=Qt.LayoutDirection.LeftToRight)
    assert left == [(0, 0, 100, 20), (110, 0, 100, 20), (220, 0, 100, 20)]


def test_those_that_grow_fill_the_line(qtbot):
    _, places = laid_out(qtbot, 250, direction=Qt.LayoutDirection.LeftToRight)
    assert places == [(0, 0, 120, 20), (130, 0, 120, 20), (0, 30, 250, 20)]


def test_nothing_is_wider_than_the_line(qtbot):
    _, places = laid_out(qtbot, 70)
    assert {width for _x, _y, width, _height in places} == {70}


def test_hidden_ones_take_no_room(qtbot):
    flow, _ = laid_out(qtbot, 210)
    flow.itemAt(0).widget().hide()
    assert flow.heightForWidth(210) == 20
    assert flow.minimumSize() == QSize(60, 20)
    assert flow.itemAt(9) is None
    assert flow.takeAt(9) is None
    assert flow.takeAt(0) is not None
    assert flow.count() == 2
