"""Domain values as JSON objects; scripts rely on these keys, so they only ever grow.

Ids and enumerations are text, spans are code points, moments are ISO 8601 in UTC, dates ISO
partial dates. Verdicts are keys of ratings, null where there is none.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from factcheck.domain.article import Article, ArticleSummary
from factcheck.domain.claim import Claim
from factcheck.domain.conflict import Conflict
from factcheck.domain.evidence import Evidence
from factcheck.domain.figure import Figure
from factcheck.domain.ids import RatingId, ReviewerId
from factcheck.domain.rating import Rating, RatingScale
from factcheck.domain.revision import Reviewer, Revision

Record = dict[str, Any]
Ratings = Mapping[RatingId, Rating]
Reviewers = Mapping[ReviewerId, Reviewer]


def article_record(article: Article) -> Record:
    """Return an article with its text."""
    return {
        "id": str(article.id),
        "title": article.title,
        "outlet": article.outlet,
        "author": article.author,
        "url": article.url,
        "published": article.published,
        "language": article.language,
        "rev": article.rev,
        "created_at": _moment(article.created_at),
        "updated_at": _moment(article.updated_at),
        "text": article.text,
    }


def summary_record(summary: ArticleSummary, ratings: Ratings) -> Record:
    """Return an article without its text, with counts of its claims."""
    return {
        "id": str(summary.id),
        "title": summary.title,
        "outlet": summary.outlet,
        "author": summary.author,
        "published": summary.published,
        "language": summary.language,
        "claims": summary.claim_count,
        "checked": summary.checked_count,
        "progress": round(summary.progress, 4),
        "by_state": {state.value: count for state, count in summary.by_state.items()},
        "by_verdict": {
            ratings[key].key: count for key, count in summary.by_rating.items() if key in ratings
        },
        "created_at": _moment(summary.created_at),
        "updated_at": _moment(summary.updated_at),
    }


def claim_record(
    claim: Claim, evidence: Sequence[Evidence], ratings: Ratings, reviewers: Reviewers
) -> Record:
    """Return a claim with its evidence."""
    rating = ratings.get(claim.rating_id) if claim.rating_id else None
    reviewer = reviewers.get(claim.reviewer_id) if claim.reviewer_id else None
    return {
        "id": str(claim.id),
        "article_id": str(claim.article_id),
        "number": claim.number,
        "start": claim.anchor.start,
        "end": claim.anchor.end,
        "exact": claim.anchor.exact,
        "kind": claim.kind.value,
        "state": claim.state.value,
        "priority": claim.priority.value,
        "statement": claim.statement,
        "claimant": claim.claimant,
        "said_on": claim.said_on,
        "said_where": claim.said_where,
        "verdict": rating.key if rating else None,
        "rationale": claim.rationale,
        "new_wording": claim.new_wording,
        "question": claim.question,
        "note": claim.note,
        "claimed": figure_record(claim.claimed),
        "found": figure_record(claim.found),
        "rule": claim.rule,
        "reviewer": reviewer.name if reviewer else None,
        "rev": claim.rev,
        "created_at": _moment(claim.created_at),
        "updated_at": _moment(claim.updated_at),
        "evidence": [evidence_record(each) for each in evidence],
    }


def evidence_record(evidence: Evidence) -> Record:
    """Return a piece of evidence."""
    return {
        "id": str(evidence.id),
        "claim_id": str(evidence.claim_id),
        "position": evidence.position,
        "url": evidence.url,
        "stance": evidence.stance.value,
        "source_class": evidence.source_class.value,
        "title": evidence.title,
        "publisher": evidence.publisher,
        "author": evidence.author,
        "quote": evidence.quote,
        "locator": evidence.locator,
        "published": evidence.published,
        "accessed": _moment(evidence.accessed),
        "archive_url": evidence.archive_url,
        "created_at": _moment(evidence.created_at),
        "updated_at": _moment(evidence.updated_at),
    }


def scale_record(scale: RatingScale) -> Record:
    """Return a rating scale with its ratings in order."""
    return {
        "id": str(scale.id),
        "key": scale.key,
        "name_ar": scale.name_ar,
        "name_en": scale.name_en,
        "ratings": [rating_record(each) for each in scale.ratings],
    }


def rating_record(rating: Rating) -> Record:
    """Return a rating."""
    return {
        "id": str(rating.id),
        "key": rating.key,
        "name_ar": rating.name_ar,
        "name_en": rating.name_en,
        "colour": rating.colour,
        "glyph": rating.glyph,
        "value": rating.value,
        "neutral": rating.neutral.value,
        "is_retired": rating.is_retired,
    }


def revision_record(revision: Revision, ratings: Ratings) -> Record:
    """Return a recorded change; several may share one `action_id`.

    A change of the verdict has the field `verdict` with keys of ratings as its values.
    """
    old, new = (
        _said(revision.field, value, ratings, reviewers={})
        for value in (revision.old, revision.new)
    )
    return {
        "action_id": str(revision.action_id),
        "action": revision.action,
        "kind": revision.kind,
        "at": _moment(revision.at),
        "actor": revision.actor,
        "table": revision.table,
        "row_id": str(revision.row_id),
        "field": _field(revision.field),
        "old": old,
        "new": new,
    }


def conflict_record(conflict: Conflict, ratings: Ratings, reviewers: Reviewers) -> Record:
    """Return a conflict with every value that stands, oldest first, each with who and when.

    `shown` is the number of the value that is shown meanwhile. About `deleted_at`, where
    something was deleted here and edited there, a value is when it was deleted, and null for who
    went on editing; it is kept meanwhile, so none is shown.
    """
    is_deletion = conflict.field == "deleted_at"
    return {
        "table": conflict.table,
        "id": str(conflict.row_id),
        "claim_id": str(conflict.claim_id) if conflict.claim_id else None,
        "article_id": str(conflict.article_id) if conflict.article_id else None,
        "field": _field(conflict.field),
        "shown": None if is_deletion else len(conflict.values),
        "values": [
            {
                "number": number,
                "value": _said(conflict.field, each.value, ratings, reviewers),
                "who": each.actor,
                "at": _moment(each.at),
            }
            for number, each in enumerate(conflict.values, start=1)
        ],
    }


def _field(name: str) -> str:
    return "verdict" if name == "rating_id" else name


def _said(field: str, value: str | None, ratings: Ratings, reviewers: Reviewers) -> str | None:
    """Return a stored text with the key or the name in place of an id."""
    if field == "rating_id" and value:
        rating = ratings.get(RatingId(UUID(value)))
        return rating.key if rating else value
    if field == "reviewer_id" and value:
        reviewer = reviewers.get(ReviewerId(UUID(value)))
        return reviewer.name if reviewer else value
    return value


def figure_record(figure: Figure) -> Record | None:
    """Return a figure, None for one without a value."""
    if not figure:
        return None
    return {
        "value": figure.value,
        "unit": figure.unit,
        "comparator": figure.comparator.value,
        "as_of": figure.as_of,
    }


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
