import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factcheck.gui.actions import Actions
from factcheck.gui.review.panel import ClaimPanel
from tests.gui.workbench import workbench


@pytest.fixture
def workspace(qapp, tmp_path):
    with workbench(tmp_path) as ready:
        yield ready


@pytest.fixture
def panel(qtbot, workspace):
    """The panel in a window that has its keys, with the first claim selected."""
    window = QWidget()
    qtbot.addWidget(window)
    widget = ClaimPanel(workspace)
    QVBoxLayout(window).addWidget(widget)
    Actions(window).bind(widget.commands())
    window.resize(400, 900)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
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
