"""Merging, backing up, restoring, checking and copying from the menu."""

import shutil
import sqlite3

import pytest
from PySide6.QtCore import Qt

from factcheck.operations import claims
from factcheck.storage.backup import backups
from tests.gui.conftest import settle
from tests.gui.sharing.conftest import Colleague, dialog, press_on


@pytest.fixture
def keeping(linked):
    from factcheck.gui.sharing.feature import Sharing

    [feature] = linked.window.findChildren(Sharing)
    return feature._safekeeping


def note(desk, text, at=0):
    workspace = desk.workspace
    claim_ids = [workspace.claims[at].id]
    workspace.run(claims.edit_claims, claim_ids=claim_ids, values={"note": text})


def idle(qtbot, desk):
    qtbot.waitUntil(lambda: desk.link.backstage.is_idle, timeout=10_000)
    settle()


def kept(desk):
    return backups(desk.link.paths.backup_dir, desk.workspace.store.origin())


def copy_of(desk, tmp_path):
    path = tmp_path / "نسخة.factcheck"
    shutil.copyfile(desk.workspace.store.path, path)
    return path


def test_merging_says_what_came_and_can_be_taken_back(qtbot, linked, keeping, tmp_path):
    workspace, messages = linked.workspace, linked.window.frame.message_bar
    path = copy_of(linked, tmp_path)
    other = Colleague(path)
    other.edit(workspace.claims[0].id, note="من النسخة")
    other.close()
    before = workspace.claims[0].note
    keeping.merge(path)
    idle(qtbot, linked)
    assert workspace.claims[0].note == "من النسخة"
    assert "تعديل" in messages.text
    assert [each.reason for each in kept(linked)] == ["before-merge"]
    messages._act()
    idle(qtbot, linked)
    assert workspace.article is not None
    assert workspace.claims[0].note == before
    assert {each.reason for each in kept(linked)} == {"before-merge", "before-restore"}


def test_a_merge_with_conflicts_leads_to_them(qtbot, linked, keeping, tmp_path):
    workspace, messages = linked.workspace, linked.window.frame.message_bar
    path = copy_of(linked, tmp_path)
    other = Colleague(path)
    other.edit(workspace.claims[0].id, note="هناك")
    other.close()
    note(linked, "هنا")
    keeping.merge(path)
    idle(qtbot, linked)
    assert "تعارض" in messages.text
    messages._act()
    qtbot.waitUntil(lambda: dialog("conflictWindow") is not None)
    dialog("conflictWindow").close()


def test_a_file_that_is_no_record_is_refused_in_a_sentence(qtbot, linked, keeping, tmp_path):
    path = tmp_path / "صورة.factcheck"
    path.write_bytes(b"not a record at all")
    keeping.merge(path)
    idle(qtbot, linked)
    assert linked.window.frame.message_bar.is_refusal
    assert kept(linked) == []


def test_back_up_and_restore_by_key(qtbot, linked):
    workspace, table = linked.workspace, linked.window.frame.actions_table
    note(linked, "قبل")
    table["back_up"].trigger()
    idle(qtbot, linked)
    assert [each.reason for each in kept(linked)] == ["by-hand"]
    note(linked, "بعد")
    claim = workspace.claims[0]
    workspace.select_claim(claim.id)
    table["restore_backup"].trigger()
    shown = dialog("restoreDialog")
    assert shown.list.topLevelItemCount() == 1
    assert "يد" in shown.list.topLevelItem(0).text(1)
    press_on(shown.list, Qt.Key.Key_Return)
    idle(qtbot, linked)
    assert workspace.claim(claim.id).note == "قبل"
    assert workspace.selected == claim.id
    linked.window.frame.message_bar._act()
    idle(qtbot, linked)
    assert workspace.claim(claim.id).note == "بعد"


def test_another_window_sees_what_was_restored(qtbot, linked, colleague, keeping):
    from factcheck.storage import queries

    workspace = linked.workspace
    colleague.store.poll()
    note(linked, "قبل")
    keeping.back_up()
    idle(qtbot, linked)
    note(linked, "بعد")
    assert colleague.store.poll()
    keeping.restore(kept(linked)[0].path)
    idle(qtbot, linked)
    changes = colleague.store.poll()
    assert workspace.claims[0].id in changes.claims
    with colleague.store.read() as session:
        assert queries.claim(session, workspace.claims[0].id).note == "قبل"


def test_checking_says_that_all_is_sound(qtbot, linked):
    linked.window.frame.actions_table["check_file"].trigger()
    idle(qtbot, linked)
    assert linked.window.frame.message_bar.text
    assert not linked.window.frame.message_bar.is_refusal


def test_a_damaged_file_is_reported_with_the_way_to_the_backups(qtbot, linked, keeping):
    path = linked.workspace.store.path
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE claim SET note = 'خارج السجل'")
        raw.execute("UPDATE claim SET exact = 'غير كلماته'")
    raw.close()
    linked.link.housekeeping.look()
    idle(qtbot, linked)
    messages = linked.window.frame.message_bar
    assert messages.is_refusal
    messages._act()
    qtbot.waitUntil(lambda: dialog("restoreDialog") is not None)
    dialog("restoreDialog").close()


def test_the_backup_of_the_day_is_made_once_and_the_check_too(qtbot, linked):
    for _ in range(4):
        linked.link.housekeeping.look()
        idle(qtbot, linked)
    assert sorted(each.reason for each in kept(linked)) == ["daily", "weekly"]
    assert len(list(linked.link.paths.backup_dir.glob("*.checked"))) == 1


def test_copying_never_writes_over_anything(qtbot, linked, keeping, tmp_path):
    target = tmp_path / "نسخة.factcheck"
    keeping.copy_to_file(target)
    idle(qtbot, linked)
    assert Colleague(target).claim(linked.workspace.claims[0].id)
    size = target.stat().st_size
    keeping.copy_to_file(target)
    idle(qtbot, linked)
    assert linked.window.frame.message_bar.is_refusal
    assert target.stat().st_size == size
