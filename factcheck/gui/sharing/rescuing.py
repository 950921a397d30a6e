"""A file that was replaced, moved or deleted under the window: saving what it held, going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from factcheck.domain.errors import BusyError, DatabaseError, UserError
from factcheck.gui.sharing.backstage import NOT_WRITTEN, Backstage
from factcheck.gui.writing import PATIENCE

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.gui.workspace import Workspace
    from factcheck.operations.rescuing import Rescue, Rescued
    from factcheck.runtime.paths import Paths

_AGAIN_MS = 150


class Rescuing(QObject):
    """Does the rescue on the worker; meanwhile typed text stays in its fields and calls wait.

    `taken` carries what the workspace shows from then on (`Opened`), what came of the rescue
    (`Rescued`), and the name that the file had.
    """

    taken = Signal(object, object, str)

    def __init__(self, workspace: Workspace, backstage: Backstage, paths: Paths) -> None:
        super().__init__(backstage)
        self._workspace = workspace
        self._backstage = backstage
        self._paths = paths
        self._rescue: Rescue | None = None
        self._told = ""

    def begin(self, address: Path | str) -> None:
        """Begin with the record of this address, or go on where it could not be had so far."""
        rescue = self._present(address)
        self._backstage.do_apart("rescue", rescue.run, self._go_on, self._tell)

    def finish(self, address: Path | str) -> None:
        """Do it here and now, however long that takes; what cannot be kept is told."""
        self._backstage.wait()
        try:
            rescued = self._present(address).run(is_last=True)
            if rescued is not None:
                self._take(rescued)
        except UserError as error:
            self._tell(error)
        except OSError as error:
            self._tell(UserError(NOT_WRITTEN, reason=error.strerror or str(error)))

    def _present(self, address: Path | str) -> Rescue:
        """Return what saves the open store, which nobody else uses from now on."""
        from factcheck.operations.rescuing import Rescue  # noqa: PLC0415 - hardly ever

        workspace = self._workspace
        if self._rescue is None:
            if workspace.store is None:
                raise RuntimeError("no file is open")
            self._told = ""
            self._rescue = Rescue(workspace.store, address, self._paths, workspace.settings)
        workspace.is_displaced = True
        return self._rescue

    def _go_on(self, rescued: Rescued | None) -> None:
        if rescued is None or self._rescue is None:
            return
        try:
            self._take(rescued)
        except BusyError:
            QTimer.singleShot(_AGAIN_MS, self, lambda: self._go_on(rescued))
        except DatabaseError as error:
            # It was replaced once more; what was kept is merged into that.
            self._tell(error)

    def _take(self, rescued: Rescued) -> None:
        """Open what is to be worked on now.

        Raises:
            DatabaseError: It is locked, or gone once more.
        """
        from factcheck.operations.opening import open_record  # noqa: PLC0415

        workspace = self._workspace
        name = workspace.store.name if workspace.store else ""
        settings = workspace.settings
        opened = open_record(rescued.address, self._paths, settings, patience=PATIENCE)
        try:
            workspace.adopt(opened.store)
        except DatabaseError:
            opened.store.close()
            raise
        self._rescue = None
        workspace.writer.try_waiting()
        self.taken.emit(opened, rescued, name)

    def _tell(self, error: UserError) -> None:
        """Say what stands against it, once: it is tried again and again."""
        if not isinstance(error, BusyError) and str(error) != self._told:
            self._told = str(error)
            self._workspace.failed.emit(error)
