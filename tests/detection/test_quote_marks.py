"""Pairing of quotation marks: every shape, nested, reversed, unclosed, and what is no mark."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.detection.quote_marks import quotations

SHAPES = ["“”", "””", "““", "”“", "«»", "»«", '""', "„“", "‹›", "‘’", "‟”"]
MARKS = "“”„‟\"«»‹›‘’'"


def inside(text):
    return [text[each.start : each.end] for each in quotations(text)]


@pytest.mark.parametrize("marks", SHAPES)
def test_every_shape_of_marks_pairs(marks):
    opening, closing = marks
    text = f"قالت الجارة: {opening}جفت البئر هذا الصيف{closing} ومضت."
    assert inside(text) == ["جفت البئر هذا الصيف"]


@pytest.mark.parametrize("marks", ["“”", "««", "«»", '""', "‹›"])
def test_spaces_inside_the_marks_do_not_matter(marks):
    opening, closing = marks
    text = f"قالت الجارة: {opening} جفت البئر هذا الصيف {closing} ومضت."
    assert inside(text) == ["جفت البئر هذا الصيف"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«قال لي “نعم” ثم سكت»", ["قال لي “نعم” ثم سكت"]),
        ('"قال «لا تفتح» وأغلق"', ["قال «لا تفتح» وأغلق"]),
        ("“one “two three” four” five", ["one “two three” four"]),
        ("«أول» ثم «ثان»", ["أول", "ثان"]),
        ("قال: «نص بلا نهاية\nسطر «آخر»", ["نص بلا نهاية", "آخر"]),
        ('قال «نص مختلط النهاية" ثم', ["نص مختلط النهاية"]),
        ("و«تاس» ل«رويترز»", ["تاس", "رويترز"]),
        ("«نعم،» «لا.» «متى؟»", ["نعم", "لا", "متى؟"]),
        ("the workers’ union isn't 'here'", ["here"]),
        ('شاشة 5" و"نص"', ["نص"]),
        ("«»", []),
        ("”", []),
    ],
)
def test_pairs(text, expected):
    assert inside(text) == expected


def test_a_quotation_left_open_ends_with_its_paragraph_and_says_so():
    first, second = quotations("صاح: “النار في السقف\nثم «هرب الجميع»")
    assert (first.is_closed, second.is_closed) == (False, True)
    assert first.outer_end == len("صاح: “النار في السقف")


@given(st.text(alphabet=MARKS + " \nابa1:،.", max_size=80))
def test_quotations_stay_in_order_and_apart(text):
    reach = 0
    for each in quotations(text):
        assert reach <= each.outer_start < each.start < each.end <= each.outer_end <= len(text)
        assert not text[each.start].isspace()
        assert not text[each.end - 1].isspace()
        assert "\n" not in text[each.start : each.end]
        reach = each.outer_end


@pytest.mark.parametrize("piece", ['"', "“", "« ", "‘ا ", '("'])
def test_marks_alone_take_linear_time(piece):
    def seconds(count):
        text = piece * count
        best = min(_timed(text) for _ in range(5))
        return max(best, 1e-4)

    assert seconds(40_000) < 25 * seconds(4_000)


def _timed(text):
    begun = time.process_time()
    quotations(text)
    return time.process_time() - begun
