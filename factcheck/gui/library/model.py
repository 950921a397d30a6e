"""The rows of the library as a table."""

from collections.abc import Callable, Iterable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from factcheck.domain.article import ArticleSummary
from factcheck.domain.claim import WorkState
from factcheck.domain.errors import N_
from factcheck.domain.ids import ArticleId
from factcheck.domain.rating import Rating
from factcheck.gui.library.shelf import Shelf
from factcheck.gui.workspace import Workspace
from factcheck.runtime.i18n import language, tr
from factcheck.text.display import format_date, format_number
from factcheck.text.folding import fold_key
from factcheck.text.isolation import isolate
from factcheck.text.naming import name_of

Index = QModelIndex | QPersistentModelIndex
SUMMARY_ROLE = Qt.ItemDataRole.UserRole
"""Role under which every cell holds its `ArticleSummary`."""


class Column(IntEnum):
    """Columns of the library, leading first."""

    TITLE = 0
    OUTLET = 1
    PUBLISHED = 2
    PROGRESS = 3
    STATES = 4
    VERDICTS = 5


_HEADERS = {
    Column.TITLE: N_("Title"),
    Column.OUTLET: N_("Outlet"),
    Column.PUBLISHED: N_("Published"),
    Column.PROGRESS: N_("Checked"),
    Column.STATES: N_("Work"),
    Column.VERDICTS: N_("Verdicts"),
}

_KEYS: dict[Column, Callable[[ArticleSummary], Any]] = {
    Column.TITLE: lambda each: fold_key(each.title),
    Column.OUTLET: lambda each: fold_key(each.outlet),
    Column.PUBLISHED: lambda each: each.published,
    Column.PROGRESS: lambda each: each.progress,
    Column.STATES: lambda each: each.claim_count,
    Column.VERDICTS: lambda each: sum(each.by_rating.values()),
}


class LibraryModel(QAbstractTableModel):
    """The articles that a search found, sorted by one column; titles can be edited in place."""

    def __init__(
        self,
        workspace: Workspace,
        rename: Callable[[ArticleId, str], None],
        parent: QObject | None = None,
    ) -> None:
        """Call `rename` with what a person typed over a title."""
        super().__init__(parent)
        self._workspace = workspace
        self._rename = rename
        self._shelf = Shelf()

    @property
    def rows(self) -> list[ArticleSummary]:
        """The articles shown, in their order."""
        return self._shelf.rows

    def show_articles(self, found: Iterable[ArticleSummary]) -> None:
        """Show these articles and no others, in the present order."""
        self.beginResetModel()
        self._shelf.fill(found)
        self.endResetModel()

    def put(self, found: Iterable[ArticleSummary]) -> None:
        """Show some articles as they are now: in their places, with those that stay selected."""
        fresh = []
        for each in found:
            row = self.row_of(each.id)
            if row < 0:
                fresh.append(each)
            elif self.rows[row] != each:
                self._renew(row, each)
        for row, some in self._shelf.groups(fresh):
            self.beginInsertRows(QModelIndex(), row, row + len(some) - 1)
            self._shelf.put(row, some)
            self.endInsertRows()

    def take_away(self, ids: Iterable[ArticleId]) -> None:
        """Show some articles no longer; ids that are not shown do not matter."""
        gone = sorted((row for row in map(self.row_of, ids) if row >= 0), reverse=True)
        while gone:
            last = first = gone.pop(0)
            while gone and gone[0] == first - 1:
                first = gone.pop(0)
            self.beginRemoveRows(QModelIndex(), first, last)
            self._shelf.take(first, last)
            self.endRemoveRows()

    def _renew(self, row: int, summary: ArticleSummary) -> None:
        place = self._shelf.place(summary)
        is_moved = self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), place)
        row_after = place - 1 if place > row else place
        self._shelf.take(row, row)
        self._shelf.put(row_after, [summary])
        if is_moved:
            self.endMoveRows()
        self.dataChanged.emit(self.index(row_after, 0), self.index(row_after, max(Column)))

    def row_of(self, article_id: ArticleId | None) -> int:
        """Return the row of an article, -1 where it is not shown."""
        return self._shelf.row_of(article_id)

    def between(self, newest: ArticleId | None, oldest: ArticleId | None) -> set[ArticleId]:
        """Return what is shown of the articles before `newest`, down to `oldest` itself."""
        return self._shelf.between(newest, oldest)

    # --- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - as Qt has it
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(_HEADERS[Column(section)])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        summary, column = self.rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(summary, column)
        if role == Qt.ItemDataRole.EditRole:
            return summary.title
        if role == SUMMARY_ROLE:
            return summary
        if role == Qt.ItemDataRole.ToolTipRole:
            return isolate(summary.title) if column is Column.TITLE else self._text(summary, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            header = tr(_HEADERS[column])
            return f"{header}: {self._text(summary, column)}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == Column.TITLE else flags

    def setData(
        self,
        index: Index,
        value: Any,  # noqa: ANN401 - as Qt has it
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        summary = self.rows[index.row()]
        if role != Qt.ItemDataRole.EditRole or str(value).strip() == summary.title:
            return False
        self._rename(summary.id, str(value).strip())
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        former = self.persistentIndexList()
        ids = [self.rows[each.row()].id for each in former]
        value = _KEYS[Column(column)] if column >= 0 else None
        self._shelf.sort(value, falling=order is Qt.SortOrder.DescendingOrder)
        now = [
            self.index(self.row_of(article_id), each.column())
            for article_id, each in zip(ids, former, strict=True)
        ]
        self.changePersistentIndexList(former, now)
        self.layoutChanged.emit()

    # --- words

    def _text(self, summary: ArticleSummary, column: Column) -> str:
        settings = self._workspace.settings
        match column:
            case Column.TITLE:
                return isolate(summary.title)
            case Column.OUTLET:
                return isolate(summary.outlet) if summary.outlet else ""
            case Column.PUBLISHED:
                return format_date(summary.published, settings) if summary.published else ""
            case Column.PROGRESS:
                return self._progress(summary)
            case Column.STATES:
                return self._states(summary)
            case Column.VERDICTS:
                return self._verdicts(summary)

    def _number(self, value: int) -> str:
        return format_number(value, self._workspace.settings)

    def _progress(self, summary: ArticleSummary) -> str:
        total = summary.claim_count
        if not total:
            return tr("No claims")
        done = self._number(summary.checked_count)
        return tr("{done} of {n}", done=done, n=self._number(total))

    def _states(self, summary: ArticleSummary) -> str:
        counted = [(state, summary.by_state.get(state, 0)) for state in WorkState]
        return " · ".join(f"{name_of(state)} {self._number(n)}" for state, n in counted if n)

    def _verdicts(self, summary: ArticleSummary) -> str:
        return " · ".join(
            f"{rating.glyph} {rating.name(language())} {self._number(count)}"
            for rating, count in self.verdicts(summary)
        )

    def verdicts(self, summary: ArticleSummary) -> list[tuple[Rating, int]]:
        """Return the verdicts given in an article with their counts, in the order of the scale."""
        ratings = self._workspace.ratings
        known = [(ratings[key], n) for key, n in summary.by_rating.items() if key in ratings]
        return sorted(known, key=lambda each: (str(each[0].scale_id), each[0].position))
