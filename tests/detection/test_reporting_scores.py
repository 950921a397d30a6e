"""Quotes and attributions of the development passages; the floors only rise."""

import pytest

from factcheck.detection.quotes import quotes_and_attributions
from factcheck.detection.tokens import tokenise
from tests.detection.scoring import as_found, passages, score, table

FLOORS = {
    "quote": {"precision": 99, "recall": 99, "value": 98},
    "attribution": {"precision": 99, "recall": 99, "value": 99},
}


def find(passage):
    found = quotes_and_attributions(tokenise(passage["text"]), passage["lang"])
    return as_found(passage["text"], found)


@pytest.fixture(scope="module")
def scores():
    return score(passages("reporting"), find, FLOORS)


@pytest.mark.parametrize("kind", FLOORS)
@pytest.mark.parametrize("measure", ["precision", "recall", "value"])
def test_reporting_stays_as_good_as_it_was(scores, kind, measure):
    tally = scores[kind]
    assert getattr(tally, measure) >= FLOORS[kind][measure], "\n".join(
        (*tally.notes, table(scores))
    )


def test_passages_are_annotated_where_they_say():
    for passage in passages("reporting"):
        for item in passage["items"]:
            assert passage["text"][item["start"] : item["end"]] == item["text"], passage["id"]


def test_traps_hold_nothing():
    traps = [passage for passage in passages("reporting") if not passage["items"]]
    found = {passage["id"]: find(passage) for passage in traps}
    assert len(traps) >= 8
    assert {name: items for name, items in found.items() if items} == {}
