"""The article's keys in the real window, typed on a Latin and on an Arabic keyboard."""

import pytest

from factcheck.domain.claim import ClaimKind
from tests.gui.conftest import settle
from tests.gui.keyboard import press

LATIN = {"claim": "M", "kind": "1", "shrink": "]", "grow": "[", "find": "Ctrl+F", "undo": "Ctrl+Z"}
ARABIC = {"claim": "ة", "kind": "١", "shrink": "د", "grow": "ج", "find": "Ctrl+ب", "undo": "Ctrl+ئ"}


@pytest.fixture
def session(open_desk):
    """The desk with the cursor in the text, at the words “18 شهرًا”."""
    session = open_desk(reviewer="هدى")
    view = session.window.findChild(object, "articleView")
    view.setFocus()
    at = session.workspace.article.text.index("18 شهرًا")
    view.set_selection(at, at)
    settle()
    return session


@pytest.mark.parametrize("keys", [LATIN, ARABIC], ids=["latin", "arabic"])
def test_from_words_to_a_marked_claim_without_the_mouse(session, keys):
    workspace = session.workspace
    count = len(workspace.claims)
    press("Ctrl+Shift+Left")
    press("Ctrl+Shift+Left")
    press(keys["claim"])
    settle()
    claim = workspace.selected_claim
    assert len(workspace.claims) == count + 1
    assert claim.anchor.exact == "18 شهرًا"
    press(keys["kind"])
    assert workspace.selected_claim.kind is ClaimKind.QUANTITY
    press(keys["shrink"])
    assert workspace.selected_claim.anchor.exact == "18 شهرً"
    press(keys["grow"])
    press("Alt+PgUp")
    assert workspace.selected_claim.anchor.exact == "خلال 18 شهرًا"
    for _ in range(5):
        press(keys["undo"])
        settle()
    assert len(workspace.claims) == count


def test_delete_takes_the_claim_away_and_the_text_stays(session):
    workspace = session.workspace
    text, count = workspace.article.text, len(workspace.claims)
    press("M")
    settle()
    assert len(workspace.claims) == count + 1
    press("Del")
    settle()
    assert len(workspace.claims) == count
    assert workspace.article.text == text


@pytest.mark.parametrize("keys", [LATIN, ARABIC], ids=["latin", "arabic"])
def test_finding_by_key(session, keys):
    press(keys["find"])
    settle()
    assert session.window.focusWidget().objectName() == "findEdit"
    press("Esc")
    settle()
    assert session.window.focusWidget().objectName() == "articleView"
