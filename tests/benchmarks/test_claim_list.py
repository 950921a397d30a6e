"""The claim list and the claim panel alone, with 5,000 claims: each step until it is painted."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from factcheck.gui import marking, theme
from factcheck.gui.claims.filters import ClaimFilter, ClaimOrder
from factcheck.gui.claims.panel import ClaimListPanel
from factcheck.gui.review.panel import ClaimPanel
from factcheck.gui.workspace import Workspace
from factcheck.operations import claims
from factcheck.runtime.settings import Settings
from tests.benchmarks import filling
from tests.benchmarks.desk import settle
from tests.benchmarks.measuring import Figures, cpu_seconds
from tests.benchmarks.workload import MEGABYTE, build

pytestmark = pytest.mark.benchmark

COUNT, FRAME = 5_000, 16


class Bench:
    """The two panels side by side, on a file with one large article."""

    def __init__(self, folder: Path) -> None:
        app = QApplication.instance()
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        theme.apply(app, "light", 100)
        store = filling.open_new(folder / "claims.factcheck")
        self.article_id = filling.add_all(store, build(MEGABYTE, COUNT))
        self.workspace = Workspace(Settings(reviewer="مدققة"))
        self.workspace.attach(store)
        self.window = QWidget()
        self.list = ClaimListPanel(self.workspace)
        row = QHBoxLayout(self.window)
        row.addWidget(self.list)
        row.addWidget(ClaimPanel(self.workspace))
        self.window.resize(800, 900)
        self.window.show()
        settle()

    @property
    def rows(self) -> int:
        return self.list.table.model().rowCount()

    def seconds(self, step) -> float:
        def whole() -> None:
            step()
            settle()

        return cpu_seconds(whole)

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()
        self.workspace.close()
        settle()


@pytest.fixture
def bench(qapp, tmp_path):
    made = Bench(tmp_path)
    yield made
    made.close()


def wait_for_keys(bench) -> None:
    while bench.list.table.model()._idle.isActive():
        settle()


def test_opening_and_filtering(bench, figures: Figures) -> None:
    seconds = bench.seconds(lambda: bench.workspace.open_article(bench.article_id))
    figures.add("claim list: 5,000 claims read and painted", seconds, "s", 0.5)
    line = bench.list.filter_bar.line
    first = bench.seconds(lambda: line.insert("م"))
    figures.add("claim list: first letter, right after opening", first * 1_000, "ms")
    wait_for_keys(bench)
    letters = []
    for word in ("ليون دينار", "ياه 35", "لمدينة قال"):
        letters += [bench.seconds(lambda each=each: line.insert(each)) for each in word]
        letters += [bench.seconds(line.backspace) for _ in word]
    figures.add_series("claim list: a letter into the filter", letters, FRAME)
    line.clear()
    assert bench.rows == COUNT
    orders = [ClaimOrder.CHANGED, ClaimOrder.PRIORITY, ClaimOrder.PLACE] * 10
    model = bench.list.table.model()
    steps = [bench.seconds(lambda order=order: model.set_order(order)) for order in orders]
    figures.add_series("claim list: sort", steps, FRAME)
    model.set_filter(ClaimFilter(text="مليون"))
    assert 0 < bench.rows < COUNT


def test_marking(bench, figures: Figures) -> None:
    work = bench.workspace
    bench.seconds(lambda: work.open_article(bench.article_id))
    wait_for_keys(bench)
    ids = [claim.id for claim in work.claims][::50]
    chosen = [bench.seconds(lambda c=c: work.select_claim(c)) for c in ids]
    figures.add_series("claim list and panel: go to a claim anywhere", chosen, FRAME)
    ratings = marking.offered_ratings(work)
    given = []
    for place, claim_id in enumerate(ids):
        bench.seconds(lambda c=claim_id: work.select_claim(c))
        rating = ratings[place % len(ratings)].id
        given.append(bench.seconds(lambda r=rating: marking.rate(work, r)))
    figures.add_series("claim list and panel: verdict saved and painted", given, FRAME)
    assert all(work.claim(claim_id).rating_id for claim_id in ids)


def test_showing_alone(bench, figures: Figures) -> None:
    """What the list and the panel add to a write: the refresh, without the store."""
    work = bench.workspace
    bench.seconds(lambda: work.open_article(bench.article_id))
    wait_for_keys(bench)
    steps = []
    for claim in work.claims[::50]:
        work.select_claim(claim.id)
        settle()
        with work.store.write("edit_claims") as session:
            changes = claims.edit_claims(session, claim_ids=[claim.id], values={"priority": "high"})
        steps.append(bench.seconds(lambda c=changes: work.take(c)))
    figures.add_series("claim list and panel: somebody else's change painted", steps, FRAME)
    assert {claim.priority for claim in work.claims[::50]} == {"high"}


def test_scrolling_and_bulk(bench, figures: Figures) -> None:
    work = bench.workspace
    bench.seconds(lambda: work.open_article(bench.article_id))
    wait_for_keys(bench)
    bar = bench.list.table.verticalScrollBar()
    steps = [bench.seconds(lambda n=n: bar.setValue(n * 7919 % bar.maximum())) for n in range(60)]
    figures.add_series("claim list: scroll anywhere", steps, FRAME)
    figures.add("claim list: choose all", bench.seconds(bench.list.table.selectAll), "s", 0.1)
    assert len(work.chosen) == COUNT
    seconds = bench.seconds(lambda: marking.edit(work, state="checked"))
    figures.add("claim list: 5,000 claims marked at once", seconds, "s", 1.5)
    assert {claim.state for claim in work.claims} == {"checked"}
