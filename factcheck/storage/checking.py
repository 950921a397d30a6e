"""Looking for anything wrong in a file: its pages, its links, its anchors, its log."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.domain.errors import N_
from factcheck.storage.heads import CREATED, DELETED, heads
from factcheck.storage.received import foreign_object
from factcheck.storage.recording import row_types, text_value
from factcheck.storage.tables import ArticleVersionRow, ChangeRow, ClaimRow
from factcheck.storage.wellformed import lacking, misshapen

DAMAGED_PAGES = N_("The pages of the file are damaged: {detail}")
BROKEN_LINK = N_("A row of “{table}” belongs to something that is not in the file.")
INCOMPLETE_SHAPE = N_("“{name}” is missing in the file.")
FOREIGN_OBJECT = N_("The file holds “{name}”, which factcheck did not put there.")
FOREIGN_VALUE = N_("The file holds a value in “{table}” that factcheck does not write.")
MENDED_INDEX = N_("The index that searches use did not fit the texts. It was made anew.")
BROKEN_INDEX = N_("The index that searches use does not fit the texts.")
WRONG_WORDS = N_("A claim does not sit on its own words: “{exact}”")
WRONG_VALUE = N_("A field differs from what its history says: {table}.{field}")

_UNINDEXED = """
    SELECT seq FROM search_part WHERE seq NOT IN (SELECT rowid FROM search)
    UNION ALL SELECT rowid FROM search WHERE rowid NOT IN (SELECT seq FROM search_part)
    LIMIT 1
"""

_MOST = 20
"""Problems of one kind that are listed; more would say nothing new."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong, as a msgid and the values of its placeholders."""

    message: str
    values: dict[str, object]


def check_pages(path: Path) -> list[Problem]:
    """Check the structure of a snapshot, which nobody else opens."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True)) as raw:
        try:
            said = [row[0] for row in raw.execute(f"PRAGMA integrity_check({_MOST})")]
            links = {row[0] for row in raw.execute("PRAGMA foreign_key_check")}
        except sqlite3.DatabaseError as error:
            return [Problem(DAMAGED_PAGES, {"detail": str(error)})]
        found = [Problem(DAMAGED_PAGES, {"detail": each}) for each in said if each != "ok"]
        found += [Problem(BROKEN_LINK, {"table": each}) for each in sorted(links)]
        return found or _check_shape(raw) or _check_index(raw)


def _check_shape(raw: sqlite3.Connection) -> list[Problem]:
    """Look for what this program does not write, and for what it always does."""
    missing = lacking(raw)
    if missing:
        return [Problem(INCOMPLETE_SHAPE, {"name": missing})]
    foreign, wrong = foreign_object(raw), misshapen(raw)
    found = [Problem(FOREIGN_OBJECT, {"name": foreign})] if foreign else []
    return found + ([Problem(FOREIGN_VALUE, {"table": wrong})] if wrong else [])


def _check_index(raw: sqlite3.Connection) -> list[Problem]:
    """Let FTS5 compare its index with its words; the command looks like an insertion."""
    try:
        raw.execute("INSERT INTO search (search) VALUES ('integrity-check')")
        is_whole = raw.execute(_UNINDEXED).fetchone() is None
    except sqlite3.DatabaseError:
        is_whole = False
    return [] if is_whole else [Problem(BROKEN_INDEX, {})]


def check_record(session: Session) -> list[Problem]:
    """Check that claims sit on their words and that fields say what the change log says."""
    return [*_wrong_anchors(session), *_wrong_values(session)]


def _wrong_anchors(session: Session) -> Iterator[Problem]:
    columns = (ClaimRow.start, ClaimRow.end, ClaimRow.exact)
    count = 0
    for version in session.scalars(select(ArticleVersionRow.id)).all():
        text = (
            session.scalar(select(ArticleVersionRow.text).where(ArticleVersionRow.id == version))
            or ""
        )
        for start, end, exact in session.execute(
            select(*columns).where(ClaimRow.version_id == version)
        ):
            if text[start:end] != exact and count < _MOST:
                count += 1
                yield Problem(WRONG_WORDS, {"exact": exact})


def _wrong_values(session: Session) -> Iterator[Problem]:
    types = row_types()
    edited = select(ChangeRow.row_id, ChangeRow.tbl).where(ChangeRow.field != CREATED).distinct()
    tables = {row[0]: row[1] for row in session.execute(edited)}
    count = 0
    for (row_id, name), standing in heads(session, tables).items():
        row_type = types[tables[row_id]]
        row = session.get(row_type, row_id)
        if row is None or name in (CREATED, DELETED) or count >= _MOST:
            continue
        if getattr(row, name) != text_value(row_type, name, standing[-1].new):
            count += 1
            yield Problem(WRONG_VALUE, {"table": tables[row_id], "field": name})
