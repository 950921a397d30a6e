"""Reading the change log: the history of a claim, and what undo and redo would play back."""

from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from factcheck.domain.ids import ActionId, ClaimId
from factcheck.domain.revision import Revision
from factcheck.storage.tables import ActionRow, ChangeRow, EvidenceRow

DEPTH = 2000
"""How many of the newest actions of a person undo looks back over."""


def revisions(
    session: Session, claim_id: ClaimId | None = None, limit: int = 200
) -> list[Revision]:
    """Return recorded changes, newest first: of one claim and its evidence, or of the file."""
    query = select(ChangeRow, ActionRow).join(ActionRow, ActionRow.id == ChangeRow.action_id)
    if claim_id is not None:
        own = select(EvidenceRow.id).where(EvidenceRow.claim_id == claim_id)
        query = query.where(or_(ChangeRow.row_id == claim_id, ChangeRow.row_id.in_(own)))
    query = query.order_by(ChangeRow.hlc.desc(), ChangeRow.seq.desc()).limit(limit)
    return [
        Revision(
            action_id=ActionId(action.id),
            action=action.name,
            kind=action.kind,
            at=action.at,
            actor=change.actor,
            table=change.tbl,
            row_id=change.row_id,
            field=change.field,
            old=change.old,
            new=change.new,
        )
        for change, action in session.execute(query)
    ]


def undo_stacks(session: Session) -> tuple[list[ActionRow], list[ActionRow]]:
    """Return the actions of this installation that can be undone and redone, newest last."""
    replica: UUID = session.info["replica"]
    query = (
        select(ActionRow)
        .where(ActionRow.replica == replica)
        .order_by(ActionRow.hlc.desc())
        .limit(DEPTH)
    )
    by_id: dict[UUID, ActionRow] = {}
    done: list[ActionRow] = []
    undone: list[ActionRow] = []
    for action in reversed(list(session.scalars(query))):
        by_id[action.id] = action
        target = by_id.get(action.target_id) if action.target_id else None
        if action.kind == "do":
            done.append(action)
            undone.clear()
        elif action.kind == "undo" and target in done:
            done.remove(target)
            undone.append(target)
        elif action.kind == "redo" and target in undone:
            undone.remove(target)
            done.append(target)
    return done, undone


def undoable(session: Session) -> str | None:
    """Return the name of the operation that undo would take back, or None."""
    done, _ = undo_stacks(session)
    return done[-1].name if done else None


def redoable(session: Session) -> str | None:
    """Return the name of the operation that redo would do again, or None."""
    _, undone = undo_stacks(session)
    return undone[-1].name if undone else None
