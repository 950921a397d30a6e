import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.domain.anchor import CONTEXT_LENGTH, Anchor
from factcheck.domain.errors import InvalidInputError
from factcheck.text.anchoring import find_anchor, make_anchor

TEXT = (
    "أعلنت الوزارة أن 120 طبيبا وصلوا صباح الأحد إلى المستشفى الميداني في البلدة.\n"
    "وأضاف المتحدث أن 120 سيارة إسعاف ستتبعهم خلال يومين، وفق ما نشرته الصحيفة المحلية.\n"
)


def _anchor(words, nth=0, text=TEXT):
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return make_anchor(text, at, at + len(words))


def test_an_anchor_holds_words_and_context():
    anchor = _anchor("120", 1)
    assert anchor.exact == "120"
    assert TEXT.count(anchor.prefix + anchor.exact + anchor.suffix) == 1
    assert len(anchor.prefix) == len(anchor.suffix) == CONTEXT_LENGTH
    assert len(anchor) == 3


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 2), (-1, 4), (0, 10**6)])
def test_a_span_outside_the_text_is_refused(start, end):
    with pytest.raises(InvalidInputError):
        make_anchor(TEXT, start, end)


def test_the_same_words_elsewhere_are_told_apart_by_context():
    moved = "عنوان جديد للخبر\n" + TEXT
    for nth in (0, 1):
        anchor = _anchor("120", nth)
        start, end = find_anchor(moved, anchor)
        assert moved[start:end] == "120"
        assert start == anchor.start + len("عنوان جديد للخبر\n")


def test_a_change_on_one_side_of_the_words_is_survived():
    changed = TEXT.replace("سيارة إسعاف ستتبعهم", "مركبة")
    start, _ = find_anchor(changed, _anchor("120", 1))
    assert changed[start:].startswith("120 مركبة")


def test_words_whose_sentence_is_gone_are_not_found_in_another():
    second_only = TEXT.split("\n")[1]
    assert find_anchor(second_only, _anchor("120", 0)) is None


def test_a_long_quote_stands_for_itself():
    anchor = _anchor("وصلوا صباح الأحد إلى المستشفى الميداني")
    changed = f"خبر: {anchor.exact}؟"
    assert find_anchor(changed, anchor) == (5, 5 + len(anchor.exact))


def test_changed_words_are_not_found():
    assert find_anchor(TEXT.replace("120", "130"), _anchor("120")) is None
    assert find_anchor(TEXT, Anchor(0, 0, "")) is None


def test_lookalikes_are_never_guessed_between():
    line = "قال المتحدث إن العدد بلغ خمسين شخصا في ذلك اليوم.\n"
    text = line * 4
    anchor = make_anchor(text, len(line), 2 * len(line))
    assert find_anchor(text, anchor) is None
    assert find_anchor("", anchor) is None


def test_words_that_stand_everywhere_are_given_up():
    text = "و" * 5000
    assert find_anchor("ب" + text, make_anchor(text, 10, 11)) is None


def test_a_whole_text_is_found_in_itself():
    assert find_anchor("نعم", make_anchor("نعم", 0, 3)) == (0, 3)


@given(st.text("ab ", min_size=1, max_size=60), st.data())
def test_in_an_unchanged_text_the_words_are_found_or_given_up_never_mistaken(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert find_anchor(text, make_anchor(text, start, end)) in ((start, end), None)


@given(st.text(min_size=1, max_size=80), st.text(max_size=80), st.data())
def test_what_is_found_are_the_exact_words(text, other, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    anchor = make_anchor(text, start, end)
    found = find_anchor(other + text[start:] + other, anchor)
    assume(found)
    whole = other + text[start:] + other
    assert whole[found[0] : found[1]] == anchor.exact
