"""Finding folded words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.gui.article.finding import Finding
from factcheck.text.folding import fold, fold_key

letters = st.text(st.sampled_from("اأىيهة 1١ًـب"), max_size=40)


def found(text, wanted):
    finding = Finding(fold(text), wanted)
    return [text[slice(*span)] for span in finding.within(0, len(text))]


@pytest.mark.parametrize(
    ("text", "wanted", "matches"),
    [
        ("أحمد وإحسان واحد", "احسان", ["إحسان"]),
        ("مستشفى المستشفي", "مستشفى", ["مستشفى", "مستشفي"]),
        ("مدرسة مدرسه", "مدرسة", ["مدرسة", "مدرسه"]),
        ("المُسْتَشْفَى", "المستشفى", ["المُسْتَشْفَى"]),
        ("جـــندي جندي", "جندي", ["جـــندي", "جندي"]),
        ("١٢ و12 و۱۲", "12", ["١٢", "12", "۱۲"]),
        ("WHO who", "Who", ["WHO", "who"]),
        ("😀 جندي", "جندي", ["جندي"]),
        ("جندي", "", []),
        ("جندي", "ـ", []),
    ],
)
def test_spellings_are_found(text, wanted, matches):
    assert found(text, wanted) == matches


@given(letters, st.text(st.sampled_from("اأيه1 ب"), min_size=1, max_size=3))
def test_every_match_folds_to_what_is_wanted(text, wanted):
    finding = Finding(fold(text), wanted)
    spans = finding.within(0, len(text))
    assert len(spans) == finding.total
    assert all(fold_key(text[slice(*span)]) == fold_key(wanted) for span in spans)


@given(letters, st.sampled_from("ابه1"))
def test_going_round_visits_each_match_once_both_ways(text, wanted):
    finding = Finding(fold(text), wanted)
    finding.start_at(0)
    if not finding.total:
        assert finding.current is None
        assert finding.place == 0
        return
    forth = []
    for place in range(1, finding.total + 1):
        assert finding.place == place
        forth.append(finding.current)
        finding.next()
    assert finding.place == 1
    back = []
    for _ in range(finding.total):
        finding.previous()
        back.append(finding.current)
    assert back[::-1] == forth == finding.within(0, len(text))


def test_it_starts_at_the_cursor():
    text = "واحد اثنان واحد"
    finding = Finding(fold(text), "واحد")
    finding.start_at(3)
    assert (finding.place, finding.total) == (2, 2)


def test_only_matches_in_view_are_returned():
    text = "واحد " * 10
    finding = Finding(fold(text), "واحد")
    assert finding.within(10, 20) == [(10, 14), (15, 19)]
