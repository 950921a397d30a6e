"""The same report with marks, tatweel, controls, other letters or quotation marks says the same."""

import re
from collections import Counter

import pytest

from factcheck.detection.quotes import quotes_and_attributions
from factcheck.detection.tokens import tokenise
from factcheck.text.folding import fold_key
from tests.detection.scoring import passages
from tests.detection.test_mutations import CHANGES

REPORTS = [passage for passage in passages("reporting") if passage["lang"] == "ar"]
SHAPES = str.maketrans("“”«»", "«»“”")
STRAIGHT = str.maketrans("“”«»", '""""')


def around(text):
    return re.sub('([«»“”"])', "\u200f\\1\u200e", text)


def nested(text):
    return '"' in text and bool(re.search('[«“].*".*[»”]', text))


MUTATIONS = CHANGES | {
    "shapes": lambda text: text.translate(SHAPES),
    "straight": lambda text: text if nested(text) else text.translate(STRAIGHT),
    "controls around marks": around,
    "isolates": lambda text: f"\u2067{text}\u2069",
}


def said(text):
    found = quotes_and_attributions(tokenise(text), "ar")
    return [
        (item.kind, words(item.value["speaker"]), fold_key(item.value["cue"] or ""))
        for item in found
    ]


def words(text):
    return Counter(re.findall(r"\w+", fold_key(text or "")))


@pytest.mark.parametrize("change", MUTATIONS)
def test_a_changed_spelling_says_the_same(change):
    wrong = [
        passage["id"]
        for passage in REPORTS
        if not (change == "hamza" and "علي" in passage["text"])  # then a name or على
        if said(passage["text"]) != said(MUTATIONS[change](passage["text"]))
    ]
    assert wrong == []
