"""The files that a power cut may leave, enumerated from what SQLite asked of the disk.

Until a file is synced, each sector of what was written to it may be there or not, in any order; so
may a truncation, and the name of a file that is new or deleted, until the folder is synced.
"""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.storage.disk_hook import Step, watched_disk

SECTOR = 512
CHANCES = (0.0, 0.3, 0.5, 0.9)
"""How likely it is that something not yet synced has reached the disk."""
_TABLES = ("article", "article_version", "claim", "action", "change", "reviewer", "search")

Files = dict[str, bytes]


@dataclass
class Recording:
    """What was asked of the disk while `work` was done, and what was acknowledged when.

    `acknowledged` holds the number of steps before each acknowledgement, `contents` what the
    record held then; the first of each is the state at the beginning.
    """

    begin: Files
    steps: list[Step] = field(default_factory=list)
    acknowledged: list[int] = field(default_factory=list)
    contents: list[Any] = field(default_factory=list)

    def known_at(self, step: int) -> int:
        """Return how many acknowledgements came before a step."""
        return sum(1 for each in self.acknowledged[1:] if each <= step)


def record(
    path: Path, works: Sequence[Callable[[], object]], ready: Callable[[], object]
) -> Recording:
    """Do the works one after the other under `ready`, the opening of the record; note each step."""
    recording = Recording({each.name: each.read_bytes() for each in path.parent.iterdir()})

    def note(step: Step) -> int:
        recording.steps.append(step)
        return 0

    with watched_disk(note):
        ready()
        recording.acknowledged.append(len(recording.steps))
        recording.contents.append(content(path))
        for work in works:
            work()
            recording.acknowledged.append(len(recording.steps))
            recording.contents.append(content(path))
    return recording


def content(path: Path) -> list[Any]:
    """Return all that a record holds.

    Raises:
        sqlite3.DatabaseError: It cannot be read.
        AssertionError: It is damaged.
    """
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA quick_check").fetchone()[0] == "ok"
        return [raw.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall() for name in _TABLES]


class Disk:
    """The disk behind the files: what lasts for certain by now, and what a cut may undo."""

    def __init__(self, begin: Files) -> None:
        """Start with files that have all reached the disk."""
        self.files = {name: bytearray(content) for name, content in begin.items()}
        self.lasting = set(begin)
        self.pending: dict[str, list[Step]] = {}
        self.deleted: Files = {}

    def take(self, step: Step) -> None:
        """Note a step that was done."""
        name = step.name
        if step.what == "create":
            self.files[name] = bytearray()
            self.pending[name] = []
        elif step.what == "sync":
            for each in self.pending.pop(name, []):
                _apply(self.files[name], each)
            # The first sync of a new journal syncs the folder, and with it every name there.
            self.lasting.add(name)
        elif step.what == "delete":
            gone = bytes(self.files.pop(name, b""))
            if name in self.lasting and not step.at:
                self.deleted[name] = gone
            self.pending.pop(name, None)
            self.lasting.discard(name)
        else:
            self.pending.setdefault(name, []).append(step)

    def cut(self, is_lucky: Callable[[], bool]) -> Files:
        """Return files that a power cut may leave now; each open question is asked."""
        left = {name: each for name, each in self.deleted.items() if not is_lucky()}
        for name, lasting in self.files.items():
            if name not in self.lasting and not is_lucky():
                continue
            content = bytearray(lasting)
            for part in (each for step in self.pending.get(name, []) for each in _sectors(step)):
                if is_lucky():
                    _apply(content, part)
            left[name] = bytes(content)
        return left


def _sectors(step: Step) -> list[Step]:
    if step.what != "write":
        return [step]
    return [
        Step("write", step.name, step.at + at, step.data[at : at + SECTOR])
        for at in range(0, len(step.data), SECTOR)
    ]


def _apply(content: bytearray, step: Step) -> None:
    end = step.at + len(step.data)
    if len(content) < end:
        content.extend(bytes(end - len(content)))
    if step.what == "truncate":
        del content[step.at :]
    else:
        content[step.at : end] = step.data
