"""Folded full-text search over articles.

The text is folded and cut into words here, so that SQLite's FTS5 and PostgreSQL find the same. The
index is a local cache: some rows for the names of an article and for each text of it.
"""

import re
from collections.abc import Iterable, Iterator

from sqlalchemy import text
from sqlalchemy.orm import Session

from factcheck.storage.tables import ArticleRow, ArticleVersionRow, Row
from factcheck.text.folding import fold_key

_DELETE = text("DELETE FROM search WHERE row_id = :row_id")
_INSERT = text("INSERT INTO search (row_id, article_id, body) VALUES (:row_id, :article_id, :body)")
_FIND = {
    "sqlite": text("SELECT article_id FROM search WHERE search MATCH :word"),
    "postgresql": text("SELECT article_id FROM search WHERE words @@ CAST(:word AS tsquery)"),
}
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 200
"""Letters of a word that count; PostgreSQL takes 2046 bytes."""
_PART = 20_000
"""Words per row; PostgreSQL takes a megabyte of different words."""


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
        for part in _parts(body):
            connection.execute(
                _INSERT, {"row_id": row.id.hex, "article_id": article_id.hex, "body": part}
            )


def words_of(body: str) -> list[str]:
    """Return the words of a text as they are indexed and looked for."""
    return [word[:_LONGEST] for word in _WORD.findall(fold_key(body))]


def _parts(body: str) -> Iterator[str]:
    words = words_of(body)
    for at in range(0, len(words), _PART):
        yield " ".join(words[at : at + _PART])


def find_articles(session: Session, words: str) -> set[str]:
    """Return the articles (ids in hexadecimal) that hold every word, each as the start of one.

    Ids stay text: a common word is in all of ten thousand articles, and UUIDs are slow to make.
    """
    connection = session.connection()
    name = connection.dialect.name
    found: set[str] | None = None
    for word in words_of(words):
        quoted = f'"{word}"*' if name == "sqlite" else f"'{word}':*"
        hits = set(connection.scalars(_FIND[name], {"word": quoted}))
        found = hits if found is None else found & hits
        if not found:
            break
    return found or set()
