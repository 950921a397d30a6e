"""The library out of the record: the articles with how far each is, whole or by pages."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from factcheck.domain.article import ArticleSummary
from factcheck.domain.claim import WorkState
from factcheck.domain.ids import ArticleId, RatingId
from factcheck.storage.heads import CHUNK
from factcheck.storage.search import find_articles, holds
from factcheck.storage.tables import ArticleRow, ClaimRow

_STATES = {each.value: each for each in WorkState}


def articles(
    session: Session, search: str = "", limit: int | None = None, before: ArticleId | None = None
) -> list[ArticleSummary]:
    """List the library, newest first; with `search`, the articles that hold all its words.

    `limit` and `before` (the last article of the page before) read one page of a long library.
    """
    return _summaries(session, _article_ids(session, search, limit, before))


def summaries(session: Session, ids: Collection[ArticleId]) -> list[ArticleSummary]:
    """Return those of some articles that exist and are not deleted, in the order of `ids`."""
    return _summaries(session, list(ids))


def one_found(session: Session, search: str, article_id: ArticleId) -> list[ArticleSummary]:
    """Return an article in a list where a search finds it, [] where it does not."""
    is_found = not search.strip() or holds(session, search, article_id)
    return _summaries(session, [article_id]) if is_found else []


def count(session: Session) -> int:
    """Return how many articles there are."""
    query = select(func.count()).select_from(ArticleRow).where(ArticleRow.deleted_at.is_(None))
    return session.scalar(query) or 0


def _summaries(session: Session, ids: Sequence[UUID]) -> list[ArticleSummary]:
    found: list[ArticleSummary] = []
    for at in range(0, len(ids), CHUNK):
        some = ids[at : at + CHUNK]
        query = select(ArticleRow).where(ArticleRow.id.in_(some), ArticleRow.deleted_at.is_(None))
        rows = {row.id: row for row in session.scalars(query)}
        counted = _counts(session, list(rows))
        found += [_summary(rows[each], counted.get(each, [])) for each in some if each in rows]
    return found


def _article_ids(
    session: Session, search: str, limit: int | None, before: ArticleId | None
) -> list[UUID]:
    """Return the ids of a page, newest first."""
    if search.strip():
        return find_articles(session, search, limit, before)
    query = select(ArticleRow.id).where(ArticleRow.deleted_at.is_(None))
    if before is not None:
        query = query.where(ArticleRow.id < before)
    return list(session.scalars(query.order_by(ArticleRow.id.desc()).limit(limit)))


def _counts(
    session: Session, article_ids: list[UUID]
) -> dict[UUID, list[tuple[str, UUID | None, int]]]:
    query = (
        select(ClaimRow.article_id, ClaimRow.state, ClaimRow.rating_id, func.count())
        .where(ClaimRow.article_id.in_(article_ids), ClaimRow.deleted_at.is_(None))
        .group_by(ClaimRow.article_id, ClaimRow.state, ClaimRow.rating_id)
    )
    found: dict[UUID, list[tuple[str, UUID | None, int]]] = {}
    for article_id, state, rating_id, count in session.execute(query):
        found.setdefault(article_id, []).append((state, rating_id, count))
    return found


def _summary(row: ArticleRow, counts: list[tuple[str, UUID | None, int]]) -> ArticleSummary:
    by_state: dict[WorkState, int] = {}
    by_rating: dict[RatingId, int] = {}
    for state, rating_id, count in counts:
        known = _STATES.get(state, WorkState.OPEN)
        by_state[known] = by_state.get(known, 0) + count
        if rating_id is not None and known is not WorkState.DISMISSED:
            key = RatingId(rating_id)
            by_rating[key] = by_rating.get(key, 0) + count
    return ArticleSummary(
        id=ArticleId(row.id),
        title=row.title,
        outlet=row.outlet,
        author=row.author,
        published=row.published,
        language=row.language,
        created_at=row.created_at,
        updated_at=row.updated_at,
        by_state=by_state,
        by_rating=by_rating,
    )
