"""What others did to the same file meanwhile: what they committed, and whether it is there yet."""

from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, func, select, text
from sqlalchemy.orm import Session

from factcheck.domain.changes import Changes
from factcheck.storage.tables import ChangeRow
from factcheck.storage.touching import changes_of_ids


class Watch:
    """Remembers how far the change log has been seen, and which actions were our own."""

    def __init__(self) -> None:
        """Start unaware; the first poll only takes its place."""
        self._version: int | None = None
        self._seen: int | None = None
        self._own: set[UUID] = set()

    def note_own(self, action_id: UUID) -> None:
        """Remember an action of this store, whose changes its caller already has."""
        self._own.add(action_id)

    def poll(self, session: Session) -> Changes:
        """Return the changes of others since the last poll."""
        connection = session.connection()
        if connection.dialect.name == "sqlite" and not self._is_news(connection):
            return Changes()
        newest = connection.scalar(select(func.max(ChangeRow.seq))) or 0
        since, self._seen = self._seen, newest
        if since is not None and newest < since:
            # Somebody put a backup in the place of the record: all of it is news.
            since = 0
        if since is None or newest == since:
            self._own.clear()
            return Changes()
        rows = connection.execute(
            select(ChangeRow.tbl, ChangeRow.row_id, ChangeRow.action_id).where(
                ChangeRow.seq > since
            )
        )
        foreign = [(tbl, row_id) for tbl, row_id, action in rows if action not in self._own]
        self._own.clear()
        return changes_of_ids(session, foreign)

    def _is_news(self, connection: Connection) -> bool:
        """Return whether anybody has committed since the last call."""
        version = connection.scalar(text("PRAGMA data_version"))
        is_news = version != self._version or bool(self._own) or self._seen is None
        self._version = version
        return is_news


class Spot:
    """Remembers which file lay at a path, and says whether that one still lies there.

    Asked by `stat` only: to open the file and to close it again would drop SQLite's locks on it.
    """

    def __init__(self, path: Path | None) -> None:
        """Look at `path` now; None, as for a server, is always in place."""
        self._path = path
        self._found = _file_at(path) if path else None

    @property
    def is_same(self) -> bool:
        """Whether nobody has replaced, moved or deleted the file since."""
        return self._path is None or _file_at(self._path) == self._found


def _file_at(path: Path) -> tuple[int, int] | None:
    """Return device and inode of what lies at `path`, None where nothing does."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
