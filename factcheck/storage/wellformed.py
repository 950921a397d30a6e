"""Whether what a file holds is of the kinds that this program writes.

SQLite keeps any value in any column, so a file from elsewhere may hold what no code expects:
an id of two bytes, a moment that is no moment, the log of a field that does not exist.
"""

import re
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Result, Table

from factcheck.domain.errors import N_, DatabaseError
from factcheck.storage.heads import CREATED
from factcheck.storage.recording import row_types
from factcheck.storage.tables import Base, ChangeRow, ConflictRow, SearchPartRow

MISSHAPEN = N_(
    "The other copy holds something in “{table}” that factcheck does not write. Nothing was taken"
    " over: ask its sender for a fresh copy."
)

_DERIVED = {ConflictRow.__tablename__, SearchPartRow.__tablename__}
"""Tables that are made anew from the others."""
_HEADS = re.compile("(?:[0-9a-f]{32}(?: |$))*")
_MOMENT = (
    "{name} NOT GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]"
    ".[0-9][0-9][0-9]+00:00' OR julianday({name}) IS NULL"
)
_WRONG = {
    UUID: "typeof({name}) <> 'blob' OR length({name}) <> 16",
    datetime: f"typeof({{name}}) <> 'text' OR {_MOMENT}",
    int: "typeof({name}) <> 'integer'",
    str: "typeof({name}) <> 'text'",
}
"""Conditions, by the type of a column, under which a value is none of ours."""


def is_id(value: object) -> bool:
    """Return whether a value as SQLite keeps it is the id of a row."""
    return type(value) is bytes and len(value) == 16


def well_formed(table: Table, found: Result[Any]) -> list[dict[str, Any]]:
    """Return the rows that were found in another copy, if all their values can be ours.

    Raises:
        DatabaseError: One of them cannot.
    """
    try:
        rows = [dict(row) for row in found.mappings()]
    except (ValueError, TypeError) as error:
        raise DatabaseError(MISSHAPEN, table=table.name) from error
    for name in rows[0] if rows else ():
        column = table.c[name]
        kinds = {column.type.python_type, type(None) if column.nullable else object}
        if not {type(row[name]) for row in rows} <= kinds or _has_naive(row[name] for row in rows):
            raise DatabaseError(MISSHAPEN, table=table.name)
    if table.name == ChangeRow.__tablename__:
        _check_log(rows)
    return rows


def _has_naive(values: Iterable[object]) -> bool:
    return any(isinstance(each, datetime) and each.tzinfo is None for each in values)


def _check_log(rows: Iterable[Mapping[str, Any]]) -> None:
    """Refuse changes of fields that no table of ours has, and heads that are no ids."""
    known = _fields()
    for row in rows:
        is_known = row["field"] in known.get(row["tbl"], ())
        if not is_known or not _HEADS.fullmatch(row["prev"]):
            raise DatabaseError(MISSHAPEN, table=ChangeRow.__tablename__)


def _fields() -> dict[str, set[str]]:
    return {name: {*each.__table__.c.keys(), CREATED} for name, each in row_types().items()}


def lacking(raw: sqlite3.Connection) -> str | None:
    """Return the first `table.column` of this schema that a file does not have, or None."""
    for table in Base.metadata.sorted_tables:
        there = {row[1] for row in raw.execute(f'PRAGMA table_info("{table.name}")')}
        for column in table.c:
            if column.name not in there:
                return f"{table.name}.{column.name}"
    return None


def misshapen(raw: sqlite3.Connection) -> str | None:
    """Return the table of a file that is not as we write it, or None; reads all of the file.

    Raises:
        sqlite3.Error: The file cannot be read, or lacks a table.
    """
    for table in Base.metadata.sorted_tables:
        if table.name not in _DERIVED and _has_wrong_value(raw, table):
            return table.name
    known = _fields()
    log = ChangeRow.__tablename__
    for name, field in raw.execute(f"SELECT DISTINCT tbl, field FROM {log}"):  # noqa: S608 - our own
        if field not in known.get(name, ()):
            return log
    return None


def _has_wrong_value(raw: sqlite3.Connection, table: Table) -> bool:
    wrong = " OR ".join(_condition(column) for column in table.c)
    if table.name == ChangeRow.__tablename__:
        wrong += " OR prev GLOB '*[^0-9a-f ]*' OR length(replace(prev, ' ', '')) % 32"
    query = f'SELECT 1 FROM "{table.name}" WHERE {wrong} LIMIT 1'  # noqa: S608 - our own names
    return raw.execute(query).fetchone() is not None


def _condition(column: Column[Any]) -> str:
    name = f'"{column.name}"'
    wrong = _WRONG[column.type.python_type].format(name=name)
    return f"({name} IS NOT NULL AND ({wrong}))" if column.nullable else f"({wrong})"
