"""Opening another record: a file, a new one, or a server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from factcheck.runtime.i18n import tr

if TYPE_CHECKING:
    from factcheck.gui.workspace import Workspace

Switch = Callable[[Path | str], None]


class Place(Protocol):
    """Where records are opened from: a link to one, or a window that has none."""

    workspace: Workspace


class Records:
    """Asks which record to open, and has the window show it."""

    def __init__(self, place: Place, window: QWidget, switch: Switch) -> None:
        """Call `switch` with the file or the address that was chosen."""
        self._place = place
        self._window = window
        self._switch = switch

    def choose(self) -> None:
        """Ask for a record that exists."""
        dialog = QFileDialog(self._window, tr("Open a record"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._ask(dialog)

    def make(self) -> None:
        """Ask where to make a new record."""
        dialog = QFileDialog(self._window, tr("Make a new record"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix("factcheck")
        self._ask(dialog)

    def connect_server(self) -> None:
        """Ask for the address of a server and open the record there."""
        self._connect(tr("Connect to a server"), self._switch)

    def ask_server(self, take: Callable[[str], None]) -> None:
        """Ask for the address of a server to copy to."""
        self._connect(tr("Copy the record to a server"), take)

    def _ask(self, dialog: QFileDialog) -> None:
        dialog.setNameFilter(f"{tr('Records of factcheck')} (*.factcheck *.sqlite *.db)")
        dialog.fileSelected.connect(lambda path: self._switch(Path(path)))
        dialog.open()

    def _connect(self, title: str, take: Callable[[str], None]) -> None:
        from factcheck.gui.sharing.connect_dialog import ConnectDialog  # noqa: PLC0415

        ConnectDialog(title, self._try, take, self._window).open()

    def _try(self, typed: str, password: str, create: bool) -> str:  # noqa: FBT001
        """Open the record at an address and close it again; on a worker.

        The password goes into the key ring; where this machine has none, it stays in the address
        that is returned, in memory only.
        """
        from factcheck.storage import server  # noqa: PLC0415 - slow to load

        address = server.parse_address(typed)
        if password:
            address = server.ServerAddress(address.url, password)
        settings = self._place.workspace.settings
        server.open_server(
            address, actor=settings.reviewer, replica=settings.replica, create=create
        ).close()
        secret = address.password
        if secret and not server.remember_password(address, secret):
            return address.url.set(password=secret).render_as_string(hide_password=False)
        return address.url.render_as_string(hide_password=True)
