"""The record of changes as people read it, and the people who made them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from factcheck.domain.ids import ActionId, ReviewerId


@dataclass(frozen=True, slots=True)
class Reviewer:
    """A person who checks, known by name."""

    id: ReviewerId
    name: str


@dataclass(frozen=True, slots=True)
class Revision:
    """One recorded change: who set which field of what from `old` to `new`, and when (UTC).

    `table` and `field` are names of the stored schema; the field `*` stands for the making of the
    row. `old` and `new` are the stored values as text, None where there was none. `action` is the
    name of the operation and `kind` one of `do`, `undo`, `redo`.
    """

    action_id: ActionId
    action: str
    kind: str
    at: datetime
    actor: str
    table: str
    row_id: UUID
    field: str
    old: str | None
    new: str | None
