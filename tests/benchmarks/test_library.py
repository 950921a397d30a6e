"""The library of ten thousand articles: its first page, every step after it, and one change."""

import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from factcheck.gui import application
from factcheck.gui.library.filling import Filling
from factcheck.gui.library.model import Column
from factcheck.gui.library.view import LibraryView
from factcheck.gui.workspace import Workspace
from factcheck.gui.writing import PATIENCE
from factcheck.operations import articles
from factcheck.runtime.settings import Settings
from factcheck.storage import library
from factcheck.storage.store import Store
from tests.benchmarks.desk import settle
from tests.benchmarks.measuring import Figures, cpu_seconds
from tests.storage import crowds

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(900)]

MANY, FEW = 10_000, 100
FIRST, STEP = 50, 30
"""Milliseconds that somebody may wait for the first page, and for any step after it."""


class Shelves:
    """A library over a record with so many articles, ten claims in each."""

    def __init__(self, path: Path, count: int) -> None:
        settings = Settings(reviewer="مدققة")
        application.create(settings)
        crowds.crowd(path, count * crowds.PER_ARTICLE, per_claim=0)
        self.workspace = Workspace(settings)
        self.workspace.attach(
            Store.open(path, actor="مدققة", replica=str(uuid4()), patience=PATIENCE)
        )
        self.view = LibraryView(self.workspace)
        self.view.resize(1200, 800)
        [self.filling] = self.view.table.findChildren(Filling)

    def shown(self) -> int:
        """How many articles the table has."""
        return self.view.table.articles.rowCount()

    def seconds(self, step) -> float:
        """Of a step until it is painted; pages that would follow wait for `steps`."""

        def whole() -> None:
            step()
            self.filling.pause()
            settle()

        taken = cpu_seconds(whole)
        self.filling.go_on()
        return taken

    def steps(self) -> list[float]:
        """Seconds of each step until all articles are shown, painting included."""
        found = []
        while not self.filling.is_complete:
            time.sleep(0.006)
            # Once only: by the second time the next step would be due.
            found.append(cpu_seconds(QApplication.processEvents))
        settle()
        return found

    def close(self) -> None:
        self.view.close()
        self.view.deleteLater()
        self.workspace.close()
        settle()


@pytest.fixture
def shelves(qapp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Shelves]]:
    """A library of many articles, and one of few."""
    monkeypatch.setattr(crowds, "PER_ARTICLE", 10)
    made = [Shelves(tmp_path / f"{count}.factcheck", count) for count in (MANY, FEW)]
    yield made
    for each in made:
        each.close()


def rename(shelves: Shelves, row: int) -> None:
    article = shelves.view.table.articles.rows[row]
    shelves.workspace.run(
        articles.edit_article, article_id=article.id, values={"title": f"{article.title} ثانية"}
    )


def test_ten_thousand_articles(shelves: list[Shelves], figures: Figures) -> None:
    many, few = shelves
    first = [each.seconds(each.view.show) for each in shelves]
    assert 0 < many.shown() < MANY
    figures.add("library: first page, window and all", first[0] * 1000, "ms")
    figures.add("library: first page, beside that of 100 articles", first[0] / first[1], "×", 1.5)
    figures.add_series("library: a step of the filling", many.steps(), STEP)
    again = [many.seconds(lambda: many.filling.begin("")) for _ in range(10)]
    figures.add_series("library: first page again", again, FIRST)
    many.view.table.sortByColumn(Column.TITLE, Qt.SortOrder.AscendingOrder)
    figures.add_series("library: a step of the filling, by title", many.steps(), STEP)
    few.steps()
    changed = [
        [each.seconds(lambda each=each, at=at: rename(each, at)) for at in range(1, 90, 3)]
        for each in shelves
    ]
    figures.add_series("library: a title changed and painted", changed[0], 50)
    ratio = sorted(changed[0])[15] / sorted(changed[1])[15]
    figures.add("library: a change, beside that among 100 articles", ratio, "×", 1.5)
    whole = cpu_seconds(lambda: many.workspace.read(library.articles))
    figures.add("library: a change, beside reading all", sorted(changed[0])[15] / whole, "×", 0.1)
    assert many.shown() == MANY


def test_searching_ten_thousand_articles(shelves: list[Shelves], figures: Figures) -> None:
    many, _few = shelves
    many.view.show()
    many.steps()
    words = [
        word[:at] for word in ("الميناء", "نادر5", "السوق 9") for at in range(1, len(word) + 1)
    ]
    typed = [many.seconds(lambda word=word: many.view.search.setText(word)) for word in words]
    figures.add_series("library: a letter into the search", typed, FIRST)
    many.view.search.setText("الميناء")
    figures.add_series("library: a step of a common word", many.steps(), STEP)
    assert many.shown() > MANY * 0.99
    many.view.search.setText("السوق 999")
    settle()
    assert 0 < many.shown() < FEW
