"""Which command opens which dialog."""

from PySide6.QtWidgets import QWidget

from factcheck.gui.actions import Handlers
from factcheck.gui.dialogs.about import AboutDialog
from factcheck.gui.dialogs.scale import ScaleDialog
from factcheck.gui.dialogs.settings import SettingsDialog
from factcheck.gui.dialogs.shortcut_sheet import ShortcutSheet
from factcheck.gui.workspace import Workspace


class Dialogs:
    """Opens the dialogs of one window."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        self._workspace = workspace
        self._window = window

    def commands(self) -> Handlers:
        """Return what the commands of the dialogs call."""
        return {
            "settings": lambda: SettingsDialog(self._workspace, self._window).open(),
            "edit_scale": lambda: ScaleDialog(self._workspace, self._window).open(),
            "show_shortcuts": lambda: ShortcutSheet(self._window).open(),
            "about": lambda: AboutDialog(self._window).open(),
        }
