"""Adding, describing and deleting articles."""

from collections.abc import Iterable, Mapping

from sqlalchemy.orm import Session

from factcheck.domain.article import ArticleDraft
from factcheck.domain.changes import Changes
from factcheck.domain.errors import N_, InvalidInputError
from factcheck.domain.ids import ArticleId, new_id
from factcheck.operations.rows import (
    check_fields,
    find_row,
    find_rows,
    partial_date,
    set_fields,
    storable,
    text,
)
from factcheck.operations.saving import set_columns
from factcheck.storage.queries import NO_ARTICLE
from factcheck.storage.recording import ensure_reviewer
from factcheck.storage.tables import ArticleRow, ArticleVersionRow
from factcheck.storage.touching import recorded
from factcheck.storage.types import now

NO_TITLE = N_("An article needs a title. Type one.")
NO_TEXT = N_("There is no text to check. Choose a file or paste a text that has words in it.")


def _title(value: object) -> str:
    title = text(value).strip()
    if not title:
        raise InvalidInputError(NO_TITLE)
    return title


_CHECKS = {
    "title": _title,
    "outlet": text,
    "author": text,
    "url": text,
    "published": partial_date,
    "language": text,
}


def add_article(session: Session, *, draft: ArticleDraft) -> Changes:
    """Store a new article and its first version; `created` is the article's id.

    Raises:
        InvalidInputError: It has no title or no text, or its date is not understood.
    """
    if not draft.text.strip():
        raise InvalidInputError(NO_TEXT)
    ensure_reviewer(session)
    row = ArticleRow(id=new_id(), title="")
    set_fields(row, {name: getattr(draft, name) for name in _CHECKS}, _CHECKS)
    session.add(row)
    session.flush()
    session.add(ArticleVersionRow(article_id=row.id, number=1, text=storable(draft.text)))
    return recorded(session, created=row.id)


def edit_article(
    session: Session,
    *,
    article_id: ArticleId,
    values: Mapping[str, object],
    base: Mapping[str, object] | None = None,
) -> Changes:
    """Set title, outlet, author, url, published or language of an article.

    `base` holds the values that the edit began with; without it, whatever stands is replaced.

    Raises:
        EditConflictError: Somebody set one of the fields to something else than `base` meanwhile.
        NotFoundError: There is no such article.
        InvalidInputError: A value does not fit.
    """
    row = find_row(session, ArticleRow, article_id, NO_ARTICLE)
    began = {row.id: check_fields(base or {}, _CHECKS)}
    set_columns(session, [row], check_fields(values, _CHECKS), began)
    return recorded(session)


def delete_articles(session: Session, *, article_ids: Iterable[ArticleId]) -> Changes:
    """Mark articles as deleted; their claims go and come back with them.

    Raises:
        NotFoundError: One of them does not exist.
    """
    for row in find_rows(session, ArticleRow, article_ids, NO_ARTICLE):
        row.deleted_at = now()
    return recorded(session)
