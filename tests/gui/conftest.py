"""The whole desk in a home of its own, opened as the command line opens it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from factcheck.gui import application
from factcheck.gui.jobs import Jobs
from factcheck.gui.main import DeskSession
from factcheck.runtime.launching import DeskOptions
from factcheck.runtime.paths import Paths
from factcheck.runtime.settings import Settings
from tests.gui.workbench import workbench
from tests.records import new_record


def settle():
    """Let everything that is due happen, deletions included."""
    for _ in range(5):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def paths(tmp_path) -> Paths:
    paths = Paths.under(tmp_path / "home")
    paths.make_folders()
    return paths


@pytest.fixture
def workspace(qapp, tmp_path):
    """An article with its claims, without a window."""
    with workbench(tmp_path) as ready:
        yield ready


@pytest.fixture
def jobs(workspace):
    """Works behind a window that is not there."""
    made = Jobs()
    yield made
    made.stop()
    settle()


@pytest.fixture
def open_desk(qapp, qtbot, paths):
    """Open the desk as often as wanted; each one is closed at the end."""
    opened: list[DeskSession] = []

    def open_one(article: Path | None = None, **choices: object) -> DeskSession:
        settings = Settings.load(paths.settings_file).replace(**choices)
        if not paths.database.exists():
            new_record(paths.database)
        app = application.create(settings)
        session = DeskSession(app, DeskOptions(paths, settings, paths.database, article))
        opened.append(session)
        with qtbot.waitSignal(session.opened, timeout=20_000):
            session.start()
        # From here on the hooks of the tests, so that a bug fails the test that meets it.
        session.guard.close()
        settle()
        return session

    yield open_one
    for session in opened:
        session.window.close()
        session.window.deleteLater()
        session.deleteLater()
    settle()
    application.create(Settings())
    qapp.setPalette(qapp.style().standardPalette())


@pytest.fixture
def desk(open_desk) -> DeskSession:
    """The desk of a first start: the sample article in Arabic."""
    return open_desk(reviewer="هدى")
