"""The change log: one hook that writes what every flush changes, in the same transaction.

The log is audit trail, undo, conflict record and merge at once. Each field of each row is a
multi-value register: a change names in `prev` the changes it replaces, so that two changes made
apart both stand until somebody decides. Only loaded rows may be changed (bulk UPDATE and DELETE
statements would pass the hook by).
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, event, func, insert, inspect, select
from sqlalchemy.orm import Session

from factcheck.domain.ids import natural_id, new_id
from factcheck.storage import search
from factcheck.storage.heads import CREATED, DELETED, Head, family, heads
from factcheck.storage.tables import (
    ActionRow,
    Base,
    ChangeRow,
    ConflictRow,
    MetaRow,
    ReviewerRow,
    Row,
)
from factcheck.storage.types import moment_text, now

_A_DAY = 24 * 60 * 60 * 1000
"""Milliseconds; a clock further ahead than this is wrong and is not followed."""

DIGEST = "digest"
"""Key in `meta` of the digest over the content of a snapshot; any change makes it void."""

UNRECORDED = frozenset({"id", "rev", "created_at", "updated_at"})

TOGETHER = {"claim": ("exact", "start", "end", "version_id", "prefix", "suffix")}
"""Fields of a table that say one thing together: where a claim stands. They are logged as one, so
that two moves made apart are never mixed to a place that has other words."""

Edit = tuple[Row, str, str | None, str | None]
"""A row, the name of a field, its old and its new text."""


@dataclass(slots=True)
class Recorder:
    """What one write transaction knows about itself: the action, and the rows it touched."""

    name: str
    actor: str
    replica: UUID
    id: UUID = field(default_factory=new_id)
    kind: str = "do"
    target_id: UUID | None = None
    hlc: int = 0
    touched: dict[UUID, Row] = field(default_factory=dict)
    """Rows made or changed so far, by id."""
    edits: list[Edit] = field(default_factory=list)
    """What the flush under way changes."""
    decided: list[Edit] = field(default_factory=list)
    """Values that were confirmed as they stand, to be logged with the next flush."""

    @property
    def actor_id(self) -> UUID | None:
        """Who acts; None where no name is set."""
        return natural_id("reviewer", self.actor) if self.actor else None


def recorder(session: Session) -> Recorder:
    """Return the recorder of a write session."""
    found: Recorder = session.info["recorder"]
    return found


def attach(session: Session, record: Recorder) -> None:
    """Make `session` record all it flushes under `record`."""
    session.info["recorder"] = record
    event.listen(session, "before_flush", _before_flush)
    event.listen(session, "after_flush", _after_flush)


def decide(session: Session, row: Row, values: Mapping[str, object]) -> None:
    """Set fields and log them even where they stand so already, so that no other head stands.

    Several fields are decided at once only where they say one thing together (`TOGETHER`).
    """
    texts = {name: value_text(getattr(row, name)) for name in values}
    changed = {name: value for name, value in values.items() if value_text(value) != texts[name]}
    for name, value in changed.items():
        setattr(row, name, value)
    if not changed:
        recorder(session).decided += [(row, name, text, text) for name, text in texts.items()]
        row.rev += 1
        row.updated_at = now()
    session.flush()


def value_text(value: object) -> str | None:
    """Return a stored value as the text of the log."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, datetime):
        return moment_text(value)
    return str(value)


def text_value(row_type: type[Row], name: str, text: str | None) -> Any:  # noqa: ANN401
    """Return the value that `value_text` made `text` of, for the attribute `name` of a row."""
    if text is None:
        return None
    python_type = inspect(row_type).columns[name].type.python_type
    if python_type is UUID:
        return UUID(text)
    if python_type is datetime:
        return datetime.fromisoformat(text)
    return python_type(text)


def row_types() -> dict[str, type[Row]]:
    """Return the recorded row classes by table name."""
    return {
        str(mapper.local_table.name): mapper.class_  # type: ignore[attr-defined]
        for mapper in Base.registry.mappers
        if issubclass(mapper.class_, Row)
    }


def _before_flush(session: Session, _context: object, _instances: object) -> None:
    if session.deleted:
        msg = "rows are marked with deleted_at, never deleted"
        raise RuntimeError(msg)
    moment = now()
    edits = []
    for row in session.dirty:
        found = _edits(row) if isinstance(row, Row) else []
        if found:
            row.rev += 1
            row.updated_at = moment
            edits += found
    record = recorder(session)
    record.edits = edits + record.decided
    record.decided = []


def _after_flush(session: Session, _context: object) -> None:
    record = recorder(session)
    made = [row for row in session.new if isinstance(row, Row)]
    edits = record.edits
    if not made and not edits:
        return
    if not record.hlc:
        _begin_action(session, record)
    entries = [_entry(record, row, CREATED, None, None) for row in made]
    if edits:
        entries += _edit_entries(session, record, edits)
        _decide(session, edits)
    edited = {row.id: row for row, _, _, _ in edits}
    record.touched.update((row.id, row) for row in made)
    record.touched.update(edited)
    session.connection().execute(insert(ChangeRow), entries)
    search.refresh(session, [*made, *edited.values()])


def _edit_entries(session: Session, record: Recorder, edits: list[Edit]) -> list[dict[str, object]]:
    """Return the log entries of edits, each naming the heads that it replaces."""
    gone = {row.id for row, name, _, new in edits if name == DELETED and new is not None}
    families = family(session, gone) if gone else {}
    fields = () if gone else {name for _, name, _, _ in edits}
    own = heads(session, {row.id for row, _, _, _ in edits}.union(*families.values()), fields)
    of_row: dict[UUID, list[Head]] = {}
    for (row_id, _), found in own.items():
        of_row.setdefault(row_id, []).extend(found)
    entries = []
    for row, name, old, new in edits:
        if name == DELETED and row.id in families:
            replaced = [head for member in families[row.id] for head in of_row.get(member, ())]
        else:
            replaced = own.get((row.id, name), [])
        prev = " ".join(each.id.hex for each in replaced)
        entries.append(_entry(record, row, name, old, new) | {"prev": prev})
    return entries


def _decide(session: Session, edits: list[Edit]) -> None:
    """Close the conflicts about fields that were just set: the new change replaces every head."""
    connection = session.connection()
    if connection.scalar(select(ConflictRow.row_id).limit(1)) is None:
        return
    for row, name, _, _ in edits:
        connection.execute(
            delete(ConflictRow).where(ConflictRow.row_id == row.id, ConflictRow.field == name)
        )


def _edits(row: Row) -> list[Edit]:
    """List the changed fields of a row with their old and new texts.

    Looks only at what was set since the row was loaded; `inspect(row).attrs` would build the
    history of every column of every row.
    """
    state: Any = inspect(row)
    found = []
    for name, before in state.committed_state.items():
        old, new = value_text(before), value_text(getattr(row, name))
        if name not in UNRECORDED and old != new:
            found.append((row, name, old, new))
    return found + _companions(row, {name for _, name, _, _ in found})


def _companions(row: Row, changed: set[str]) -> list[Edit]:
    """List the fields that are logged as they stand because one beside them changed."""
    together = TOGETHER.get(row.__tablename__, ())
    if changed.isdisjoint(together):
        return []
    texts = {name: value_text(getattr(row, name)) for name in together if name not in changed}
    return [(row, name, text, text) for name, text in texts.items()]


def _entry(
    record: Recorder, row: Row, name: str, old: str | None, new: str | None
) -> dict[str, object]:
    return {
        "id": new_id(),
        "hlc": record.hlc,
        "action_id": record.id,
        "actor": record.actor,
        "replica": record.replica,
        "tbl": row.__tablename__,
        "row_id": row.id,
        "field": name,
        "old": old,
        "new": new,
        "prev": "",
    }


def _begin_action(session: Session, record: Recorder) -> None:
    """Give the action its place in time and write it down, with the person on first sight."""
    connection = session.connection()
    present = time.time_ns() // 1_000_000
    believable = (present + _A_DAY) << 16
    last = connection.scalar(select(func.max(ActionRow.hlc)).where(ActionRow.hlc < believable))
    record.hlc = max(present << 16, (last or 0) + 1)
    connection.execute(delete(MetaRow).where(MetaRow.key == DIGEST))
    connection.execute(
        insert(ActionRow),
        {
            "id": record.id,
            "hlc": record.hlc,
            "at": now(),
            "actor_id": record.actor_id,
            "actor": record.actor,
            "replica": record.replica,
            "name": record.name,
            "kind": record.kind,
            "target_id": record.target_id,
        },
    )


def ensure_reviewer(session: Session) -> UUID | None:
    """Store the acting person where the file does not know them yet; return their id."""
    record = recorder(session)
    if record.actor_id is None:
        return None
    if session.get(ReviewerRow, record.actor_id) is None:
        session.add(ReviewerRow(id=record.actor_id, name=record.actor))
        session.flush()
    return record.actor_id
