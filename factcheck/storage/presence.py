"""Where people say that they are here: beside the file, or in a table of the server.

None of it belongs to the record: it is in no change log, no merge, no backup and no copy. What is
not said again expires.
"""

import json
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Protocol
from uuid import UUID

from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from factcheck.domain.ids import ArticleId, ClaimId
from factcheck.domain.presence import Presence
from factcheck.runtime.files import write_atomically

EXPIRES = 30.0
"""Seconds after which somebody who said nothing more counts as gone."""

_FORGOTTEN = 600.0
"""Seconds after which what somebody left behind is cleared away."""


class Board(Protocol):
    """A place that the people of one record can see; what cannot be read or written is nothing."""

    def tell(self, me: Presence) -> None:
        """Say where I am; to be repeated well before `EXPIRES`."""

    def others(self, me: UUID) -> list[Presence]:
        """Return who else is here, by name."""

    def leave(self, me: UUID) -> None:
        """Take back what I said."""


def board_beside(path: Path, workspace: str) -> "FileBoard":
    """Return the board of a file: a hidden folder beside it, or one of this machine.

    `workspace` is the identity of the record.
    """
    beside = path.with_name(f".{path.name}.people")
    try:
        beside.mkdir(exist_ok=True)
    except OSError:
        beside = Path(tempfile.gettempdir()) / f"factcheck-{workspace}.people"
    return FileBoard(beside)


class FileBoard:
    """A folder with one small file for each window; its age is told by the clock of the disk."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._said_at: tuple[float, float] | None = None
        """When I spoke last, by the disk (epoch seconds) and by the monotonic clock here."""

    def tell(self, me: Presence) -> None:
        """Write my file anew."""
        content = {
            "name": me.name,
            "article": str(me.article_id or ""),
            "claim": str(me.claim_id or ""),
            "editing": me.is_editing,
        }
        path = self._folder / f"{me.window}.json"
        with suppress(OSError):
            self._folder.mkdir(exist_ok=True)
            write_atomically(path, json.dumps(content, ensure_ascii=False).encode())
            self._said_at = path.stat().st_mtime, time.monotonic()

    def others(self, me: UUID) -> list[Presence]:
        """Read the files of the others, and clear away those of windows long gone."""
        found = []
        with suppress(OSError):
            for path in self._folder.glob("*.json"):
                age = self._now() - path.stat().st_mtime
                if age > _FORGOTTEN:
                    path.unlink(missing_ok=True)
                elif age <= EXPIRES and path.stem != str(me):
                    found.append(_read(path))
        return sorted((each for each in found if each), key=lambda each: each.name)

    def leave(self, me: UUID) -> None:
        """Remove my file, and the folder after the last one."""
        with suppress(OSError):
            (self._folder / f"{me}.json").unlink(missing_ok=True)
            self._folder.rmdir()

    def _now(self) -> float:
        """Return what the disk's own clock says, which on a share is not that of this machine."""
        if self._said_at is None:
            return time.time()
        disk, here = self._said_at
        return disk + time.monotonic() - here


def _read(path: Path) -> Presence | None:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        article, claim = (UUID(content[key]) if content[key] else None for key in _PLACES)
        return Presence(
            UUID(path.stem),
            str(content["name"]),
            ArticleId(article) if article else None,
            ClaimId(claim) if claim else None,
            bool(content["editing"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


_PLACES = ("article", "claim")

_MAKE = """CREATE UNLOGGED TABLE IF NOT EXISTS presence (
    win uuid PRIMARY KEY, name text NOT NULL, article uuid, claim uuid,
    editing boolean NOT NULL, seen timestamptz NOT NULL)"""
_SAY = """INSERT INTO presence VALUES (:window, :name, :article, :claim, :editing, now())
    ON CONFLICT (win) DO UPDATE SET name = EXCLUDED.name, article = EXCLUDED.article,
    claim = EXCLUDED.claim, editing = EXCLUDED.editing, seen = EXCLUDED.seen"""
_SEE = """SELECT win, name, article, claim, editing FROM presence
    WHERE win <> :window AND seen > now() - make_interval(secs => :expires) ORDER BY name"""
_CLEAR = "DELETE FROM presence WHERE win = :window OR seen < now() - make_interval(secs => :old)"


class ServerBoard:
    """A table made when it is first needed; without the right to make it, nobody is seen."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._is_there = False

    def tell(self, me: Presence) -> None:
        """Write my row anew, by the clock of the server."""
        values = {
            "window": me.window,
            "name": me.name,
            "article": me.article_id,
            "claim": me.claim_id,
            "editing": me.is_editing,
        }
        with suppress(DBAPIError), self._engine.begin() as connection:
            if not self._is_there:
                connection.execute(text(_MAKE))
            connection.execute(text(_SAY), values)
            self._is_there = True

    def others(self, me: UUID) -> list[Presence]:
        """Read the rows of the others."""
        if not self._is_there:
            return []
        with suppress(DBAPIError), self._engine.connect() as connection:
            rows = connection.execute(text(_SEE), {"window": me, "expires": EXPIRES})
            return [Presence(*row) for row in rows]
        return []

    def leave(self, me: UUID) -> None:
        """Remove my row, and what others left behind."""
        if self._is_there:
            with suppress(DBAPIError), self._engine.begin() as connection:
                connection.execute(text(_CLEAR), {"window": me, "old": _FORGOTTEN})
