"""What a person waits for at the desk with a megabyte of Arabic and 5,000 claims."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from factcheck.operations import claims, verdicts
from tests.benchmarks import desk, filling
from tests.benchmarks.measuring import Figures
from tests.benchmarks.workload import MEGABYTE, build

pytestmark = pytest.mark.benchmark

FRAME = 16
LARGE, SMALL = (MEGABYTE, 5_000), (100_000, 500)


def test_opening(qapp, tmp_path: Path, figures: Figures) -> None:
    large, small = build(*LARGE), build(*SMALL)
    large_id, small_id = desk.prepare(tmp_path, large, small)
    with desk.opened(tmp_path) as desktop:
        desktop.seconds(lambda: desktop.open(small_id))  # the first one also makes the panels
        small_seconds = min(timed_opening(desktop, small_id) for _ in range(3))
        large_seconds = min(timed_opening(desktop, large_id) for _ in range(3))
        assert desktop.claims.model().rowCount() == 5_000
        assert desktop.workspace.article is not None
        assert desktop.workspace.article.text == large.text
    figures.add("desk: open 1 MB with 5,000 claims, painted", large_seconds, "s", 0.5)
    figures.add("desk: that, to 100 KB with 500", large_seconds / small_seconds, "×", 8)


def timed_opening(desktop: desk.Desk, article_id) -> float:
    desktop.seconds(lambda: desktop.workspace.open_article(None))
    return desktop.seconds(lambda: desktop.open(article_id))


def test_reading(qapp, tmp_path: Path, figures: Figures) -> None:
    (article_id,) = desk.prepare(tmp_path, build(*LARGE))
    with desk.opened(tmp_path) as desktop:
        desktop.seconds(lambda: desktop.open(article_id))
        desktop.rest()
        steps = [desktop.seconds(lambda: desktop.scroll(0.2)) for _ in range(100)]
        figures.add_series("desk: scroll step", steps, FRAME)
        places = [number * 7 % 41 / 41 for number in range(1, 41)]
        jumps = [desktop.seconds(lambda place=place: desktop.jump(place)) for place in places]
        figures.add_series("desk: scroll far", jumps, FRAME)
        desktop.seconds(lambda: desktop.jump(0))
        clicks, hit = [], set()
        for number in range(100):
            across, down = 0.2 + number % 7 / 10, 0.1 + number % 8 / 10
            clicks.append(desktop.seconds(lambda x=across, y=down: desktop.click(x, y)))
            hit.add(desktop.workspace.selected)
            desktop.seconds(lambda: desktop.scroll(0.7))
        figures.add_series("desk: click into the text", clicks, FRAME)
        assert len(hit) > 30
        ids = [claim.id for claim in desktop.workspace.claims][::50]
        chosen = [desktop.seconds(lambda c=c: desktop.workspace.select_claim(c)) for c in ids]
        figures.add_series("desk: go to a claim anywhere", chosen, FRAME)
        assert desktop.workspace.selected == ids[-1]


def test_filtering(qapp, tmp_path: Path, figures: Figures) -> None:
    (article_id,) = desk.prepare(tmp_path, build(*LARGE))
    with desk.opened(tmp_path) as desktop:
        desktop.seconds(lambda: desktop.open(article_id))
        desktop.rest()
        model, field = desktop.claims.model(), desktop.filter
        letters = [
            desktop.seconds(lambda letter=letter: type_letter(field, letter))
            for letter in "مليون دينار"
        ]
        found = [model.index(row, 0).data() for row in range(min(20, model.rowCount()))]
        assert 0 < model.rowCount() < 5_000
        assert all("مليون دينار" in str(text) for text in found)
        letters += [
            desktop.seconds(lambda: QTest.keyClick(field, Qt.Key.Key_Backspace)) for _ in range(11)
        ]
        assert model.rowCount() == 5_000
    figures.add_series("desk: a letter into the filter", letters, FRAME)


def type_letter(field, letter: str) -> None:
    """A key of the Arabic layout; keyClicks of Qt knows Latin letters only."""
    field.insert(letter)


def test_changing(qapp, tmp_path: Path, figures: Figures) -> None:
    large = build(*LARGE)
    full, empty = desk.prepare(tmp_path, large, build(MEGABYTE, 1))
    drafts = list(filling.drafts(large))
    with desk.opened(tmp_path) as desktop:
        work = desktop.workspace
        desktop.seconds(lambda: desktop.open(full))
        desktop.rest()
        ids = [claim.id for claim in work.claims][::100]
        rating = next(iter(work.ratings))
        given = []
        for claim_id in ids:
            desktop.seconds(lambda c=claim_id: work.select_claim(c))
            step = {"claim_ids": [claim_id], "rating_id": rating}
            given.append(desktop.seconds(lambda s=step: work.run(verdicts.set_verdict, **s)))
        figures.add_series("desk: verdict saved and painted", given, FRAME)
        assert all(work.claim(claim_id).rating_id == rating for claim_id in ids)
        made = []
        for start in range(200, 4_200, 100):
            place = {"article_id": full, "start": start, "end": start + 12}
            made.append(desktop.seconds(lambda p=place: work.run(claims.add_claim, **p)))
        figures.add_series("desk: one more claim saved and painted", made, 30)
        assert desktop.claims.model().rowCount() == 5_040
        desktop.seconds(lambda: desktop.open(empty))
        desktop.seconds(lambda: work.open_article(empty))
        desktop.rest()
        text = work.article.text
        fitting = [
            draft
            for draft in drafts
            if text[draft.anchor.start : draft.anchor.end] == draft.anchor.exact
        ]
        seconds = desktop.seconds(
            lambda: work.run(claims.add_claims, article_id=empty, drafts=fitting)
        )
        figures.add("desk: 5,000 claims at once, saved and painted", seconds, "s", 1.5)
        assert desktop.claims.model().rowCount() == len(fitting) + 1
        assert len(fitting) == 5_000
