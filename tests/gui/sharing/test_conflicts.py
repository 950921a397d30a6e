"""What two copies decided differently: seen everywhere, decided by key."""

import shutil

import pytest
from PySide6.QtCore import Qt

from factcheck.operations import claims
from factcheck.operations.merging import merge_copy
from tests.gui.conftest import settle
from tests.gui.keyboard import press
from tests.gui.sharing.conftest import Colleague, dialog, press_on


@pytest.fixture
def split(qtbot, linked, tmp_path):
    """Two copies of the record edited apart, the other one not merged yet."""
    workspace = linked.workspace
    path = tmp_path / "نسخة.factcheck"
    shutil.copyfile(workspace.store.path, path)
    other = Colleague(path)
    first, second = workspace.claims[0], workspace.claims[1]
    other.edit(first.id, rationale="تعليل نورة", claimant="قالته نورة")
    other.edit(second.id, note="عدّلته")
    workspace.run(
        claims.edit_claims,
        claim_ids=[first.id],
        values={"rationale": "تعليل هدى", "claimant": "قالته هدى"},
    )
    workspace.run(claims.delete_claims, claim_ids=[second.id])
    other.close()
    linked.other, linked.first, linked.second = path, first.id, second.id
    return linked


@pytest.fixture
def merged(qtbot, split):
    """The other copy merged: two fields and a deletion are to be decided."""
    merge_copy(split.workspace.store, split.other, backup_dir=split.link.paths.backup_dir)
    split.workspace.catch_up()
    split.link.undecided.look()
    qtbot.waitUntil(lambda: len(split.link.undecided.found.conflicts) == 3)
    settle()
    return split


@pytest.fixture
def window(qtbot, merged):
    press("Ctrl+Shift+D")
    qtbot.waitUntil(lambda: dialog("conflictWindow") is not None)
    shown = dialog("conflictWindow")
    shown.show_claim(merged.first)
    yield shown
    shown.close()


def badge(desk):
    from PySide6.QtWidgets import QToolButton

    return desk.window.findChild(QToolButton, "decideBadge")


def test_nothing_is_shown_while_nothing_is_to_decide(linked):
    assert not badge(linked).isVisible()


def test_the_badge_counts_and_the_panel_flags_the_fields(merged):
    assert badge(merged).isVisible()
    assert "3" in badge(merged).text()
    merged.workspace.select_claim(merged.first)
    settle()
    panel = merged.window.findChild(type(merged.window.frame.panes()[2]), "claimPanel")
    assert "⚑" in panel.assessment.rationale.parentWidget().caption.text()
    assert "⚑" in panel.saying.claimant.parentWidget().caption.text()
    assert "⚑" not in panel.notes.parentWidget().caption.text()
    assert panel.header.company.conflicts.isVisible()


def test_the_list_names_fields_and_values_with_who_and_when(window, merged):
    entries = [each.text(0) for each in window._entries()]
    assert len(entries) == 3
    assert any(each.startswith("⚑") for each in entries)
    spoken = [each.accessibleName() for each in window.group.buttons]
    texts = " ".join(spoken)
    assert "نورة" in texts
    assert "هدى" in texts
    assert window.group.chosen is None
    assert not window.decide_button.isEnabled()


def test_deciding_by_key_goes_on_to_the_next_one(qtbot, window, merged):
    workspace = merged.workspace
    field = window._conflict.field
    wanted = next(each for each in window._conflict.values if each.actor == "نورة")
    at = window._conflict.values.index(wanted)
    window.list.setFocus()
    button = window.group.buttons[at]
    button.setFocus()
    press_on(button, Qt.Key.Key_Space)
    press_on(window.decide_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(merged.link.undecided.found.conflicts) == 2)
    assert getattr(workspace.claim(merged.first), field) == wanted.value
    qtbot.waitUntil(lambda: window._conflict is not None and window._conflict.field != field)
    assert "تعارضان" in badge(merged).text()


def test_another_text_can_be_typed(qtbot, window, merged):
    item = next(
        each
        for each in window._entries()
        if each.data(0, Qt.ItemDataRole.UserRole).field == "rationale"
    )
    window.list.setCurrentItem(item)
    window.group.buttons[-1].click()
    window.group.other.setPlainText("تعليل يجمع الاثنين")
    window.decide_button.click()
    qtbot.waitUntil(lambda: len(merged.link.undecided.found.conflicts) == 2)
    assert merged.workspace.claim(merged.first).rationale == "تعليل يجمع الاثنين"


@pytest.mark.parametrize("keep", [True, False])
def test_deleted_here_and_edited_there_is_kept_or_deleted(qtbot, window, merged, keep):
    window.show_claim(merged.second)
    assert window._conflict.field == "deleted_at"
    assert len(window.group.buttons) == 2
    at = next(at for at, each in enumerate(window._conflict.values) if bool(each.value) != keep)
    window.group.buttons[at].click()
    window.decide_button.click()
    qtbot.waitUntil(lambda: len(merged.link.undecided.found.conflicts) == 2)
    assert (merged.workspace.claim(merged.second) is not None) == keep


def test_the_window_leads_to_the_claim(window, merged):
    merged.workspace.select_claim(None)
    window.show_claim(merged.first)
    window._go_there()
    settle()
    assert merged.workspace.selected == merged.first


def test_the_last_decision_leaves_an_empty_list(qtbot, window, merged):
    for left in (2, 1, 0):
        window.group.buttons[0].click()
        window.decide_button.click()
        qtbot.waitUntil(lambda left=left: len(merged.link.undecided.found.conflicts) == left)
    settle()
    assert window.group is None
    assert not window.decide_button.isEnabled()
    assert not badge(merged).isVisible()
