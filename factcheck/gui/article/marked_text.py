"""What the article shows: its text, the claims on it, their looks, and which is selected.

One value that view, highlights and margin read; only the view replaces what is in it.
"""

from collections.abc import Sequence

from factcheck.domain.claim import Claim, WorkState
from factcheck.domain.ids import ClaimId
from factcheck.gui.article import wording
from factcheck.gui.article.marks import Marks
from factcheck.gui.article.positions import Positions
from factcheck.gui.article.spans import SpanIndex
from factcheck.runtime.settings import Settings
from factcheck.text.display import format_number


class MarkedText:
    """The text with its index of shown claims; offsets are code points."""

    def __init__(self, text: str, marks: Marks, settings: Settings) -> None:
        self.text = text
        self.settings = settings
        self.positions = Positions(text)
        self.marks = marks
        self.index: SpanIndex[Claim] = SpanIndex()
        self.uncovered: SpanIndex[None] = SpanIndex()
        self.selected: ClaimId | None = None
        self.largest_number = 0

    def mark(self, claims: Sequence[Claim]) -> None:
        """Show `claims`, given by place, without dismissed ones and those not in this text."""
        length = len(self.text)
        shown = [
            claim
            for claim in claims
            if claim.state is not WorkState.DISMISSED and claim.anchor.end <= length
        ]
        self.index = SpanIndex(
            [claim.anchor.start for claim in shown], [claim.anchor.end for claim in shown], shown
        )
        self.largest_number = next((claim.number for claim in reversed(shown) if claim.number), 0)

    def at_cursor(self, at: int) -> list[Claim]:
        """Return the claims a cursor at `at` touches, the innermost first.

        Behind the last letter of a claim, with none over the next letter, it is still in it.
        """
        spans = self.index.at(at) or (self.index.at(at - 1) if at else [])
        return [span.key for span in spans]

    def picked(self, at: int) -> Claim | None:
        """Return the claim that a click on letter `at` means: the innermost, then round."""
        claims = [span.key for span in self.index.at(at)]
        if not claims:
            return None
        places = [place for place, claim in enumerate(claims) if claim.id == self.selected]
        return claims[(places[0] + 1) % len(claims)] if places else claims[0]

    def digits(self, number: int) -> str:
        """Return a number in the digits that the reader chose."""
        return format_number(number, self.settings)

    def describe(self, claim: Claim) -> str:
        """Return what `claim` is, in words."""
        return wording.claim_words(claim, self.marks.rating(claim), self.settings)
