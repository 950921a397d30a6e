"""The table of claims: how it selects, and how its selection keeps step with the workspace."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from factcheck.domain.ids import ClaimId
from factcheck.gui.claims.delegate import ClaimCard
from factcheck.gui.claims.model import ClaimListModel
from factcheck.gui.workspace import Workspace
from factcheck.runtime.i18n import tr

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class ClaimTable(QTableView):
    """One card a row. Emits `accepted` on Enter and `dismissed` on Delete."""

    accepted = Signal()
    dismissed = Signal()

    def __init__(
        self, workspace: Workspace, model: ClaimListModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._claims = model
        self._is_following = False
        self.setObjectName("claimList")
        self.setAccessibleName(tr("Claims"))
        self.setModel(model)
        self._card = ClaimCard(workspace, self)
        self.setItemDelegate(self._card)
        self._set_up()
        self.restyle()
        self.selectionModel().selectionChanged.connect(self._tell)
        self.selectionModel().currentChanged.connect(self._tell)
        workspace.claims_chosen.connect(self.follow)
        model.modelReset.connect(self.follow)

    def _set_up(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        columns, rows = self.horizontalHeader(), self.verticalHeader()
        columns.hide()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)

    def restyle(self) -> None:
        """Take fonts and colours from the theme again."""
        self._card.restyle()
        self.verticalHeader().setDefaultSectionSize(self._card.row_height)
        self.viewport().update()

    @property
    def chosen_ids(self) -> tuple[ClaimId, ...]:
        """The claims selected in the table, in its order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._claims.rows[row].claim.id for row in rows)

    @property
    def current_id(self) -> ClaimId | None:
        """The claim that the keyboard is on."""
        row = self.currentIndex().row()
        return self._claims.rows[row].claim.id if 0 <= row < len(self._claims.rows) else None

    # --- in step with the workspace

    @contextmanager
    def following(self) -> Iterator[None]:
        """Leave the workspace's selection alone while the rows change."""
        before, self._is_following = self._is_following, True
        try:
            yield
        finally:
            self._is_following = before

    def follow(self) -> None:
        """Select what the workspace has chosen, as far as it is shown."""
        if self._is_following:
            return
        chosen, current = self._workspace.chosen, self._workspace.selected
        if chosen == self.chosen_ids and current == self.current_id:
            return
        with self.following():
            row = self._claims.row_of(current)
            if row is not None:
                # By the view, not its selection model: this is where Shift extends from.
                self.setCurrentIndex(self._claims.index(row, 0))
            self.selectionModel().select(self._ranges(self._claims.rows_of(chosen)), _CHOOSE)

    def _ranges(self, rows: Iterable[int]) -> QItemSelection:
        selection = QItemSelection()
        first = last = -2
        for row in rows:
            if row == last + 1:
                last = row
                continue
            self._add_range(selection, first, last)
            first = last = row
        self._add_range(selection, first, last)
        return selection

    def _add_range(self, selection: QItemSelection, first: int, last: int) -> None:
        if first >= 0:
            selection.select(self._claims.index(first, 0), self._claims.index(last, 0))

    def _tell(self) -> None:
        if self._is_following:
            return
        chosen, current = self.chosen_ids, self.current_id
        if current not in chosen:
            current = chosen[0] if chosen else None
        if (chosen, current) == (self._workspace.chosen, self._workspace.selected):
            return
        with self.following():
            self._workspace.choose_claims(chosen, current)

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.accepted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the commands; looking for claims is what the filter is for."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self._claims.rows:
            self.setCurrentIndex(self._claims.index(0, 0))
        super().focusInEvent(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        sideways = {
            QAbstractItemView.CursorAction.MoveLeft,
            QAbstractItemView.CursorAction.MoveRight,
        }
        return self.currentIndex() if action in sideways else super().moveCursor(action, modifiers)
