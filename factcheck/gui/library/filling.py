"""Reading the library step by step, so that no step makes anybody wait.

The first page is shown at once, the others follow from a timer. What a change names is read again
by itself; nothing else is.
"""

from collections.abc import Iterable
from itertools import islice

from PySide6.QtCore import QObject, QTimer, Signal

from factcheck.domain.article import ArticleSummary
from factcheck.domain.ids import ArticleId
from factcheck.gui.library.table import ArticleTable
from factcheck.gui.workspace import Workspace
from factcheck.storage import library
from factcheck.storage.store import Store

PAGE = 70
"""Articles that one step reads."""
_PAUSE_MS = 5
"""What is left to keys and painting between two steps, in milliseconds."""
_AGAIN_MS = 150
"""When what could not be read, because the file was locked, is read again, in milliseconds."""


class Filling(QObject):
    """Reads into a table what a search finds. It rests until `go_on`, and after `pause`.

    `stepped` comes after each step. `total` is how many articles the record has, None where a
    search asks for some of them.
    """

    stepped = Signal()

    def __init__(self, workspace: Workspace, table: ArticleTable, page: int = PAGE) -> None:
        super().__init__(table)
        self._workspace = workspace
        self._table = table
        self._page = page
        self._is_running = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._step)
        self.begin("")

    def begin(self, search: str) -> None:
        """Forget what is under way, and show what another search finds."""
        self._timer.stop()
        self._store: Store | None = None
        self._search = search
        self._before: ArticleId | None = None
        self._due: set[ArticleId] = set()
        self._is_reading = True
        self._is_asked_again = False
        self.is_complete = False
        self.total: int | None = None
        self._step()

    def look_again(self) -> None:
        """Read everything once more behind what is shown, or another record from its beginning."""
        if self._store is not self._workspace.store:
            self.begin(self._search)
        elif self._is_reading:
            self._is_asked_again = True
        else:
            self._is_reading, self._before = True, None
            self._step()

    def touch(self, ids: Iterable[ArticleId]) -> None:
        """Read some articles again: they are new, changed or deleted."""
        self._due |= set(ids)
        self._step()

    def go_on(self) -> None:
        """Read what is to be read, now and from a timer."""
        self._is_running = True
        self._step()

    def pause(self) -> None:
        """Read nothing until somebody looks again."""
        self._is_running = False
        self._timer.stop()

    # --- one step

    def _step(self) -> None:
        store, is_new = self._workspace.store, self._store is None
        if not self._is_running or store is None:
            return
        if not is_new and store is not self._store:
            # The same record, opened once more; for another one somebody calls `look_again`.
            self._store, self._is_reading, self._before = store, True, None
        if is_new:
            has_read = self._read_first(store)
        elif self._due:
            has_read = self._read_due()
        else:
            has_read = not self._is_reading or self._read_next()
        if self._is_reading or self._due:
            self._timer.start(_PAUSE_MS if has_read else _AGAIN_MS)
        if has_read:
            self.stepped.emit()

    def _read_first(self, store: Store) -> bool:
        current = self._table.current
        found = self._read_page(None)
        if found is None:
            return False
        self._store = store
        self._count()
        shown = found
        is_further_down = len(found) == self._page and current not in {each.id for each in found}
        if current is not None and is_further_down:
            read = self._workspace.read_or([], library.one_found, self._search, current)
            shown = [*found, *read]
        self._table.show_articles(shown)
        self._turn(found)
        return True

    def _read_next(self) -> bool:
        found = self._read_page(self._before)
        if found is None:
            return False
        oldest = found[-1].id if len(found) == self._page else None
        there = self._table.articles.between(self._before, oldest)
        with self._table.keeping_place():
            self._table.articles.take_away(there - {each.id for each in found})
            self._table.articles.put(found)
        self._turn(found)
        return True

    def _read_page(self, before: ArticleId | None) -> list[ArticleSummary] | None:
        read = self._workspace.read_or
        return read(None, library.articles, self._search, self._page, before)

    def _turn(self, found: list[ArticleSummary]) -> None:
        """Go on to the next page, if there is one."""
        if len(found) == self._page:
            self._before = found[-1].id
            return
        self._before = None
        self.is_complete = True
        self._is_reading, self._is_asked_again = self._is_asked_again, False

    def _read_due(self) -> bool:
        some = list(islice(self._due, self._page))
        found = self._workspace.read_or(None, library.summaries, some)
        if found is None:
            return False
        self._due -= set(some)
        known = self._table.articles
        if self._search.strip():
            shown = [each for each in found if known.row_of(each.id) >= 0]
            if len(shown) < len(found):
                # Only the search itself can tell whether they belong here.
                self._is_asked_again = self._is_reading
                self._is_reading = True
        else:
            shown = found
        with self._table.keeping_place():
            known.take_away(set(some) - {each.id for each in found})
            known.put(shown)
        if not self.is_complete:
            self._count()
        return True

    def _count(self) -> None:
        read = self._workspace.read_or
        self.total = None if self._search.strip() else read(None, library.count)
