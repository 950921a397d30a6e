"""Killed in the middle of typing: everything that had settled is there, and the file is whole."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.runtime.paths import Paths
from factcheck.runtime.settings import Settings
from factcheck.storage import library, queries
from factcheck.storage.store import Store
from tests.gui.conftest import settle

CHILD = Path(__file__).with_name("typing_child.py")


def read_until(stream, word):
    lines = []
    for line in stream:
        lines.append(line.strip())
        if lines[-1] == word:
            return
    raise AssertionError(f"the desk ended after {lines}")


def test_kill_in_the_middle_of_typing(tmp_path, qapp):
    home = tmp_path / "home"
    child = subprocess.Popen(
        [sys.executable, str(CHILD), str(home)], stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    try:
        read_until(child.stdout, "typed more")
    finally:
        child.kill()
        child.wait()
        child.stdout.close()
    paths = Paths.under(home)
    store = Store.open(paths.database, actor="", replica=Settings().replica)
    with store.read() as session:
        [article] = library.articles(session)
        claims = queries.claims(session, article.id)
    assert claims[0].note.startswith("سطر محفوظ")
    assert "وبقية" not in claims[0].note
    store.close()


def test_the_desk_opens_again_after_it(open_desk, paths):
    child = subprocess.Popen(
        [sys.executable, str(CHILD), str(paths.settings_file.parent.parent)],
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        read_until(child.stdout, "settled")
    finally:
        child.kill()
        child.wait()
        child.stdout.close()
    session = open_desk()
    assert session.workspace.store is not None
    [summary] = session.workspace.read(library.articles)
    session.workspace.open_article(summary.id)
    settle()
    assert "سطر محفوظ" in session.workspace.claims[0].note


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_an_end_by_the_system_costs_no_letter(tmp_path, qapp, name):
    paths = Paths.under(tmp_path / "home")
    child = subprocess.Popen(
        [sys.executable, str(CHILD), str(tmp_path / "home")],
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        read_until(child.stdout, "typed more")
        child.send_signal(signal.Signals[name])
        assert child.wait(20) == 0
    finally:
        child.kill()
        child.stdout.close()
    store = Store.open(paths.database, actor="", replica=Settings().replica)
    with store.read() as session:
        [article] = library.articles(session)
        claims = queries.claims(session, article.id)
    assert claims[0].note.startswith("سطر محفوظ وبقية لم تستقر")
    store.close()
    assert not list(paths.data_dir.glob("*.people"))
