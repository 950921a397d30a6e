import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factcheck.gui.actions import Actions
from factcheck.gui.claims.panel import ClaimListPanel
from tests.gui.workbench import workbench


@pytest.fixture
def workspace(qapp, tmp_path):
    with workbench(tmp_path) as ready:
        yield ready


@pytest.fixture
def panel(qtbot, workspace):
    """The panel in a window that has its keys."""
    window = QWidget()
    qtbot.addWidget(window)
    widget = ClaimListPanel(workspace)
    QVBoxLayout(window).addWidget(widget)
    Actions(window).bind(widget.commands())
    window.resize(360, 640)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    widget.focus_list()
    return widget
