"""Suggestions in the panel: why, and the two answers."""

from factcheck.domain.claim import ClaimKind, WorkState
from tests.gui.workbench import suggest


def test_a_suggestion_says_why_it_was_made(workspace, panel):
    bar = panel.header.suggestion
    assert not bar.isVisible()
    workspace.select_claim(suggest(workspace))
    assert bar.isVisible()
    assert "7.4" in bar.reasons.text()
    workspace.select_claim(workspace.ids[0])
    assert not bar.isVisible()


def test_words_that_are_not_found_again_name_their_rule(workspace, panel):
    workspace.select_claim(suggest(workspace, "المستشفى", ClaimKind.NAME))
    assert "quantity.percent" in panel.header.suggestion.reasons.text()


def test_the_buttons_accept_and_dismiss(workspace, panel):
    suggested = suggest(workspace)
    workspace.select_claim(suggested)
    panel.header.suggestion.yes.click()
    assert workspace.claim(suggested).state is WorkState.OPEN
    assert not panel.header.suggestion.isVisible()
    workspace.undo()
    panel.header.suggestion.no.click()
    assert workspace.claim(suggested).state is WorkState.DISMISSED
