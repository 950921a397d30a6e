"""Where no record could be opened: what it was, why, and the ways to go on from there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.runtime.i18n import tr

if TYPE_CHECKING:
    from factcheck.domain.errors import UserError
    from factcheck.gui.main_window import MainWindow
    from factcheck.gui.workspace import Workspace

Open = Callable[[Path | str], None]


class WaysOut(QObject):
    """The failure page of one window and what its buttons do."""

    def __init__(self, workspace: Workspace, window: MainWindow, own: Path, go: Open) -> None:
        """Call `go` with the record to open instead; `own` is the person's own file."""
        from factcheck.gui.sharing.records import Records  # noqa: PLC0415 - hardly ever

        super().__init__(window)
        self.workspace = workspace
        self._window = window
        self._own = own
        self._go = go
        records = Records(self, window, go)
        self._commands = {
            "open_record": records.choose,
            "new_record": records.make,
            "connect_server": records.connect_server,
            "quit": window.close,
        }
        window.frame.actions_table.bind(self._commands)

    def show(self, record: Path | str, error: UserError, again: Callable[[], None]) -> None:
        """Say why `record` cannot be opened, and offer others; `again` tries it once more."""
        ways = [
            (tr("Try again"), again),
            (tr("Open another record…"), self._commands["open_record"]),
            (tr("Connect to a server…"), self._commands["connect_server"]),
        ]
        if record != self._own:
            ways.insert(1, (tr("Open my own record"), lambda: self._go(self._own)))
        self._window.frame.show_failure(error, ways)
