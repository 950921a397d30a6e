"""Every command with its keys, to read and to search."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from factcheck.gui import theme
from factcheck.gui.shortcuts import COMMANDS, Section
from factcheck.gui.widgets.dialog import Dialog
from factcheck.gui.widgets.dialog_buttons import dialog_buttons
from factcheck.runtime.i18n import tr
from factcheck.text.folding import fold_key


class ShortcutSheet(Dialog):
    """The command table as people read it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("shortcutSheet", tr("Keyboard shortcuts"), (560, 600), parent)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search the commands"))
        self.search.setAccessibleName(tr("Search the commands"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(tr("Keyboard shortcuts"))
        self.tree.setHeaderLabels([tr("Command"), tr("Keys")])
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(theme.GRID * 2)
        self.tree.setUniformRowHeights(True)
        self.tree.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._groups: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self._fill()
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.column.addWidget(self.search)
        self.column.addWidget(self.tree, 1)
        self.column.addWidget(dialog_buttons((tr("Close"), self.accept)))
        self.search.setFocus()

    def _fill(self) -> None:
        for section in Section:
            commands = [each for each in COMMANDS if each.section is section]
            if not commands:
                continue
            heading = QTreeWidgetItem([tr(section.value)])
            heading.setFont(0, theme.strong_font())
            self.tree.addTopLevelItem(heading)
            items = [QTreeWidgetItem([tr(each.text), keys_text(each.keys)]) for each in commands]
            heading.addChildren(items)
            self._groups.append((heading, items))
        self.tree.expandAll()

    def _filter(self, text: str) -> None:
        wanted = fold_key(text).strip()
        for heading, items in self._groups:
            found = [wanted in fold_key(f"{each.text(0)} {each.text(1)}") for each in items]
            for item, is_found in zip(items, found, strict=True):
                item.setHidden(not is_found)
            heading.setHidden(not any(found))


def keys_text(keys: tuple[str, ...]) -> str:
    """Return the keys of a command, the first one first, each kept in its own order."""
    form = QKeySequence.SequenceFormat
    shown = (QKeySequence(key, form.PortableText).toString(form.NativeText) for key in keys)
    return "   ".join(f"\u2066{each}\u2069" for each in shown)
