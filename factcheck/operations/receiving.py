"""Taking a whole record in: an article, its claims, their evidence and the ratings they need."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.domain.changes import Changes
from factcheck.domain.claim import Claim
from factcheck.domain.errors import N_, ConflictError
from factcheck.domain.rating import Rating, RatingScale
from factcheck.importing.record import Record
from factcheck.storage.heads import CHUNK
from factcheck.storage.recording import ensure_reviewer
from factcheck.storage.tables import (
    ArticleRow,
    ArticleVersionRow,
    ClaimRow,
    EvidenceRow,
    RatingRow,
    ReviewerRow,
    Row,
    ScaleRow,
)
from factcheck.storage.touching import recorded

_RATING_FIELDS = ("key", "name_ar", "name_en", "colour", "glyph", "value", "position")


def import_record(session: Session, *, record: Record) -> Changes:
    """Store a record with the ids and times it came with; `created` is the article's id.

    Ratings that this file has already are taken over only while nobody has changed them here.

    Raises:
        ConflictError: This file has the article, a claim or a piece of evidence of it already.
    """
    _refuse_what_is_here(session, record)
    ensure_reviewer(session)
    for reviewer in record.reviewers:
        if session.get(ReviewerRow, reviewer.id) is None:
            session.add(ReviewerRow(id=reviewer.id, name=reviewer.name))
    for scale in record.scales:
        _take_scale(session, scale)
    session.flush()
    _add_article(session, record)
    session.add_all(_claim_row(claim) for claim in record.claims)
    session.flush()
    session.add_all(_evidence_rows(record))
    return recorded(session, created=record.article.id)


def _refuse_what_is_here(session: Session, record: Record) -> None:
    ids: list[tuple[type[Row], Iterable[UUID]]] = [
        (ArticleRow, [record.article.id]),
        (ArticleVersionRow, [record.article.version_id]),
        (ClaimRow, [each.id for each in record.claims]),
        (EvidenceRow, [each.id for each in record.evidence]),
    ]
    if any(_is_known(session, row_type, list(wanted)) for row_type, wanted in ids):
        raise ConflictError(
            N_(
                "This file holds the article, or a part of it, already. Exchange working copies"
                " to bring two versions together."
            )
        )


def _is_known(session: Session, row_type: type[Row], ids: list[UUID]) -> bool:
    return any(
        session.scalar(select(row_type.id).where(row_type.id.in_(ids[at : at + CHUNK])).limit(1))
        for at in range(0, len(ids), CHUNK)
    )


def _take_scale(session: Session, scale: RatingScale) -> None:
    names = {"key": scale.key, "name_ar": scale.name_ar, "name_en": scale.name_en}
    _take(session, ScaleRow, scale.id, names)
    session.flush()
    for rating in scale.ratings:
        values = {name: getattr(rating, name) for name in _RATING_FIELDS}
        values |= {"scale_id": scale.id, "neutral": rating.neutral.value}
        _take(session, RatingRow, rating.id, values | {"is_retired": _flag(rating)})


def _flag(rating: Rating) -> int:
    return int(rating.is_retired)


def _take(session: Session, row_type: type[Row], row_id: UUID, values: dict[str, Any]) -> None:
    """Add a row, or bring an untouched one in line."""
    row = session.get(row_type, row_id)
    if row is None:
        session.add(row_type(id=row_id, **values))
    elif row.rev == 1 and row.deleted_at is None:
        for name, value in values.items():
            if getattr(row, name) != value:
                setattr(row, name, value)


def _add_article(session: Session, record: Record) -> None:
    article = record.article
    session.add(
        ArticleRow(
            id=article.id,
            title=article.title,
            outlet=article.outlet,
            author=article.author,
            url=article.url,
            published=article.published,
            language=article.language,
            created_at=article.created_at,
            updated_at=article.updated_at,
        )
    )
    session.flush()
    version = ArticleVersionRow(
        id=article.version_id, article_id=article.id, number=1, text=article.text
    )
    session.add(version)
    session.flush()


def _claim_row(claim: Claim) -> ClaimRow:
    anchor, claimed, found = claim.anchor, claim.claimed, claim.found
    return ClaimRow(
        id=claim.id,
        article_id=claim.article_id,
        version_id=claim.version_id,
        start=anchor.start,
        end=anchor.end,
        exact=anchor.exact,
        prefix=anchor.prefix,
        suffix=anchor.suffix,
        kind=claim.kind.value,
        state=claim.state.value,
        priority=claim.priority.value,
        statement=claim.statement,
        claimant=claim.claimant,
        said_on=claim.said_on,
        said_where=claim.said_where,
        rating_id=claim.rating_id,
        rationale=claim.rationale,
        new_wording=claim.new_wording,
        question=claim.question,
        note=claim.note,
        claimed_value=claimed.value,
        claimed_unit=claimed.unit,
        claimed_comparator=claimed.comparator.value,
        claimed_as_of=claimed.as_of,
        found_value=found.value,
        found_unit=found.unit,
        found_comparator=found.comparator.value,
        found_as_of=found.as_of,
        rule=claim.rule,
        reviewer_id=claim.reviewer_id,
        created_at=claim.created_at,
        updated_at=claim.updated_at,
    )


def _evidence_rows(record: Record) -> Iterable[EvidenceRow]:
    for each in record.evidence:
        yield EvidenceRow(
            id=each.id,
            claim_id=each.claim_id,
            position=each.position,
            url=each.url,
            stance=each.stance.value,
            source_class=each.source_class.value,
            title=each.title,
            publisher=each.publisher,
            author=each.author,
            quote=each.quote,
            locator=each.locator,
            published=each.published,
            accessed=each.accessed,
            archive_url=each.archive_url,
            created_at=each.created_at,
            updated_at=each.updated_at,
        )
