"""Reading what people have to decide between."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import null, select
from sqlalchemy.orm import Session

from factcheck.domain.conflict import Conflict, StandingValue
from factcheck.domain.ids import ArticleId, ClaimId
from factcheck.storage.heads import CHUNK, DELETED, family, heads
from factcheck.storage.recording import TOGETHER, row_types
from factcheck.storage.tables import (
    ActionRow,
    ArticleRow,
    ChangeRow,
    ClaimRow,
    ConflictRow,
    EvidenceRow,
    Row,
)

Place = tuple[ArticleId | None, ClaimId | None]


def conflicts(session: Session) -> list[Conflict]:
    """List all open conflicts about what is there, those of one claim beside each other.

    What was deleted knowingly, itself or with its claim or article, is nobody's to decide.
    """
    query = select(ConflictRow).order_by(ConflictRow.tbl, ConflictRow.row_id, ConflictRow.field)
    noted = session.scalars(query).all()
    places = _places(session, noted)
    rows = _one_of_those_together([row for row in noted if row.row_id in places])
    standing = heads(session, [row.row_id for row in rows])
    wanted = {head.id for row in rows for head in standing.get((row.row_id, row.field), ())}
    said = _said(session, list(wanted))
    found = []
    for row in rows:
        values = [said[head.id] for head in standing.get((row.row_id, row.field), ())]
        if row.field == DELETED:
            values += _last_edit(session, row.row_id)
        place = places[row.row_id]
        found.append(Conflict(row.tbl, row.row_id, row.field, tuple(values), *place))
    return found


def _one_of_those_together(rows: Sequence[ConflictRow]) -> list[ConflictRow]:
    """Keep one conflict of those about fields that say one thing together."""
    there = {(row.row_id, row.field) for row in rows}

    def is_first(row: ConflictRow) -> bool:
        together = TOGETHER.get(row.tbl, ())
        first = next((name for name in together if (row.row_id, name) in there), row.field)
        return row.field not in together or row.field == first

    return [row for row in rows if is_first(row)]


def _places(session: Session, noted: Iterable[ConflictRow]) -> dict[UUID, Place]:
    """Return in which article and claim the rows of conflicts are, but for what is deleted."""
    by_table: dict[str, list[UUID]] = {}
    for row in noted:
        by_table.setdefault(row.tbl, []).append(row.row_id)
    found: dict[UUID, Place] = {}
    for table, ids in by_table.items():
        query, row_id = _place_query(table)
        for at in range(0, len(ids), CHUNK):
            rows = session.connection().execute(query.where(row_id.in_(ids[at : at + CHUNK])))
            found.update((row[0], (row[1], row[2])) for row in rows)
    return found


def _place_query(table: str) -> tuple[Any, Any]:
    if table == EvidenceRow.__tablename__:
        query = (
            select(EvidenceRow.id, ClaimRow.article_id, ClaimRow.id)
            .join(ClaimRow, ClaimRow.id == EvidenceRow.claim_id)
            .join(ArticleRow, ArticleRow.id == ClaimRow.article_id)
        )
        return _living(query, EvidenceRow, ClaimRow, ArticleRow), EvidenceRow.id
    if table == ClaimRow.__tablename__:
        query = select(ClaimRow.id, ClaimRow.article_id, ClaimRow.id).join(
            ArticleRow, ArticleRow.id == ClaimRow.article_id
        )
        return _living(query, ClaimRow, ArticleRow), ClaimRow.id
    if table == ArticleRow.__tablename__:
        return _living(select(ArticleRow.id, ArticleRow.id, null()), ArticleRow), ArticleRow.id
    row_type = row_types()[table]
    return _living(select(row_type.id, null(), null()), row_type), row_type.id


def _living(query: Any, *row_types_: type[Row]) -> Any:  # noqa: ANN401 - any columns
    return query.where(*(each.deleted_at.is_(None) for each in row_types_))


def _said(session: Session, ids: list[UUID]) -> dict[UUID, StandingValue]:
    query = select(ChangeRow.id, ChangeRow.new, ChangeRow.actor, ActionRow.at).join(
        ActionRow, ActionRow.id == ChangeRow.action_id
    )
    found: dict[UUID, StandingValue] = {}
    for at in range(0, len(ids), CHUNK):
        rows = session.execute(query.where(ChangeRow.id.in_(ids[at : at + CHUNK])))
        found.update((row[0], StandingValue(row[1], row[2], row[3])) for row in rows)
    return found


def _last_edit(session: Session, row_id: UUID) -> list[StandingValue]:
    """Return who edited what somebody else deleted: the newest edit of it or its parts."""
    members = family(session, [row_id])[row_id]
    query = (
        select(ChangeRow.actor, ActionRow.at)
        .join(ActionRow, ActionRow.id == ChangeRow.action_id)
        .where(ChangeRow.row_id.in_(members), ChangeRow.field != DELETED)
        .order_by(ChangeRow.hlc.desc(), ChangeRow.id.desc())
        .limit(1)
    )
    return [StandingValue(None, actor, at) for actor, at in session.execute(query)]
