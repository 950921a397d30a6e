"""The claims of the open article as a table of one column, filtered and sorted here."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)

from factcheck.domain.claim import Claim, WorkState
from factcheck.domain.ids import ClaimId
from factcheck.domain.rating import Rating
from factcheck.gui.claims.filters import (
    ORDERS,
    ClaimFilter,
    ClaimOrder,
    Row,
    ordered,
    passing,
)
from factcheck.gui.claims.wording import spoken
from factcheck.gui.workspace import Workspace

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""The role under which the delegate finds the `Row` of an index."""

FEW = 20
"""Up to so many claims are put in or taken out one by one; more of them reset the list."""

_FOLDED_AT_ONCE = 250
"""Rows whose search keys are made in one idle moment: about a millisecond."""

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
        self._rows: list[Row] = []
        self._by_id: dict[ClaimId, Row] = {}
        self._shown: list[Row] = []
        self._index: dict[ClaimId, int] | None = None
        self._totals: tuple[int, int] | None = None
        self._filter = ClaimFilter()
        self._order = ClaimOrder.PLACE
        self._folding: Iterator[Row] = iter(())
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._fold_some)

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
    def totals(self) -> tuple[int, int]:
        """How many claims and how many suggestions there are under the state filter alone."""
        if self._totals is None:
            base = ClaimFilter(state=self._filter.state)
            states = [row.claim.state for row in passing(self._rows, base)]
            suggested = states.count(WorkState.SUGGESTED)
            self._totals = (len(states) - suggested, suggested)
        return self._totals

    @property
    def has_claims(self) -> bool:
        """Whether the article has any claim, dismissed ones included."""
        return bool(self._rows)

    def row_of(self, claim_id: ClaimId | None) -> int | None:
        """Return the row of a claim, None when it is not shown."""
        if self._index is None:
            self._index = {row.claim.id: place for place, row in enumerate(self._shown)}
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
        """Show the claims of another article, given in the order of the text."""
        self._rows = [Row(claim) for claim in claims]
        self._by_id = {row.claim.id: row for row in self._rows}
        self._rebuild()
        self._folding = iter(list(self._rows))
        self._idle.start()

    def update_claims(self, claims: Sequence[Claim], touched: Collection[ClaimId]) -> None:
        """Bring the rows up to `claims`, the same article after a change of `touched`.

        `claims` are in the order of the text; those not touched may have other numbers.
        """
        is_same = self._align(claims)
        go = [each for each in touched if self._must_go(each)]
        come = [each for each in touched if self._must_come(each) or self._strays(each)]
        if len(go) + len(come) > FEW:
            self._rebuild()
            return
        places = [self.row_of(each) for each in {*go, *come}]
        for place in sorted((place for place in places if place is not None), reverse=True):
            self._take_out(place)
        for claim_id in come:
            self._put_in(self._by_id[claim_id])
        if not is_same or go or come:
            self.refresh()
            return
        kept = [self.row_of(each) for each in touched]
        self._tell_changed([place for place in kept if place is not None])

    def refresh(self) -> None:
        """Have every row read again: names, colours, digits or numbers changed."""
        self._tell_changed(range(len(self._shown)))

    def _align(self, claims: Sequence[Claim]) -> bool:
        """Give every row its present claim; False where there are other ones or another order.

        Rows before and after what has changed are paired by their place, because looking up
        5,000 ids takes as long as painting.
        """
        rows, most = self._rows, min(len(self._rows), len(claims))
        head = 0
        while head < most and self._follows(rows[head], claims[head]):
            head += 1
        tail = 0
        while tail < most - head and self._follows(rows[-1 - tail], claims[-1 - tail]):
            tail += 1
        if head == len(rows) == len(claims):
            return True
        self._totals = None
        old = {row.claim.id: row for row in rows[head : len(rows) - tail]}
        fresh = []
        for claim in claims[head : len(claims) - tail]:
            row = old.pop(claim.id, None) or Row(claim)
            row.take(claim)
            self._by_id[claim.id] = row
            fresh.append(row)
        for claim_id in old:
            del self._by_id[claim_id]
        rows[head : len(rows) - tail] = fresh
        return False

    def _follows(self, row: Row, claim: Claim) -> bool:
        """Take `claim` into its row; False where it belongs to another one."""
        if row.claim is claim:
            return True
        if row.claim.id is not claim.id and row.claim.id != claim.id:
            return False
        if row.claim.state is not claim.state:
            self._totals = None
        row.take(claim)
        return True

    def _must_go(self, claim_id: ClaimId) -> bool:
        row = self._by_id.get(claim_id)
        if row is None:
            return self.row_of(claim_id) is not None
        is_hidden = row.claim.state is WorkState.DISMISSED and self._filter.state is None
        return is_hidden and self.row_of(claim_id) is not None

    def _must_come(self, claim_id: ClaimId) -> bool:
        row = self._by_id.get(claim_id)
        is_new = row is not None and self.row_of(claim_id) is None
        return is_new and bool(passing([self._by_id[claim_id]], self._filter))

    def _strays(self, claim_id: ClaimId) -> bool:
        """Whether a claim has been moved past its neighbours in the text."""
        place = self.row_of(claim_id)
        if place is None or claim_id not in self._by_id or self._order is not ClaimOrder.PLACE:
            return False
        around = self._shown[max(0, place - 1) : place + 2]
        return around != ordered(around, ClaimOrder.PLACE)

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._totals = None
        chosen = passing(self._rows, self._filter)
        is_sorted = self._order is ClaimOrder.PLACE
        self._shown = chosen if is_sorted else ordered(chosen, self._order)
        self._index = None
        self.endResetModel()

    def _put_in(self, row: Row) -> None:
        key = ORDERS[self._order]
        place = bisect_left(self._shown, key(row), key=key)
        self.beginInsertRows(QModelIndex(), place, place)
        self._shown.insert(place, row)
        self._index = None
        self.endInsertRows()

    def _take_out(self, place: int) -> None:
        self.beginRemoveRows(QModelIndex(), place, place)
        del self._shown[place]
        self._index = None
        self.endRemoveRows()

    def _tell_changed(self, places: Sequence[int]) -> None:
        if places:
            self.dataChanged.emit(self.index(min(places), 0), self.index(max(places), 0))

    def _fold_some(self) -> None:
        """Make search keys while nothing else happens, so that the first letter does not wait."""
        some = list(islice(self._folding, _FOLDED_AT_ONCE))
        for row in some:
            _ = row.key
        if not some:
            self._idle.stop()

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
