from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.normalising import normalise


def test_line_ends_and_marks_that_qt_rewrites_are_unified():
    assert normalise("\ufeffأول\r\nثان\rثالث\u2029رابع\ufdd0\ufdd1") == "أول\nثان\nثالث\nرابع"


def test_what_the_author_wrote_stays():
    text = "قِيلَ\u200c كتـاب\u200f\t\x00\ufffc\u00a0\u2028 👩‍👩‍👧 A\u0308"
    assert normalise(text) == text


def test_a_line_end_split_by_a_dropped_character_is_one():
    assert normalise("a\r\ufdd0\nb") == "a\nb"


def test_lone_surrogates_go_and_the_text_can_be_encoded():
    assert normalise("a\ud83d b").encode() == b"a b"


@given(st.text(st.characters() | st.sampled_from("\r\n\u2029\ufeff\ufdd0\ud800")))
def test_twice_is_once(text):
    once = normalise(text)
    assert normalise(once) == once
    assert "\r" not in once
