"""Where no record could be opened: what it was, why, and the ways to go on from there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.domain.errors import UserError
from factcheck.gui.sharing.backstage import NOT_WRITTEN
from factcheck.runtime.i18n import explain, tr

if TYPE_CHECKING:
    from factcheck.gui.main_window import MainWindow
    from factcheck.gui.widgets.empty_state import Way
    from factcheck.gui.workspace import Workspace
    from factcheck.runtime.paths import Paths
    from factcheck.storage.backup import Backup

Open = Callable[[Path | str], None]


class WaysOut(QObject):
    """The failure page of one window and what its buttons do."""

    def __init__(self, workspace: Workspace, window: MainWindow, paths: Paths, go: Open) -> None:
        """Call `go` with the record to open instead; `paths` are the person's own places."""
        from factcheck.gui.sharing.records import Records  # noqa: PLC0415 - hardly ever

        super().__init__(window)
        self.workspace = workspace
        self._window = window
        self._paths = paths
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
        ways: list[Way] = [
            (tr("Try again"), again),
            (tr("Open another record…"), self._commands["open_record"]),
            (tr("Connect to a server…"), self._commands["connect_server"]),
        ]
        own = self._paths.database
        if record != own:
            ways.insert(1, (tr("Open my own record"), lambda: self._go(own)))
        ways[1:1] = self._restoring(error, again)
        self._window.frame.show_failure(error, ways)

    def _restoring(self, error: UserError, again: Callable[[], None]) -> list[Way]:
        """Offer the backups of a file that is unfit, where there are any."""
        from factcheck.operations.safekeeping import unfit_file  # noqa: PLC0415 - hardly ever
        from factcheck.storage.backup import backups_at  # noqa: PLC0415

        path = unfit_file(error)
        found = backups_at(self._paths.backup_dir, path) if path else []
        if path is None or not found:
            return []
        restore = partial(self._restore, path, again)
        return [(tr("Restore a backup…"), partial(self._choose, found, restore))]

    def _choose(self, found: list[Backup], restore: Callable[[Path], None]) -> None:
        from factcheck.gui.sharing.restore_dialog import RestoreDialog  # noqa: PLC0415

        RestoreDialog(found, self.workspace.settings, restore, self._window).open()

    def _restore(self, path: Path, again: Callable[[], None], backup: Path) -> None:
        from factcheck.operations.safekeeping import restore_over_damaged  # noqa: PLC0415

        messages = self._window.frame.message_bar
        try:
            kept = restore_over_damaged(path, backup, backup_dir=self._paths.backup_dir)
        except UserError as error:
            messages.refuse(explain(error))
        except OSError as error:
            reason = error.strerror or str(error)
            messages.refuse(explain(UserError(NOT_WRITTEN, reason=reason)))
        else:
            again()
            if kept is not None:
                said = tr("Restored. The damaged file is kept as {name}.", name=kept.name)
                self.workspace.said.emit(said)
