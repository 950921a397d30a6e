"""The panel in step with the workspace."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QToolButton

from factcheck.gui.shortcuts import COMMANDS
from factcheck.operations import articles, claims
from factcheck.text.isolation import FIRST_STRONG, POP


def here(desk):
    return [each.text() for each in desk.panel.here.findChildren(QToolButton) if each.isVisible()]


def test_without_an_article_it_says_what_to_do(empty_desk):
    assert not empty_desk.view.isVisible()
    assert "لا مقال مفتوح" in [each.text() for each in labels(empty_desk)]
    empty_desk.open()
    assert empty_desk.view.isVisible()
    empty_desk.workspace.open_article(None)
    assert not empty_desk.view.isVisible()


def labels(desk):
    from PySide6.QtWidgets import QLabel

    return [each for each in desk.panel.findChildren(QLabel) if each.isVisible()]


def test_the_heading_keeps_each_name_in_its_own_order(empty_desk):
    empty_desk.open(outlet="The Harbour", author="رنا", published="2025-07-26")
    title, line = (each.text() for each in labels(empty_desk)[:2])
    assert title == f"{FIRST_STRONG}عنوان{POP}"
    assert line == " · ".join(
        f"{FIRST_STRONG}{part}{POP}" for part in ("The Harbour", "رنا", "26 يوليو 2025")
    )


def test_the_heading_follows_an_edit(desk):
    article_id = desk.workspace.article.id
    desk.workspace.run(articles.edit_article, article_id=article_id, values={"title": "جديد"})
    assert desk.panel.heading.title.text() == f"{FIRST_STRONG}جديد{POP}"


def test_a_claim_selected_elsewhere_comes_into_view_without_an_echo(empty_desk, heard):
    desk = empty_desk
    desk.open("\n".join(f"الفقرة {number} من النص" for number in range(300)))
    claim = desk.claim("الفقرة 250")
    desk.workspace.select_claim(claim.id)
    desk.settle()
    start, end = desk.view.visible_span()
    assert start < claim.anchor.start < claim.anchor.end < end
    assert desk.view.caret == claim.anchor.start
    assert heard() == [claim.id]


def test_a_claim_in_view_does_not_move_the_page(empty_desk):
    desk = empty_desk
    desk.open("\n".join(f"الفقرة {number} من النص" for number in range(300)))
    near, far = desk.claim("الفقرة 251"), desk.claim("الفقرة 250")
    desk.workspace.select_claim(far.id)
    desk.settle()
    place = desk.view.verticalScrollBar().value()
    desk.workspace.select_claim(near.id)
    desk.settle()
    assert desk.view.verticalScrollBar().value() == place


def test_a_claim_deleted_elsewhere_is_marked_no_more(desk):
    claim = desk.claim("10 آلاف جندي")
    desk.workspace.select_claim(claim.id)
    desk.workspace.run(claims.delete_claims, claim_ids=[claim.id])
    desk.settle()
    assert desk.view.extraSelections() == []
    desk.workspace.undo()
    desk.settle()
    assert len(desk.view.extraSelections()) == 1


def test_the_claims_at_the_cursor_are_listed_where_there_are_several(desk):
    outer = desk.claim("أكثر من 10 آلاف جندي وصلوا")
    desk.claim("10 آلاف جندي", "false")
    at = desk.span("آلاف")[0]
    desk.view.set_selection(at, at)
    desk.settle()
    assert here(desk) == [
        f"2 × {FIRST_STRONG}10 آلاف جندي{POP}",
        f"1 {FIRST_STRONG}أكثر من 10 آلاف جندي وصلوا{POP}",
    ]
    desk.call("claims_here")
    desk.press(Qt.Key.Key_Down, widget=desk.panel.focusWidget())
    desk.press(Qt.Key.Key_Return, widget=desk.panel.focusWidget())
    assert desk.workspace.selected == outer.id
    desk.press(Qt.Key.Key_Escape, widget=desk.panel.focusWidget())
    assert desk.view.hasFocus()
    at = desk.span("people")[0]
    desk.view.set_selection(at, at)
    assert here(desk) == []


def test_the_strip_never_covers_the_cursor(empty_desk):
    desk = empty_desk
    desk.open("\n".join(f"الفقرة {number} من النص" for number in range(300)))
    last = desk.workspace.article.text[slice(*desk.view.visible_span())].split("\n")[-2]
    outer = desk.claim(last)
    desk.claim(last[3:])
    desk.workspace.select_claim(outer.id)
    desk.view.set_selection(outer.anchor.end - 1, outer.anchor.end - 1)
    desk.settle()
    assert here(desk)
    assert desk.view.cursorRect().bottom() <= desk.view.viewport().height()


def test_a_single_claim_at_the_cursor_is_selected_by_key(desk):
    claim = desk.claim("10 آلاف جندي")
    said = []
    desk.workspace.said.connect(said.append)
    desk.call("claims_here")
    assert said == ["لا ادعاء عند المؤشر."]
    at = desk.span("آلاف")[0]
    desk.view.set_selection(at, at)
    desk.call("claims_here")
    assert desk.workspace.selected == claim.id


def test_the_menu_makes_a_claim_of_the_words_and_offers_those_here(desk):
    desk.select("10 آلاف جندي")
    menu = desk.panel.menu()
    menu.actions()[0].trigger()
    claim = desk.workspace.selected_claim
    assert claim.anchor.exact == "10 آلاف جندي"
    desk.workspace.select_claim(None)
    offered = {each.text(): each for each in desk.panel.menu().actions()}
    offered[desk.view.shown.describe(claim)].trigger()
    assert desk.workspace.selected == claim.id


def test_a_right_click_puts_the_cursor_there(desk):
    wanted = []
    desk.view.menu_wanted.disconnect()
    desk.view.menu_wanted.connect(wanted.append)
    point = desk.point("people", 2)
    QApplication.sendEvent(
        desk.view.viewport(),
        QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, point, desk.view.viewport().mapToGlobal(point)
        ),
    )
    assert len(wanted) == 1
    start, end = desk.span("people")
    assert start <= desk.view.caret <= end


def test_every_command_of_the_panel_is_in_the_table(empty_desk):
    ids = {each.id for each in COMMANDS}
    assert set(empty_desk.panel.commands()) <= ids


@pytest.mark.parametrize("name", ["articleView"])
def test_outside_programs_find_the_text_by_name(desk, name):
    assert desk.panel.findChild(object, name) is desk.view
    assert desk.view.accessibleName() == "نص المقال"


def test_everything_that_takes_the_focus_has_a_name(desk):
    from PySide6.QtWidgets import QWidget

    desk.claim("أكثر من 10 آلاف جندي وصلوا")
    desk.claim("10 آلاف جندي")
    desk.call("find")
    at = desk.span("آلاف")[0]
    desk.view.set_selection(at, at)
    for widget in desk.panel.findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible():
            proxy = widget.focusProxy() or widget
            assert proxy.accessibleName() or proxy.parent() is desk.view, widget


def test_a_screen_reader_hears_which_claim_was_selected(desk, monkeypatch):
    heard = []
    monkeypatch.setattr(desk.view, "announce", heard.append)
    claim = desk.claim("10 آلاف جندي", "false", kind="quantity")
    desk.workspace.select_claim(claim.id)
    words = heard[0].replace(FIRST_STRONG, "").replace(POP, "")
    assert words == "الادعاء 1: 10 آلاف جندي. كمية، زائف، بانتظار التحقق"
    assert len(heard) == 1
