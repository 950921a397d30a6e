"""One QAction for every command of the table: text, keys, and what it calls."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from factcheck.gui.shortcuts import COMMANDS, Command, Section, sequences
from factcheck.runtime.i18n import tr

Handlers = Mapping[str, Callable[[], object]]


class Actions(QObject):
    """The commands of one window; those without a handler are disabled."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._handlers: dict[str, Callable[[], object]] = {}
        self._allowed: dict[str, bool] = {}
        self._actions = {each.id: self._make(each) for each in COMMANDS}

    def __getitem__(self, command_id: str) -> QAction:
        """Return the action of a command."""
        return self._actions[command_id]

    def bind(self, handlers: Handlers) -> None:
        """Give commands what they call.

        Raises:
            ValueError: A command has a handler already, or is not in the table.
        """
        for command_id, handler in handlers.items():
            if command_id not in self._actions or command_id in self._handlers:
                raise ValueError(command_id)
            self._handlers[command_id] = handler
            self._refresh(command_id)

    def allow(self, command_ids: Iterable[str], *, allowed: bool) -> None:
        """Enable or disable commands that have a handler."""
        for command_id in command_ids:
            self._allowed[command_id] = allowed
            self._refresh(command_id)

    def unbound(self) -> list[str]:
        """Return the commands that nothing answers."""
        return [each.id for each in COMMANDS if each.id not in self._handlers]

    def rename(self, command_id: str, text: str) -> None:
        """Show another name, as for `Undo: …`."""
        action = self._actions[command_id]
        action.setText(text)
        action.setToolTip(_tooltip(text, action.shortcut()))

    def menu(self, section: Section) -> QMenu:
        """Return a new menu of one section of the table."""
        menu = QMenu(tr(section.value), self._window)
        menu.setToolTipsVisible(False)
        group: int | None = None
        for each in COMMANDS:
            if each.section is not section:
                continue
            if group is not None and each.group != group:
                menu.addSeparator()
            group = each.group
            menu.addAction(self._actions[each.id])
        return menu

    def _make(self, each: Command) -> QAction:
        text = tr(each.text)
        action = QAction(text, self._window)
        action.setObjectName(each.id)
        action.setShortcuts(sequences(each.keys))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setToolTip(_tooltip(text, action.shortcut()))
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.triggered.connect(lambda _checked=False: self._call(each.id))
        action.setEnabled(False)
        # On the window itself, so that keys work while the menu is closed.
        self._window.addAction(action)
        return action

    def _call(self, command_id: str) -> None:
        handler = self._handlers.get(command_id)
        if handler is not None:
            handler()

    def _refresh(self, command_id: str) -> None:
        is_possible = command_id in self._handlers and self._allowed.get(command_id, True)
        self._actions[command_id].setEnabled(is_possible)


def _tooltip(text: str, keys: QKeySequence) -> str:
    if keys.isEmpty():
        return text
    return f"{text} \u2066({keys.toString(QKeySequence.SequenceFormat.NativeText)})\u2069"
