"""Giving verdicts."""

from collections.abc import Iterable, Mapping

from sqlalchemy.orm import Session

from factcheck.domain.changes import Changes
from factcheck.domain.ids import ClaimId, RatingId
from factcheck.operations.claims import edit_claims


def set_verdict(
    session: Session,
    *,
    claim_ids: Iterable[ClaimId],
    rating_id: RatingId | None,
    base: Mapping[ClaimId, Mapping[str, object]] | None = None,
) -> Changes:
    """Give one or many claims a verdict, or take it back with None; the work state stays.

    `base` is that of `edit_claims`, with the verdicts seen so far under `rating_id`.

    Raises:
        EditConflictError: Somebody gave one of them another verdict meanwhile.
        NotFoundError: One of the claims or the rating does not exist.
        InvalidInputError: The rating is retired.
    """
    return edit_claims(session, claim_ids=claim_ids, values={"rating_id": rating_id}, base=base)
