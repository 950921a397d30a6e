"""A record on a share: worked on in a copy, exchanged by itself, said in sentences."""

import shutil
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QToolButton

from factcheck.gui.main import DeskSession
from factcheck.operations import claims
from factcheck.operations.exchanging import Exchange
from factcheck.operations.working_copies import prepare_working_copy
from factcheck.runtime.launching import DeskOptions
from factcheck.runtime.settings import Settings
from tests.gui.conftest import settle
from tests.gui.sharing.conftest import Colleague, dialog


class Sharer:
    """A colleague with a working copy of the shared file."""

    def __init__(self, shared, folder):
        self.copy = Colleague(prepare_working_copy(shared, folder))
        self.link = Exchange(self.copy.store, shared)

    def exchange(self):
        return self.link.run()


@pytest.fixture
def shared(open_desk, paths, tmp_path, monkeypatch):
    """The sample on a share: a folder that a sync program looks after."""
    desk = open_desk()
    desk.window.close()
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    path = folder / "مكتب.factcheck"
    shutil.copyfile(paths.database, path)
    return path


@pytest.fixture
def on_share(qapp, qtbot, shared, paths):
    """The desk on the shared file, exchanging."""
    from factcheck.gui import application

    settings = Settings.load(paths.settings_file).replace(reviewer="هدى", replica=str(uuid4()))
    session = DeskSession(application.create(settings), DeskOptions(paths, settings, shared))
    session.start()
    qtbot.waitUntil(lambda: session.desk is not None, timeout=20_000)
    session.guard.close()
    session.link.start()
    qtbot.waitUntil(lambda: session.link.exchanging.last is not None, timeout=10_000)
    article = session.workspace.read(_first_article)
    session.workspace.open_article(article)
    settle()
    yield session
    session.window.close()
    session.window.deleteLater()
    session.deleteLater()
    settle()


def _first_article(session):
    from factcheck.storage import library

    return library.articles(session)[0].id


@pytest.fixture
def sharer(shared, tmp_path):
    made = Sharer(shared, tmp_path / "copies of hers")
    yield made
    made.copy.close()


def exchange(qtbot, desk):
    exchanging = desk.link.exchanging
    before = exchanging.last
    exchanging.run()
    qtbot.waitUntil(lambda: exchanging.last is not before, timeout=10_000)
    qtbot.waitUntil(lambda: desk.link.backstage.is_idle, timeout=10_000)
    settle()


def status(desk):
    return desk.window.findChild(QToolButton, "recordStatus").text()


def test_the_shared_file_is_never_opened_itself(on_share, shared):
    assert on_share.workspace.store.path != shared
    assert "مكتب" in status(on_share)


def test_work_travels_both_ways_and_the_views_follow(qtbot, on_share, sharer):
    workspace = on_share.workspace
    one, two = workspace.claims[0].id, workspace.claims[1].id
    workspace.run(claims.edit_claims, claim_ids=[one], values={"note": "من هدى"})
    exchange(qtbot, on_share)
    sharer.exchange()
    assert sharer.copy.claim(one).note == "من هدى"
    sharer.copy.edit(two, note="من نورة")
    sharer.exchange()
    exchange(qtbot, on_share)
    assert workspace.claim(two).note == "من نورة"


def test_saving_exchanges_by_itself(qtbot, on_share, shared, monkeypatch):
    workspace = on_share.workspace
    before = shared.stat().st_mtime_ns
    workspace.run(claims.edit_claims, claim_ids=[workspace.claims[0].id], values={"note": "سريعًا"})
    qtbot.waitUntil(lambda: shared.stat().st_mtime_ns != before, timeout=8000)


def test_coming_back_to_the_window_exchanges(qtbot, qapp, on_share, sharer):
    from PySide6.QtCore import Qt

    workspace = on_share.workspace
    sharer.copy.edit(workspace.claims[0].id, note="أثناء الغياب")
    sharer.exchange()
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: workspace.claims[0].note == "أثناء الغياب", timeout=8000)


def test_half_typed_text_and_the_selection_stay(qtbot, on_share, sharer):
    from PySide6.QtWidgets import QTextEdit

    from tests.gui.keyboard import press, type_text

    workspace = on_share.workspace
    claim = workspace.claims[0]
    workspace.select_claim(claim.id)
    settle()
    press("Alt+N")
    type_text("نصف جملة")
    sharer.copy.edit(claim.id, claimant="نورة")
    sharer.copy.edit(workspace.claims[1].id, note="غيره")
    sharer.exchange()
    field = on_share.window.findChild(QTextEdit, "notesEdit")
    field._settling._timer.stop()
    exchange(qtbot, on_share)
    assert workspace.selected == claim.id
    assert "نصف جملة" in field.toPlainText()
    assert workspace.selected_claim.claimant == "نورة"


def test_an_absent_share_is_said_and_made_good(qtbot, on_share, shared):
    workspace = on_share.workspace
    away = shared.with_suffix(".away")
    shared.rename(away)
    workspace.run(claims.edit_claims, claim_ids=[workspace.claims[0].id], values={"note": "وحدي"})
    exchange(qtbot, on_share)
    assert status(on_share).count("!") == 1
    on_share.window.frame.actions_table["show_exchange"].trigger()
    window = dialog("exchangeWindow")
    assert "مكتب" in window.where.text()
    assert window.notice.isVisible()
    assert window.log.count() == 1
    away.rename(shared)
    window._run()
    qtbot.waitUntil(lambda: on_share.link.exchanging.problem is None, timeout=8000)
    settle()
    assert not window.notice.isVisible()
    assert window.log.count() == 2
    assert "!" not in status(on_share)
    window.close()


def test_what_waits_is_counted(qtbot, on_share, shared):
    workspace = on_share.workspace
    shared.rename(shared.with_suffix(".away"))
    for note in ("أ", "ب"):
        workspace.run(claims.edit_claims, claim_ids=[workspace.claims[0].id], values={"note": note})
    exchange(qtbot, on_share)
    assert on_share.link.exchanging.waiting >= 2
    shared.with_suffix(".away").rename(shared)


def test_closing_publishes_what_is_new(on_share, shared, sharer):
    workspace = on_share.workspace
    claim = workspace.claims[0].id
    workspace.run(claims.edit_claims, claim_ids=[claim], values={"note": "آخر كلمة"})
    on_share.window.close()
    sharer.exchange()
    assert sharer.copy.claim(claim).note == "آخر كلمة"


def test_a_conflict_from_the_share_is_counted(qtbot, on_share, sharer):
    workspace = on_share.workspace
    claim = workspace.claims[0].id
    on_share.link.exchanging._soon.setInterval(10**6)
    workspace.run(claims.edit_claims, claim_ids=[claim], values={"note": "هدى"})
    sharer.copy.edit(claim, note="نورة")
    sharer.exchange()
    exchange(qtbot, on_share)
    qtbot.waitUntil(lambda: len(on_share.link.undecided.found.conflicts) == 1, timeout=5000)
    settle()
    badge = on_share.window.findChild(QToolButton, "decideBadge")
    assert badge.isVisible()
    assert workspace.company.conflicts[claim][0].field == "note"


def test_a_damaged_shared_file_is_replaced_by_the_copy_on_request(qtbot, on_share, shared, sharer):
    workspace = on_share.workspace
    claim = workspace.claims[0].id
    shared.write_bytes(b"")
    workspace.run(claims.edit_claims, claim_ids=[claim], values={"note": "ما زال هنا"})
    exchange(qtbot, on_share)
    on_share.window.frame.actions_table["show_exchange"].trigger()
    window = dialog("exchangeWindow")
    assert window._back.isVisible()
    assert window.advice.text()
    window._back.click()
    qtbot.waitUntil(lambda: on_share.link.exchanging.problem is None, timeout=8000)
    settle()
    assert not window._back.isVisible()
    assert not window.notice.isVisible()
    window.close()
    sharer.exchange()
    assert sharer.copy.claim(claim).note == "ما زال هنا"
