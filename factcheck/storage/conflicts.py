"""Reading what people have to decide between."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.domain.conflict import Conflict, StandingValue
from factcheck.domain.ids import ArticleId, ClaimId
from factcheck.storage.heads import DELETED, family, heads
from factcheck.storage.recording import row_types
from factcheck.storage.tables import (
    ActionRow,
    ArticleRow,
    ChangeRow,
    ClaimRow,
    ConflictRow,
    EvidenceRow,
)


def conflicts(session: Session) -> list[Conflict]:
    """List all open conflicts about what is there, those of one claim beside each other.

    What was deleted knowingly, itself or with its claim or article, is nobody's to decide.
    """
    query = select(ConflictRow).order_by(ConflictRow.tbl, ConflictRow.row_id, ConflictRow.field)
    rows = [row for row in session.scalars(query) if _is_there(session, row)]
    standing = heads(session, [row.row_id for row in rows])
    wanted = {head.id for row in rows for head in standing.get((row.row_id, row.field), ())}
    said = _said(session, wanted)
    return [_conflict(session, row, standing, said) for row in rows]


def _is_there(session: Session, row: ConflictRow) -> bool:
    found = session.get(row_types()[row.tbl], row.row_id)
    while found is not None and found.deleted_at is None:
        if isinstance(found, EvidenceRow):
            found = session.get(ClaimRow, found.claim_id)
        elif isinstance(found, ClaimRow):
            found = session.get(ArticleRow, found.article_id)
        else:
            return True
    return False


def _said(session: Session, ids: set[UUID]) -> dict[UUID, StandingValue]:
    query = select(ChangeRow.id, ChangeRow.new, ChangeRow.actor, ActionRow.at).join(
        ActionRow, ActionRow.id == ChangeRow.action_id
    )
    found = session.execute(query.where(ChangeRow.id.in_(ids)))
    return {row[0]: StandingValue(row[1], row[2], row[3]) for row in found}


def _conflict(
    session: Session,
    row: ConflictRow,
    standing: dict[tuple[UUID, str], list[Any]],
    said: dict[UUID, StandingValue],
) -> Conflict:
    values = [said[head.id] for head in standing.get((row.row_id, row.field), ())]
    if row.field == DELETED:
        values += _last_edit(session, row.row_id)
    article_id, claim_id = _place(session, row)
    return Conflict(row.tbl, row.row_id, row.field, tuple(values), article_id, claim_id)


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


def _place(session: Session, row: ConflictRow) -> tuple[ArticleId | None, ClaimId | None]:
    if row.tbl == ArticleRow.__tablename__:
        return ArticleId(row.row_id), None
    claim_id = row.row_id if row.tbl == ClaimRow.__tablename__ else None
    if row.tbl == EvidenceRow.__tablename__:
        claim_id = session.get_one(EvidenceRow, row.row_id).claim_id
    if claim_id is None:
        return None, None
    return ArticleId(session.get_one(ClaimRow, claim_id).article_id), ClaimId(claim_id)
