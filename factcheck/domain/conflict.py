"""What two people decided differently, until somebody decides between them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from factcheck.domain.ids import ArticleId, ClaimId


@dataclass(frozen=True, slots=True)
class StandingValue:
    """One of the values that stand: the stored text, who set it and when (UTC)."""

    value: str | None
    actor: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field with several standing values, oldest first; the last one is shown meanwhile.

    `table` and `field` are names of the stored schema. The field `deleted_at` means that one
    person deleted what another one went on editing; it is then shown, not deleted. `claim_id` and
    `article_id` say where it is, where that applies.
    """

    table: str
    row_id: UUID
    field: str
    values: tuple[StandingValue, ...]
    article_id: ArticleId | None = None
    claim_id: ClaimId | None = None


@dataclass(frozen=True, slots=True)
class MergeResult:
    """What a merge brought: rows made and rows changed by others, and fields to decide."""

    new: int
    changed: int
    conflicts: int
