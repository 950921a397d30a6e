"""The desk with its export dialog, and a wait for what the worker does."""

import pytest
from shiboken6 import isValid

from factcheck.gui.reporting.exporting import Exporting
from factcheck.gui.reporting.keys import Reporting


@pytest.fixture
def reporting(desk) -> Reporting:
    """What answers the keys of reporting in the window."""
    return desk.window.findChild(Reporting)


@pytest.fixture
def exporting(reporting) -> Exporting:
    return reporting.exporting


@pytest.fixture
def idle(qtbot, reporting):
    """Wait until the worker has nothing to do."""

    def wait():
        qtbot.waitUntil(lambda: reporting.jobs.is_idle, timeout=30_000)

    return wait


@pytest.fixture
def dialog(desk, qtbot, exporting):
    """The export dialog of the open article; closed at the end."""
    exporting.ask([desk.workspace.article.id])
    dialog = desk.window.findChild(object, "exportDialog")
    yield dialog
    if isValid(dialog):
        dialog.reject()


@pytest.fixture
def choose(dialog):
    """Choose an entry of a box of the dialog by its value."""

    def choose_one(name, value):
        box = dialog.form[name]
        box.setCurrentIndex(box.findData(value))

    return choose_one


@pytest.fixture
def drawn(dialog, qtbot):
    """Wait for the preview, and return its look."""

    def wait():
        qtbot.waitUntil(lambda: not dialog._previewing.is_under_way, timeout=30_000)
        return dialog.preview.look

    return wait
