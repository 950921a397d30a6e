"""Another program holds the file: nothing freezes, nothing is lost, it is said, it is made good."""

import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from factcheck.domain.errors import N_, DatabaseError
from factcheck.gui import marking
from factcheck.operations import claims
from tests.gui.conftest import settle
from tests.gui.keyboard import press, type_text
from tests.gui.sharing.heartbeat import Heartbeat

LOCKER = Path(__file__).with_name("locker.py")
HELD = 3.0
"""Seconds; longer ones behave the same, since nothing in the window counts them."""

STALL = 0.1
"""Seconds that the window may wait for the file in one go."""
SLEPT = 0.25
"""Seconds of sleep that mean a wait which `STALL` does not count: a worker that lost its processor
with Python's lock in its hands has the window sleep for a while too."""


@contextmanager
def held(path, seconds=HELD, mode="IMMEDIATE"):
    """Another process holds the file at `path` for some seconds."""
    command = [sys.executable, str(LOCKER), str(path), str(seconds), mode]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert child.stdout.readline().strip() == "held"
        yield child
    finally:
        child.wait()
        child.stdout.close()


@pytest.fixture
def at_work(linked):
    linked.workspace.select_claim(linked.workspace.claims[0].id)
    settle()
    return linked


@pytest.mark.parametrize("mode", ["IMMEDIATE", "EXCLUSIVE"])
def test_the_window_never_stands_still_while_the_file_is_locked(
    qtbot, at_work, mode, monkeypatch, record_property
):
    workspace = at_work.workspace
    claim = workspace.selected_claim
    wanted = next(each for each in workspace.scale.ratings if each.id != claim.rating_id)
    with held(workspace.store.path, mode=mode) as child:
        heart = Heartbeat(monkeypatch)
        for step in (
            lambda: press("Alt+R"),
            lambda: press("Ctrl+A"),
            lambda: type_text("كتبته والملف مشغول"),
            lambda: press("Tab"),
            lambda: marking.rate(workspace, wanted.id),
            lambda: workspace.select_claim(workspace.claims[1].id),
        ):
            heart.beat()
            step()
        heart.beat()
        qtbot.waitUntil(lambda: child.poll() is not None, timeout=20_000)
    record_property("longest stall in seconds", round(heart.longest, 3))
    assert 0 < heart.patience <= STALL
    assert heart.longest < HELD / 3
    if heart.asleep is not None:
        assert heart.asleep < SLEPT
    qtbot.waitUntil(lambda: not workspace.writer.is_waiting, timeout=5000)
    workspace.select_claim(claim.id)
    assert workspace.claim(claim.id).rationale == "كتبته والملف مشغول"
    assert workspace.claim(claim.id).rating_id == wanted.id


def test_a_long_wait_is_said_with_a_button_and_so_is_its_end(qtbot, at_work):
    workspace, messages = at_work.workspace, at_work.window.frame.message_bar
    with held(workspace.store.path):
        press("Alt+N")
        type_text("ملاحظة تنتظر")
        workspace.flush_edits()
        assert not messages.is_refusal
        qtbot.waitUntil(lambda: messages.is_refusal, timeout=3000)
        assert messages._button.isVisible()
        from PySide6.QtWidgets import QTextEdit

        field = at_work.window.findChild(QTextEdit, "notesEdit")
        assert "ملاحظة تنتظر" in field.toPlainText()
    qtbot.waitUntil(lambda: not messages.is_refusal, timeout=5000)
    assert "ملاحظة تنتظر" in workspace.selected_claim.note


def test_commands_wait_in_their_order(qtbot, at_work):
    workspace = at_work.workspace
    claim = workspace.selected_claim
    with held(workspace.store.path, 0.6):
        for value in ("low", "high", "normal", "high"):
            marking.edit(workspace, priority=value)
    qtbot.waitUntil(lambda: not workspace.writer.is_waiting, timeout=5000)
    assert workspace.claim(claim.id).priority == "high"


def test_what_waited_is_done_in_turns_with_the_window(qtbot, at_work, monkeypatch):
    def edit_slowly(session, **values):
        until = time.thread_time() + 0.03
        while time.thread_time() < until:
            pass
        return claims.edit_claims(session, **values)

    workspace = at_work.workspace
    turns = []
    with held(workspace.store.path, 0.6):
        for at in range(20):
            ids = [workspace.selected]
            workspace.run(edit_slowly, claim_ids=ids, values={"said_where": str(at)})
    workspace.changed.connect(lambda _changes: turns.append(heart.beats))
    heart = Heartbeat(monkeypatch)
    qtbot.waitUntil(lambda: not workspace.writer.is_waiting, timeout=10_000)
    assert workspace.selected_claim.said_where == "19"
    assert len(turns) == 20
    assert len(set(turns)) == 20


def test_a_bug_in_what_waited_is_told_once_and_the_rest_is_done(qtbot, at_work):
    def break_down(_session):
        raise ZeroDivisionError

    workspace = at_work.workspace
    with held(workspace.store.path, 0.6):
        marking.edit(workspace, priority="low")
        workspace.run(break_down)
        marking.edit(workspace, priority="high")
        with qtbot.capture_exceptions() as caught:
            qtbot.waitUntil(lambda: not workspace.writer.is_waiting, timeout=10_000)
    assert [each[0] for each in caught] == [ZeroDivisionError]
    assert workspace.selected_claim.priority == "high"


def test_what_others_did_is_seen_once_the_file_can_be_read(qtbot, at_work, colleague):
    workspace = at_work.workspace
    other = workspace.claims[2]
    colleague.edit(other.id, claimant="نورة")
    with held(workspace.store.path, 0.8, "EXCLUSIVE"):
        workspace.catch_up()
    qtbot.waitUntil(lambda: workspace.claim(other.id).claimant == "نورة", timeout=3000)


def test_closing_waits_for_the_file(at_work):
    workspace = at_work.workspace
    path = workspace.store.path
    claim = workspace.selected_claim
    with held(path, 1.0):
        press("Alt+N")
        type_text("قبل الإغلاق")
        at_work.window.close()
    from tests.gui.sharing.conftest import Colleague

    reader = Colleague(path)
    assert "قبل الإغلاق" in reader.claim(claim.id).note
    reader.close()


def test_a_full_disk_is_said_and_the_text_is_saved_on_the_next_try(qtbot, at_work, monkeypatch):
    def refuse(_action):
        raise DatabaseError(N_("The disk is full."))

    workspace, messages = at_work.workspace, at_work.window.frame.message_bar
    press("Alt+N")
    type_text("نص والقرص ممتلئ")
    monkeypatch.setattr(workspace.store, "write", refuse)
    press("Tab")
    assert messages.is_refusal
    monkeypatch.undo()
    messages._act()
    settle()
    assert "نص والقرص ممتلئ" in workspace.selected_claim.note


def test_the_desk_opens_although_somebody_is_writing(open_desk, paths):
    open_desk().window.close()
    with held(paths.database, 1.0):
        desk = open_desk()
    assert desk.workspace.article is not None
