"""The claims of the open article as a table of one column, filtered and sorted here."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from factcheck.domain.claim import Claim, WorkState
from factcheck.domain.ids import ClaimId
from factcheck.domain.rating import Rating
from factcheck.gui.claims.filters import (
    ORDERS,
    ClaimFilter,
    ClaimOrder,
    Row,
    make_row,
    ordered,
    passing,
    renewed,
)
from factcheck.gui.claims.wording import spoken
from factcheck.gui.workspace import Workspace

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""The role under which the delegate finds the `Row` of an index."""

FEW = 20
"""Up to so many claims are put in or taken out one by one; more of them reset the list."""

Index = QModelIndex | QPersistentModelIndex


class ClaimListModel(QAbstractTableModel):
    """Rows of the claims that pass the filter, in the chosen order.

    A claim that changes stays where it is, even when it no longer passes: the list must not run
    away under the hands of somebody who works through it. The next change of filter, order or
    article sorts it out. Only what is dismissed goes at once, because that is what was asked for.
    """

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._all: dict[ClaimId, Row] = {}
        self._shown: list[Row] = []
        self._index: dict[ClaimId, int] = {}
        self._filter = ClaimFilter()
        self._order = ClaimOrder.PLACE

    # --- what it shows

    @property
    def filter(self) -> ClaimFilter:
        """What is let through."""
        return self._filter

    @property
    def order(self) -> ClaimOrder:
        """What the rows are sorted by."""
        return self._order

    @property
    def rows(self) -> Sequence[Row]:
        """The rows shown, in their order."""
        return self._shown

    @property
    def total(self) -> int:
        """How many claims there are under the state filter alone."""
        return len(passing(self._all.values(), ClaimFilter(state=self._filter.state)))

    @property
    def has_claims(self) -> bool:
        """Whether the article has any claim, dismissed ones included."""
        return bool(self._all)

    def row_of(self, claim_id: ClaimId | None) -> int | None:
        """Return the row of a claim, None when it is not shown."""
        return None if claim_id is None else self._index.get(claim_id)

    # --- what changes it

    def set_filter(self, wanted: ClaimFilter) -> None:
        """Show what passes `wanted`."""
        if wanted != self._filter:
            self._filter = wanted
            self._rebuild()

    def set_order(self, order: ClaimOrder) -> None:
        """Sort by `order`."""
        if order != self._order:
            self._order = order
            self._rebuild()

    def show_claims(self, claims: Iterable[Claim]) -> None:
        """Show the claims of another article."""
        self._all = {claim.id: make_row(claim) for claim in claims}
        self._rebuild()

    def update_claims(self, claims: Sequence[Claim]) -> None:
        """Bring the rows up to `claims`, the present claims of the same article."""
        there = {claim.id: claim for claim in claims}
        gone = [each for each in self._all if each not in there]
        changed = [claim for claim in claims if self._is_news(claim)]
        for claim_id in gone:
            del self._all[claim_id]
        for claim in changed:
            row = self._all.get(claim.id)
            self._all[claim.id] = renewed(row, claim) if row else make_row(claim)
        come = [claim.id for claim in changed if self._must_come(claim)]
        go = [each for each in self._index if self._must_go(each)]
        if len(go) + len(come) > FEW:
            self._rebuild()
            return
        for claim_id in go:
            self._take_out(self._index[claim_id])
        places = [self._index[claim.id] for claim in changed if claim.id in self._index]
        for place in places:
            self._shown[place] = self._all[self._shown[place].claim.id]
        for claim_id in come:
            self._put_in(self._all[claim_id])
        self._tell_changed(places)

    def refresh(self) -> None:
        """Have every row read again: names, colours or digits changed."""
        self._tell_changed(range(len(self._shown)))

    def _is_news(self, claim: Claim) -> bool:
        row = self._all.get(claim.id)
        return row is None or row.claim is not claim

    def _must_come(self, claim: Claim) -> bool:
        return claim.id not in self._index and bool(passing([self._all[claim.id]], self._filter))

    def _must_go(self, claim_id: ClaimId) -> bool:
        row = self._all.get(claim_id)
        if row is None:
            return True
        return row.claim.state is WorkState.DISMISSED and self._filter.state is None

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._shown = ordered(passing(self._all.values(), self._filter), self._order)
        self._number_rows()
        self.endResetModel()

    def _number_rows(self) -> None:
        self._index = {row.claim.id: place for place, row in enumerate(self._shown)}

    def _put_in(self, row: Row) -> None:
        key = ORDERS[self._order]
        place = bisect_left(self._shown, key(row), key=key)
        self.beginInsertRows(QModelIndex(), place, place)
        self._shown.insert(place, row)
        self._number_rows()
        self.endInsertRows()

    def _take_out(self, place: int) -> None:
        self.beginRemoveRows(QModelIndex(), place, place)
        del self._shown[place]
        self._number_rows()
        self.endRemoveRows()

    def _tell_changed(self, places: Sequence[int]) -> None:
        if places:
            self.dataChanged.emit(self.index(min(places), 0), self.index(max(places), 0))

    # --- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._shown[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row.claim, row.words, self._rating(row.claim))
        return None

    def _rating(self, claim: Claim) -> Rating | None:
        return self._workspace.ratings.get(claim.rating_id) if claim.rating_id else None
