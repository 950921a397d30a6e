"""Choosing between two edits of the same field, one of which could not be saved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from factcheck.domain.changes import Changes
from factcheck.domain.conflict import Clash, EditConflictError
from factcheck.domain.errors import N_
from factcheck.domain.ids import ClaimId, EvidenceId
from factcheck.operations.claims import claim_columns
from factcheck.operations.conflicts import other_value
from factcheck.operations.evidence import evidence_columns
from factcheck.operations.rows import find_row, refuse_orphans
from factcheck.operations.saving import set_columns
from factcheck.storage.recording import ensure_reviewer, row_types, text_value, value_text
from factcheck.storage.touching import recorded

GONE = N_("What this text belongs to was deleted meanwhile. Undo the deletion first.")


@dataclass(frozen=True, slots=True)
class Choice:
    """What a field shall hold: `value` as stored text, or as typed where it is neither edit."""

    clash: Clash
    value: str | None


def unsaved_edit(
    claim_id: ClaimId, values: Mapping[str, object], base: Mapping[str, object]
) -> EditConflictError:
    """Return an edit of a claim that cannot be saved at all, in the form in which drafts are kept.

    Nobody else set the fields: what stands is what the edit began with.
    """
    return _unsaved("claim", claim_id, claim_columns(values), claim_columns(base))


def unsaved_evidence(
    evidence_id: EvidenceId, values: Mapping[str, object], base: Mapping[str, object]
) -> EditConflictError:
    """Return the same for an edit of a piece of evidence."""
    return _unsaved("evidence", evidence_id, evidence_columns(values), evidence_columns(base))


def _unsaved(
    table: str, row_id: UUID, columns: Mapping[str, object], base: Mapping[str, object]
) -> EditConflictError:
    began = {name: value_text(each) for name, each in base.items()}
    mine = {name: value_text(each) for name, each in columns.items()}
    return EditConflictError(
        tuple(
            Clash(table, row_id, name, began.get(name), value, began.get(name))
            for name, value in mine.items()
            if value != began.get(name)
        )
    )


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
