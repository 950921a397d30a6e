"""The read side: domain values out of the file; deleted rows are never among them."""

import itertools
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from factcheck.domain.article import Article
from factcheck.domain.claim import UNNUMBERED, Claim
from factcheck.domain.errors import N_, NotFoundError
from factcheck.domain.evidence import Evidence
from factcheck.domain.ids import ArticleId, ClaimId, EvidenceId, ReviewerId, ScaleId
from factcheck.domain.rating import RatingScale
from factcheck.domain.revision import Reviewer
from factcheck.storage.heads import CHUNK
from factcheck.storage.mapping import (
    CLAIM_COLUMNS,
    article_of_row,
    claim_of,
    evidence_of_row,
    rating_of_row,
)
from factcheck.storage.tables import (
    ArticleRow,
    ArticleVersionRow,
    ClaimRow,
    EvidenceRow,
    MetaRow,
    RatingRow,
    ReviewerRow,
    ScaleRow,
)

NO_ARTICLE = N_("There is no such article in this file; it may have been deleted.")
NO_TEXT = N_("The text of this article is not in the file, which is damaged. Restore a backup.")
NO_CLAIM = N_("There is no such claim in this file; it may have been deleted.")
NO_SCALE = N_("There is no such rating scale in this file.")
NO_RATING = N_("There is no such verdict in this file.")
NO_EVIDENCE = N_("There is no such evidence in this file; it may have been deleted.")


def record_id(session: Session) -> str:
    """Return the identity of the record, equal in all its copies."""
    return str(session.scalar(select(MetaRow.value).where(MetaRow.key == "workspace")))


def article(session: Session, article_id: ArticleId, known: Article | None = None) -> Article:
    """Return an article with the text of its newest version.

    The text of `known`, the article as it was read before, is kept where that is its version
    still: a version never changes, and a megabyte is long to read after each step.

    Raises:
        NotFoundError: It does not exist or is deleted, or its text is lost.
    """
    row = session.get(ArticleRow, article_id)
    if row is None or row.deleted_at is not None:
        raise NotFoundError(NO_ARTICLE)
    newest = (
        select(ArticleVersionRow.id)
        .where(ArticleVersionRow.article_id == article_id)
        .order_by(ArticleVersionRow.number.desc())
        .limit(1)
    )
    version_id = session.scalars(newest).one_or_none()
    if version_id is None:
        raise NotFoundError(NO_TEXT)
    if known is not None and known.version_id == version_id:
        return article_of_row(row, (version_id, known.text))
    text = select(ArticleVersionRow.text).where(ArticleVersionRow.id == version_id)
    return article_of_row(row, (version_id, session.scalars(text).one()))


def claims(session: Session, article_id: ArticleId) -> list[Claim]:
    """Return the claims of an article in the order of the text, numbered."""
    rows = session.execute(
        select(*CLAIM_COLUMNS)
        .where(ClaimRow.article_id == article_id, ClaimRow.deleted_at.is_(None))
        .order_by(ClaimRow.start, ClaimRow.end.desc(), ClaimRow.id)
    )
    counted = _evidence_counts(session, ClaimRow.article_id == article_id)
    numbers = itertools.count(1)
    return [
        claim_of(row, 0 if row.state in UNNUMBERED else next(numbers), counted.get(row.id, 0))
        for row in rows
    ]


def claims_by_id(session: Session, article_id: ArticleId, ids: Iterable[ClaimId]) -> list[Claim]:
    """Return the claims of an article among `ids`, unordered and not numbered (0)."""
    wanted = list(ids)
    found: list[Claim] = []
    for at in range(0, len(wanted), CHUNK):
        some = wanted[at : at + CHUNK]
        rows = session.execute(
            select(*CLAIM_COLUMNS).where(
                ClaimRow.id.in_(some),
                ClaimRow.article_id == article_id,
                ClaimRow.deleted_at.is_(None),
            )
        ).all()
        counted = _evidence_counts(session, ClaimRow.id.in_(some))
        found += [claim_of(row, 0, counted.get(row[0], 0)) for row in rows]
    return found


def _evidence_counts(session: Session, condition: Any) -> dict[UUID, int]:  # noqa: ANN401
    query = (
        select(EvidenceRow.claim_id, func.count())
        .where(
            EvidenceRow.claim_id.in_(select(ClaimRow.id).where(condition)),
            EvidenceRow.deleted_at.is_(None),
        )
        .group_by(EvidenceRow.claim_id)
    )
    return {row[0]: row[1] for row in session.execute(query)}


def claim(session: Session, claim_id: ClaimId) -> Claim:
    """Return one claim, numbered within its article.

    Raises:
        NotFoundError: It does not exist or is deleted.
    """
    article_id = session.scalar(
        select(ClaimRow.article_id)
        .join(ArticleRow, ArticleRow.id == ClaimRow.article_id)
        .where(
            ClaimRow.id == claim_id, ClaimRow.deleted_at.is_(None), ArticleRow.deleted_at.is_(None)
        )
    )
    if article_id is None:
        raise NotFoundError(NO_CLAIM)
    return next(each for each in claims(session, ArticleId(article_id)) if each.id == claim_id)


def evidence(session: Session, claim_id: ClaimId) -> list[Evidence]:
    """Return the evidence of a claim in its order."""
    query = select(EvidenceRow).where(
        EvidenceRow.claim_id == claim_id, EvidenceRow.deleted_at.is_(None)
    )
    rows = session.scalars(query.order_by(EvidenceRow.position, EvidenceRow.id))
    return [evidence_of_row(row) for row in rows]


def one_evidence(session: Session, evidence_id: EvidenceId) -> Evidence:
    """Return one piece of evidence.

    Raises:
        NotFoundError: It does not exist or is deleted.
    """
    row = session.get(EvidenceRow, evidence_id)
    if row is None or row.deleted_at is not None:
        raise NotFoundError(NO_EVIDENCE)
    return evidence_of_row(row)


def evidence_of(session: Session, article_id: ArticleId) -> dict[ClaimId, list[Evidence]]:
    """Return the evidence of every claim of an article, in its order."""
    query = (
        select(EvidenceRow)
        .join(ClaimRow, ClaimRow.id == EvidenceRow.claim_id)
        .where(ClaimRow.article_id == article_id, EvidenceRow.deleted_at.is_(None))
        .order_by(EvidenceRow.position, EvidenceRow.id)
    )
    found: dict[ClaimId, list[Evidence]] = {}
    for row in session.scalars(query):
        found.setdefault(ClaimId(row.claim_id), []).append(evidence_of_row(row))
    return found


def scales(session: Session) -> list[RatingScale]:
    """Return the rating scales in the order they were made, retired ratings included."""
    ratings: dict[UUID, list[RatingRow]] = {}
    query = select(RatingRow).where(RatingRow.deleted_at.is_(None))
    for row in session.scalars(query.order_by(RatingRow.position, RatingRow.id)):
        ratings.setdefault(row.scale_id, []).append(row)
    found = select(ScaleRow).where(ScaleRow.deleted_at.is_(None)).order_by(ScaleRow.created_at)
    return [
        RatingScale(
            id=ScaleId(row.id),
            rev=row.rev,
            key=row.key,
            name_ar=row.name_ar,
            name_en=row.name_en,
            ratings=tuple(rating_of_row(each) for each in ratings.get(row.id, [])),
        )
        for row in session.scalars(found)
    ]


def reviewers(session: Session) -> dict[ReviewerId, Reviewer]:
    """Return everybody who has worked in this file."""
    found = select(ReviewerRow.id, ReviewerRow.name).where(ReviewerRow.deleted_at.is_(None))
    return {
        ReviewerId(row_id): Reviewer(ReviewerId(row_id), name)
        for row_id, name in session.execute(found)
    }
