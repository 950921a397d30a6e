"""Closing while something cannot be saved: asked about, or kept on disk, never dropped."""

import json
import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListView, QTextEdit

from factcheck.domain.errors import N_, DatabaseError
from factcheck.gui import marking, writing
from factcheck.operations import claims
from factcheck.storage import queries
from tests.gui.conftest import settle
from tests.gui.keyboard import press, type_text
from tests.gui.sharing.conftest import Colleague, dialog, press_on
from tests.gui.sharing.test_locked import held

pytestmark = pytest.mark.usefixtures("short_patience")

URL = "https://example.org/report"


@pytest.fixture
def short_patience(monkeypatch):
    """Closing waits for a moment only."""
    monkeypatch.setattr(writing, "_LAST", 0.3)


@pytest.fixture
def at_work(linked):
    linked.workspace.select_claim(linked.workspace.claims[0].id)
    settle()
    return linked


def locked(desk):
    return held(desk.workspace.store.path, 60)


def field(desk, name):
    return desk.window.findChild(QTextEdit, name)


def begin_evidence(desk, **texts):
    """Type new evidence into the form, without leaving it."""
    desk.window.frame.actions_table["add_evidence"].trigger()
    for name, text in texts.items():
        line = desk.window.findChild(QLineEdit, f"evidence_{name}")
        line.setFocus()
        type_text(text)


def evidence_of(desk, claim_id):
    return desk.workspace.read(queries.evidence, claim_id)


def ended(child):
    child.kill()
    child.wait()


def test_a_verdict_that_waits_is_named_and_enter_keeps_the_window(at_work):
    workspace = at_work.workspace
    claim = workspace.selected_claim
    wanted = next(each for each in workspace.scale.ratings if each.id != claim.rating_id)
    with locked(at_work) as child:
        marking.rate(workspace, wanted.id)
        at_work.window.close()
        shown = dialog("leaving")
        assert "• إصدار حكم" in shown.label.text()
        press_on(shown, Qt.Key.Key_Return)
        settle()
        assert dialog("leaving") is None
        assert at_work.window.isVisible()
        ended(child)
    assert workspace.store is not None


def test_the_window_goes_by_itself_once_all_is_saved(qtbot, at_work):
    workspace = at_work.workspace
    path, claim = workspace.store.path, workspace.selected_claim
    wanted = next(each for each in workspace.scale.ratings if each.id != claim.rating_id)
    with locked(at_work) as child:
        marking.rate(workspace, wanted.id)
        press("Alt+N")
        type_text("قبل الإغلاق")
        at_work.window.close()
        assert at_work.window.isVisible()
        ended(child)
        qtbot.waitUntil(lambda: not at_work.window.isVisible(), timeout=5000)
    reader = Colleague(path)
    found = reader.claim(claim.id)
    reader.close()
    assert found.rating_id == wanted.id
    assert "قبل الإغلاق" in found.note


def test_whoever_agrees_leaves_without_the_verdict_but_not_without_the_text(at_work, open_desk):
    workspace = at_work.workspace
    path, claim = workspace.store.path, workspace.selected_claim
    wanted = next(each for each in workspace.scale.ratings if each.id != claim.rating_id)
    with locked(at_work) as child:
        marking.rate(workspace, wanted.id)
        press("Alt+N")
        type_text("لا يضيع")
        at_work.window.close()
        dialog("leaving").acting.click()
        settle()
        assert not at_work.window.isVisible()
        ended(child)
    reader = Colleague(path)
    assert reader.claim(claim.id).rating_id == claim.rating_id
    reader.close()
    again = open_desk(reviewer="هدى")
    again.link.start()
    [draft] = again.link.known_drafts().all
    assert "لا يضيع" in draft.clash.mine


def test_another_record_is_not_opened_while_something_waits(qtbot, at_work, tmp_path):
    workspace, other = at_work.workspace, tmp_path / "جديد.factcheck"
    with locked(at_work) as child:
        marking.edit(workspace, priority="high")
        at_work.switch(other)
        assert dialog("leaving") is not None
        assert workspace.store.path != other
        ended(child)
        qtbot.waitUntil(lambda: workspace.store.path == other, timeout=5000)


def test_new_evidence_that_cannot_be_saved_is_saved_at_the_next_start(at_work, open_desk):
    claim_id = at_work.workspace.selected
    before = len(evidence_of(at_work, claim_id))
    with locked(at_work) as child:
        begin_evidence(at_work, url=URL, title="تقرير", publisher="الوزارة")
        at_work.window.close()
        assert not at_work.window.isVisible()
        ended(child)
    again = open_desk(reviewer="هدى")
    assert len(evidence_of(again, claim_id)) == before
    again.link.start()
    settle()
    found = evidence_of(again, claim_id)[-1]
    assert (found.url, found.title, found.publisher) == (URL, "تقرير", "الوزارة")
    assert "دليل" in again.window.frame.message_bar.text
    assert list(again.link.paths.drafts_dir.iterdir()) == []


def test_new_evidence_of_two_claims_waits_for_the_file(qtbot, at_work):
    workspace = at_work.workspace
    first, second = (each.id for each in workspace.claims[:2])
    counts = [len(evidence_of(at_work, each)) for each in (first, second)]
    with locked(at_work) as child:
        begin_evidence(at_work, title="للأول", author="أ")
        workspace.select_claim(second)
        begin_evidence(at_work, title="للثاني")
        ended(child)
        qtbot.waitUntil(lambda: not workspace.writer.is_waiting, timeout=5000)
    assert [len(evidence_of(at_work, each)) for each in (first, second)] == [
        each + 1 for each in counts
    ]
    kept = evidence_of(at_work, first)[-1]
    assert (kept.title, kept.author) == ("للأول", "أ")


def test_evidence_that_says_too_little_is_gone_on_with_at_the_next_start(at_work, open_desk):
    claim_id = at_work.workspace.selected
    begin_evidence(at_work, publisher="هيئة الإحصاء", locator="ص 3")
    at_work.workspace.select_claim(at_work.workspace.claims[1].id)
    at_work.window.close()
    again = open_desk(reviewer="هدى")
    again.workspace.open_article(None)
    again.link.start()
    settle()
    messages = again.window.frame.message_bar
    assert "هيئة الإحصاء" in messages.text
    messages._act()
    settle()
    assert again.workspace.selected == claim_id
    before = len(evidence_of(again, claim_id))
    again.window.findChild(QLineEdit, "evidence_title").setFocus()
    type_text("عنوان")
    press("Tab")
    found = evidence_of(again, claim_id)
    assert len(found) == before + 1
    assert (found[-1].publisher, found[-1].locator) == ("هيئة الإحصاء", "ص 3")


def test_evidence_whose_claim_was_deleted_is_kept_and_shown(qtbot, at_work, colleague, open_desk):
    workspace = at_work.workspace
    claim_id = workspace.selected
    begin_evidence(at_work, title="لادعاء محذوف")
    colleague.run(claims.delete_claims, claim_ids=[claim_id])
    workspace.flush_edits()
    settle()
    assert "مسودة" in at_work.window.frame.message_bar.text
    at_work.window.close()
    again = open_desk(reviewer="هدى")
    again.link.start()
    settle()
    assert "لادعاء محذوف" in again.window.frame.message_bar.text


def test_an_edit_of_evidence_that_cannot_be_saved_is_a_draft(at_work, open_desk):
    workspace = at_work.workspace
    claim = next(each for each in workspace.claims if each.evidence_count)
    workspace.select_claim(claim.id)
    settle()
    rows = at_work.window.findChild(QListView, "evidenceList")
    rows.setFocus()
    press("Home")
    field(at_work, "evidence_quote").setFocus()
    press("Ctrl+End")
    type_text(" اقتباس أضيف")
    with locked(at_work) as child:
        at_work.window.close()
        ended(child)
    again = open_desk(reviewer="هدى")
    again.link.start()
    [draft] = again.link.known_drafts().all
    assert (draft.clash.table, draft.clash.field) == ("evidence", "quote")
    assert "اقتباس أضيف" in draft.clash.mine
    assert draft.claim_id == claim.id


def test_text_that_the_file_refuses_is_a_draft_when_the_window_closes(at_work, paths, monkeypatch):
    def refuse(_action):
        raise DatabaseError(N_("The disk is full."))

    press("Alt+N")
    type_text("والقرص ممتلئ")
    monkeypatch.setattr(at_work.workspace.store, "write", refuse)
    at_work.window.close()
    assert not at_work.window.isVisible()
    [path] = paths.drafts_dir.iterdir()
    assert "والقرص ممتلئ" in json.loads(path.read_text("utf-8"))["mine"]


def test_where_no_draft_can_be_written_either_the_window_asks(at_work, monkeypatch):
    def refuse(_action):
        raise DatabaseError(N_("The disk is full."))

    drafts = at_work.link.paths.drafts_dir
    shutil.rmtree(drafts)
    drafts.write_text("no folder", "utf-8")
    press("Alt+N")
    type_text("لا مكان له")
    monkeypatch.setattr(at_work.workspace.store, "write", refuse)
    at_work.window.close()
    shown = dialog("leaving")
    assert at_work.window.isVisible()
    assert "القرص" in shown.label.text()
    shown.refusing.click()
    assert at_work.window.isVisible()
    drafts.unlink()
    at_work.window.close()
    assert "لا مكان له" in json.loads(next(drafts.iterdir()).read_text("utf-8"))["mine"]
    assert not at_work.window.isVisible()


def test_a_date_that_cannot_be_read_is_asked_about(at_work):
    workspace = at_work.workspace
    at_work.window.findChild(QLineEdit, "saidOnEdit").setFocus()
    press("Ctrl+A")
    type_text("قبل العيد بأسبوع")
    workspace.select_claim(workspace.claims[1].id)
    at_work.window.close()
    shown = dialog("leaving")
    assert "• قبل العيد بأسبوع" in shown.label.text()
    assert at_work.window.isVisible()
    shown.acting.click()
    settle()
    assert not at_work.window.isVisible()
