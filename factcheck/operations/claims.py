"""Making, describing, moving and deleting claims, one or many at a time."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.domain.anchor import Anchor
from factcheck.domain.changes import Changes
from factcheck.domain.claim import ClaimDraft, ClaimKind, Priority, WorkState
from factcheck.domain.errors import N_, InvalidInputError, NotFoundError
from factcheck.domain.figure import Comparator, Figure
from factcheck.domain.ids import ArticleId, ClaimId, new_id
from factcheck.operations.rows import (
    check_fields,
    find_row,
    find_rows,
    one_of,
    partial_date,
    refuse_orphans,
    text,
)
from factcheck.operations.saving import Base, set_columns
from factcheck.storage.queries import NO_ARTICLE, NO_CLAIM, NO_RATING
from factcheck.storage.recording import ensure_reviewer
from factcheck.storage.tables import ArticleRow, ArticleVersionRow, ClaimRow, RatingRow, ReviewerRow
from factcheck.storage.touching import recorded
from factcheck.storage.types import now
from factcheck.text.anchoring import make_anchor

NOT_FIGURE = N_("A claimed or found value is a figure, not {value}.")
NOT_ID = N_("This field takes an id, not {value}.")
RETIRED_RATING = N_("The verdict “{name}” has been retired. Choose another one.")
MOVED_TEXT = N_("The words of the claim are not those at its place in the article.")


def _figure(value: object) -> Figure:
    if not isinstance(value, Figure):
        raise InvalidInputError(NOT_FIGURE, value=repr(value))
    return value


def _optional_id(value: object) -> UUID | None:
    if value is None or isinstance(value, UUID):
        return value
    raise InvalidInputError(NOT_ID, value=repr(value))


_CHECKS = {
    "kind": one_of(ClaimKind),
    "state": one_of(WorkState),
    "priority": one_of(Priority),
    "statement": text,
    "claimant": text,
    "said_on": partial_date,
    "said_where": text,
    "rationale": text,
    "new_wording": text,
    "question": text,
    "note": text,
    "rule": text,
    "claimed": _figure,
    "found": _figure,
    "rating_id": _optional_id,
    "reviewer_id": _optional_id,
}


def claim_columns(values: Mapping[str, object]) -> dict[str, object]:
    """Return checked values of a claim under the names of columns; a figure becomes four of them.

    Raises:
        InvalidInputError: A field is unknown or a value does not fit.
    """
    columns: dict[str, object] = {}
    for name, value in check_fields(values, _CHECKS).items():
        if isinstance(value, Figure):
            columns |= {f"{name}_{part}": each for part, each in _parts(value).items()}
        else:
            columns[name] = value
    return columns


def _parts(figure: Figure) -> dict[str, object]:
    return {
        "value": text(figure.value),
        "unit": text(figure.unit),
        "comparator": Comparator(figure.comparator).value,
        "as_of": text(figure.as_of),
    }


def _place(anchor: Anchor) -> dict[str, Any]:
    """Return an anchor under the names of columns (`asdict` would copy every value deeply)."""
    return {
        "start": anchor.start,
        "end": anchor.end,
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }


def current_version(session: Session, article_id: ArticleId) -> ArticleVersionRow:
    """Return the newest version of an article.

    Raises:
        NotFoundError: There is no such article.
    """
    find_row(session, ArticleRow, article_id, NO_ARTICLE)
    query = select(ArticleVersionRow).where(ArticleVersionRow.article_id == article_id)
    return session.scalars(query.order_by(ArticleVersionRow.number.desc()).limit(1)).one()


def add_claim(
    session: Session,
    *,
    article_id: ArticleId,
    start: int,
    end: int,
    kind: ClaimKind | str = ClaimKind.OTHER,
    **values: object,
) -> Changes:
    """Make a claim of the words from `start` to `end` (code points); `created` is its id.

    `values` are fields of `Claim`, such as `statement` or `state`.

    Raises:
        NotFoundError: There is no such article.
        InvalidInputError: There are no words there, or a value does not fit.
    """
    version = current_version(session, article_id)
    anchor = make_anchor(version.text, start, end)
    row = ClaimRow(
        id=new_id(),
        article_id=article_id,
        version_id=version.id,
        reviewer_id=ensure_reviewer(session),
        **_place(anchor),
    )
    _set(session, [row], {"kind": kind, **values})
    session.add(row)
    return recorded(session, created=row.id)


def add_claims(session: Session, *, article_id: ArticleId, drafts: Sequence[ClaimDraft]) -> Changes:
    """Make many claims at once, as an import or the detection does.

    Raises:
        NotFoundError: There is no such article.
        InvalidInputError: An anchor does not hold the words at its place; none is made.
    """
    version = current_version(session, article_id)
    reviewer_id = ensure_reviewer(session)
    for draft in drafts:
        anchor = draft.anchor
        if not anchor.exact or version.text[anchor.start : anchor.end] != anchor.exact:
            raise InvalidInputError(MOVED_TEXT)
        session.add(
            ClaimRow(
                id=new_id(),
                article_id=article_id,
                version_id=version.id,
                reviewer_id=reviewer_id,
                **columns_of(draft),
            )
        )
    return recorded(session)


def columns_of(draft: ClaimDraft) -> dict[str, Any]:
    """Return the checked values of a draft, its place too, under the names of columns.

    Raises:
        InvalidInputError: A value does not fit.
    """
    names = ("kind", "state", "priority", "statement", "claimant", "claimed", "rule")
    return _place(draft.anchor) | claim_columns({name: getattr(draft, name) for name in names})


def edit_claims(
    session: Session,
    *,
    claim_ids: Iterable[ClaimId],
    values: Mapping[str, object],
    base: Mapping[ClaimId, Mapping[str, object]] | None = None,
) -> Changes:
    """Set the same fields of one or many claims; keys are fields of `Claim`.

    `base` holds the values that the edit began with, by claim; without it, whatever stands is
    replaced.

    Raises:
        EditConflictError: Somebody set one of the fields to something else than `base` meanwhile.
        NotFoundError: One of the claims, the rating or the reviewer does not exist.
        InvalidInputError: A field is unknown or a value does not fit; nothing is changed.
    """
    rows = find_rows(session, ClaimRow, claim_ids, NO_CLAIM)
    refuse_orphans(session, rows)
    ensure_reviewer(session)
    began: Base = {claim_id: claim_columns(each) for claim_id, each in (base or {}).items()}
    _set(session, rows, values, began)
    return recorded(session)


def _set(
    session: Session,
    rows: Sequence[ClaimRow],
    values: Mapping[str, object],
    base: Base = MappingProxyType({}),
) -> None:
    columns = claim_columns(values)
    rating_id = columns.get("rating_id")
    if rating_id is not None:
        _check_rating(session, rows, rating_id)
    reviewer_id = columns.get("reviewer_id")
    if reviewer_id is not None and session.get(ReviewerRow, reviewer_id) is None:
        raise NotFoundError(N_("Nobody of that name has worked in this file."))
    set_columns(session, rows, columns, base)


def _check_rating(session: Session, rows: Sequence[ClaimRow], rating_id: object) -> None:
    rating = session.get(RatingRow, rating_id)
    if rating is None or rating.deleted_at is not None:
        raise NotFoundError(NO_RATING)
    if rating.is_retired and any(row.rating_id != rating_id for row in rows):
        raise InvalidInputError(RETIRED_RATING, name=rating.name_ar or rating.name_en)


def move_claim(session: Session, *, claim_id: ClaimId, start: int, end: int) -> Changes:
    """Put a claim on other words of its version; `start` and `end` are code points.

    Raises:
        NotFoundError: There is no such claim.
        InvalidInputError: There are no words there.
    """
    row = find_row(session, ClaimRow, claim_id, NO_CLAIM)
    refuse_orphans(session, [row])
    version = session.get_one(ArticleVersionRow, row.version_id)
    for name, value in _place(make_anchor(version.text, start, end)).items():
        setattr(row, name, value)
    return recorded(session)


def delete_claims(session: Session, *, claim_ids: Iterable[ClaimId]) -> Changes:
    """Mark claims as deleted; their evidence goes and comes back with them.

    Raises:
        NotFoundError: One of them does not exist.
    """
    rows = find_rows(session, ClaimRow, claim_ids, NO_CLAIM)
    refuse_orphans(session, rows)
    for row in rows:
        row.deleted_at = now()
    return recorded(session)
