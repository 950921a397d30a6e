"""The article view with a megabyte of Arabic and 5,000 claims: opening, reading, marking."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from factcheck.domain.ids import ArticleId
from factcheck.gui import application
from factcheck.gui.article.panel import ArticlePanel
from factcheck.gui.workspace import Workspace
from factcheck.operations import claims, verdicts
from factcheck.runtime.settings import Settings
from tests.benchmarks import filling
from tests.benchmarks.measuring import Figures, cpu_seconds
from tests.benchmarks.workload import build

pytestmark = pytest.mark.benchmark

_STEPS = 60
_FRAME = 16.0
"""Milliseconds of CPU that a step may take, one picture at 60 Hz."""


class Reader:
    """Somebody who reads the article and marks claims in it."""

    def __init__(self, workspace: Workspace, panel: ArticlePanel) -> None:
        self.workspace = workspace
        self.panel = panel
        self.view = panel.view

    def paint(self) -> None:
        """Let everything that waits happen, and paint."""
        QApplication.processEvents()
        self.view.viewport().repaint()
        self.view._margin.repaint()

    def open(self, article_id: ArticleId) -> None:
        """Open an article and paint its first page."""
        self.workspace.open_article(article_id)
        self.paint()

    def rest(self) -> float:
        """Let Qt lay out the whole document; return the longest it was busy, in seconds."""
        document, longest = self.view.document(), 0.0
        while document.lastBlock().layout().lineCount() == 0:
            longest = max(longest, cpu_seconds(QApplication.processEvents))
        return longest

    def steps(self, act: Callable[[int], object], count: int = _STEPS) -> list[float]:
        """CPU seconds of each of `count` acts, painting included."""

        def step(number: int) -> None:
            act(number)
            self.paint()

        return [cpu_seconds(lambda number=number: step(number)) for number in range(count)]

    def scroll(self, number: int) -> None:
        """Jump through the article."""
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.maximum() * number // _STEPS)

    def click(self, number: int) -> None:
        """Click here and there on the page."""
        port = self.view.viewport()
        place = QPoint(port.width() // 2 + number % 5 * 30 - 60, 20 + number * 37 % 500)
        QTest.mouseClick(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def select(self, number: int) -> None:
        """Select a claim far from the last one."""
        found = self.workspace.claims
        self.workspace.select_claim(found[number * 997 % len(found)].id)

    def rate(self, number: int) -> None:
        """Give the selected claim another verdict."""
        ratings = self.workspace.scale.ratings
        rating_id = ratings[number % len(ratings)].id
        self.workspace.run(
            verdicts.set_verdict, claim_ids=[self.workspace.selected], rating_id=rating_id
        )

    def add(self, number: int) -> None:
        """Make a claim of words on the page."""
        start = self.view.visible_span()[0] + number * 5
        article_id = self.workspace.article.id
        self.workspace.run(claims.add_claim, article_id=article_id, start=start, end=start + 12)


@pytest.fixture
def reader(qapp: QApplication, tmp_path: Path) -> Iterator[Reader]:
    settings = Settings(reviewer="مدققة")
    application.create(settings)
    workspace = Workspace(settings)
    workspace.attach(filling.open_new(tmp_path / "desk.sqlite"))
    panel = ArticlePanel(workspace)
    panel.resize(760, 760)
    panel.show()
    QApplication.processEvents()
    yield Reader(workspace, panel)
    panel.close()
    panel.deleteLater()
    workspace.close()


def test_a_megabyte_with_five_thousand_claims(reader: Reader, figures: Figures) -> None:
    small = filling.add_all(reader.workspace.store, build(100_000, 500))
    large = filling.add_all(reader.workspace.store, build())
    reader.open(small)
    reader.rest()
    short = cpu_seconds(lambda: reader.open(small))
    reader.rest()
    long = cpu_seconds(lambda: reader.open(large))
    figures.add("article view: 1 MB, 5,000 claims read and painted", long, "s", 0.5)
    figures.add("article view: 1 MB opens as many times slower as 100 KB", long / short, "x", 8)
    paint = cpu_seconds(lambda: reader.panel._on_opened(reader.workspace.article))
    figures.add("article view: of this, without reading the file", paint, "s", 0.5)
    figures.add("article view: longest step of laying out the rest", reader.rest(), "s", 0.1)
    assert len(reader.workspace.claims) == 5_000
    assert reader.view.extraSelections()

    for name, act, target in (
        ("scroll through the article", reader.scroll, _FRAME),
        ("click in the text", reader.click, _FRAME),
        ("select a claim far away", reader.select, _FRAME),
        ("change a verdict", reader.rate, _FRAME),
        ("add one more claim", reader.add, 30),
    ):
        figures.add_series(f"article view: {name}", reader.steps(act), target)
    assert len(reader.workspace.claims) == 5_000 + _STEPS


def test_finding_in_a_megabyte(reader: Reader, figures: Figures) -> None:
    reader.open(filling.add_all(reader.workspace.store, build()))
    reader.rest()
    commands, bar = reader.panel.commands(), reader.panel.find_bar
    commands["find"]()
    first = cpu_seconds(lambda: bar.field.setText("ا"))
    figures.add("article view: the first letter looked for", first * 1_000, "ms", 100)
    wanted = "المدينة"
    typed = reader.steps(lambda at: bar.field.setText(wanted[: at % len(wanted) + 1]))
    figures.add_series("article view: a letter more to look for", typed, _FRAME)
    found = reader.steps(lambda _at: commands["find_next"]())
    figures.add_series("article view: next match", found, _FRAME)
    assert bar.count.text()


def test_one_paragraph_of_a_hundred_kilobytes(reader: Reader, figures: Figures) -> None:
    workload = build(100_000, 500)
    joined = type(workload)(workload.text.replace("\n", " "), workload.spans)
    reader.open(filling.add_all(reader.workspace.store, joined))
    for name, act in (("scroll", reader.scroll), ("click", reader.click)):
        figures.add_series(f"article view: one paragraph, {name}", reader.steps(act), _FRAME)
    assert len(reader.workspace.claims) == 500
