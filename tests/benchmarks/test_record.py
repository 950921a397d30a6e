"""The record without the desk: storing claims, reading them, and a file that has many."""

from pathlib import Path

import pytest

from factcheck.operations import claims, history
from factcheck.storage import queries
from tests.benchmarks import filling
from tests.benchmarks.measuring import Figures, cpu_seconds, median_seconds
from tests.benchmarks.workload import build

pytestmark = pytest.mark.benchmark


def test_a_megabyte_with_five_thousand_claims(tmp_path: Path, figures: Figures) -> None:
    workload = build()
    store = filling.open_new(tmp_path / "large.sqlite")
    article_id = filling.add_article(store, workload)
    seconds = cpu_seconds(lambda: filling.add_claims(store, article_id, workload))
    figures.add("record: add 5,000 claims in one action", seconds, "s", 1.5)

    def read() -> int:
        with store.read() as session:
            return len(queries.claims(session, article_id))

    figures.add("record: read 5,000 claims", median_seconds(read), "s")
    assert read() == 5_000

    def add_one(start: int) -> None:
        with store.write("add_claim") as session:
            claims.add_claim(session, article_id=article_id, start=start, end=start + 9)

    times = [cpu_seconds(lambda at=start: add_one(at)) for start in range(100, 4_100, 100)]
    figures.add_series("record: add one more claim", times, 30)
    assert read() == 5_040

    def undo() -> None:
        with store.write("undo") as session:
            history.undo(session)

    figures.add_series("record: undo it", [cpu_seconds(undo) for _ in range(40)], 30)
    figures.add("record: undo 5,000 claims", cpu_seconds(undo), "s", 1.5)
    assert read() == 0
    store.close()


def test_a_file_with_a_hundred_thousand_claims(tmp_path: Path, figures: Figures) -> None:
    small = build(100_000, 500)

    def opened(others: int) -> float:
        store = filling.open_new(tmp_path / f"{others}.sqlite")
        wanted = filling.add_all(store, small)
        for number in range(others):
            filling.add_all(store, build(), f"مقال {number}")

        def read() -> None:
            with store.read() as session:
                assert len(queries.article(session, wanted).text) == len(small.text)
                assert len(queries.claims(session, wanted)) == 500

        seconds = median_seconds(read, 15)
        store.close()
        return seconds

    alone, among_many = opened(0), opened(20)
    figures.add("record: open among 100,000 claims, to alone", among_many / alone, "×", 1.5)
