"""What keeps the record safe without being asked: a backup and a check every day."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.gui.jobs import Tell
    from factcheck.gui.sharing.backstage import Backstage
    from factcheck.gui.workspace import Workspace
    from factcheck.operations.opening import Opened
    from factcheck.storage.checking import Problem

FIRST_MS = 20_000
"""Milliseconds after the start, when nobody waits for anything any more."""
_EVERY_MS = 60 * 60 * 1000
_DAY = 24 * 60 * 60


class Housekeeping(QObject):
    """Looks every hour what is due; `found` carries the problems of a file that is not sound."""

    found = Signal(object)

    def __init__(
        self, workspace: Workspace, backstage: Backstage, folder: Path, *, after_crash: bool
    ) -> None:
        """Keep backups in `folder`; after a crash the file is checked whenever that was last."""
        super().__init__(backstage)
        self._workspace = workspace
        self._backstage = backstage
        self._folder = folder
        self._must_check = after_crash
        self._every = QTimer(self, interval=_EVERY_MS)
        self._every.timeout.connect(self.look)
        self._first = QTimer(self, singleShot=True, interval=FIRST_MS)
        self._first.timeout.connect(self.look)

    def start(self) -> None:
        """Look soon, and every hour."""
        self._first.start()
        self._every.start()

    def look(self) -> None:
        """Do what is due."""
        work = partial(_look, folder=self._folder, must_check=self._must_check)
        self._must_check = False
        self._backstage.do_once("housekeeping", work, self._tell, self._workspace.failed.emit)

    def _tell(self, problems: list[Problem]) -> None:
        if problems:
            self.found.emit(problems)


def _look(opened: Opened, _tell: Tell, *, folder: Path, must_check: bool) -> list[Problem]:
    from factcheck.operations.safekeeping import back_up_when_due, check_file  # noqa: PLC0415

    store = opened.store
    back_up_when_due(store, backup_dir=folder)
    mark = folder / f"{store.origin().key}.checked"
    is_fresh = mark.exists() and time.time() - mark.stat().st_mtime < _DAY
    if not store.is_file or (is_fresh and not must_check):
        return []
    problems = check_file(store)
    if not problems:
        folder.mkdir(parents=True, exist_ok=True)
        mark.touch()
    return problems
