"""Two edits of one field: nothing typed is lost, whatever is chosen."""

import json

import pytest
from PySide6.QtCore import Qt

from factcheck.operations import claims
from tests.gui.conftest import settle
from tests.gui.keyboard import press, type_text
from tests.gui.sharing.conftest import dialog, press_on

MINE, THEIRS = "ما كتبته أنا", "ما كتبته نورة"


@pytest.fixture
def clash(qtbot, linked, colleague):
    """The dialog about a rationale that both wrote."""
    workspace = linked.workspace
    claim = workspace.claims[0]
    workspace.run(claims.edit_claims, claim_ids=[claim.id], values={"rationale": "أصل"})
    workspace.select_claim(claim.id)
    settle()
    press("Alt+R")
    press("Ctrl+A")
    type_text(MINE)
    colleague.edit(claim.id, rationale=THEIRS)
    press("Tab")
    qtbot.waitUntil(lambda: dialog("clashDialog") is not None)
    shown = dialog("clashDialog")
    shown.desk, shown.claim_id = linked, claim.id
    return shown


def rationale(clash):
    return clash.desk.workspace.claim(clash.claim_id).rationale


def test_base_mine_and_theirs_stand_beside_each_other_and_none_is_chosen(clash):
    from PySide6.QtWidgets import QLabel

    texts = " ".join(each.text() for each in clash.findChildren(QLabel))
    assert all(each in texts for each in ("أصل", MINE, THEIRS))
    [(_, group)] = clash.groups
    assert "نورة" in group.buttons[1].text()
    assert group.chosen is None
    assert not clash.save_button.isEnabled()
    assert rationale(clash) == THEIRS


def test_mine_is_stored_by_key(clash):
    desk = clash.desk
    [(_, group)] = clash.groups
    group.buttons[0].setFocus()
    press_on(group.buttons[0], Qt.Key.Key_Space)
    clash.save_button.setFocus()
    press_on(clash.save_button, Qt.Key.Key_Space)
    settle()
    assert dialog("clashDialog") is None
    assert desk.workspace.selected_claim.rationale == MINE


def test_what_was_chosen_is_stored_and_the_draft_is_gone(clash):
    desk = clash.desk
    [(_, group)] = clash.groups
    group.buttons[0].click()
    clash.save_button.click()
    settle()
    assert desk.workspace.claim(desk.workspace.selected).rationale == MINE
    assert desk.link.known_drafts().all == ()
    assert list(desk.link.paths.drafts_dir.iterdir()) == []


def test_theirs_can_stay(clash):
    desk = clash.desk
    clash.groups[0][1].buttons[1].click()
    clash.save_button.click()
    settle()
    assert desk.workspace.selected_claim.rationale == THEIRS
    assert desk.link.known_drafts().all == ()


def test_another_text_can_be_typed_beginning_with_mine(clash):
    desk = clash.desk
    [(_, group)] = clash.groups
    group.buttons[2].click()
    assert group.other.toPlainText() == MINE
    group.other.setPlainText("كلاهما")
    clash.save_button.click()
    settle()
    assert desk.workspace.selected_claim.rationale == "كلاهما"


def test_cancelling_keeps_a_draft_that_a_crash_survives_and_offers_it_again(
    qtbot, clash, open_desk
):
    desk, claim_id = clash.desk, clash.claim_id
    clash.reject()
    settle()
    [path] = desk.link.paths.drafts_dir.iterdir()
    assert json.loads(path.read_text("utf-8"))["mine"] == MINE
    assert desk.workspace.company.drafts[claim_id] == ("rationale",)
    # No closing of the first desk: as after a crash.
    again = open_desk(reviewer="هدى")
    again.link.start()
    settle()
    messages = again.window.frame.message_bar
    assert "نص" in messages.text
    messages._act()
    qtbot.waitUntil(lambda: dialog("clashDialog") is not None)
    assert dialog("clashDialog").groups[0][0].mine == MINE
    dialog("clashDialog").reject()


def test_somebody_faster_once_more_is_asked_about_again(qtbot, clash, colleague):
    desk = clash.desk
    colleague.edit(clash.claim_id, rationale="ثالث")
    clash.groups[0][1].buttons[0].click()
    clash.save_button.click()
    settle()
    qtbot.waitUntil(lambda: dialog("clashDialog") is not None)
    shown = dialog("clashDialog")
    assert shown.groups[0][0].theirs == "ثالث"
    assert shown.groups[0][0].mine == MINE
    assert desk.workspace.selected_claim.rationale == "ثالث"
    shown.groups[0][1].buttons[0].click()
    shown.save_button.click()
    settle()
    assert desk.workspace.selected_claim.rationale == MINE


def test_edits_of_different_lines_are_put_together_for_the_person(qtbot, linked, colleague):
    workspace = linked.workspace
    claim = workspace.claims[0]
    lines = "أول\nثان\nثالث\nرابع"
    workspace.run(claims.edit_claims, claim_ids=[claim.id], values={"note": lines})
    workspace.select_claim(claim.id)
    settle()
    press("Alt+N")
    press("Ctrl+Home")
    type_text("جديد ")
    colleague.edit(claim.id, note=lines + " لها")
    press("Tab")
    qtbot.waitUntil(lambda: dialog("clashDialog") is not None)
    shown = dialog("clashDialog")
    assert shown.groups[0][1].other.toPlainText() == "جديد أول\nثان\nثالث\nرابع لها"
    shown.reject()


def test_a_verdict_that_was_given_meanwhile_is_asked_about_in_words(qtbot, linked, colleague):
    from factcheck.gui import marking
    from factcheck.operations import verdicts

    workspace = linked.workspace
    claim = workspace.claims[0]
    workspace.select_claim(claim.id)
    first, second = [each for each in workspace.scale.ratings if each.id != claim.rating_id][:2]
    colleague.run(verdicts.set_verdict, claim_ids=[claim.id], rating_id=first.id)
    marking.rate(workspace, second.id)
    qtbot.waitUntil(lambda: dialog("clashDialog") is not None)
    shown = dialog("clashDialog")
    spoken = [each.accessibleName() for each in shown.groups[0][1].buttons]
    assert second.name_ar in spoken[0]
    assert first.name_ar in spoken[1]
    assert len(spoken) == 2
    shown.reject()


def test_edits_of_different_fields_merge_by_themselves_and_say_so(qtbot, linked, colleague):
    workspace = linked.workspace
    claim = workspace.claims[0]
    workspace.select_claim(claim.id)
    settle()
    press("Alt+R")
    press("Ctrl+A")
    type_text(MINE)
    colleague.edit(claim.id, claimant="قالته نورة")
    qtbot.waitUntil(lambda: "نورة" in linked.window.frame.message_bar.text, timeout=3000)
    press("Tab")
    settle()
    found = workspace.claim(claim.id)
    assert (found.rationale, found.claimant) == (MINE, "قالته نورة")
    assert dialog("clashDialog") is None
    assert "صاحب الادعاء" in linked.window.frame.message_bar.text


def test_text_for_a_claim_that_was_deleted_meanwhile_becomes_a_draft(qtbot, linked, colleague):
    workspace = linked.workspace
    claim = workspace.claims[0]
    workspace.select_claim(claim.id)
    settle()
    press("Alt+N")
    type_text(MINE)
    colleague.run(claims.delete_claims, claim_ids=[claim.id])
    workspace.catch_up()
    workspace.flush_edits()
    settle()
    [draft] = linked.link.known_drafts().all
    assert draft.clash.field == "note"
    assert MINE in draft.clash.mine
    assert "مسودة" in linked.window.frame.message_bar.text
    workspace.flush_edits()
    assert len(linked.link.known_drafts().all) == 1


def test_drafts_of_other_records_are_left_alone(linked, tmp_path):
    from factcheck.domain.conflict import Clash
    from factcheck.domain.ids import new_id
    from factcheck.gui.sharing.drafts import Drafts

    folder = linked.link.paths.drafts_dir
    clash = Clash("claim", new_id(), "note", "أ", "ب", "ج", "نورة", None)
    Drafts(folder, "آخر").keep([clash], None)
    (folder / "تالف.json").write_text("{", "utf-8")
    assert Drafts(folder, "هذا").all == ()
    assert [each.clash for each in Drafts(folder, "آخر").all] == [clash]


def test_two_texts_for_one_field_are_both_kept(linked):
    from dataclasses import replace

    from factcheck.domain.conflict import Clash
    from factcheck.domain.ids import new_id

    drafts = linked.link.known_drafts()
    clash = Clash("claim", new_id(), "note", "أ", "أول", "ج", "نورة", None)
    drafts.keep([clash], None)
    drafts.keep([replace(clash, mine="ثان")], None)
    [kept] = drafts.all
    assert kept.clash.mine == "أول\nثان"
    drafts.drop(clash)
    assert drafts.all == (kept,)
    drafts.drop(kept.clash)
    assert drafts.all == ()
