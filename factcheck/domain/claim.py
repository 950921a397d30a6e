"""The claim: one checkable statement, anchored to its exact words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from factcheck.domain.anchor import Anchor
from factcheck.domain.figure import Figure
from factcheck.domain.ids import ArticleId, ClaimId, RatingId, ReviewerId, VersionId


class ClaimKind(StrEnum):
    """What a claim is about; the values are stable keys of files and of the command line."""

    QUANTITY = "quantity"
    DATE = "date"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"
    EVENT = "event"
    NAME = "name"
    COMPARISON = "comparison"
    IMAGE = "image"
    OPINION = "opinion"
    OTHER = "other"


class WorkState(StrEnum):
    """Where the work on a claim stands; never what came out of it (that is the verdict)."""

    SUGGESTED = "suggested"
    OPEN = "open"
    CHECKING = "checking"
    CHECKED = "checked"
    APPROVED = "approved"
    DISMISSED = "dismissed"


UNNUMBERED = frozenset({WorkState.SUGGESTED, WorkState.DISMISSED})
"""States of what is not counted among the claims of an article."""


NOTHING = "nothing"
"""The rule of a dismissed claim by which somebody says that its words hold nothing to check."""


class Priority(StrEnum):
    """How soon a claim wants checking."""

    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable statement of an article version.

    `number` counts the claims of the article in the order of the text, from 1, and is 0 for
    suggestions and dismissed claims (`in_order`); it follows from the other claims, so it is not
    compared and may change (`renumber`). `statement` is the claim as a sentence that stands
    alone. `said_on` is an ISO partial date or empty, `said_where` free text. `new_wording` is what
    the article should say instead, `question` what the writer or a source must answer. `note` is
    private and leaves the program only when asked for. `rule` names what proposed the claim, or is
    `NOTHING`; empty for claims made by a person. `reviewer_id` is who made or took it.
    """

    id: ClaimId
    article_id: ArticleId
    version_id: VersionId
    rev: int
    number: int = field(compare=False)
    anchor: Anchor
    kind: ClaimKind
    state: WorkState
    priority: Priority = Priority.NORMAL
    statement: str = ""
    claimant: str = ""
    said_on: str = ""
    said_where: str = ""
    rating_id: RatingId | None = None
    rationale: str = ""
    new_wording: str = ""
    question: str = ""
    note: str = ""
    claimed: Figure = field(default_factory=Figure)
    found: Figure = field(default_factory=Figure)
    rule: str = ""
    reviewer_id: ReviewerId | None = None
    evidence_count: int = 0
    created_at: datetime | None = None
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """A claim not yet stored, with whatever is known when it is made; fields as in `Claim`."""

    anchor: Anchor
    kind: ClaimKind = ClaimKind.OTHER
    state: WorkState = WorkState.OPEN
    priority: Priority = Priority.NORMAL
    statement: str = ""
    claimant: str = ""
    claimed: Figure = field(default_factory=Figure)
    rule: str = ""


def in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return claims in the order of the text, numbered from 1.

    Suggestions and dismissed claims carry the number 0 and are not counted, so that numbers do
    not jump while suggestions are sorted out. Where claims start at the same place, the longer
    one comes first.
    """
    ordered = sorted(claims, key=lambda each: (each.anchor.start, -each.anchor.end, each.id))
    return tuple(
        claim if claim.number == number else replace(claim, number=number)
        for claim, number in _counted(ordered, 0)
    )


def renumber(ordered: Iterable[Claim], counted: int = 0) -> None:
    """Number claims, in the order of the text, as `in_order` does; changes the claims themselves.

    `counted` is how many claims come before them.
    """
    for claim, number in _counted(ordered, counted):
        if claim.number != number:
            object.__setattr__(claim, "number", number)


def _counted(ordered: Iterable[Claim], count: int) -> Iterator[tuple[Claim, int]]:
    for claim in ordered:
        if claim.state in UNNUMBERED:
            yield claim, 0
        else:
            count += 1
            yield claim, count
