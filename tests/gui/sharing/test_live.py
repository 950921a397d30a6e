"""Another process commits to the same file: seen within a second, and nothing here moves."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.gui.conftest import settle
from tests.gui.keyboard import press, type_text

OTHER = Path(__file__).with_name("other_person.py")


@pytest.fixture
def other_person():
    """Start somebody else who writes a note when asked to."""
    started = []

    def start(path, claim_id, note):
        command = [sys.executable, str(OTHER), str(path), str(claim_id), note]
        child = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        started.append(child)
        assert child.stdout.readline().strip() == "ready"
        return child

    yield start
    for child in started:
        child.communicate(timeout=20)


def test_a_commit_of_another_process_is_seen_within_a_second(qtbot, linked, other_person):
    workspace = linked.workspace
    mine, theirs = workspace.claims[1], workspace.claims[-1]
    workspace.select_claim(mine.id)
    settle()
    press("Alt+R")
    press("Ctrl+End")
    type_text(" ونصف جملة")
    panel = linked.window.frame.panes()[2]
    cursor = panel.assessment.rationale.textCursor().position()
    panel.assessment.rationale._settling._timer.stop()
    table = linked.window.frame.panes()[1].table
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    scrolled = table.verticalScrollBar().value()
    child = other_person(workspace.store.path, theirs.id, "من عملية أخرى")
    child.stdin.write("\n")
    child.stdin.flush()
    assert child.stdout.readline().strip() == "written"
    began = time.monotonic()
    qtbot.waitUntil(lambda: workspace.claim(theirs.id).note == "من عملية أخرى", timeout=3000)
    assert time.monotonic() - began <= 1.0
    settle()
    assert workspace.selected == mine.id
    assert table.verticalScrollBar().value() == scrolled
    assert panel.assessment.rationale.toPlainText().endswith(" ونصف جملة")
    assert panel.assessment.rationale.textCursor().position() == cursor
    assert panel.assessment.rationale.hasFocus()


def test_two_desks_on_one_file_follow_each_other(qtbot, open_desk):
    one = open_desk(reviewer="هدى")
    two = open_desk(reviewer="هدى")
    claim = one.workspace.claims[0].id
    two.workspace.open_article(one.workspace.article.id)
    two.workspace.select_claim(claim)
    one.workspace.select_claim(claim)
    one.window.activateWindow()
    settle()
    press("Alt+C")
    press("Ctrl+A")
    type_text("صاحب القول")
    press("Tab")
    wanted = "صاحب القول"
    qtbot.waitUntil(lambda: two.workspace.claim(claim).claimant == wanted, timeout=3000)
    assert two.window.frame.panes()[2].saying.claimant.text() == wanted
