"""Which command opens which dialog."""

from PySide6.QtWidgets import QWidget

from factcheck.gui.actions import Handlers
from factcheck.gui.workspace import Workspace


class Dialogs:
    """Opens the dialogs of one window; each is imported when it is first asked for."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        self._workspace = workspace
        self._window = window

    def commands(self) -> Handlers:
        """Return what the commands of the dialogs call."""
        return {
            "settings": self._open_settings,
            "edit_scale": self._open_scale,
            "show_shortcuts": self._open_sheet,
            "about": self._open_about,
        }

    def _open_settings(self) -> None:
        from factcheck.gui.dialogs.settings import SettingsDialog  # noqa: PLC0415 - when asked for

        SettingsDialog(self._workspace, self._window).open()

    def _open_scale(self) -> None:
        from factcheck.gui.dialogs.scale import ScaleDialog  # noqa: PLC0415 - when asked for

        ScaleDialog(self._workspace, self._window).open()

    def _open_sheet(self) -> None:
        from factcheck.gui.dialogs.shortcut_sheet import ShortcutSheet  # noqa: PLC0415 - likewise

        ShortcutSheet(self._window).open()

    def _open_about(self) -> None:
        from factcheck.gui.dialogs.about import AboutDialog  # noqa: PLC0415 - when asked for

        AboutDialog(self._window).open()
