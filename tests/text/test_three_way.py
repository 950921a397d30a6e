"""Two edits of one text, line by line."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.three_way import merged_lines

BASE = "أول\nثان\nثالث\nرابع\nخامس"
texts = st.lists(st.sampled_from(["أ", "ب", "ج", ""]), max_size=6).map("\n".join)


def test_edits_of_different_lines_are_both_taken():
    mine = BASE.replace("أول", "أول مصحح")
    theirs = BASE.replace("خامس", "خامس\nسادس")
    assert merged_lines(BASE, mine, theirs) == "أول مصحح\nثان\nثالث\nرابع\nخامس\nسادس"
    assert merged_lines(BASE, theirs, mine) == merged_lines(BASE, mine, theirs)


def test_edits_of_the_same_or_the_next_line_are_for_a_person():
    mine = BASE.replace("ثان", "ثان لي")
    assert merged_lines(BASE, mine, BASE.replace("ثان", "ثان لها")) is None
    assert merged_lines(BASE, mine, BASE.replace("ثالث", "ثالث لها")) is None


def test_the_same_edit_is_taken_once():
    both = BASE.replace("ثان\n", "")
    assert merged_lines(BASE, both, both) == both


@given(texts, texts)
def test_an_edit_of_one_side_alone_is_that_side(base, other):
    assert merged_lines(base, other, base) == other
    assert merged_lines(base, base, other) == other


@given(texts, texts, texts)
def test_who_comes_first_does_not_matter(base, mine, theirs):
    assert merged_lines(base, mine, theirs) == merged_lines(base, theirs, mine)
