"""Folded full-text search over articles.

The text is folded here (`factcheck.text.folding`), so that every database finds the same. The
index is a local cache: one row for the names of an article and one for each text of it.
"""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from factcheck.storage.tables import ArticleRow, ArticleVersionRow, Row
from factcheck.text.folding import fold_key

_DELETE = text("DELETE FROM search WHERE row_id = :row_id")
_INSERT = text("INSERT INTO search (row_id, article_id, body) VALUES (:row_id, :article_id, :body)")
_FIND = text("SELECT article_id FROM search WHERE search MATCH :query")


def refresh(session: Session, rows: Iterable[Row]) -> None:
    """Index the articles and texts among `rows` anew."""
    for row in rows:
        if isinstance(row, ArticleRow):
            body, article_id = f"{row.title}\n{row.outlet}\n{row.author}", row.id
        elif isinstance(row, ArticleVersionRow):
            body, article_id = row.text, row.article_id
        else:
            continue
        connection = session.connection()
        connection.execute(_DELETE, {"row_id": row.id.hex})
        connection.execute(
            _INSERT,
            {"row_id": row.id.hex, "article_id": article_id.hex, "body": fold_key(body)},
        )


def find_articles(session: Session, words: str) -> set[UUID]:
    """Return the articles that hold every word of `words`, each as the start of a word."""
    query = match_query(words)
    if not query:
        return set()
    found: set[UUID] | None = None
    for part in query:
        hits = {UUID(hit) for hit in session.connection().scalars(_FIND, {"query": part})}
        found = hits if found is None else found & hits
    return found or set()


def match_query(words: str) -> list[str]:
    """Return one FTS5 prefix query a word, quoted so that nothing in it is an operator."""
    return [
        '"' + word.replace('"', '""') + '"*'
        for word in fold_key(words).split()
        if any(letter.isalnum() for letter in word)
    ]
