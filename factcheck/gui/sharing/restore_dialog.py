"""The backups of the record: when, why, how large; one can be put back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from factcheck.gui.sharing.wording import size_words
from factcheck.gui.widgets.dialog import Dialog
from factcheck.gui.widgets.dialog_buttons import dialog_buttons
from factcheck.runtime.i18n import tr
from factcheck.text.actions import backup_reason
from factcheck.text.display import format_moment

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.runtime.settings import Settings
    from factcheck.storage.backup import Backup

_PATH_ROLE = Qt.ItemDataRole.UserRole


class RestoreDialog(Dialog):
    """Calls `restore` with the file of the backup that was chosen."""

    def __init__(
        self,
        found: list[Backup],
        settings: Settings,
        restore: Callable[[Path], None],
        parent: QWidget,
    ) -> None:
        super().__init__("restoreDialog", tr("Restore a backup"), (560, 380), parent)
        self._restore = restore
        said = (
            tr("The backup takes the place of the record. What is there now is backed up first.")
            if found
            else tr("There are no backups yet. One is made every day, and before every merge.")
        )
        explanation = QLabel(said)
        explanation.setWordWrap(True)
        self.list = QTreeWidget()
        self.list.setObjectName("backupList")
        self.list.setAccessibleName(tr("Backups"))
        self.list.setRootIsDecorated(False)
        self.list.setHeaderLabels([tr("When"), tr("Reason"), tr("Size")])
        for each in found:
            when = format_moment(each.made_at, settings)
            texts = [when, backup_reason(each.reason), size_words(each.size, settings)]
            item = QTreeWidgetItem(self.list, texts)
            item.setData(0, _PATH_ROLE, each.path)
            item.setToolTip(0, each.path.name)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setStretchLastSection(True)
        self.list.itemActivated.connect(lambda _item: self._go_on())
        buttons = dialog_buttons((tr("Restore"), self._go_on), cancel=(tr("Cancel"), self.reject))
        for button in buttons.findChildren(QPushButton):
            button.setEnabled(bool(found) or not button.isDefault())
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)
        self.column.addWidget(explanation)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(buttons)

    def _go_on(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.accept()
            self._restore(item.data(0, _PATH_ROLE))
