"""A file that may be chosen, or not."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from factcheck.gui import theme
from factcheck.runtime.i18n import tr


class FileField(QWidget):
    """The name of a file, a button that chooses one and one that takes it away."""

    chosen = Signal(str)

    def __init__(self, name: str, endings: str, path: str) -> None:
        """Be called `name`; `endings` is a filter of Qt's file dialogs."""
        super().__init__()
        self._endings = endings
        self._shown = QLineEdit()
        self._shown.setReadOnly(True)
        self._shown.setAccessibleName(name)
        self._shown.setPlaceholderText(tr("none"))
        self._choose = QPushButton(tr("Choose…"))
        self._choose.setAccessibleName(f"{name}: {tr('Choose…')}")
        self._choose.clicked.connect(lambda _checked=False: self._ask())
        self._remove = QPushButton(tr("Remove"))
        self._remove.setAccessibleName(f"{name}: {tr('Remove')}")
        self._remove.clicked.connect(lambda _checked=False: self.take(""))
        self._shown.setMinimumWidth(theme.scaled(60))
        for button in (self._choose, self._remove):
            button.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID // 2)
        row.addWidget(self._shown, 1)
        row.addWidget(self._choose)
        row.addWidget(self._remove)
        self.setFocusProxy(self._choose)
        self._show(path)

    def take(self, path: str) -> None:
        """Choose the file at `path`, or none."""
        self._show(path)
        self.chosen.emit(path)

    def _show(self, path: str) -> None:
        self._shown.setText(Path(path).name if path else "")
        self._shown.setToolTip(path)
        self._remove.setEnabled(bool(path))

    def _ask(self) -> None:
        dialog = QFileDialog(self.window(), self._shown.accessibleName())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self._endings)
        dialog.fileSelected.connect(self.take)
        dialog.open()
