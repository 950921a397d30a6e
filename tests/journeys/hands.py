"""Two hands on one keyboard, with the layout that is active on it; the mouse is unplugged."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from factcheck.gui.arabic_keys import physical_twins
from tests.gui import keyboard
from tests.gui.conftest import settle


class Hands:
    """Presses keys by their Latin names; under the Arabic layout they say other letters."""

    def __init__(self, session, *, layout: str) -> None:
        self.session = session
        self.layout = layout
        session.window.activateWindow()
        settle()

    def press(self, *keys: str) -> None:
        for key in keys:
            sequence = QKeySequence(key)
            twins = physical_twins(sequence) if self.layout == "ar" else []
            keyboard.press(twins[0] if twins else sequence, self._target())
            settle()

    def type(self, text: str) -> None:
        keyboard.type_text(text, self._target())
        settle()

    def find(self, words: str) -> None:
        """Select words of the article by looking for them."""
        self.press("Ctrl+F")
        self.type(words)
        self.press("Return", "Esc")

    def _target(self):
        if QApplication.activeWindow() is None:
            # A window manager does this after a dialog; without a display there is none.
            self.session.window.activateWindow()
            settle()
        window = QApplication.activeWindow()
        return window.focusWidget() or window


def record_of(session):
    """Everything of the open article that must come back, in plain values."""
    from factcheck.storage import queries

    workspace = session.workspace
    ratings = workspace.ratings
    found = []
    for claim in workspace.claims:
        evidence = workspace.read(queries.evidence, claim.id)
        found.append(
            {
                "exact": claim.anchor.exact,
                "span": (claim.anchor.start, claim.anchor.end),
                "kind": str(claim.kind),
                "state": str(claim.state),
                "verdict": ratings[claim.rating_id].key if claim.rating_id else None,
                "statement": claim.statement,
                "claimant": claim.claimant,
                "rationale": claim.rationale,
                "note": claim.note,
                "evidence": [(each.url, each.title, each.quote) for each in evidence],
            }
        )
    return (workspace.article.title, workspace.article.outlet, workspace.article.text, found)
