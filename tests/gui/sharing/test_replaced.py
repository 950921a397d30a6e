"""The file is replaced, moved or deleted under the window: no typed word is lost."""

import shutil
import sys
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication, QTextEdit

from factcheck.domain.article import ArticleDraft
from factcheck.gui import marking
from factcheck.operations import articles, rescuing
from factcheck.runtime.i18n import tr
from factcheck.storage.backup import backups
from factcheck.storage.store import Store
from tests.gui.conftest import settle
from tests.gui.keyboard import press, type_text
from tests.gui.sharing.conftest import Colleague, dialog

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="open files stay there")

MINE = "كتبته قبل أن يُستبدل الملف"


@pytest.fixture
def at_work(linked, tmp_path):
    """The desk with a claim selected, and a copy of the record as it is now."""
    linked.workspace.select_claim(linked.workspace.claims[1].id)
    settle()
    linked.copy = tmp_path / "نسخة.factcheck"
    shutil.copyfile(linked.workspace.store.path, linked.copy)
    linked.rescued = []
    linked.link.rescued.connect(lambda rescued, _name: linked.rescued.append(rescued))
    return linked


def wait(qtbot, desk):
    qtbot.waitUntil(lambda: bool(desk.rescued), timeout=15_000)
    qtbot.waitUntil(lambda: desk.link.backstage.is_idle, timeout=10_000)
    settle()


def note(desk, text):
    """Type a note without leaving the field."""
    press("Alt+N")
    type_text(text)


def stored(path, claim_id):
    reader = Colleague(path)
    found = reader.claim(claim_id)
    reader.close()
    return found


def test_it_is_noticed_while_one_only_reads(qtbot, at_work):
    workspace = at_work.workspace
    other = Colleague(at_work.copy)
    other.edit(workspace.claims[2].id, claimant="من نسخة نورة")
    other.close()
    selected = workspace.selected
    at_work.copy.replace(workspace.store.path)
    wait(qtbot, at_work)
    assert workspace.claims[2].claimant == "من نسخة نورة"
    assert workspace.selected == selected
    messages = at_work.window.frame.message_bar
    assert "استُبدل" in messages.text
    assert messages.text.count("\u2068") == 1
    assert not messages.is_refusal
    folder = at_work.link.paths.backup_dir
    reasons = [each.reason for each in backups(folder, workspace.store.origin())]
    assert sorted(reasons) == ["before-merge", "replaced"]


def test_half_typed_text_and_what_was_saved_since_go_into_an_older_copy(qtbot, at_work):
    workspace = at_work.workspace
    first, second = workspace.claims[0], workspace.claims[1]
    marking.edit(workspace, priority="high")
    saved = workspace.claim(second.id).priority
    note(at_work, MINE)
    field = QApplication.focusWidget()
    at_work.copy.replace(workspace.store.path)
    wait(qtbot, at_work)
    assert QApplication.focusWidget() is field
    assert MINE in field.toPlainText()
    type_text(" وبعده")
    press("Tab")
    qtbot.waitUntil(lambda: not workspace.writer.is_waiting, timeout=5000)
    found = stored(workspace.store.path, second.id)
    assert MINE + " وبعده" in found.note
    assert found.priority == saved == "high"
    assert workspace.claim(first.id) is not None


def test_what_is_done_before_it_is_noticed_waits_and_is_done(qtbot, at_work):
    workspace = at_work.workspace
    claim = workspace.selected_claim
    wanted = next(each for each in workspace.scale.ratings if each.id != claim.rating_id)
    at_work.copy.replace(workspace.store.path)
    marking.rate(workspace, wanted.id)
    note(at_work, MINE)
    workspace.flush_edits()
    wait(qtbot, at_work)
    qtbot.waitUntil(lambda: not workspace.writer.is_waiting, timeout=5000)
    found = stored(workspace.store.path, claim.id)
    assert (found.rating_id, MINE in found.note) == (wanted.id, True)
    assert "استُبدل" in at_work.window.frame.message_bar.text


def test_a_colleague_who_wrote_the_same_field_is_asked_about(qtbot, at_work):
    workspace = at_work.workspace
    other = Colleague(at_work.copy)
    other.edit(workspace.selected, note="ما كتبته نورة")
    other.close()
    note(at_work, MINE)
    at_work.copy.replace(workspace.store.path)
    wait(qtbot, at_work)
    press("Tab")
    qtbot.waitUntil(lambda: dialog("clashDialog") is not None, timeout=5000)
    shown = dialog("clashDialog")
    assert shown.groups[0][0].theirs == "ما كتبته نورة"
    assert MINE in shown.groups[0][0].mine
    shown.reject()


def test_edits_apart_are_to_be_decided(qtbot, at_work):
    workspace = at_work.workspace
    other = Colleague(at_work.copy)
    other.edit(workspace.selected, note="ما كتبته نورة")
    other.close()
    note(at_work, MINE)
    press("Tab")
    assert MINE in workspace.selected_claim.note
    at_work.copy.replace(workspace.store.path)
    wait(qtbot, at_work)
    messages = at_work.window.frame.message_bar
    assert messages._button.text() == tr("Decide")
    messages._act()
    qtbot.waitUntil(lambda: dialog("conflictWindow") is not None)
    dialog("conflictWindow").close()


@pytest.mark.parametrize("what", ["another record", "garbage"])
def test_what_is_no_copy_stays_and_work_goes_on_in_a_copy(
    qtbot, at_work, open_desk, tmp_path, monkeypatch, what
):
    monkeypatch.setattr(rescuing, "GRACE", 0.2)
    workspace = at_work.workspace
    place, claim_id = workspace.store.path, workspace.selected
    arrived = tmp_path / "arrived"
    if what == "garbage":
        arrived.write_bytes(b"not a record at all")
    else:
        other = Store.open(arrived, actor="س", replica=str(uuid4()), create=True)
        with other.write("add_article") as session:
            articles.add_article(session, draft=ArticleDraft("غيره", "نص آخر."))
        other.close()
    content = arrived.read_bytes()
    note(at_work, MINE)
    arrived.replace(place)
    wait(qtbot, at_work)
    press("Tab")
    qtbot.waitUntil(lambda: not workspace.writer.is_waiting, timeout=5000)
    copy = workspace.store.path
    assert copy.parent == at_work.link.paths.copies_dir
    assert workspace.selected == claim_id
    assert MINE in stored(copy, claim_id).note
    assert place.read_bytes() == content
    messages = at_work.window.frame.message_bar
    assert messages.is_refusal
    assert str(copy) in messages.text
    at_work.link.undecided.look()
    qtbot.waitUntil(lambda: at_work.link.backstage.is_idle, timeout=5000)
    at_work.window.close()
    assert open_desk().workspace.store.path == copy


def test_a_deleted_file_is_put_back(qtbot, at_work, monkeypatch):
    monkeypatch.setattr(rescuing, "GRACE", 0.2)
    workspace = at_work.workspace
    place, claim_id = workspace.store.path, workspace.selected
    note(at_work, MINE)
    place.unlink()
    wait(qtbot, at_work)
    press("Tab")
    qtbot.waitUntil(lambda: not workspace.writer.is_waiting, timeout=5000)
    assert workspace.store.path == place
    assert MINE in stored(place, claim_id).note


def test_a_window_closed_at_once_loses_nothing_either(at_work):
    workspace = at_work.workspace
    place, claim_id = workspace.store.path, workspace.selected
    marking.edit(workspace, priority="low")
    note(at_work, MINE)
    at_work.copy.replace(place)
    at_work.window.close()
    found = stored(place, claim_id)
    assert (found.priority, MINE in found.note) == ("low", True)


def test_what_cannot_be_kept_is_said_once_and_done_when_it_can_be(qtbot, at_work, monkeypatch):
    workspace, folder = at_work.workspace, at_work.link.paths.backup_dir
    refused, looks = [], []
    workspace.failed.connect(refused.append)
    workspace.displaced.connect(lambda: looks.append(1))
    folder.parent.mkdir(parents=True, exist_ok=True)
    if folder.exists():
        shutil.rmtree(folder)
    folder.write_text("no folder", "utf-8")
    note(at_work, MINE)
    at_work.copy.replace(workspace.store.path)
    qtbot.waitUntil(lambda: bool(refused), timeout=5000)
    before = len(looks)
    qtbot.waitUntil(lambda: len(looks) > before + 3, timeout=10_000)
    assert len(refused) == 1
    field = at_work.window.findChild(QTextEdit, "notesEdit")
    assert MINE in field.toPlainText()
    folder.unlink()
    wait(qtbot, at_work)
    press("Tab")
    assert MINE in workspace.selected_claim.note
