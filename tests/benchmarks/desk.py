"""The real window on a prepared file, and the time a step takes until it is painted."""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QTextEdit, QWidget

from factcheck.domain.ids import ArticleId
from factcheck.gui import application
from factcheck.gui.examiner import Examiner
from factcheck.gui.jobs import Jobs
from factcheck.gui.main import DeskSession
from factcheck.runtime.launching import DeskOptions
from factcheck.runtime.paths import Paths
from factcheck.runtime.settings import Settings
from tests.benchmarks import filling
from tests.benchmarks.measuring import cpu_seconds
from tests.benchmarks.workload import Workload

T = TypeVar("T", bound=QWidget)
P = TypeVar("P", bound=QObject)


def prepare(home: Path, *workloads: Workload) -> list[ArticleId]:
    """Make the file of a person who lives in `home`, with an article for each workload."""
    paths = Paths.under(home)
    paths.make_folders()
    store = filling.open_new(paths.database)
    ids = [
        filling.add_all(store, workload, f"مقال {number}")
        for number, workload in enumerate(workloads)
    ]
    store.close()
    return ids


class Desk:
    """The window with its file open; every step is timed until its pixels are there."""

    def __init__(self, session: DeskSession) -> None:
        self.session = session
        self.workspace = session.workspace

    @property
    def article(self) -> QTextEdit:
        """The text."""
        return self._child(QTextEdit, "articleView")

    @property
    def claims(self) -> QTableView:
        """The list."""
        return self._child(QTableView, "claimList")

    @property
    def filter(self) -> QLineEdit:
        """Where one types what the list should hold."""
        return self._child(QLineEdit, "claimFilter")

    def _child(self, kind: type[T], name: str) -> T:
        found = self.session.window.findChild(kind, name)
        assert found is not None, name
        return found

    def _part(self, kind: type[P]) -> P:
        found = self.session.window.findChild(kind)
        assert found is not None, kind
        return found

    def seconds(self, step: Callable[[], object]) -> float:
        """CPU seconds of `step` and of everything that Qt still does because of it."""

        def whole() -> None:
            step()
            settle()

        return cpu_seconds(whole)

    def open(self, article_id: ArticleId) -> None:
        """Open an article as the library does."""
        self.workspace.open_article(article_id)
        self.session.window.frame.show_page(desk=True)

    def rest(self) -> None:
        """Wait until the open article is read, whose CPU time is not that of a step."""
        examiner = self._part(Examiner)
        while examiner.findings is None or not self._part(Jobs).is_idle:
            settle()
            time.sleep(0.01)

    def scroll(self, pages: float) -> None:
        """Move the text by so many pages."""
        bar = self.article.verticalScrollBar()
        bar.setValue(bar.value() + round(bar.pageStep() * pages))

    def jump(self, place: float) -> None:
        """Go to a place in the text, from 0 at its beginning to 1 at its end."""
        bar = self.article.verticalScrollBar()
        bar.setValue(round(bar.maximum() * place))

    def click(self, across: float, down: float) -> None:
        """Click into the visible text, by shares of its width and height."""
        pane = self.article.viewport()
        at = QPoint(round(pane.width() * across), round(pane.height() * down))
        QTest.mouseClick(pane, Qt.MouseButton.LeftButton, pos=at)


def settle() -> None:
    """Let Qt do all that waits: events, timers of zero, painting."""
    for _ in range(4):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


@contextmanager
def opened(home: Path) -> Iterator[Desk]:
    """The desk of the person who lives in `home`, closed again at the end."""
    paths = Paths.under(home)
    settings = Settings.load(paths.settings_file)
    app = application.create(settings)
    session = DeskSession(app, DeskOptions(paths, settings, paths.database))
    session.start()
    settle()
    gc.freeze()  # as `open_desk` does
    try:
        yield Desk(session)
    finally:
        gc.unfreeze()
        session.window.close()
        settle()
        session.window.deleteLater()
        settle()
