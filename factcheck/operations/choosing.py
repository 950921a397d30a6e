"""Choosing between two edits of the same field, one of which could not be saved."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from factcheck.domain.changes import Changes
from factcheck.domain.conflict import Clash
from factcheck.domain.errors import N_
from factcheck.operations.conflicts import other_value
from factcheck.operations.rows import find_row, refuse_orphans
from factcheck.operations.saving import set_columns
from factcheck.storage.recording import ensure_reviewer, row_types, text_value
from factcheck.storage.touching import recorded

GONE = N_("What this text belongs to was deleted meanwhile. Undo the deletion first.")


@dataclass(frozen=True, slots=True)
class Choice:
    """What a field shall hold: `value` as stored text, or as typed where it is neither edit."""

    clash: Clash
    value: str | None


def choose_edits(session: Session, *, choices: Sequence[Choice]) -> Changes:
    """Store what was chosen, unless the fields changed once more since the clashes were found.

    Raises:
        EditConflictError: Somebody changed one of the fields again; nothing is stored.
        NotFoundError: What a field belongs to is deleted.
        InvalidInputError: A typed value does not fit.
    """
    ensure_reviewer(session)
    for choice in choices:
        clash = choice.clash
        row_type = row_types()[clash.table]
        row = find_row(session, row_type, clash.row_id, GONE)
        refuse_orphans(session, [row])
        is_known = choice.value in (clash.mine, clash.theirs)
        value = (
            text_value(row_type, clash.field, choice.value)
            if is_known
            else other_value(clash.field, choice.value)
        )
        seen = text_value(row_type, clash.field, clash.theirs)
        set_columns(session, [row], {clash.field: value}, {row.id: {clash.field: seen}})
    return recorded(session)
