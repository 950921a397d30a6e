"""Undo and redo, played back from the change log.

An undo is an ordinary recorded action that sets every field back; it refuses where somebody else
has changed the same thing since, so that nobody's work is taken back by another person.
"""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from factcheck.domain.changes import Changes
from factcheck.domain.errors import N_, ConflictError, InvalidInputError, Phrase
from factcheck.domain.ids import ActionId
from factcheck.operations.rows import refuse_orphans
from factcheck.storage.heads import CHUNK, CREATED
from factcheck.storage.ledger import next_steps
from factcheck.storage.recording import recorder, row_types, text_value
from factcheck.storage.tables import (
    ActionRow,
    ArticleVersionRow,
    ChangeRow,
    ClaimRow,
    EvidenceRow,
    ReviewerRow,
    Row,
)
from factcheck.storage.touching import recorded
from factcheck.storage.types import now

NOTHING_TO_UNDO = N_("There is nothing to undo.")
NOTHING_TO_REDO = N_("There is nothing to redo.")
CHANGED_SINCE = N_(
    "This cannot be taken back: {name} has changed the same thing since. Change it by hand if it"
    " is wrong."
)
SOMEBODY = N_("somebody else")


def undo(session: Session) -> Changes:
    """Take back the newest action of this installation that still stands.

    Raises:
        InvalidInputError: There is none.
        ConflictError: Somebody else has changed the same thing since; nothing is changed.
    """
    step = next_steps(session).undo
    if step is None:
        raise InvalidInputError(NOTHING_TO_UNDO)
    return _play(session, step[0], "undo")


def redo(session: Session) -> Changes:
    """Do again the newest action that was taken back.

    Raises:
        InvalidInputError: There is none.
        ConflictError: Somebody else has changed the same thing since; nothing is changed.
    """
    step = next_steps(session).redo
    if step is None:
        raise InvalidInputError(NOTHING_TO_REDO)
    return _play(session, step[0], "redo")


def _play(session: Session, action_id: ActionId, kind: str) -> Changes:
    action = session.scalars(select(ActionRow).where(ActionRow.id == action_id)).one()
    changes = session.scalars(
        select(ChangeRow).where(ChangeRow.action_id == action.id).order_by(ChangeRow.seq)
    ).all()
    record = recorder(session)
    record.name, record.kind, record.target_id = action.name, kind, action.id
    _refuse_foreign(session, action, changes)
    types = row_types()
    rows = _load(session, changes)
    refuse_orphans(session, rows.values())
    ordered = reversed(changes) if kind == "undo" else changes
    for change in ordered:
        row_type = types[change.tbl]
        row = rows.get(change.row_id)
        if row is None:
            continue
        if change.field == CREATED:
            row.deleted_at = now() if kind == "undo" else None
        else:
            value = change.old if kind == "undo" else change.new
            setattr(row, change.field, text_value(row_type, change.field, value))
    return recorded(session)


def _load(session: Session, changes: Sequence[ChangeRow]) -> dict[UUID, Row]:
    """Return the changed rows by id, but for people and texts, which nothing takes back."""
    found: dict[UUID, Row] = {}
    for table, row_type in row_types().items():
        if row_type in (ReviewerRow, ArticleVersionRow):
            continue
        ids = list({change.row_id for change in changes if change.tbl == table})
        for at in range(0, len(ids), CHUNK):
            query = select(row_type).where(row_type.id.in_(ids[at : at + CHUNK]))
            found.update((row.id, row) for row in session.scalars(query))
    return found


def _refuse_foreign(session: Session, action: ActionRow, changes: Sequence[ChangeRow]) -> None:
    """Refuse where somebody else changed the same field, or anything of what was made, since."""
    made = [change.row_id for change in changes if change.field == CREATED]
    fields = {(change.row_id, change.field) for change in changes}
    whole = set(made) | _parts(session, made)
    rows = list({change.row_id for change in changes} | whole)
    mine = {action.actor, recorder(session).actor}
    for at in range(0, len(rows), CHUNK):
        query = select(ChangeRow).where(
            ChangeRow.row_id.in_(rows[at : at + CHUNK]),
            ChangeRow.hlc > action.hlc,
            or_(ChangeRow.replica != action.replica, ChangeRow.actor.not_in(mine)),
        )
        for later in session.scalars(query):
            if later.row_id in whole or (later.row_id, later.field) in fields:
                raise ConflictError(CHANGED_SINCE, name=later.actor or Phrase(SOMEBODY))


def _parts(session: Session, made: Sequence[UUID]) -> set[UUID]:
    """Return the claims of the articles, and the evidence of the claims, among made rows."""
    found: set[UUID] = set()
    owners = list(made)
    for row_type, owner in (
        (ClaimRow, ClaimRow.article_id),
        (EvidenceRow, EvidenceRow.claim_id),
    ):
        parts: list[UUID] = []
        for at in range(0, len(owners), CHUNK):
            query = select(row_type.id).where(owner.in_(owners[at : at + CHUNK]))
            parts += session.scalars(query)
        found.update(parts)
        owners = [*owners, *parts]
    return found
