"""The evidence of one claim as rows."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from factcheck.domain.evidence import Evidence
from factcheck.domain.ids import EvidenceId
from factcheck.runtime.i18n import tr
from factcheck.text.addresses import judge
from factcheck.text.naming import name_of

EVIDENCE_ROLE = int(Qt.ItemDataRole.UserRole)
"""The role under which the delegate finds the `Evidence` of an index."""

Index = QModelIndex | QPersistentModelIndex


def headline(evidence: Evidence) -> str:
    """Return what a row is called: its title, else its server, address or quoted passage."""
    if evidence.title.strip():
        return evidence.title
    for address in (evidence.url, evidence.archive_url):
        if address.strip():
            return judge(address).host or address
    return evidence.quote


class EvidenceModel(QAbstractListModel):
    """Rows in the order of their positions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Evidence] = []

    @property
    def rows(self) -> Sequence[Evidence]:
        """The evidence shown, in order."""
        return self._rows

    def show_evidence(self, rows: Sequence[Evidence]) -> None:
        """Show `rows`; the same ones in the same order keep their place and selection."""
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = list(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_of(self, evidence_id: EvidenceId | None) -> int | None:
        """Return the row of a piece of evidence, None when it is not shown."""
        ids = [row.id for row in self._rows]
        return ids.index(evidence_id) if evidence_id in ids else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == EVIDENCE_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return headline(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr(
                "{stance}: {title}. {publisher}, {source}",
                stance=name_of(row.stance),
                title=headline(row),
                publisher=row.publisher or "–",
                source=name_of(row.source_class),
            )
        return None
