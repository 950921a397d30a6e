"""The uncovered sentences as rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from factcheck.gui.coverage.wording import holds_words
from factcheck.operations.coverage import Coverage

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""The role under which the delegate finds the `Sentence` of an index."""

_LONGEST = 400
"""Code points of a sentence that a row keeps; the rest never fits a line."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One row: the place in the text (code points), the words on one line, what they hold."""

    start: int
    end: int
    words: str
    holds: str


class UncoveredModel(QAbstractListModel):
    """Shows what a `Coverage` misses; a row at a time goes and comes, so the place is kept."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Sentence] = []
        self._text = ""

    @property
    def rows(self) -> Sequence[Sentence]:
        """The rows, in the order of the text."""
        return self._rows

    def show_coverage(self, coverage: Coverage | None, text: str) -> None:
        """Show the sentences of `text` that `coverage` misses."""
        missing = coverage.missing if coverage else ()
        rows = [_row(text, each.start, each.end, holds_words(each.holds)) for each in missing]
        is_same_text = text == self._text
        self._text = text
        gone = self._only_gone(rows) if is_same_text else None
        if gone is None:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        for place in gone:
            self.beginRemoveRows(QModelIndex(), place, place)
            del self._rows[place]
            self.endRemoveRows()

    def _only_gone(self, rows: list[Sentence]) -> list[int] | None:
        """Return the places of rows that are gone, last first; None where others came."""
        wanted = {row.start for row in rows}
        gone = [place for place, row in enumerate(self._rows) if row.start not in wanted]
        is_rest = len(self._rows) - len(gone) == len(rows)
        return gone[::-1] if is_rest and len(gone) <= 20 else None

    def place_of(self, start: int) -> int | None:
        """Return the row of the sentence that begins at `start`."""
        return next((place for place, row in enumerate(self._rows) if row.start == start), None)

    # --- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.words} {row.holds}"
        return None


def _row(text: str, start: int, end: int, holds: str) -> Sentence:
    return Sentence(start, end, " ".join(text[start : min(end, start + _LONGEST)].split()), holds)
