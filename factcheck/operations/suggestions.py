"""Suggestions of the program, the two answers to them, and marks that say “nothing to check here”.

A suggestion is a claim in the state *suggested*. Its id follows from what it says, so two people
who have the same text examined apart get the same rows, and merging their copies doubles nothing.
A mark is a dismissed claim with the rule `NOTHING` over a sentence.
"""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.domain.anchor import Anchor
from factcheck.domain.changes import Changes
from factcheck.domain.claim import NOTHING, ClaimDraft, ClaimKind, WorkState
from factcheck.domain.errors import InvalidInputError
from factcheck.domain.ids import ArticleId, ClaimId, natural_id
from factcheck.operations.claims import MOVED_TEXT, columns_of, current_version
from factcheck.operations.rows import find_rows, refuse_orphans
from factcheck.storage.heads import CHUNK, DELETED
from factcheck.storage.queries import NO_CLAIM
from factcheck.storage.recording import ensure_reviewer
from factcheck.storage.tables import ActionRow, ArticleVersionRow, ChangeRow, ClaimRow
from factcheck.storage.touching import recorded
from factcheck.storage.types import now
from factcheck.text.anchoring import make_anchor

_SAME = 0.5
"""From this share of common letters on, two spans stand for the same statement."""

_STRIDE = 256
"""Code points of the stretches by which claims are looked up."""


def add_suggestions(
    session: Session, *, article_id: ArticleId, drafts: Sequence[ClaimDraft]
) -> Changes:
    """Store what the program proposes, but for what is known already in any state.

    A draft is left out where a claim of its kind, or one that was suggested, stands on the same
    words or on most of them, whether it is suggested, accepted, dismissed or was deleted, and
    where somebody has said that there is nothing to check. What was taken back by undo counts
    as never made.

    Raises:
        NotFoundError: There is no such article.
        InvalidInputError: An anchor does not hold the words at its place; none is stored.
    """
    version = current_version(session, article_id)
    known = _known(session, version)
    for draft in drafts:
        anchor = draft.anchor
        if not anchor.exact or version.text[anchor.start : anchor.end] != anchor.exact:
            raise InvalidInputError(MOVED_TEXT)
        row_id = _identity(version, draft)
        if not known.has(row_id, draft):
            gone = known.unmade.get(row_id)
            known.take(_put(session, version, row_id, draft, gone))
    return recorded(session)


def accept_suggestions(session: Session, *, claim_ids: Iterable[ClaimId]) -> Changes:
    """Make claims of the suggestions among `claim_ids`, with all that they carry; others stay.

    Raises:
        NotFoundError: One of them does not exist.
    """
    reviewer_id = ensure_reviewer(session)
    for row in _suggested(session, claim_ids):
        row.state = WorkState.OPEN.value
        row.reviewer_id = reviewer_id
    return recorded(session)


def dismiss_suggestions(session: Session, *, claim_ids: Iterable[ClaimId]) -> Changes:
    """Put the suggestions among `claim_ids` aside for good; others stay.

    Raises:
        NotFoundError: One of them does not exist.
    """
    ensure_reviewer(session)
    for row in _suggested(session, claim_ids):
        row.state = WorkState.DISMISSED.value
    return recorded(session)


def mark_nothing(session: Session, *, article_id: ArticleId, start: int, end: int) -> Changes:
    """Say that [start, end) (code points) holds nothing to check; dismisses suggestions within.

    Raises:
        NotFoundError: There is no such article.
        InvalidInputError: There are no words there.
    """
    ensure_reviewer(session)
    version = current_version(session, article_id)
    anchor = make_anchor(version.text, start, end)
    for row in _live(session, version):
        if row.state == WorkState.SUGGESTED and _inside(row, anchor):
            row.state = WorkState.DISMISSED.value
    draft = ClaimDraft(anchor, ClaimKind.OTHER, WorkState.DISMISSED, rule=NOTHING)
    row_id = _identity(version, draft)
    row = _put(session, version, row_id, draft, session.get(ClaimRow, row_id))
    return recorded(session, created=row.id)


def unmark_nothing(session: Session, *, article_id: ArticleId, start: int, end: int) -> Changes:
    """Take the marks that touch [start, end) away; the suggestions dismissed with them stay so.

    Raises:
        NotFoundError: There is no such article.
    """
    version = current_version(session, article_id)
    for row in _live(session, version):
        if row.rule == NOTHING and row.start < end and row.end > start:
            row.deleted_at = now()
    return recorded(session)


def _suggested(session: Session, claim_ids: Iterable[ClaimId]) -> list[ClaimRow]:
    rows = find_rows(session, ClaimRow, claim_ids, NO_CLAIM)
    refuse_orphans(session, rows)
    return [row for row in rows if row.state == WorkState.SUGGESTED]


def _live(session: Session, version: ArticleVersionRow) -> list[ClaimRow]:
    query = select(ClaimRow).where(ClaimRow.version_id == version.id, ClaimRow.deleted_at.is_(None))
    return list(session.scalars(query))


def _inside(row: ClaimRow, anchor: Anchor) -> bool:
    return anchor.start <= row.start and row.end <= anchor.end


def _identity(version: ArticleVersionRow, draft: ClaimDraft) -> UUID:
    """The id of what a draft says: rows made apart are either equal or have different ids."""
    anchor, figure = draft.anchor, draft.claimed
    said = (draft.kind, draft.priority, draft.claimant, draft.rule, draft.state)
    claimed = (figure.value, figure.unit, figure.comparator, figure.as_of)
    place = (str(anchor.start), str(anchor.end))
    return natural_id("suggestion", version.id.hex, *place, *said, *claimed)


def _put(
    session: Session,
    version: ArticleVersionRow,
    row_id: UUID,
    draft: ClaimDraft,
    row: ClaimRow | None,
) -> ClaimRow:
    """Make the row, or bring `row`, which had that id, back as it was made."""
    columns = columns_of(draft)
    if row is None:
        row = ClaimRow(id=row_id, article_id=version.article_id, version_id=version.id, **columns)
        session.add(row)
        return row
    row.deleted_at = None
    for name, value in columns.items():
        setattr(row, name, value)
    return row


class _Known:
    """The claims of a version by id and by place; apart from them those that count as unmade."""

    def __init__(self, rows: Iterable[ClaimRow], unmade: Iterable[ClaimRow]) -> None:
        self.unmade = {row.id: row for row in unmade}
        self._ids: set[UUID] = set()
        self._places: dict[int, list[ClaimRow]] = {}
        for row in rows:
            self.take(row)

    def has(self, row_id: UUID, draft: ClaimDraft) -> bool:
        places = _places(draft.anchor.start, draft.anchor.end)
        near = (row for place in places for row in self._places.get(place, ()))
        return row_id in self._ids or any(_is_known(draft, row) for row in near)

    def take(self, row: ClaimRow) -> None:
        self._ids.add(row.id)
        for place in _places(row.start, row.end):
            self._places.setdefault(place, []).append(row)


def _places(start: int, end: int) -> range:
    return range(start // _STRIDE, end // _STRIDE + 1)


def _known(session: Session, version: ArticleVersionRow) -> _Known:
    """Return all that stands in the way of a suggestion."""
    rows = list(session.scalars(select(ClaimRow).where(ClaimRow.version_id == version.id)))
    deleted = [row for row in rows if row.deleted_at is not None]
    unmade = _unmade(session, [row.id for row in deleted])
    unmade |= {row.id for row in deleted if row.rule == NOTHING}
    return _Known(
        (row for row in rows if row.id not in unmade), (row for row in deleted if row.id in unmade)
    )


def _is_known(draft: ClaimDraft, row: ClaimRow) -> bool:
    anchor = draft.anchor
    common = min(anchor.end, row.end) - max(anchor.start, row.start)
    if common <= 0:
        return False
    if row.rule == NOTHING:
        return common >= _SAME * len(anchor)
    if row.rule:
        # Suggestions do not overlap, so this is the draft, perhaps with other edges by now.
        return common >= _SAME * min(len(anchor), row.end - row.start)
    union = max(anchor.end, row.end) - min(anchor.start, row.start)
    is_same_kind = row.kind == draft.kind
    return common == union or (is_same_kind and common >= _SAME * union)


def _unmade(session: Session, deleted: Sequence[UUID]) -> set[UUID]:
    """Return which of the deleted rows an undo took away, rather than somebody who meant it."""
    found: dict[UUID, str] = {}
    for at in range(0, len(deleted), CHUNK):
        query = (
            select(ChangeRow.row_id, ActionRow.kind)
            .join(ActionRow, ActionRow.id == ChangeRow.action_id)
            .where(ChangeRow.row_id.in_(deleted[at : at + CHUNK]), ChangeRow.field == DELETED)
            .order_by(ChangeRow.hlc, ChangeRow.seq)
        )
        found.update((row_id, kind) for row_id, kind in session.execute(query))
    return {row_id for row_id, kind in found.items() if kind == "undo"}
