"""What two people decided differently, until somebody decides between them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from factcheck.domain.errors import N_, ConflictError
from factcheck.domain.ids import ArticleId, ClaimId

EDITED_MEANWHILE = N_(
    "Somebody else changed the same field while you were working on it. Both values are kept:"
    " choose between them."
)


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


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that somebody else saved while it was being edited here.

    `base` is what the edit began with, `mine` what is to be saved, `theirs` what stands now, all
    as stored texts; `who` set it `at` (UTC). `table` and `field` are names of the stored schema.
    """

    table: str
    row_id: UUID
    field: str
    base: str | None
    mine: str | None
    theirs: str | None
    who: str = ""
    at: datetime | None = None


class EditConflictError(ConflictError):
    """An edit was not saved, because its `clashes` would have overwritten somebody else's."""

    def __init__(self, clashes: tuple[Clash, ...]) -> None:
        """Keep what has to be chosen between."""
        super().__init__(EDITED_MEANWHILE)
        self.clashes = clashes
