"""Quantities and dates of the development passages; the floors only rise."""

import pytest

from tests.detection.scoring import passages, run_detection, score, table

FILES = ("figures", "figures_more")
FLOORS = {
    "quantity": {"precision": 99, "recall": 99, "value": 99, "end_to_end": 98},
    "date": {"precision": 99, "recall": 99, "value": 99, "end_to_end": 98},
}


@pytest.fixture(scope="module")
def scores():
    return score(passages(*FILES), run_detection, FLOORS)


@pytest.mark.parametrize("kind", FLOORS)
@pytest.mark.parametrize("measure", ["precision", "recall", "value", "end_to_end"])
def test_figures_stay_as_good_as_they_were(scores, kind, measure):
    tally = scores[kind]
    assert getattr(tally, measure) >= FLOORS[kind][measure], "\n".join(
        (*tally.notes, table(scores))
    )


def test_passages_are_annotated_where_they_say():
    rows = passages(*FILES)
    assert len(rows) >= 250
    for passage in rows:
        for item in passage["items"]:
            assert passage["text"][item["start"] : item["end"]] == item["text"], passage["id"]


def test_every_item_says_why():
    for passage in passages(*FILES):
        for item in run_detection(passage):
            assert item["rule"].partition(".")[0] == item["kind"]


def test_traps_hold_nothing():
    traps = [
        passage
        for passage in passages(*FILES)
        if "trap" in passage["topic"] and not passage["items"]
    ]
    assert len(traps) >= 20
    found = {passage["id"]: run_detection(passage) for passage in traps}
    figures = {
        name: [item["text"] for item in items if item["kind"] in FLOORS]
        for name, items in found.items()
    }
    assert {name: texts for name, texts in figures.items() if texts} == {}
