"""Heads: the changes of a field that no other change has replaced."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.storage.tables import ChangeRow, ClaimRow, EvidenceRow

Key = tuple[UUID, str]
"""A row id and the name of a field."""

CHUNK = 500
"""Ids per IN list, well below SQLite's limit of variables."""

CREATED = "*"
"""The field of the change that stands for the making of a row."""

DELETED = "deleted_at"
"""The field that marks a row as deleted."""


@dataclass(frozen=True, slots=True)
class Head:
    """A standing change of a field: its id, clock, value (text) and the changes it replaced."""

    id: UUID
    hlc: int
    new: str | None
    prev: frozenset[UUID]


def heads(
    session: Session, row_ids: Iterable[UUID], fields: Collection[str] = ()
) -> dict[Key, list[Head]]:
    """Return the heads of the changed fields of the rows, the greatest (hlc, id) last.

    Only those named in `fields`, where some are named.
    """
    wanted = list(dict.fromkeys(row_ids))
    found: dict[Key, list[Head]] = {}
    query = select(
        ChangeRow.row_id,
        ChangeRow.field,
        ChangeRow.id,
        ChangeRow.hlc,
        ChangeRow.new,
        ChangeRow.prev,
    )
    if fields:
        query = query.where(ChangeRow.field.in_(sorted(fields)))
    for at in range(0, len(wanted), CHUNK):
        rows = session.connection().execute(
            query.where(ChangeRow.row_id.in_(wanted[at : at + CHUNK]))
        )
        for row_id, name, change_id, hlc, new, prev in rows:
            change = Head(change_id, hlc, new, frozenset(map(UUID, prev.split())))
            found.setdefault((row_id, name), []).append(change)
    return {key: standing(changes) for key, changes in found.items()}


def standing(changes: Iterable[Head]) -> list[Head]:
    """Return those of the changes of one field that none of them replaces, in order."""
    every = list(changes)
    if len(every) == 1:
        return every
    replaced = frozenset[UUID]().union(*(each.prev for each in every))
    return sorted(
        (each for each in every if each.id not in replaced), key=lambda each: (each.hlc, each.id)
    )


def family(session: Session, row_ids: Iterable[UUID]) -> dict[UUID, list[UUID]]:
    """Return for each row its own id and those of its parts, deleted ones included.

    The parts of an article are its claims and their evidence, those of a claim its evidence.
    """
    found = {row_id: [row_id] for row_id in row_ids}
    owner_of = {row_id: row_id for row_id in found}
    level = list(found)
    for row_type, owner in (
        (ClaimRow, ClaimRow.article_id),
        (EvidenceRow, EvidenceRow.claim_id),
    ):
        parts: list[UUID] = []
        for at in range(0, len(level), CHUNK):
            query = select(row_type.id, owner).where(owner.in_(level[at : at + CHUNK]))
            for part, its_owner in session.connection().execute(query):
                root = owner_of[its_owner]
                owner_of[part] = root
                found[root].append(part)
                parts.append(part)
        level += parts
    return found
