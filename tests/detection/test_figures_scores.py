"""Quantities and dates of the development passages; the floors only rise."""

import pytest

from tests.detection.scoring import passages, run_detection, score, table

FLOORS = {
    "quantity": {"precision": 99, "recall": 99, "value": 99, "end_to_end": 98},
    "date": {"precision": 99, "recall": 99, "value": 99, "end_to_end": 98},
}


@pytest.fixture(scope="module")
def scores():
    return score(passages("figures"), run_detection, FLOORS)


@pytest.mark.parametrize("kind", FLOORS)
@pytest.mark.parametrize("measure", ["precision", "recall", "value", "end_to_end"])
def test_figures_stay_as_good_as_they_were(scores, kind, measure):
    tally = scores[kind]
    assert getattr(tally, measure) >= FLOORS[kind][measure], "\n".join(
        (*tally.notes, table(scores))
    )


def test_passages_are_annotated_where_they_say():
    rows = passages("figures")
    assert len(rows) >= 90
    for passage in rows:
        for item in passage["items"]:
            assert passage["text"][item["start"] : item["end"]] == item["text"], passage["id"]


def test_every_item_says_why():
    for passage in passages("figures"):
        for item in run_detection(passage):
            assert item["rule"].partition(".")[0] == item["kind"]
