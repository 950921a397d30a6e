import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from factcheck.gui.review.panel import ClaimPanel
from tests.gui.workbench import show_in_window


@pytest.fixture
def panel(qtbot, workspace):
    """The panel in a window that has its keys, with the first claim selected."""
    widget = show_in_window(qtbot, ClaimPanel(workspace), 400, 900)
    workspace.select_claim(workspace.ids[0])
    widget.setFocus()
    return widget


class Browser(QObject):
    """Stands where the web browser of the desktop would be."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def visit(self, url):
        self.opened.append(url.toString())


@pytest.fixture
def browser(qapp):
    there = Browser()
    for scheme in ("http", "https", "mailto", "file", "javascript"):
        QDesktopServices.setUrlHandler(scheme, there, "visit")
    yield there
    for scheme in ("http", "https", "mailto", "file", "javascript"):
        QDesktopServices.unsetUrlHandler(scheme)
