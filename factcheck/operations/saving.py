"""Saving an edit without losing what somebody else saved meanwhile.

A form remembers the values that its edit began with, its base. Saving compares three ways, field
by field: what only I changed is stored, what only they changed stays, what both made the same is
left alone. Where both changed a field differently, nothing at all is stored and the clash is told.
The version counter of a row would not do: it is read again after every rollback.
"""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.domain.conflict import Clash, EditConflictError
from factcheck.storage.heads import heads
from factcheck.storage.recording import value_text
from factcheck.storage.tables import ActionRow, ChangeRow, Row

Base = Mapping[UUID, Mapping[str, object]]
"""Values of columns by row id; a row or column that is not named is overwritten."""


def set_columns(
    session: Session, rows: Sequence[Row], columns: Mapping[str, object], base: Base
) -> None:
    """Set columns of rows to checked values, unless somebody else changed one since `base`.

    Raises:
        EditConflictError: Somebody set a column to something else; nothing is changed.
    """
    found = [(row, _wanted(row, columns, base.get(row.id, {}))) for row in rows]
    clashes = [
        _clash(session, row, name, base[row.id][name], columns[name])
        for row, (_, disputed) in found
        for name in disputed
    ]
    if clashes:
        raise EditConflictError(tuple(clashes))
    for row, (wanted, _) in found:
        for name in wanted:
            setattr(row, name, columns[name])


def _wanted(
    row: Row, columns: Mapping[str, object], base: Mapping[str, object]
) -> tuple[list[str], list[str]]:
    """Return the names of columns to set, and of those that are disputed."""
    wanted, disputed = [], []
    for name, mine in columns.items():
        present, began = value_text(getattr(row, name)), value_text(base.get(name))
        if name not in base or present == began:
            wanted.append(name)
        elif value_text(mine) not in (present, began):
            disputed.append(name)
    return wanted, disputed


def _clash(session: Session, row: Row, name: str, began: object, mine: object) -> Clash:
    standing = heads(session, [row.id]).get((row.id, name), [])
    said = None
    if standing:
        query = select(ChangeRow.actor, ActionRow.at).join(
            ActionRow, ActionRow.id == ChangeRow.action_id
        )
        said = session.execute(query.where(ChangeRow.id == standing[-1].id)).first()
    return Clash(
        table=row.__tablename__,
        row_id=row.id,
        field=name,
        base=value_text(began),
        mine=value_text(mine),
        theirs=value_text(getattr(row, name)),
        who=said.actor if said else "",
        at=said.at if said else None,
    )
