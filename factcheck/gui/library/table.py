"""The table of articles: keys, columns, and renaming in place."""

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from factcheck.domain.ids import ArticleId
from factcheck.gui import theme
from factcheck.gui.library.delegate import ArticleRow
from factcheck.gui.library.model import Column, LibraryModel
from factcheck.runtime.i18n import tr
from factcheck.runtime.settings import Settings

_SELECT_ROW = (
    QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
)
_WIDTHS = {
    Column.TITLE: 360,
    Column.OUTLET: 130,
    Column.PUBLISHED: 120,
    Column.PROGRESS: 150,
    Column.STATES: 190,
    Column.VERDICTS: 180,
}


class ArticleTable(QTableView):
    """Emits `opened` on Enter or a double click, `deleted` on Delete; F2 renames."""

    opened = Signal()
    deleted = Signal()

    def __init__(self, model: LibraryModel, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._articles = model
        self._row = ArticleRow(model, settings, self)
        self.setObjectName("articleTable")
        self.setAccessibleName(tr("Articles"))
        self.setModel(model)
        self.setItemDelegate(self._row)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSortingEnabled(True)
        self._set_up_headers()
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def _set_up_headers(self) -> None:
        columns, rows = self.horizontalHeader(), self.verticalHeader()
        columns.setSortIndicatorClearable(True)
        columns.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        columns.setHighlightSections(False)
        columns.setStretchLastSection(True)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        columns.setAccessibleName(tr("Columns"))
        for column, width in _WIDTHS.items():
            columns.resizeSection(column, theme.scaled(width))
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self._row.row_height)

    def restyle(self, settings: Settings) -> None:
        """Take fonts, colours and digits again."""
        self._row.restyle(settings)
        self.horizontalHeader().setStyleSheet(theme.header_style())
        self.verticalHeader().setDefaultSectionSize(self._row.row_height)
        self.viewport().update()

    @property
    def chosen(self) -> list[ArticleId]:
        """The selected articles, in the order shown."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._articles.rows[row].id for row in rows]

    @property
    def current(self) -> ArticleId | None:
        """The article that the keyboard is on."""
        row = self.currentIndex().row()
        return self._articles.rows[row].id if 0 <= row < len(self._articles.rows) else None

    def go_to(self, article_id: ArticleId | None) -> None:
        """Select an article, or the first one where it is not shown."""
        row = max(0, self._articles.row_of(article_id))
        if row < len(self._articles.rows):
            index = self._articles.index(row, 0)
            # selectRow obeys the last key or click, and may select nothing.
            self.selectionModel().setCurrentIndex(index, _SELECT_ROW)
            self.scrollTo(index)

    def rename_current(self) -> None:
        """Edit the title of the current article in place."""
        row = self.currentIndex().row()
        if row >= 0:
            self.edit(self._articles.index(row, Column.TITLE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not is_editing:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.rename_current()
        else:
            super().keyPressEvent(event)
