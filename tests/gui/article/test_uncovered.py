"""Sentences that nobody has dealt with, marked in the text and beside it."""

from PySide6.QtGui import QTextFormat

from factcheck.gui import theme
from factcheck.gui.contrast import contrast
from tests.gui.article.conftest import TEXT

FIRST, *_, LAST = [line for line in TEXT.split("\n") if line]


def test_sentences_have_a_light_ground_and_a_bracket(desk):
    spans = [desk.span(FIRST), desk.span(LAST)]
    desk.view.show_uncovered(spans)
    desk.settle()
    grounds = [each.format.background().color() for each in desk.view.extraSelections()]
    assert len(grounds) == 2
    assert all(contrast(each, theme.current().ink) >= 7 for each in grounds)
    gaps = desk.view._margin._gaps
    assert len(gaps) == 2
    assert all(top < bottom for top, bottom in gaps)
    assert gaps[0][1] <= gaps[1][0]
    desk.view.show_uncovered(())
    desk.settle()
    assert desk.view.extraSelections() == []
    assert desk.view._margin._gaps == []


def test_claims_are_marked_over_them(desk):
    desk.claim("10 آلاف جندي", "false")
    desk.view.show_uncovered([desk.span(FIRST)])
    desk.settle()
    ground, claim = desk.view.extraSelections()
    assert not ground.format.hasProperty(QTextFormat.Property.TextUnderlineStyle)
    assert claim.format.hasProperty(QTextFormat.Property.TextUnderlineStyle)


def test_the_bracket_is_painted_next_to_the_text(desk):
    desk.view.show_uncovered([desk.span(FIRST)])
    desk.settle()
    margin = desk.view._margin
    picture = margin.grab().toImage()
    [(top, bottom)] = margin._gaps
    middle = (top + bottom) // 2
    columns = [picture.pixelColor(x, middle) for x in range(picture.width())]
    found = [x for x, colour in enumerate(columns) if colour == theme.current().accent]
    # The text stands to the left of the margin.
    assert found
    assert max(found) < 6


def test_going_to_words_selects_them_and_brings_the_keyboard(desk):
    start, end = desk.span("3,500 people")
    desk.panel.point_at(start, end)
    assert desk.view.selection == (start, end)
    assert desk.panel.caret == start
    desk.panel.go_to(start, end)
    assert desk.view.hasFocus()
