import pytest

from factcheck.gui.claims.panel import ClaimListPanel
from tests.gui.workbench import show_in_window


@pytest.fixture
def panel(qtbot, workspace):
    """The panel in a window that has its keys."""
    widget = show_in_window(qtbot, ClaimListPanel(workspace), 360, 640)
    widget.focus_list()
    return widget
