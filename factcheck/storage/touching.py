"""From touched rows to `Changes`, the one thing that views refresh from."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.domain.changes import Changes
from factcheck.domain.ids import ArticleId, ClaimId, EvidenceId, ScaleId
from factcheck.storage.heads import CHUNK
from factcheck.storage.recording import recorder
from factcheck.storage.tables import ClaimRow, EvidenceRow, RatingRow, Row


def recorded(session: Session, created: UUID | None = None) -> Changes:
    """Flush, and return what the transaction has touched so far; how every operation ends."""
    session.flush()
    touched = recorder(session).touched
    ids = [(row.__tablename__, row.id) for row in touched.values()]
    changes = changes_of_ids(session, ids, touched)
    return changes | Changes(created=created)


def changes_of_ids(
    session: Session, touched: Iterable[tuple[str, UUID]], loaded: Mapping[UUID, Row] | None = None
) -> Changes:
    """Return the changes that the touched (table, row id) pairs amount to.

    A touched piece of evidence touches its claim, a touched claim its article. Rows that are
    `loaded`, by id, are not read again.
    """
    known = loaded or {}
    by_table: dict[str, set[UUID]] = {}
    for table, row_id in touched:
        by_table.setdefault(table, set()).add(row_id)
    evidence = by_table.get("evidence", set())
    claims = by_table.get("claim", set()) | _owners(session, EvidenceRow, evidence, known)
    articles = by_table.get("article", set()) | _owners(session, ClaimRow, claims, known)
    ratings = by_table.get("rating", set())
    scales = by_table.get("rating_scale", set()) | _owners(session, RatingRow, ratings, known)
    return Changes(
        frozenset(map(ArticleId, articles)),
        frozenset(map(ClaimId, claims)),
        frozenset(map(EvidenceId, evidence)),
        frozenset(map(ScaleId, scales)),
    )


_OWNER = {
    EvidenceRow: EvidenceRow.claim_id,
    ClaimRow: ClaimRow.article_id,
    RatingRow: RatingRow.scale_id,
}


def _owners(
    session: Session,
    row_type: type[ClaimRow | EvidenceRow | RatingRow],
    ids: set[UUID],
    known: Mapping[UUID, Row],
) -> set[UUID]:
    owner = _OWNER[row_type]
    found: set[UUID] = {getattr(known[each], owner.key) for each in ids if each in known}
    wanted = [each for each in ids if each not in known]
    for at in range(0, len(wanted), CHUNK):
        query = select(owner).where(row_type.id.in_(wanted[at : at + CHUNK]))
        found.update(session.connection().scalars(query.distinct()))
    return found
