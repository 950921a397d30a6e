"""Folded full-text search over articles.

The text is folded and cut into words here, so that SQLite's FTS5 and PostgreSQL find the same. The
index is a local cache that is neither merged nor recorded: the names and each text of an article
are cut into parts, and the database indexes the words of each under the number of the part.
"""

import itertools
import re
from collections.abc import Iterable, Iterator
from operator import itemgetter
from uuid import UUID

from sqlalchemy import Connection, column, delete, insert, select, table, text
from sqlalchemy.orm import Session

from factcheck.storage.heads import CHUNK
from factcheck.storage.tables import ArticleRow, ArticleVersionRow, Row, SearchPartRow
from factcheck.text.folding import fold_key

_WORDS = table("search", column("rowid"))
"""What the database makes of the words; not a table of the model, as both make it otherwise."""
_INSERT = {
    "sqlite": text("INSERT INTO search (rowid, body) VALUES (:part, :body)"),
    "postgresql": text(
        "INSERT INTO search (rowid, words)"
        " VALUES (:part, array_to_tsvector(string_to_array(:body, ' ')))"
    ),
}
_FIND = {
    "sqlite": text("SELECT rowid FROM search WHERE search MATCH :word"),
    "postgresql": text("SELECT rowid FROM search WHERE words @@ CAST(:word AS tsquery)"),
}
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 200
"""Letters of a word that count; PostgreSQL takes 2046 bytes."""
_PART = 20_000
"""Words per part; PostgreSQL takes a megabyte of different words."""


def refresh(session: Session, rows: Iterable[Row]) -> None:
    """Index the articles and texts among `rows` anew."""
    for row in rows:
        if isinstance(row, ArticleRow):
            body, article_id = f"{row.title}\n{row.outlet}\n{row.author}", row.id
        elif isinstance(row, ArticleVersionRow):
            body, article_id = row.text, row.article_id
        else:
            continue
        _index(session.connection(), row.id, article_id, body)


def rebuild(connection: Connection) -> None:
    """Index everything anew, as where the index does not fit or words are kept otherwise now."""
    if connection.dialect.name == "sqlite":
        # What is to be deleted has to fit its words first.
        connection.execute(text("INSERT INTO search (search) VALUES ('rebuild')"))
    connection.execute(delete(_WORDS))
    connection.execute(delete(SearchPartRow))
    names = select(ArticleRow.id, ArticleRow.title, ArticleRow.outlet, ArticleRow.author)
    for row_id, *named in connection.execute(names).all():
        _index(connection, row_id, row_id, "\n".join(named))
    texts = select(ArticleVersionRow.text, ArticleVersionRow.article_id)
    for row_id in connection.scalars(select(ArticleVersionRow.id)).all():
        found = connection.execute(texts.where(ArticleVersionRow.id == row_id)).one()
        _index(connection, row_id, found.article_id, found.text)


def words_of(body: str) -> list[str]:
    """Return the words of a text as they are indexed and looked for."""
    return [word[:_LONGEST] for word in _WORD.findall(fold_key(body))]


def find_articles(
    session: Session, words: str, limit: int | None = None, before: UUID | None = None
) -> list[UUID]:
    """Return the articles, newest first, that hold every word, each as the start of one.

    `limit` and `before` (the last article of the page before) read one page. An article may hold
    one word in its title and another in its text.
    """
    connection = session.connection()
    hits = [_parts_with(connection, each) for each in words_of(words)]
    if not hits or not all(hits):
        return []
    part, article = SearchPartRow.seq, SearchPartRow.article_id
    query = select(article, part).join(ArticleRow, ArticleRow.id == article)
    query = query.where(ArticleRow.deleted_at.is_(None)).order_by(article.desc())
    if before is not None:
        query = query.where(article < before)
    rarest = min(hits, key=len)
    if len(rarest) <= CHUNK:
        query = query.where(article.in_(select(article).where(part.in_(rarest))))
    with connection.execute(query) as rows:
        return list(itertools.islice(_holding(rows, hits), limit))


def holds(session: Session, words: str, article_id: UUID) -> bool:
    """Return whether `find_articles` would find an article, without looking through the others."""
    connection = session.connection()
    own = select(SearchPartRow.seq).where(SearchPartRow.article_id == article_id)
    parts = set(connection.scalars(own))
    wanted = words_of(words)
    return bool(wanted) and not any(
        parts.isdisjoint(_parts_with(connection, each)) for each in wanted
    )


def _holding(rows: Iterable[tuple[UUID, int]], hits: list[set[int]]) -> Iterator[UUID]:
    """Give the articles with a part among each of `hits`; the parts of an article come together."""
    for article_id, group in itertools.groupby(rows, key=itemgetter(0)):
        parts = {part for _, part in group}
        if not any(parts.isdisjoint(each) for each in hits):
            yield article_id


def _parts_with(connection: Connection, word: str) -> set[int]:
    name = connection.dialect.name
    quoted = f'"{word}"*' if name == "sqlite" else f"'{word}':*"
    return set(connection.scalars(_FIND[name], {"word": quoted}))


def _index(connection: Connection, row_id: UUID, article_id: UUID, body: str) -> None:
    parts = select(SearchPartRow.seq).where(SearchPartRow.row_id == row_id)
    connection.execute(delete(_WORDS).where(_WORDS.c.rowid.in_(parts)))
    connection.execute(delete(SearchPartRow).where(SearchPartRow.row_id == row_id))
    words = words_of(body)
    for at in range(0, len(words), _PART):
        made = connection.execute(
            insert(SearchPartRow)
            .values(row_id=row_id, article_id=article_id)
            .returning(SearchPartRow.seq)
        )
        values = {"part": made.scalar_one(), "body": " ".join(words[at : at + _PART])}
        connection.execute(_INSERT[connection.dialect.name], values)
