"""Finding in the article through the bar."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextFormat

from tests.gui.keyboard import type_text

ENTER, SHIFT = Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bar(desk):
    desk.call("find")
    return desk.panel.find_bar


def filled(desk):
    """The words of the current match as the view marks them."""
    text, to_text = desk.workspace.article.text, desk.view.shown.positions.to_text
    return [
        text[to_text(each.cursor.selectionStart()) : to_text(each.cursor.selectionEnd())]
        for each in desk.view.extraSelections()
        if each.format.hasProperty(QTextFormat.Property.ForegroundBrush)
    ]


def test_typing_finds_every_spelling_and_counts(desk, bar):
    type_text("مستشفي", bar.field)
    desk.settle()
    assert desk.found == "1 من 1"
    assert filled(desk) == ["مُستشفى"]


def test_enter_goes_on_and_round_and_shift_enter_back(desk, bar):
    type_text("who", bar.field)
    said = [desk.found]
    for modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.NoModifier, SHIFT):
        desk.press(ENTER, modifiers, bar.field)
        said.append(desk.found)
    assert said == ["1 من 2", "2 من 2", "1 من 2", "2 من 2"]
    assert desk.view.caret == desk.span("WHO قالت")[0]


def test_the_other_digits_are_found(desk, bar):
    bar.field.setText("48")
    desk.settle()
    assert filled(desk) == ["٤٨"]
    desk.workspace.update_settings(digits="arabic")
    bar.field.setText("١٠")
    assert desk.found == "١ من ١"


def test_all_matches_in_view_are_marked(desk, bar):
    bar.field.setText("who")
    desk.settle()
    assert len(desk.view.extraSelections()) == 2


def test_nothing_found_is_said(desk, bar):
    bar.field.setText("لا يوجد")
    assert desk.found == "لا نتائج"
    assert bar.field.accessibleDescription() == "لا نتائج"
    bar.field.clear()
    assert desk.found == ""


def test_escape_goes_back_to_the_text_with_the_match_selected(desk, bar):
    bar.field.setText("people")
    desk.press(Qt.Key.Key_Escape, widget=bar.field)
    assert bar.isHidden()
    assert desk.view.hasFocus()
    assert desk.view.selection == desk.span("people")
    assert desk.view.extraSelections() == []


def test_the_selected_words_are_looked_for(desk):
    desk.select("WHO")
    desk.call("find")
    assert desk.panel.find_bar.field.text() == "WHO"
    assert desk.found == "1 من 2"
    desk.call("find_next")
    assert desk.found == "2 من 2"
    desk.call("find_previous")
    assert desk.found == "1 من 2"


def test_the_next_match_without_a_bar_opens_it(desk):
    desk.call("find_next")
    assert desk.panel.find_bar.isVisible()


def test_another_article_is_searched_anew(desk, bar):
    bar.field.setText("WHO")
    desk.open("لا شيء هنا")
    assert desk.found == "لا نتائج"


def test_a_match_far_away_comes_into_view(empty_desk):
    desk = empty_desk
    desk.open("\n".join(f"الفقرة {number} من النص" for number in range(300)) + "\nالغاية")
    desk.call("find")
    desk.panel.find_bar.field.setText("الغاية")
    desk.settle()
    start, end = desk.view.visible_span()
    assert start <= desk.span("الغاية")[0] < end
