"""The claims of the open article as a table of one column, filtered and sorted here."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import compress, islice
from operator import is_not

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)

from factcheck.domain.claim import UNNUMBERED, Claim, WorkState
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
        self._claims: Sequence[Claim] = ()
        self._rows: list[Row] = []
        self._by_id: dict[ClaimId, Row] = {}
        self._shown: list[Row] = []
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
        row = self._by_id.get(claim_id) if claim_id is not None else None
        # Comparing 5,000 rows by identity takes less than hashing 5,000 ids for an index.
        return self._shown.index(row) if row is not None and row in self._shown else None

    def rows_of(self, claim_ids: Collection[ClaimId]) -> list[int]:
        """Return the rows of those claims that are shown, in the order of the list."""
        if len(claim_ids) <= FEW:
            found = map(self.row_of, claim_ids)
            return sorted(row for row in found if row is not None)
        rows = {id(self._by_id[each]) for each in claim_ids if each in self._by_id}
        return [place for place, row in enumerate(self._shown) if id(row) in rows]

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
        self._claims = tuple(claims)
        self._rows = [Row(claim) for claim in self._claims]
        self._by_id = {row.claim.id: row for row in self._rows}
        self._rebuild()
        self._folding = iter(list(self._rows))
        self._idle.start()

    def update_claims(self, claims: Sequence[Claim], touched: Collection[ClaimId]) -> None:
        """Bring the rows up to `claims`, the same article after a change of `touched`.

        `claims` are in the order of the text; those not touched may have other numbers.
        """
        before = [self._by_id[each] for each in touched if each in self._by_id]
        uncounted = _uncounted(before)
        is_same = self._align(claims)
        now = [self._by_id[each] for each in touched if each in self._by_id]
        is_shown = self._membership(len(touched))
        shown = [row for row in now if is_shown(row)]
        strays = [] if is_same else [row for row in shown if self._strays(row)]
        go = [row for row in before if is_shown(row) and self._must_go(row)] + strays
        come = passing([row for row in now if not is_shown(row)], self._filter) + strays
        if len(go) + len(come) > FEW:
            self._rebuild()
            return
        for row in go:
            self._take_out(self._shown.index(row))
        for row in come:
            self._put_in(row)
        is_recounted = uncounted != _uncounted(before)  # then others have other numbers
        if not is_same or is_recounted or go or come or len(now) > FEW:
            self.refresh()
        else:
            self._tell_changed([self._shown.index(row) for row in shown])

    def refresh(self) -> None:
        """Have every row read again: names, colours, digits or numbers changed."""
        self._tell_changed(range(len(self._shown)))

    def _align(self, claims: Sequence[Claim]) -> bool:
        """Give every row its present claim; False where there are other ones or another order.

        Rows before and after what has changed are paired by their place, because looking up
        5,000 ids takes as long as painting.
        """
        before, self._claims = self._claims, claims
        if len(before) == len(claims):
            changed = list(compress(range(len(claims)), map(is_not, before, claims)))
            if all(before[at].id == claims[at].id for at in changed):
                for at in changed:
                    self._take(self._rows[at], claims[at])
                return True
        self._totals = None
        rows, most = self._rows, min(len(before), len(claims))
        head, tail = 0, 0
        while head < most and _is_same(before[head], claims[head]):
            head += 1
        while tail < most - head and _is_same(before[-1 - tail], claims[-1 - tail]):
            tail += 1
        old = {row.claim.id: row for row in rows[head : len(rows) - tail]}
        fresh = [
            old.pop(claim.id) if claim.id in old else Row(claim)
            for claim in claims[head : len(claims) - tail]
        ]
        for claim_id in old:
            del self._by_id[claim_id]
        rows[head : len(rows) - tail] = fresh
        self._by_id |= {row.claim.id: row for row in fresh}
        for row, claim in zip(rows, claims, strict=True):
            row.take(claim)
        return False

    def _take(self, row: Row, claim: Claim) -> None:
        if row.claim.state is not claim.state:
            self._totals = None
        row.take(claim)

    def _membership(self, count: int) -> Callable[[Row], bool]:
        """Return what tells whether a row is shown, made to be asked about `count` rows."""
        if count <= FEW:
            return self._shown.__contains__
        shown = set(map(id, self._shown))
        return lambda row: id(row) in shown

    def _must_go(self, row: Row) -> bool:
        """Whether a row is of a claim that is no more, or that was dismissed."""
        if self._by_id.get(row.claim.id) is not row:
            return True
        return row.claim.state is WorkState.DISMISSED and self._filter.state is None

    def _strays(self, row: Row) -> bool:
        """Whether a claim has been moved past its neighbours in the text."""
        if self._order is not ClaimOrder.PLACE:
            return False
        place = self._shown.index(row)
        around = self._shown[max(0, place - 1) : place + 2]
        return around != sorted(around, key=ORDERS[ClaimOrder.PLACE])

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._totals = None
        self._shown = ordered(passing(self._rows, self._filter), self._order)
        self.endResetModel()

    def _put_in(self, row: Row) -> None:
        key = ORDERS[self._order]
        place = bisect_left(self._shown, key(row), key=key)
        self.beginInsertRows(QModelIndex(), place, place)
        self._shown.insert(place, row)
        self.endInsertRows()

    def _take_out(self, place: int) -> None:
        self.beginRemoveRows(QModelIndex(), place, place)
        del self._shown[place]
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


def _uncounted(rows: Iterable[Row]) -> list[bool]:
    return [row.claim.state in UNNUMBERED for row in rows]


def _is_same(one: Claim, other: Claim) -> bool:
    return one is other or one.id == other.id
