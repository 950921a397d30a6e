"""How much of an article has been dealt with; pure, for the desk, reports and the command line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.detection.coverage import CheckableSentence, uncovered
from factcheck.domain.claim import NOTHING, UNNUMBERED, Claim, WorkState


@dataclass(frozen=True, slots=True)
class Coverage:
    """The checkable sentences of an article, and those of them that nobody has dealt with.

    A sentence is dealt with when it has an accepted claim, or a mark that it holds nothing to
    check. Dismissing a suggestion is an answer to the suggestion, not to the sentence.
    """

    checkable: tuple[CheckableSentence, ...]
    missing: tuple[CheckableSentence, ...]

    @property
    def covered(self) -> int:
        """How many of the checkable sentences have been dealt with."""
        return len(self.checkable) - len(self.missing)


def cover(checkable: Sequence[CheckableSentence], claims: Iterable[Claim]) -> Coverage:
    """Return the coverage of the sentences that detection found by the claims of the article."""
    accepted: list[tuple[int, int]] = []
    nothing: list[tuple[int, int]] = []
    for claim in claims:
        if claim.state not in UNNUMBERED:
            accepted.append((claim.anchor.start, claim.anchor.end))
        elif is_nothing(claim):
            nothing.append((claim.anchor.start, claim.anchor.end))
    return Coverage(tuple(checkable), tuple(uncovered(checkable, accepted, nothing)))


def is_nothing(claim: Claim) -> bool:
    """Whether a claim is the mark that its words hold nothing to check."""
    return claim.rule == NOTHING and claim.state is WorkState.DISMISSED
