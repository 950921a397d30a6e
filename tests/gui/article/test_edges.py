"""The edges of claims: what a selection means, and moving them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.gui.article import edges
from factcheck.gui.article.edges import Unit

texts = st.text(st.sampled_from(list("ابم ت1٢,.،“”«»\nًـ😀a-")), min_size=1, max_size=40)


@st.composite
def spans(draw):
    text = draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    return text, (start, draw(st.integers(start + 1, len(text))))


@pytest.mark.parametrize(
    ("text", "selected", "meant"),
    [
        ("قال 10 آلاف جندي هنا", " 10 آلاف جند", "10 آلاف جندي"),
        ("قال: “لن نرفع الرسوم”، وذهب", "“لن نرفع الرسوم”، ", "لن نرفع الرسوم"),
        ("قال «لن نرفع» وذهب", "«لن نرفع»", "لن نرفع"),
        ("قال «لن نرفع» وذهب", "قال «لن نرفع»", "قال «لن نرفع»"),
        ("قال «لن» و«لا» معًا", "«لن» و«لا»", "«لن» و«لا»"),
        ("قال «لن نرفع» وذهب", "«لن نرفع", "لن نرفع"),
        ("قال «لن نرفع» وذهب", "نرفع» وذ", "نرفع» وذهب"),
        ('He said "no" twice', '"no" ', "no"),
        ("نص،ثم نص", "ثم", "ثم"),
        ("واحد، اثنان", "واحد،", "واحد"),
    ],
)
def test_a_selection_means_whole_words(text, selected, meant):
    start = text.index(selected)
    first, last = edges.claim_edges(text, start, start + len(selected))
    assert text[first:last] == meant


@given(spans())
def test_what_is_meant_has_no_blank_edges(made):
    text, (start, end) = made
    first, last = edges.claim_edges(text, start, end)
    assert 0 <= first <= last <= len(text)
    assert text[first:last] == text[first:last].strip()


@given(spans(), st.sampled_from(Unit), st.booleans(), st.booleans())
def test_moving_keeps_a_claim_within_the_text(made, unit, is_forward, is_end):
    text, before = made
    move = edges.move_end if is_end else edges.move_start
    after = move(text, before, unit, is_forward=is_forward)
    assert 0 <= after[0] < after[1] <= len(text)
    moved, kept = (1, 0) if is_end else (0, 1)
    assert after[kept] == before[kept]
    assert (after[moved] >= before[moved]) if is_forward else (after[moved] <= before[moved])


def test_words_come_and_go_whole():
    text = "أكثر من 10 آلاف جندي، وصلوا"
    span = (text.index("10"), text.index(" جندي"))
    longer = edges.move_end(text, span, Unit.WORD, is_forward=True)
    assert text[slice(*longer)] == "10 آلاف جندي"
    assert edges.move_end(text, longer, Unit.WORD, is_forward=False) == span
    earlier = edges.move_start(text, span, Unit.WORD, is_forward=False)
    assert text[slice(*earlier)] == "من 10 آلاف"
    assert edges.move_start(text, earlier, Unit.WORD, is_forward=True) == span


def test_a_letter_takes_its_marks_along():
    text = "مُدُن"
    assert edges.move_end(text, (0, 2), Unit.LETTER, is_forward=True) == (0, 4)
    assert edges.move_start(text, (0, 5), Unit.LETTER, is_forward=True) == (2, 5)


def test_the_last_word_stays():
    text = "واحد اثنان"
    assert edges.move_end(text, (0, 4), Unit.WORD, is_forward=False) == (0, 4)
    assert edges.move_start(text, (5, 10), Unit.WORD, is_forward=True) == (5, 10)


def test_sentences_follow_each_other_over_paragraphs():
    text = "الأولى هنا. الثانية هنا.\n\nالثالثة هنا."
    starts, at = [], -1
    while span := edges.next_sentence(text, at):
        at = span[0]
        starts.append(text[at])
    assert len(starts) == 3
    back = []
    at = len(text)
    while span := edges.previous_sentence(text, at):
        at = span[0]
        back.append(text[slice(*span)])
    assert back == ["الثالثة هنا.", "الثانية هنا.", "الأولى هنا."]


def test_the_sentence_at_a_place():
    text = "الأولى هنا. الثانية هنا.\n\n"
    assert edges.sentence_at(text, 3) == (0, 11)
    assert edges.sentence_at(text, text.index("الثانية")) == (12, 24)
    assert edges.sentence_at(text, 24) == (12, 24)
    assert edges.sentence_at(text, len(text)) is None
