"""Merging another copy of the record into this one.

Rows and changes that are missing here are taken over; then every field that got changes is set to
the value of its greatest head. Nothing is dropped: where several heads with different values
stand, or a row was deleted on one side and edited on the other, a conflict is noted until somebody
decides.
The result depends on the set of changes only, so merging commutes, associates and repeats without
effect (a grow-only set of multi-value registers: Shapiro et al. 2011).

Statements go past the change log on purpose: a merge invents no change.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from factcheck.domain.conflict import MergeResult
from factcheck.domain.errors import DatabaseError
from factcheck.storage import search
from factcheck.storage.conflicts import conflicts
from factcheck.storage.heads import CHUNK, CREATED, DELETED, Head, Key, family, heads
from factcheck.storage.recording import DIGEST, row_types, text_value
from factcheck.storage.tables import (
    ActionRow,
    ArticleRow,
    ArticleVersionRow,
    Base,
    ChangeRow,
    ClaimRow,
    ConflictRow,
    EvidenceRow,
    MetaRow,
    Row,
)
from factcheck.storage.types import now
from factcheck.storage.wellformed import MISSHAPEN, is_id, well_formed

Progress = Callable[[float], None]
"""Called with the share done, 0 to 1; raising an exception from it cancels and rolls back."""

RECORDED = (
    "reviewer",
    "rating_scale",
    "rating",
    "article",
    "article_version",
    "claim",
    "evidence",
)
"""Tables in an order in which foreign keys hold."""


@dataclass(slots=True)
class Merge:
    """One merge under way, and what it has touched."""

    session: Session
    source: Connection
    progress: Progress
    made: set[UUID] = field(default_factory=set)
    changed: set[UUID] = field(default_factory=set)
    touched: dict[UUID, str] = field(default_factory=dict)
    """Rows that got changes, with their tables."""


def merge(session: Session, source: Connection, progress: Progress = lambda _: None) -> Merge:
    """Take over all that `source` knows and this file does not.

    `session` is a write session of this file, `source` a connection to a checked copy of the same
    schema, which is only read. Whoever called commits or rolls back.
    """
    work = Merge(session, source, progress)
    for at, name in enumerate(RECORDED):
        work.made.update(_copy_missing(work, Base.metadata.tables[name]))
        progress((at + 1) / 10)
    _copy_missing(work, Base.metadata.tables[ActionRow.__tablename__])
    _copy_changes(work)
    if work.touched:
        session.connection().execute(delete(MetaRow).where(MetaRow.key == DIGEST))
    progress(0.8)
    _set_winners(work)
    _flag_edited_deletions(work)
    _index(work)
    progress(1.0)
    return work


def result_of(work: Merge) -> MergeResult:
    """Return the counts that people are told."""
    shown = {ArticleRow.__tablename__, ClaimRow.__tablename__, EvidenceRow.__tablename__}
    made = sum(work.touched.get(each) in shown for each in work.made)
    to_decide = len(conflicts(work.session))
    return MergeResult(new=made, changed=len(work.changed - work.made), conflicts=to_decide)


def _copy_missing(work: Merge, table: Table) -> list[UUID]:
    """Copy the rows of a table that are missing here; the local counter `seq` starts anew."""
    missing = _missing(work, table)
    columns = [column for column in table.columns if column.name != "seq"]
    target = work.session.connection()
    for at in range(0, len(missing), CHUNK):
        some = missing[at : at + CHUNK]
        query = select(*columns).where(table.c.id.in_(some)).order_by(*_order(table))
        target.execute(insert(table), well_formed(table, work.source.execute(query)))
    return missing


def _missing(work: Merge, table: Table) -> list[UUID]:
    """Return the ids of the rows that are only in the source, in the order they were made."""
    here, there = _ids(work.session.connection(), table), _ids(work.source, table)
    found: list[UUID] = []
    own = next(here, None)
    for each in there:
        if not is_id(each):
            raise DatabaseError(MISSHAPEN, table=table.name)
        while own is not None and own < each:
            own = next(here, None)
        if own != each:
            found.append(UUID(bytes=each))
    return _ordered(work.source, table, found)


def _ids(connection: Connection, table: Table) -> Iterator[bytes]:
    """Read all ids in order, as bytes: to make rows and UUIDs of a million takes seconds."""
    query = f'SELECT id FROM "{table.name}" ORDER BY id'  # noqa: S608 - names of our own tables
    if connection.dialect.name == "sqlite":
        driver: Any = connection.connection.dbapi_connection
        return chain.from_iterable(driver.execute(query))
    return (each.bytes for each in connection.exec_driver_sql(query).scalars().all())


def _order(table: Table) -> tuple[ColumnElement[Any], ...]:
    return (table.c.hlc, table.c.id) if "hlc" in table.c else (table.c.id,)


def _ordered(source: Connection, table: Table, ids: list[UUID]) -> list[UUID]:
    """Bring ids that are sorted already into the order of the clocks of their rows."""
    if "hlc" not in table.c:
        return ids
    clocks: list[tuple[int, UUID]] = []
    for at in range(0, len(ids), CHUNK):
        query = select(table.c.hlc, table.c.id).where(table.c.id.in_(ids[at : at + CHUNK]))
        clocks += [(hlc, each) for hlc, each in source.execute(query)]
    if not all(isinstance(hlc, int) for hlc, _ in clocks):
        raise DatabaseError(MISSHAPEN, table=table.name)
    return [each for _, each in sorted(clocks)]


def _copy_changes(work: Merge) -> None:
    table = Base.metadata.tables[ChangeRow.__tablename__]
    new = _copy_missing(work, table)
    target = work.session.connection()
    for at in range(0, len(new), CHUNK):
        rows = target.execute(
            select(ChangeRow.row_id, ChangeRow.tbl).where(ChangeRow.id.in_(new[at : at + CHUNK]))
        )
        work.touched.update((row_id, name) for row_id, name in rows)


def _set_winners(work: Merge) -> None:
    """Set every field that got changes to its greatest head, and note where heads disagree."""
    target = work.session.connection()
    found = heads(work.session, work.touched)
    types = row_types()
    keys = [key for key in found if key[1] not in (CREATED, DELETED)]
    _forget(target, keys)
    disagreeing = [key for key in keys if len({head.new for head in found[key]}) > 1]
    _note(target, [(work.touched[key[0]], *key) for key in disagreeing])
    by_table: dict[str, dict[UUID, dict[str, Any]]] = {}
    for row_id, name in keys:
        table = work.touched[row_id]
        value = text_value(types[table], name, found[row_id, name][-1].new)
        by_table.setdefault(table, {}).setdefault(row_id, {})[name] = value
    for table, values in by_table.items():
        work.changed |= _write(target, types[table], values)


def _write(
    target: Connection, row_type: type[Row], values: dict[UUID, dict[str, Any]]
) -> set[UUID]:
    """Write the fields that differ; return the rows that changed."""
    table: Any = row_type.__table__
    moment = now()
    ids = list(values)
    by_fields: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for at in range(0, len(ids), CHUNK):
        query = select(table).where(table.c.id.in_(ids[at : at + CHUNK]))
        for row in target.execute(query).mappings():
            wanted = values[row["id"]]
            different = {name: value for name, value in wanted.items() if row[name] != value}
            if different:
                local = {"row_id": row["id"], "rev": row["rev"] + 1, "updated_at": moment}
                by_fields.setdefault(tuple(sorted(different)), []).append(different | local)
    for rows in by_fields.values():
        target.execute(update(table).where(table.c.id == bindparam("row_id")), rows)
    return {row["row_id"] for rows in by_fields.values() for row in rows}


def _flag_edited_deletions(work: Merge) -> None:
    """Hide what was deleted knowingly; keep and flag what was deleted here and edited there."""
    target = work.session.connection()
    candidates = work.touched | _owners(target, work.touched)
    found = heads(work.session, candidates)
    gone = {
        row_id: table
        for row_id, table in candidates.items()
        if any(head.new is not None for head in found.get((row_id, DELETED), ()))
    }
    families = family(work.session, gone)
    parts = heads(work.session, {part for members in families.values() for part in members})
    _forget(target, [(row_id, DELETED) for row_id in candidates])
    types = row_types()
    by_table: dict[str, dict[UUID, dict[str, Any]]] = {}
    for row_id, table in candidates.items():
        if (row_id, DELETED) not in found:
            continue
        deleting = found[row_id, DELETED]
        is_known = row_id not in gone or _is_known(families[row_id], parts, deleting)
        if not is_known:
            _note(target, [(table, row_id, DELETED)])
        text = deleting[-1].new if is_known else None
        value = text_value(types[table], DELETED, text)
        by_table.setdefault(table, {})[row_id] = {DELETED: value}
    for table, values in by_table.items():
        work.changed |= _write(target, types[table], values)


def _is_known(
    members: Sequence[UUID], parts: dict[Key, list[Head]], deleting: Sequence[Head]
) -> bool:
    """Whether whoever deleted a row had seen all that stands in it and its parts now."""
    if any(head.new is None for head in deleting):
        return False
    seen = frozenset[UUID]().union(*(head.prev for head in deleting))
    inside = set(members)
    return all(
        head.id in seen or (name == DELETED and head.new is not None)
        for (row_id, name), standing in parts.items()
        if row_id in inside
        for head in standing
    )


def _owners(target: Connection, rows: dict[UUID, str]) -> dict[UUID, str]:
    """Return the claims and articles that touched rows are parts of, with their tables."""
    found: dict[UUID, str] = {}
    level = [row_id for row_id, table in rows.items() if table == EvidenceRow.__tablename__]
    for at in range(0, len(level), CHUNK):
        query = select(EvidenceRow.claim_id).where(EvidenceRow.id.in_(level[at : at + CHUNK]))
        found.update((each, ClaimRow.__tablename__) for each in target.scalars(query))
    level = [*found, *(row_id for row_id, table in rows.items() if table == "claim")]
    for at in range(0, len(level), CHUNK):
        query = select(ClaimRow.article_id).where(ClaimRow.id.in_(level[at : at + CHUNK]))
        found.update((each, ArticleRow.__tablename__) for each in target.scalars(query))
    return found


def _forget(target: Connection, keys: Iterable[Key]) -> None:
    query = select(ConflictRow.row_id, ConflictRow.field)
    standing = {(row[0], row[1]) for row in target.execute(query)}
    for row_id, name in standing.intersection(keys):
        target.execute(
            delete(ConflictRow).where(ConflictRow.row_id == row_id, ConflictRow.field == name)
        )


def _note(target: Connection, found: Sequence[tuple[str, UUID, str]]) -> None:
    if found:
        target.execute(
            insert(ConflictRow),
            [{"tbl": table, "row_id": row_id, "field": name} for table, row_id, name in found],
        )


def _index(work: Merge) -> None:
    indexed = (ArticleRow, ArticleVersionRow)
    ids = list(work.made | work.changed)
    for row_type in indexed:
        for at in range(0, len(ids), CHUNK):
            query = select(row_type).where(row_type.id.in_(ids[at : at + CHUNK]))
            search.refresh(work.session, work.session.scalars(query))
