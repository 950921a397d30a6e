"""Deciding between values that were set apart."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.domain.changes import Changes
from factcheck.domain.errors import N_, InvalidInputError, NotFoundError
from factcheck.operations.rows import partial_date, text
from factcheck.storage.heads import DELETED, Head, heads
from factcheck.storage.recording import TOGETHER, decide, ensure_reviewer, row_types, text_value
from factcheck.storage.tables import ChangeRow, ConflictRow, Row
from factcheck.storage.touching import recorded
from factcheck.storage.types import now

NO_CONFLICT = N_("There is nothing to decide here; somebody may have decided it already.")
NOT_STANDING = N_("“{value}” is not one of the values that stand.")

DATES = frozenset({"said_on", "published"})
TEXTS = frozenset(
    {
        *("statement", "claimant", "said_where", "rationale", "new_wording", "question", "note"),
        *("claimed_value", "claimed_unit", "found_value", "found_unit"),
        *("title", "outlet", "author", "url", "publisher", "quote", "locator", "archive_url"),
        *("name_ar", "name_en"),
    }
)


def resolve_conflict(
    session: Session, *, table: str, row_id: UUID, field: str, value: str | None
) -> Changes:
    """Decide for `value` (the stored text of one of the standing values, or of another one).

    Another value than the standing ones is taken for text and dates only. For the field
    `deleted_at`, None keeps the row and any other value deletes it.

    Raises:
        NotFoundError: Nothing is to be decided there.
        InvalidInputError: The value cannot be stored in that field.
    """
    query = select(ConflictRow).where(
        ConflictRow.tbl == table, ConflictRow.row_id == row_id, ConflictRow.field == field
    )
    if session.scalars(query).first() is None:
        raise NotFoundError(NO_CONFLICT)
    row_type = row_types()[table]
    row = session.get_one(row_type, row_id)
    ensure_reviewer(session)
    if field == DELETED:
        decide(session, row, {field: None if value is None else now()})
        return recorded(session)
    chosen = [head for head in heads(session, [row_id])[row_id, field] if head.new == value]
    if field in TOGETHER.get(table, ()):
        decide(session, row, _said_with(session, row_type, chosen, value))
    elif chosen:
        decide(session, row, {field: text_value(row_type, field, value)})
    else:
        decide(session, row, {field: other_value(field, value)})
    return recorded(session)


def _said_with(
    session: Session, row_type: type[Row], chosen: Sequence[Head], value: str | None
) -> dict[str, object]:
    """Return all that the newest of the chosen changes says together with the rest of its action.

    Raises:
        InvalidInputError: No change is chosen.
    """
    if not chosen:
        raise InvalidInputError(NOT_STANDING, value=value)
    change = session.scalars(select(ChangeRow).where(ChangeRow.id == chosen[-1].id)).one()
    query = select(ChangeRow.field, ChangeRow.new).where(
        ChangeRow.action_id == change.action_id,
        ChangeRow.row_id == change.row_id,
        ChangeRow.field.in_(TOGETHER[change.tbl]),
    )
    return {name: text_value(row_type, name, text) for name, text in session.execute(query)}


def other_value(field: str, value: str | None) -> str:
    """Check a value that a person typed for a field of text or a date.

    Raises:
        InvalidInputError: The field takes no typed value, or it is no date.
    """
    if value is not None and field in DATES:
        return partial_date(value)
    if value is not None and field in TEXTS:
        return text(value)
    raise InvalidInputError(NOT_STANDING, value=value)
