"""Adding, describing, ordering and deleting evidence."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.domain.changes import Changes
from factcheck.domain.errors import N_, InvalidInputError
from factcheck.domain.evidence import EvidenceDraft, SourceClass, Stance
from factcheck.domain.ids import ClaimId, EvidenceId, new_id
from factcheck.operations.rows import (
    check_fields,
    find_row,
    find_rows,
    one_of,
    partial_date,
    refuse_orphans,
    set_fields,
    text,
)
from factcheck.operations.saving import set_columns
from factcheck.storage.queries import NO_CLAIM, NO_EVIDENCE
from factcheck.storage.recording import ensure_reviewer
from factcheck.storage.tables import ClaimRow, EvidenceRow
from factcheck.storage.touching import recorded
from factcheck.storage.types import now

NOT_MOMENT = N_("“Accessed” takes a date and time with its time zone.")
EMPTY = N_("Evidence needs an address, a title or a quoted passage. Fill in one of them.")


def _moment(value: object) -> datetime:
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise InvalidInputError(NOT_MOMENT)
    moment = value.astimezone(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


_CHECKS = {
    "url": lambda value: text(value).strip(),
    "stance": one_of(Stance),
    "source_class": one_of(SourceClass),
    "title": text,
    "publisher": text,
    "author": text,
    "quote": text,
    "locator": text,
    "published": partial_date,
    "accessed": _moment,
    "archive_url": lambda value: text(value).strip(),
}


def evidence_columns(values: Mapping[str, object]) -> dict[str, object]:
    """Return checked values of a piece of evidence under the names of columns.

    Raises:
        InvalidInputError: A field is unknown or a value does not fit.
    """
    return check_fields(values, _CHECKS)


def says_something(draft: EvidenceDraft) -> bool:
    """Whether evidence can be stored: it has an address, a title or a quoted passage."""
    return any(part.strip() for part in (draft.url, draft.title, draft.quote, draft.archive_url))


def _siblings(session: Session, claim_id: object) -> list[EvidenceRow]:
    query = select(EvidenceRow).where(
        EvidenceRow.claim_id == claim_id, EvidenceRow.deleted_at.is_(None)
    )
    return list(session.scalars(query.order_by(EvidenceRow.position, EvidenceRow.id)))


def add_evidence(session: Session, *, claim_id: ClaimId, draft: EvidenceDraft) -> Changes:
    """Add evidence after the claim's other evidence; `created` is its id.

    The address is kept as typed; whether it may be opened is judged where it is opened.

    Raises:
        NotFoundError: There is no such claim.
        InvalidInputError: It says nothing, or a value does not fit.
    """
    refuse_orphans(session, [find_row(session, ClaimRow, claim_id, NO_CLAIM)])
    if not says_something(draft):
        raise InvalidInputError(EMPTY)
    ensure_reviewer(session)
    siblings = _siblings(session, claim_id)
    values = asdict(draft)
    values["accessed"] = draft.accessed or now()
    row = EvidenceRow(
        id=new_id(), claim_id=claim_id, position=siblings[-1].position + 1 if siblings else 0
    )
    set_fields(row, values, _CHECKS)
    session.add(row)
    return recorded(session, created=row.id)


def edit_evidence(
    session: Session,
    *,
    evidence_id: EvidenceId,
    values: Mapping[str, object],
    base: Mapping[str, object] | None = None,
) -> Changes:
    """Set fields of a piece of evidence; keys are fields of `EvidenceDraft`.

    `base` holds the values that the edit began with; without it, whatever stands is replaced.

    Raises:
        EditConflictError: Somebody set one of the fields to something else than `base` meanwhile.
        NotFoundError: There is no such evidence.
        InvalidInputError: A field is unknown or a value does not fit; nothing is changed.
    """
    row = find_row(session, EvidenceRow, evidence_id, NO_EVIDENCE)
    refuse_orphans(session, [row])
    began = {row.id: evidence_columns(base or {})}
    set_columns(session, [row], evidence_columns(values), began)
    return recorded(session)


def move_evidence(session: Session, *, evidence_id: EvidenceId, position: int) -> Changes:
    """Put a piece of evidence at `position` (from 0) among those of its claim.

    Raises:
        NotFoundError: There is no such evidence.
    """
    row = find_row(session, EvidenceRow, evidence_id, NO_EVIDENCE)
    refuse_orphans(session, [row])
    others = [each for each in _siblings(session, row.claim_id) if each.id != row.id]
    others.insert(max(0, min(position, len(others))), row)
    for place, each in enumerate(others):
        each.position = place
    return recorded(session)


def delete_evidence(session: Session, *, evidence_ids: Iterable[EvidenceId]) -> Changes:
    """Mark evidence as deleted.

    Raises:
        NotFoundError: One of them does not exist.
    """
    rows = find_rows(session, EvidenceRow, evidence_ids, NO_EVIDENCE)
    refuse_orphans(session, rows)
    for row in rows:
        row.deleted_at = now()
    return recorded(session)
