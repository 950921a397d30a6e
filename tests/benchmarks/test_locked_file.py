"""The longest time for which the window stands still while another program holds the file."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from factcheck.operations import verdicts
from tests.benchmarks import desk
from tests.benchmarks.measuring import ROOT, Figures
from tests.benchmarks.workload import build
from tests.gui.sharing.heartbeat import Heartbeat

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]

LOCKER = ROOT / "tests" / "gui" / "sharing" / "locker.py"
HELD = 10.0
STALL = 100.0
"""Milliseconds."""


@contextmanager
def held(path: Path, mode: str) -> Iterator[Callable[[], bool]]:
    """Another process holds the file for ten seconds; yields whether it still does."""
    command = [sys.executable, str(LOCKER), str(path), str(HELD), mode]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline().strip() == "held"
    yield lambda: child.poll() is None
    child.wait()
    child.stdout.close()


def work(desktop: desk.Desk, heart: Heartbeat, goes_on: Callable[[], bool]) -> int:
    """Choose claims, type and give verdicts until it is over; return how many steps that were."""
    workspace = desktop.workspace
    notes = desktop.session.window.findChild(QTextEdit, "notesEdit")
    assert notes is not None
    ratings = cycle(workspace.ratings)
    claims = cycle([each.id for each in workspace.claims[:40]])

    def rate() -> None:
        chosen = [workspace.selected]
        workspace.run(verdicts.set_verdict, claim_ids=chosen, rating_id=next(ratings))

    steps: tuple[Callable[[], object], ...] = (
        lambda: workspace.select_claim(next(claims)),
        notes.setFocus,
        lambda: QTest.keyClicks(notes, "typed while locked "),
        workspace.flush_edits,
        rate,
    )
    done = 0
    for step in cycle(steps):
        if not goes_on():
            return done
        heart.beat()
        step()
        heart.beat()
        deadline = time.monotonic() + 0.1
        while time.monotonic() < deadline:
            QApplication.processEvents()
            time.sleep(0.001)
        done += 1
    return done


@pytest.mark.parametrize("mode", ["unlocked", "IMMEDIATE", "EXCLUSIVE"])
def test_a_locked_file(
    qapp: object, tmp_path: Path, figures: Figures, monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    (article_id,) = desk.prepare(tmp_path, build(100_000, 200))
    with desk.opened(tmp_path) as desktop:
        desktop.open(article_id)
        desktop.rest()
        workspace = desktop.workspace
        assert workspace.store is not None
        heart = Heartbeat(monkeypatch)
        if mode == "unlocked":
            over = time.monotonic() + HELD
            done = work(desktop, heart, lambda: time.monotonic() < over)
        else:
            with held(workspace.store.path, mode) as goes_on:
                done = work(desktop, heart, goes_on)
        assert done > 10
        while workspace.writer.is_waiting:
            desk.settle()
        assert any("typed while locked" in each.note for each in workspace.claims)
        name = "not locked" if mode == "unlocked" else f"locked 10 s, {mode.lower()}"
        figures.add(f"file {name}: longest stall", heart.longest * 1000, "ms", STALL)
        if heart.asleep is not None:
            figures.add(f"file {name}: longest sleep", heart.asleep * 1000, "ms", STALL)
        figures.add(f"file {name}: most patience in one go", heart.patience * 1000, "ms", STALL)
