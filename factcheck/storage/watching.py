"""What other windows, programs and people committed to the same file meanwhile."""

from typing import Any
from uuid import UUID

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from factcheck.domain.changes import Changes
from factcheck.storage.tables import ChangeRow
from factcheck.storage.touching import changes_of_ids


class Watch:
    """Remembers how far the change log has been seen, and which actions were our own."""

    def __init__(self) -> None:
        """Start unaware; the first poll only takes its place."""
        self._version: int | None = None
        self._seen = 0
        self._own: set[UUID] = set()

    def note_own(self, action_id: UUID) -> None:
        """Remember an action of this store, whose changes its caller already has."""
        self._own.add(action_id)

    def poll(self, session: Session) -> Changes:
        """Return the changes of others since the last poll."""
        connection: Any = session.connection()
        version = connection.scalar(text("PRAGMA data_version"))
        if version == self._version and not self._own:
            return Changes()
        is_first = self._version is None
        self._version = version
        rows = (
            connection.execute(
                select(ChangeRow.tbl, ChangeRow.row_id, ChangeRow.action_id).where(
                    ChangeRow.seq > self._seen
                )
            ).all()
            if not is_first
            else []
        )
        self._seen = connection.scalar(select(func.max(ChangeRow.seq))) or 0
        foreign = [(tbl, row_id) for tbl, row_id, action in rows if action not in self._own]
        self._own.clear()
        return changes_of_ids(session, foreign)
