"""Which command opens which dialog."""

from importlib import import_module

from PySide6.QtWidgets import QDialog, QWidget

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
            "settings": lambda: self._open("settings", "SettingsDialog", self._workspace),
            "edit_scale": lambda: self._open("scale", "ScaleDialog", self._workspace),
            "show_shortcuts": lambda: self._open("shortcut_sheet", "ShortcutSheet"),
            "about": lambda: self._open("about", "AboutDialog"),
        }

    def _open(self, module: str, name: str, *values: object) -> None:
        make = getattr(import_module(f"factcheck.gui.dialogs.{module}"), name)
        dialog: QDialog = make(*values, self._window)
        dialog.open()
