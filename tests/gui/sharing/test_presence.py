"""Who is looking at or editing a claim: seen in the list and the panel, gone by itself."""

from uuid import uuid4

import pytest
from PySide6.QtWidgets import QToolButton

from factcheck.domain.presence import Presence
from factcheck.storage.presence import board_beside
from factcheck.storage.queries import record_id
from tests.gui.conftest import settle
from tests.gui.keyboard import press


@pytest.fixture
def board(linked):
    workspace = linked.workspace
    return board_beside(workspace.store.path, workspace.read(record_id))


def told(qtbot, desk):
    desk.link.presence.tell()
    qtbot.waitUntil(lambda: desk.link.backstage.is_idle, timeout=5000)
    settle()


def test_others_see_which_claim_is_edited_here(qtbot, linked, board):
    workspace = linked.workspace
    workspace.select_claim(workspace.claims[2].id)
    settle()
    told(qtbot, linked)
    [me] = board.others(uuid4())
    assert (me.name, me.claim_id, me.is_editing) == ("هدى", workspace.claims[2].id, False)
    press("Alt+R")
    told(qtbot, linked)
    [me] = board.others(uuid4())
    assert me.is_editing


def test_a_colleague_is_named_in_the_panel_and_in_the_row(qtbot, linked, board):
    from factcheck.gui.claims.wording import company_words

    workspace = linked.workspace
    claim = workspace.claims[1]
    workspace.select_claim(claim.id)
    her = uuid4()
    board.tell(Presence(her, "نورة", workspace.article.id, claim.id, is_editing=True))
    told(qtbot, linked)
    panel = linked.window.frame.panes()[2]
    assert "نورة" in panel.header.company.others.text()
    assert panel.header.company.isVisible()
    assert "نورة" in company_words(workspace.company, claim.id)
    board.leave(her)
    told(qtbot, linked)
    assert not panel.header.company.isVisible()
    assert company_words(workspace.company, claim.id) == ""


def test_closing_the_window_takes_me_off_the_board(qtbot, linked, board):
    told(qtbot, linked)
    assert board.others(uuid4())
    linked.window.close()
    assert board.others(uuid4()) == []


def test_presence_is_no_part_of_the_record(qtbot, linked):
    from factcheck.storage import ledger

    workspace = linked.workspace
    before = workspace.read(ledger.revisions)
    told(qtbot, linked)
    assert workspace.read(ledger.revisions) == before


def test_a_new_window_after_a_change_of_language_shows_the_others_too(qtbot, linked, board):
    workspace = linked.workspace
    workspace.update_settings(language="en")
    settle()
    claim = workspace.claims[1]
    workspace.select_claim(claim.id)
    board.tell(Presence(uuid4(), "نورة", workspace.article.id, claim.id))
    told(qtbot, linked)
    company = linked.window.frame.panes()[2].header.company
    assert "Also here" in company.others.text()
    assert linked.window.findChild(QToolButton, "recordStatus") is not None
