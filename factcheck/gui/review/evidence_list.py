"""The rows of evidence: chosen, moved and deleted by key."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from factcheck.gui.review.evidence_delegate import EvidenceCard
from factcheck.gui.review.evidence_model import EvidenceModel
from factcheck.gui.workspace import Workspace
from factcheck.runtime.i18n import tr

MOST_ROWS = 6
"""So many rows are shown before the list scrolls."""

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class EvidenceList(QListView):
    """Emits what a person wants done with the current row; shows nothing itself but rows."""

    moved = Signal(int)
    deleted = Signal()
    picked = Signal(object)

    def __init__(
        self, workspace: Workspace, model: EvidenceModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("evidenceList")
        self.setAccessibleName(tr("Evidence"))
        self.setModel(model)
        self._evidence = model
        self._card = EvidenceCard(workspace, self)
        self.setItemDelegate(self._card)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        model.modelReset.connect(self.fit)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.fit()

    def restyle(self) -> None:
        """Take fonts and colours from the theme again."""
        self._card.restyle()
        self.fit()
        self.viewport().update()

    def fit(self) -> None:
        """Be as high as the rows."""
        rows = min(len(self._evidence.rows), MOST_ROWS)
        self.setFixedHeight(rows * self._card.row_height + 2 * self.frameWidth())
        self.setVisible(bool(rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and event.key() in _STEPS:
            self.moved.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Delete means the evidence here, not the claim as everywhere else in the window.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Delete
        ):
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self._evidence.rows:
            self.setCurrentIndex(self._evidence.index(0))
        super().focusInEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the commands."""

    def _on_current(self, current: QModelIndex) -> None:
        row = current.row()
        self.picked.emit(self._evidence.rows[row] if row >= 0 else None)
