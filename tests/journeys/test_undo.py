"""Bulk tagging, and a hundred mixed actions taken back and done again."""

import random
from dataclasses import replace

from sqlalchemy import func, select

from factcheck.domain.claim import WorkState
from factcheck.storage import queries
from factcheck.storage.tables import ActionRow
from tests.gui.conftest import settle
from tests.journeys.hands import Hands

TEXTS = ("تعليل أول", "see page 12", "نص فيه ٣ أرقام", "«قول» منقول", "")


def snapshot(workspace):
    """The record of the open article without the marks that undo leaves on purpose."""
    evidence = {
        claim.id: [
            replace(each, rev=0, updated_at=each.created_at)
            for each in workspace.read(queries.evidence, claim.id)
        ]
        for claim in workspace.claims
    }
    claims = [replace(each, rev=0, updated_at=None) for each in workspace.claims]
    article = replace(workspace.article, rev=0, updated_at=workspace.article.created_at)
    return article, claims, evidence


def test_many_claims_are_tagged_at_once_and_taken_back_at_once(open_desk):
    session = open_desk(reviewer="هدى")
    hands, workspace = Hands(session, layout="ar"), session.workspace
    before = snapshot(workspace)
    hands.press("Alt+L", "Ctrl+Shift+A")
    assert len(workspace.chosen) == len(workspace.claims)
    hands.press("Alt+2", "9", "Ctrl+2")
    ratings = {claim.rating_id for claim in workspace.claims}
    assert ratings == {workspace.scale.ratings[1].id}
    assert {claim.kind for claim in workspace.claims} == {"opinion"}
    assert {claim.state for claim in workspace.claims} == {WorkState.CHECKING}
    hands.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert snapshot(workspace) == before
    hands.press("Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+Y")
    assert {claim.state for claim in workspace.claims} == {WorkState.CHECKING}
    assert {claim.rating_id for claim in workspace.claims} == ratings


class Player:
    """Does one thing after the other at the keyboard, whatever the dice say."""

    def __init__(self, hands, seed):
        self.hands = hands
        self.workspace = hands.session.workspace
        self.dice = random.Random(seed)

    def play(self):
        choice = self.dice.choice
        move = choice(
            (self.mark, self.mark, self.rate, self.type, self.shift, self.make, self.delete)
        )
        self.hands.press("Alt+L", choice(("J", "K", "Ctrl+PgDown", "Ctrl+PgUp")))
        move()
        self.workspace.flush_edits()

    def mark(self):
        self.hands.press(self.dice.choice("1234567890"))

    def rate(self):
        key = self.dice.choice(("Alt+1", "Alt+3", "Alt+6", "Alt+0", "Ctrl+1", "Ctrl+2", "Ctrl+3"))
        self.hands.press(key)

    def type(self):
        self.hands.press(self.dice.choice(("Alt+R", "Alt+N", "Alt+S", "Alt+C")))
        self.hands.press("Ctrl+A")
        self.hands.type(self.dice.choice(TEXTS))

    def shift(self):
        self.hands.press(self.dice.choice(("Alt+Left", "Alt+Right", "[", "]")))

    def make(self):
        self.hands.press("Alt+A", "F8", "Ctrl+M")

    def delete(self):
        if len(self.workspace.claims) > 4:
            self.hands.press("Del")


def test_a_hundred_mixed_actions_are_taken_back_and_done_again(open_desk):
    session = open_desk(reviewer="هدى")
    workspace = session.workspace
    before = snapshot(workspace)
    first = count(workspace)
    player = Player(Hands(session, layout="ar"), seed=20250714)
    while count(workspace) < first + 100:
        player.play()
    settle()
    after = snapshot(workspace)
    assert after != before
    table = session.window.frame.actions_table
    steps = count(workspace) - first
    for _ in range(steps):
        table["undo"].trigger()
        assert not session.window.frame.message_bar.is_refusal
    assert snapshot(workspace) == before
    settle()
    for _ in range(steps):
        table["redo"].trigger()
        assert not session.window.frame.message_bar.is_refusal
    settle()
    assert snapshot(workspace) == after
    assert not table["redo"].isEnabled()


def count(workspace):
    """How many actions there are."""
    return workspace.read(lambda session: session.scalar(select(func.count(ActionRow.seq))))
