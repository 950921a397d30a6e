"""Building the report of an article from the record; reads only.

Reading is quick and holds a transaction, examining the text takes long and needs none: whoever must
not wait does the one with `read_material` and the other with `finish`, on another thread.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from factcheck.detection.proposals import Progress
from factcheck.domain.claim import UNNUMBERED, Claim
from factcheck.domain.errors import N_, InvalidInputError
from factcheck.domain.ids import ArticleId, ClaimId, RatingId
from factcheck.domain.rating import Rating, RatingScale
from factcheck.domain.revision import Revision
from factcheck.operations.coverage import cover
from factcheck.operations.drafts import examine_article
from factcheck.reports.model import (
    Coverage,
    Order,
    Overall,
    Report,
    ReportClaim,
    ReportKind,
    ReportOptions,
)
from factcheck.reports.overall import propose
from factcheck.runtime.i18n import speaking
from factcheck.storage import queries
from factcheck.storage.ledger import histories
from factcheck.text.recorded import RecordedValues

_LONGEST_HISTORY = 200


@dataclass(frozen=True, slots=True)
class Material:
    """What was read of the record: a `report` that lacks its coverage, and all claims."""

    report: Report
    claims: tuple[Claim, ...]


def build_report(
    session: Session,
    *,
    article_id: ArticleId,
    options: ReportOptions,
    made_at: datetime | None = None,
) -> Report:
    """Return the report of an article as `options` want it; `made_at` is aware, now if not given.

    Raises:
        NotFoundError: There is no such article.
        InvalidInputError: The article is given a rating that is in no scale, or without a reason.
    """
    return finish(read_material(session, article_id=article_id, options=options, made_at=made_at))


def finish(material: Material, progress: Progress | None = None) -> Report:
    """Return the report with its coverage; pure. What `progress` raises ends the work."""
    report = material.report
    found = cover(examine_article(report.article, progress).sentences, material.claims)
    return replace(report, coverage=Coverage(found.covered, len(found.checkable)))


def read_material(
    session: Session,
    *,
    article_id: ArticleId,
    options: ReportOptions,
    made_at: datetime | None = None,
) -> Material:
    """Read what the report of an article needs; as `build_report`.

    Raises:
        NotFoundError: There is no such article.
        InvalidInputError: The article is given a rating that is in no scale, or without a reason.
    """
    article = queries.article(session, article_id)
    scales = tuple(queries.scales(session))
    ratings = {rating.id: rating for scale in scales for rating in scale.ratings}
    everything = queries.claims(session, article_id)
    claims = _told(session, _wanted(everything, options), ratings, options)
    rating = propose(each.rating for each in claims)
    report = Report(
        article=article,
        claims=claims,
        scale=_scale(scales, claims),
        made_at=(made_at or datetime.now(UTC)).astimezone(UTC),
        coverage=Coverage(0, 0),
        options=options,
        overall=_overall(rating, ratings, options),
        scales=scales,
    )
    return Material(report, tuple(everything))


def _wanted(claims: Iterable[Claim], options: ReportOptions) -> list[Claim]:
    if options.claim_ids is not None:
        return [each for each in claims if each.id in options.claim_ids]
    return [each for each in claims if each.state not in UNNUMBERED]


def _told(
    session: Session,
    claims: list[Claim],
    ratings: dict[RatingId, Rating],
    options: ReportOptions,
) -> tuple[ReportClaim, ...]:
    evidence = queries.evidence_of(session, claims[0].article_id) if claims else {}
    reviewers = queries.reviewers(session) if options.with_names else {}
    values = RecordedValues(options, ratings, reviewers)
    pasts: Mapping[ClaimId, list[Revision]] = {}
    if claims and options.kind is ReportKind.CHECKING:
        pasts = histories(session, claims[0].article_id, _LONGEST_HISTORY)
    told = [
        ReportClaim(
            claim=each,
            rating=ratings.get(each.rating_id) if each.rating_id else None,
            evidence=tuple(evidence.get(each.id, ())),
            reviewer=reviewers[each.reviewer_id].name if each.reviewer_id in reviewers else "",
            history=_history(pasts.get(each.id, ()), values, options),
        )
        for each in claims
    ]
    if options.order is Order.VERDICT:
        told.sort(key=lambda each: each.rating.position if each.rating else 1 << 30)
    return tuple(told)


def _history(
    found: Iterable[Revision], values: RecordedValues, options: ReportOptions
) -> tuple[Revision, ...]:
    """Return what was changed, oldest first and in words; notes are left out with the notes."""
    with speaking(options.language):
        return tuple(
            replace(
                each, old=values.told(each.field, each.old), new=values.told(each.field, each.new)
            )
            for each in reversed(list(found))
            if _is_told(each, options)
        )


def _is_told(revision: Revision, options: ReportOptions) -> bool:
    if revision.field == "reviewer_id" and not options.with_names:
        return False
    return options.with_notes or revision.field != "note"


def _scale(scales: tuple[RatingScale, ...], claims: tuple[ReportClaim, ...]) -> RatingScale | None:
    """Return the scale that most verdicts are from, the first one where there are none."""
    used = [each.rating.scale_id for each in claims if each.rating]
    return max(scales, key=lambda scale: used.count(scale.id), default=None)


def _overall(
    proposed: Rating | None, ratings: dict[RatingId, Rating], options: ReportOptions
) -> Overall | None:
    if options.overall_rating is None:
        return Overall(proposed) if proposed else None
    if options.overall_rating not in ratings:
        raise InvalidInputError(N_("The rating of the article is in none of the scales."))
    if not options.overall_reason.strip():
        raise InvalidInputError(N_("A rating of the article by hand needs a reason. Write one."))
    return Overall(ratings[options.overall_rating], options.overall_reason.strip())
