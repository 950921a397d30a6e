"""From touched rows to `Changes`, the one thing that views refresh from."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.domain.changes import Changes
from factcheck.domain.ids import ArticleId, ClaimId, EvidenceId, ScaleId
from factcheck.storage.heads import CHUNK
from factcheck.storage.recording import recorder
from factcheck.storage.tables import ClaimRow, EvidenceRow, RatingRow


def recorded(session: Session, created: UUID | None = None) -> Changes:
    """Flush, and return what the transaction has touched so far; how every operation ends."""
    session.flush()
    touched = recorder(session).touched
    changes = changes_of_ids(session, [(row.__tablename__, row.id) for row in touched.values()])
    return changes | Changes(created=created)


def changes_of_ids(session: Session, touched: Iterable[tuple[str, UUID]]) -> Changes:
    """Return the changes that the touched (table, row id) pairs amount to.

    A touched piece of evidence touches its claim, a touched claim its article.
    """
    by_table: dict[str, set[UUID]] = {}
    for table, row_id in touched:
        by_table.setdefault(table, set()).add(row_id)
    evidence = by_table.get("evidence", set())
    claims = by_table.get("claim", set()) | _owners(session, EvidenceRow, evidence)
    articles = by_table.get("article", set()) | _owners(session, ClaimRow, claims)
    ratings = by_table.get("rating", set())
    scales = by_table.get("rating_scale", set()) | _owners(session, RatingRow, ratings)
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
    session: Session, row_type: type[ClaimRow | EvidenceRow | RatingRow], ids: set[UUID]
) -> set[UUID]:
    wanted = list(ids)
    found: set[UUID] = set()
    for at in range(0, len(wanted), CHUNK):
        query = select(_OWNER[row_type]).where(row_type.id.in_(wanted[at : at + CHUNK]))
        found.update(session.connection().scalars(query.distinct()))
    return found
