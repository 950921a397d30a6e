"""Reading the change log: the history of a claim, and what undo and redo would play back."""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from factcheck.domain.ids import ActionId, ArticleId, ClaimId
from factcheck.domain.revision import Revision
from factcheck.storage.tables import ActionRow, ChangeRow, ClaimRow, EvidenceRow

_AT_ONCE = 50
"""Actions read in one go while looking for the one to take back."""


def revisions(
    session: Session, claim_id: ClaimId | None = None, limit: int = 200
) -> list[Revision]:
    """Return recorded changes, newest first: of one claim and its evidence, or of the file."""
    query = select(ChangeRow, ActionRow).join(ActionRow, ActionRow.id == ChangeRow.action_id)
    if claim_id is not None:
        own = select(EvidenceRow.id).where(EvidenceRow.claim_id == claim_id)
        query = query.where(or_(ChangeRow.row_id == claim_id, ChangeRow.row_id.in_(own)))
    query = query.order_by(ChangeRow.hlc.desc(), ChangeRow.seq.desc()).limit(limit)
    return [_revision(change, action) for change, action in session.execute(query)]


def histories(
    session: Session, article_id: ArticleId, limit: int = 200
) -> dict[ClaimId, list[Revision]]:
    """Return what `revisions` does of every claim of an article, at most `limit` of each."""
    of_claims = select(ClaimRow.id).where(ClaimRow.article_id == article_id)
    evidence = select(EvidenceRow.id, EvidenceRow.claim_id).where(
        EvidenceRow.claim_id.in_(of_claims)
    )
    owners = {row_id: ClaimId(claim_id) for row_id, claim_id in session.execute(evidence)}
    of_evidence = evidence.with_only_columns(EvidenceRow.id)
    query = (
        select(ChangeRow, ActionRow)
        .join(ActionRow, ActionRow.id == ChangeRow.action_id)
        .where(or_(ChangeRow.row_id.in_(of_claims), ChangeRow.row_id.in_(of_evidence)))
        .order_by(ChangeRow.hlc.desc(), ChangeRow.seq.desc())
    )
    found: dict[ClaimId, list[Revision]] = {}
    for change, action in session.execute(query):
        own = found.setdefault(owners.get(change.row_id, ClaimId(change.row_id)), [])
        if len(own) < limit:
            own.append(_revision(change, action))
    return found


def _revision(change: ChangeRow, action: ActionRow) -> Revision:
    return Revision(
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


class Steps(NamedTuple):
    """What undo would take back and redo would do again: id and name of an operation."""

    undo: tuple[ActionId, str] | None
    redo: tuple[ActionId, str] | None


def next_steps(session: Session) -> Steps:
    """Return the next steps of undo and redo of this installation.

    Reads backwards from the newest action and stops as soon as both are known, mostly after one
    or two rows: the desk asks after every change, however long the log is.
    """
    replica: UUID = session.info["replica"]
    columns = (ActionRow.id, ActionRow.name, ActionRow.kind, ActionRow.target_id, ActionRow.replica)
    query = select(*columns).order_by(ActionRow.hlc.desc(), ActionRow.seq.desc())
    with session.execute(query).yield_per(_AT_ONCE) as actions:
        return _first_steps(
            (action_id, name, kind, target_id)
            for action_id, name, kind, target_id, maker in actions
            if maker == replica
        )


def _first_steps(actions: Iterable[tuple[UUID, str, str, UUID | None]]) -> Steps:
    """Look through the actions of one installation, newest first, until both steps are known."""
    newest: dict[UUID | None, str] = {}
    undone: UUID | None = None
    has_done = False
    redo: tuple[ActionId, str] | None = None
    for action_id, name, kind, target_id in actions:
        if kind != "do":
            is_newest = target_id not in newest
            newest.setdefault(target_id, kind)
            if kind == "undo" and is_newest and undone is None and not has_done:
                undone = target_id
            continue
        has_done = True
        if action_id == undone:
            redo = (ActionId(action_id), name)
        if newest.get(action_id) != "undo":
            return Steps((ActionId(action_id), name), redo)
    return Steps(None, redo)


def undoable(session: Session) -> str | None:
    """Return the name of the operation that undo would take back, or None."""
    step = next_steps(session).undo
    return step[1] if step else None


def redoable(session: Session) -> str | None:
    """Return the name of the operation that redo would do again, or None."""
    step = next_steps(session).redo
    return step[1] if step else None
