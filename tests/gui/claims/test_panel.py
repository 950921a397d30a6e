"""The claim list as somebody works through it, by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView

from factcheck.domain.claim import ClaimKind, Priority, WorkState
from factcheck.gui import theme
from factcheck.gui.claims.filters import ClaimOrder
from factcheck.operations import claims
from tests.gui.keyboard import press, type_text
from tests.gui.workbench import emitted, suggest

pytestmark = pytest.mark.qt_log_ignore("keyToAscii Unhandled key code", extend=True)


def shown(panel):
    return [row.claim.id for row in panel.table.model().rows]


def count(panel):
    return panel.filter_bar.count.text().translate(dict.fromkeys((0x2068, 0x2069)))


def chosen(workspace, field):
    return [getattr(workspace.claim(each), field) for each in workspace.chosen]


def test_outside_programs_find_the_widgets(panel):
    assert panel.findChild(QTableView, "claimList").accessibleName()
    assert panel.findChild(QLineEdit, "claimFilter").accessibleName()


def test_typing_filters_and_escape_shows_all(workspace, panel):
    press("Ctrl+Shift+F")
    type_text("مديره")
    assert shown(panel) == []
    press("Escape")
    type_text("يونيو")
    assert shown(panel) == [workspace.ids[1]]
    assert count(panel) == "1 من 4"
    press("Escape")
    assert shown(panel) == workspace.ids
    assert count(panel) == "4 ادعاءات"


def test_the_filter_leads_back_to_the_list(workspace, panel):
    press("Ctrl+Shift+F")
    type_text("2024")
    press("Down")
    assert panel.table.hasFocus()
    assert workspace.selected == workspace.ids[1]


def test_the_filter_is_reached_with_the_arabic_layout(panel):
    press("Ctrl+Shift+ب")
    assert panel.filter_bar.line.hasFocus()


def test_the_selected_claim_survives_a_filter_that_hides_it(workspace, panel):
    workspace.select_claim(workspace.ids[0])
    panel.filter_bar.line.setText("WHO")
    assert workspace.selected == workspace.ids[0]
    assert panel.table.chosen_ids == ()
    panel.filter_bar.clear()
    assert panel.table.chosen_ids == (workspace.ids[0],)


def test_list_and_workspace_keep_step_without_echo(workspace, panel):
    heard = emitted(workspace.claim_selected)
    workspace.select_claim(workspace.ids[2])
    assert panel.table.chosen_ids == (workspace.ids[2],)
    press("Down")
    assert workspace.selected == workspace.ids[3]
    assert heard == [workspace.ids[2], workspace.ids[3]]


def test_next_and_previous_stop_at_the_ends(workspace, panel):
    assert workspace.selected == workspace.ids[0]
    press("J")
    assert workspace.selected == workspace.ids[1]
    for _ in range(9):
        press("Ctrl+PgDown")
    assert workspace.selected == workspace.ids[3]
    press("ن")
    assert workspace.selected == workspace.ids[2]
    for _ in range(9):
        press("K")
    assert workspace.selected == workspace.ids[0]


def test_next_unfinished_goes_around_and_says_when_there_is_none(workspace, panel):
    first, second, third, fourth = workspace.ids
    workspace.run(claims.edit_claims, claim_ids=[second, third], values={"state": "checked"})
    workspace.select_claim(first)
    press("Ctrl+Return")
    assert workspace.selected == fourth
    press("Ctrl+Return")
    assert workspace.selected == first
    said = emitted(workspace.said)
    workspace.run(claims.edit_claims, claim_ids=workspace.ids, values={"state": "checked"})
    press("Ctrl+Return")
    assert len(said) == 1


@pytest.mark.parametrize(
    ("keys", "kind"),
    [("1", ClaimKind.QUANTITY), ("5", ClaimKind.EVENT), ("٥", ClaimKind.EVENT), ("0", "other")],
)
def test_digits_set_the_kind_on_both_layouts(workspace, panel, keys, kind):
    workspace.select_claim(workspace.ids[1])
    press(keys)
    assert workspace.selected_claim.kind == kind


def test_alt_and_a_digit_give_the_verdict(workspace, panel):
    ratings = workspace.scale.ratings
    workspace.select_claim(workspace.ids[1])
    press("Alt+6")
    assert workspace.selected_claim.rating_id == ratings[5].id
    press("Alt+٢")
    assert workspace.selected_claim.rating_id == ratings[1].id
    press("Alt+0")
    assert workspace.selected_claim.rating_id is None


def test_several_rows_are_marked_in_one_operation_each(workspace, panel):
    press("Shift+Down")
    press("Shift+Down")
    assert workspace.chosen == tuple(workspace.ids[:3])
    operations = emitted(workspace.changed)
    press("Ctrl+3")
    press("Alt+1")
    press("5")
    assert len(operations) == 3
    assert chosen(workspace, "state") == [WorkState.CHECKED] * 3
    assert chosen(workspace, "kind") == [ClaimKind.EVENT] * 3
    assert set(chosen(workspace, "rating_id")) == {workspace.scale.ratings[0].id}
    assert workspace.claim(workspace.ids[3]).state is WorkState.OPEN
    for _ in range(3):
        workspace.undo()
    assert {claim.state for claim in workspace.claims} == {WorkState.OPEN}


def test_priority_is_raised_and_lowered_up_to_the_ends(workspace, panel):
    workspace.select_claim(workspace.ids[0])
    for _ in range(3):
        press("Ctrl+Shift+Up")
    assert workspace.selected_claim.priority is Priority.HIGH
    press("Ctrl+Shift+Down")
    assert workspace.selected_claim.priority is Priority.NORMAL


def test_all_shown_are_chosen_not_those_filtered_out(workspace, panel):
    panel.filter_bar.line.setText("2024")
    press("Ctrl+Shift+A")
    assert workspace.chosen == (workspace.ids[1],)
    panel.filter_bar.clear()
    press("Ctrl+Shift+A")
    assert workspace.chosen == tuple(workspace.ids)


def test_the_same_mark_again_records_nothing(workspace, panel):
    workspace.select_claim(workspace.ids[0])
    heard = emitted(workspace.changed)
    press("1")
    press("Alt+0")
    press("Ctrl+1")
    assert heard == []


def test_deleting_goes_on_to_the_next_claim_and_is_undone(workspace, panel):
    workspace.select_claim(workspace.ids[1])
    press("Del")
    assert workspace.selected == workspace.ids[2]
    workspace.select_claim(workspace.ids[3])
    press("Del")
    assert workspace.selected == workspace.ids[2]
    workspace.undo()
    workspace.undo()
    assert shown(panel) == workspace.ids


def test_enter_accepts_a_suggestion_and_delete_dismisses_one(workspace, panel):
    first = suggest(workspace, "في أسبوعين", ClaimKind.DATE)
    second = suggest(workspace)
    workspace.select_claim(second)
    press("Return")
    assert workspace.claim(second).state is WorkState.OPEN
    assert workspace.selected == first
    press("Del")
    assert workspace.claim(first).state is WorkState.DISMISSED
    assert first not in shown(panel)
    workspace.undo()
    assert workspace.claim(first).state is WorkState.SUGGESTED
    assert first in shown(panel)


def test_enter_on_a_claim_asks_for_what_it_holds(workspace, panel):
    opened = emitted(panel.opened)
    workspace.select_claim(workspace.ids[0])
    press("Return")
    assert len(opened) == 1


def test_boxes_filter_by_kind_verdict_state_and_checker(workspace, panel):
    bar = panel.filter_bar
    workspace.select_claim(workspace.ids[0])
    press("Alt+1")
    for box, value, left in (
        (bar.kind, ClaimKind.QUOTE, [workspace.ids[2]]),
        (bar.verdict, workspace.scale.ratings[0].id, [workspace.ids[0]]),
        (bar.state, WorkState.CHECKED, []),
    ):
        box.setCurrentIndex(box._values.index(value))
        assert shown(panel) == left
        bar.clear()
    bar.mine.setChecked(True)
    assert shown(panel) == workspace.ids
    workspace.update_settings(reviewer="ليلى")
    workspace.article_opened.emit(workspace.article)
    assert shown(panel) == []


def test_sorting_by_last_change(workspace, panel):
    workspace.select_claim(workspace.ids[3])
    press("Ctrl+3")
    box = panel.filter_bar.order
    box.setCurrentIndex(box._values.index(ClaimOrder.CHANGED))
    assert shown(panel)[0] == workspace.ids[3]


def test_empty_places_say_what_to_do(workspace, panel):
    panel.filter_bar.line.setText("غير موجود")
    assert not panel.table.isVisible()
    panel.filter_bar.clear()
    assert panel.table.isVisible()
    workspace.run(claims.delete_claims, claim_ids=workspace.ids)
    assert panel._reason_for_nothing() is panel._nothing_yet
    workspace.open_article(None)
    assert panel._reason_for_nothing() is panel._nothing_open


def test_a_retired_verdict_in_use_can_still_be_filtered_by(workspace, panel):
    from factcheck.operations import scales

    rating = workspace.scale.ratings[0]
    workspace.select_claim(workspace.ids[0])
    press("Alt+1")
    workspace.run(scales.retire_rating, rating_id=rating.id, is_retired=True)
    assert rating.id in panel.filter_bar.verdict._values
    press("Alt+0")
    workspace.open_article(workspace.article.id)
    assert rating.id not in panel.filter_bar.verdict._values


def test_arrow_keys_sideways_stay_in_the_row(workspace, panel):
    workspace.select_claim(workspace.ids[1])
    press("Left")
    press("Right")
    assert workspace.selected == workspace.ids[1]


def test_rows_have_one_height_that_follows_the_text_size(workspace, panel):
    heights = []
    for size in (100, 200):
        theme.apply(QApplication.instance(), "dark", size)
        workspace.update_settings(text_size=size)
        (height,) = {panel.table.rowHeight(row) for row in range(4)}
        heights.append(height)
    assert heights[1] > 1.5 * heights[0] > 80
    assert panel.table.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def test_all_suggestions_of_a_kind_are_accepted_in_one_operation(workspace, panel):
    quantities = [suggest(workspace), suggest(workspace, "7.4 بالمئة")]
    date = suggest(workspace, "في أسبوعين", ClaimKind.DATE)
    workspace.select_claim(quantities[0])
    press("Shift+A")
    assert [workspace.claim(each).state for each in quantities] == [WorkState.OPEN] * 2
    assert workspace.claim(date).state is WorkState.SUGGESTED
    workspace.undo()
    assert {workspace.claim(each).state for each in quantities} == {WorkState.SUGGESTED}
    said = emitted(workspace.said)
    workspace.select_claim(workspace.ids[0])
    press("Shift+A")
    assert len(said) == 1
