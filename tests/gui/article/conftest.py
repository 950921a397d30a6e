"""A real workspace on a real file, with one article on the desk."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from factcheck.domain.article import ArticleDraft
from factcheck.domain.claim import Claim
from factcheck.gui import application
from factcheck.gui.article import geometry
from factcheck.gui.article.panel import ArticlePanel
from factcheck.gui.workspace import Workspace
from factcheck.operations import articles, claims, verdicts
from factcheck.runtime.settings import Settings
from factcheck.storage.store import Store
from factcheck.text.isolation import FIRST_STRONG, POP
from tests.records import new_record

TEXT = """أعلنت الوزارة أن أكثر من 10 آلاف جندي وصلوا إلى الميناء في يونيو 2024.
وقال المتحدث: “لن نرفع الرسوم قبل نهاية العام”، وأضاف أن ٤٨ سفينة شاركت 😀 في التمرين.

WHO said that 3,500 people were treated. The report is from March 2023.
WHO قالت إن العدد ارتفع بنسبة 12%، وإنَّ المُستشفى امتلأ."""


def plain(text: str) -> str:
    """Without the signs that keep names and numbers in their own order."""
    return text.replace(FIRST_STRONG, "").replace(POP, "")


@dataclass
class Desk:
    """The panel with one article, and short ways to do things on it."""

    workspace: Workspace
    panel: ArticlePanel
    failures: list[Exception] = field(default_factory=list)

    @property
    def view(self):
        return self.panel.view

    def open(self, text: str = TEXT, **values: str):
        draft = ArticleDraft(title="عنوان", text=text, **values)
        changes = self.workspace.run(articles.add_article, draft=draft)
        self.workspace.open_article(changes.created)
        self.settle()

    @property
    def found(self) -> str:
        """What the bar says about matches."""
        return plain(self.panel.find_bar.count.text())

    def span(self, words: str) -> tuple[int, int]:
        start = self.workspace.article.text.index(words)
        return start, start + len(words)

    def claim(self, words: str, verdict: str = "", **values: object) -> Claim:
        start, end = self.span(words)
        article_id = self.workspace.article.id
        changes = self.workspace.run(
            claims.add_claim, article_id=article_id, start=start, end=end, **values
        )
        if verdict:
            self.rate(changes.created, verdict)
        self.settle()
        return self.workspace.claim(changes.created)

    def rate(self, claim_id, verdict: str) -> None:
        rating = next(each for each in self.workspace.scale.ratings if each.key == verdict)
        self.workspace.run(verdicts.set_verdict, claim_ids=[claim_id], rating_id=rating.id)

    def select(self, words: str) -> None:
        self.view.set_selection(*self.span(words))

    def call(self, command_id: str) -> None:
        self.panel.commands()[command_id]()
        self.settle()

    def press(self, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier, widget=None) -> None:
        QTest.keyClick(widget or self.view, key, modifiers)
        self.settle()

    def point(self, words: str, letter: int = 0) -> QPoint:
        """The middle of a letter of `words`, in the viewport."""
        view, document = self.view, self.view.document()
        unit = view.shown.positions.to_qt(self.span(words)[0] + letter)
        block = document.findBlock(unit)
        layout, at = block.layout(), unit - block.position()
        line = layout.lineForTextPosition(at)
        # Where directions meet, a cursor has two places; a glyph has one.
        x = layout.position().x() + line.glyphRuns(at, 1)[0].boundingRect().center().x()
        y = sum(geometry.rows_of(document, unit)) / 2 - view.verticalScrollBar().value()
        return QPointF(x, y).toPoint()

    def click(self, words: str, letter: int = 0) -> None:
        no = Qt.KeyboardModifier.NoModifier
        point = self.point(words, letter)
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, no, point)
        self.settle()

    def settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents()


@pytest.fixture
def workspace(qapp, tmp_path):
    settings = Settings(reviewer="مدققة")
    application.create(settings)
    path = new_record(tmp_path / "desk.sqlite")
    store = Store.open(path, actor="مدققة", replica=settings.replica)
    workspace = Workspace(settings)
    workspace.attach(store)
    yield workspace
    workspace.close()
    application.create(Settings())


@pytest.fixture
def empty_desk(workspace, qtbot) -> Desk:
    panel = ArticlePanel(workspace)
    qtbot.addWidget(panel)
    panel.resize(760, 620)
    panel.show()
    desk = Desk(workspace, panel)
    workspace.failed.connect(desk.failures.append)
    desk.settle()
    return desk


@pytest.fixture
def desk(empty_desk) -> Desk:
    empty_desk.open()
    return empty_desk


@pytest.fixture
def heard(workspace) -> Callable[[], list[object]]:
    """What was selected since, in order."""
    selected: list[object] = []
    workspace.claim_selected.connect(selected.append)
    return lambda: list(selected)
