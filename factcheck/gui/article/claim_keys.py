"""What the keys of the article do: make claims, move their edges, read sentence by sentence."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from factcheck.domain.claim import Claim, WorkState
from factcheck.domain.ids import ClaimId
from factcheck.gui import marking
from factcheck.gui.article import edges
from factcheck.gui.article.edges import Edges, Unit
from factcheck.gui.article.view import ArticleView
from factcheck.gui.workspace import Workspace
from factcheck.runtime.i18n import tr
from factcheck.text.direction import is_rtl


class ClaimKeys(QObject):
    """Makes and moves claims of the open article by the cursor of its view."""

    def __init__(self, workspace: Workspace, view: ArticleView) -> None:
        super().__init__(view)
        self._workspace = workspace
        self._view = view

    def commands(self) -> dict[str, Callable[[], None]]:
        """Return, by command id, what the keys call."""
        commands: dict[str, Callable[[], None]] = {
            "make_claim": self.make_claim,
            "next_sentence": partial(self.read_on, is_forward=True),
            "previous_sentence": partial(self.read_on, is_forward=False),
        }
        for unit in Unit:
            commands |= {
                f"end_left_{unit.value}": partial(self.move_end, unit, is_leftward=True),
                f"end_right_{unit.value}": partial(self.move_end, unit, is_leftward=False),
                f"start_back_{unit.value}": partial(self.move_start, unit, is_forward=False),
                f"start_on_{unit.value}": partial(self.move_start, unit, is_forward=True),
            }
        return commands

    def enter(self) -> None:
        """Take the suggestion the cursor is on, or make a claim of the selected words."""
        claim = self._workspace.selected_claim
        start, end = self._view.selection
        is_suggested = claim is not None and claim.state is WorkState.SUGGESTED
        if claim and is_suggested and start == end and self._is_within(claim, start):
            self._accept(claim)
        else:
            self.make_claim()

    def _accept(self, claim: Claim) -> None:
        """Make a claim of a suggestion and go on to the next one of the text."""
        if marking.accept(self._workspace, [claim.id]) is None:
            return
        following = marking.following_suggestion(self._workspace, claim)
        if following is not None:
            self._workspace.select_claim(following)

    def make_claim(self) -> None:
        """Make a claim of the selected words, or of the sentence at the cursor, and select it."""
        from factcheck.operations import claims  # noqa: PLC0415 - after the first paint

        article = self._workspace.article
        span = self._meant()
        if article is None or span is None:
            self._workspace.said.emit(tr("There are no words here. Select some first."))
            return
        if self._take_present(span):
            return
        start, end = span
        changes = self._workspace.run(claims.add_claim, article_id=article.id, start=start, end=end)
        if changes is not None and changes.created is not None:
            self._view.set_selection(start, start)
            self._workspace.select_claim(ClaimId(changes.created))

    def move_end(self, unit: Unit, *, is_leftward: bool) -> None:
        """Move the end of the selected claim as the eye sees it."""
        claim = self._workspace.selected_claim
        if claim is not None:
            is_forward = is_leftward == self._is_rtl_at(claim.anchor.end)
            self._move(claim, partial(edges.move_end, unit=unit, is_forward=is_forward))

    def move_start(self, unit: Unit, *, is_forward: bool) -> None:
        """Move the start of the selected claim."""
        claim = self._workspace.selected_claim
        if claim is not None:
            self._move(claim, partial(edges.move_start, unit=unit, is_forward=is_forward))

    def read_on(self, *, is_forward: bool) -> None:
        """Put the cursor before the next or previous sentence."""
        text, at = self._view.shown.text, self._view.caret
        step = edges.next_sentence if is_forward else edges.previous_sentence
        span = step(text, at)
        if span is not None:
            self._view.set_selection(span[0], span[0])
            self._view.reveal(*span)
            self._view.announce(text[slice(*span)])

    def _meant(self) -> Edges | None:
        text, (start, end) = self._view.shown.text, self._view.selection
        if start == end:
            return edges.sentence_at(text, start)
        start, end = edges.claim_edges(text, start, end)
        return (start, end) if start < end else None

    def _take_present(self, span: Edges) -> bool:
        """Select the claim that stands on exactly these words; accept it if it is suggested."""
        here = [each.key for each in self._view.shown.index.touching(*span)]
        same = [each for each in here if (each.anchor.start, each.anchor.end) == span]
        if not same:
            return False
        self._view.set_selection(span[0], span[0])
        self._workspace.select_claim(same[0].id)
        marking.accept(self._workspace, [same[0].id])
        return True

    def _move(self, claim: Claim, step: Callable[[str, Edges], Edges]) -> None:
        from factcheck.operations import claims  # noqa: PLC0415 - after the first paint

        before = (claim.anchor.start, claim.anchor.end)
        start, end = step(self._view.shown.text, before)
        if (start, end) != before:
            self._workspace.run(claims.move_claim, claim_id=claim.id, start=start, end=end)
            self._view.announce(self._view.shown.text[start:end])

    def _is_rtl_at(self, at: int) -> bool:
        text = self._view.shown.text
        return is_rtl(text[slice(*edges.paragraph_at(text, at))])

    def _is_within(self, claim: Claim, at: int) -> bool:
        return claim.anchor.start <= at <= claim.anchor.end
