"""The table of articles: keys, columns, and renaming in place."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from factcheck.domain.article import ArticleSummary
from factcheck.domain.ids import ArticleId
from factcheck.gui import theme
from factcheck.gui.library.delegate import ArticleRow
from factcheck.gui.library.model import Column, LibraryModel
from factcheck.runtime.i18n import tr
from factcheck.runtime.settings import Settings

_SELECT_ROW = (
    QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
)
_SHARES = {
    Column.TITLE: 30,
    Column.OUTLET: 12,
    Column.PUBLISHED: 12,
    Column.PROGRESS: 14,
    Column.STATES: 17,
    Column.VERDICTS: 15,
}
"""Parts of the width that columns have until somebody moves their edges."""


class ArticleTable(QTableView):
    """Emits `opened` on Enter or a double click, `deleted` on Delete; F2 renames."""

    opened = Signal()
    deleted = Signal()

    def __init__(self, model: LibraryModel, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._articles = model
        self._row = ArticleRow(model, settings, self)
        self._is_sharing = False
        self.has_own_columns = False
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
        columns.setObjectName("libraryColumns")
        columns.setMinimumSectionSize(theme.GRID * 5)
        columns.sectionResized.connect(lambda column, _old, _new: self._on_resized(column))
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self._row.row_height)

    def restyle(self, settings: Settings) -> None:
        """Take fonts, colours and digits again."""
        self._row.restyle(settings)
        self.horizontalHeader().setStyleSheet(theme.header_style())
        self.verticalHeader().setDefaultSectionSize(self._row.row_height)
        self.viewport().update()

    def set_columns(self, sizes: list[int]) -> None:
        """Give the columns the widths (pixels) that a person chose."""
        self.has_own_columns = True
        for column, size in zip(Column, sizes, strict=False):
            self.setColumnWidth(column, size)

    def columns(self) -> list[int]:
        """Return the widths of the columns, in pixels."""
        return [self.columnWidth(column) for column in Column]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.has_own_columns:
            return
        self._is_sharing = True
        for column, share in _SHARES.items():
            self.setColumnWidth(column, self.viewport().width() * share // 100)
        self._is_sharing = False

    def _on_resized(self, column: int) -> None:
        """Take note that a person moved an edge; the last column follows by itself."""
        if not self._is_sharing and self.isVisible() and column != max(Column):
            self.has_own_columns = True

    # --- which articles

    @property
    def articles(self) -> LibraryModel:
        """The articles that the table shows."""
        return self._articles

    def show_articles(self, found: list[ArticleSummary]) -> None:
        """Show other articles; the current one stays current where it is among them."""
        current = self.current
        self._articles.show_articles(found)
        self.go_to(current)

    @contextmanager
    def keeping_place(self) -> Iterator[None]:
        """Keep selection and scroll place while articles come, go and move.

        At the beginning of the list the view stays there, so that new articles are seen.
        """
        bar, lines = self.verticalScrollBar(), self.verticalHeader()
        at, row = bar.value(), self.rowAt(0)
        top = self._articles.rows[row].id if at and row >= 0 else None
        offset = at - lines.sectionPosition(row) if top else 0
        seen = self.visualRect(self.currentIndex()).intersects(self.viewport().rect())
        had_chosen = self.selectionModel().hasSelection()
        yield
        if not self._articles.rows:
            return
        row = self._articles.row_of(top)
        if row >= 0:
            self.executeDelayedItemsLayout()
            bar.setValue(lines.sectionPosition(row) + offset)
        if not self.currentIndex().isValid():
            self.go_to(None)
        elif had_chosen and not self.selectionModel().hasSelection():
            self.go_to(self.current)
        elif seen:
            self.scrollTo(self.currentIndex())

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
