"""The claim list with its filter: choosing claims, and marking many of them at once."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from factcheck.domain.changes import Changes
from factcheck.domain.claim import WorkState
from factcheck.domain.ids import ClaimId
from factcheck.gui import marking, theme
from factcheck.gui.claims.commands import marking_commands
from factcheck.gui.claims.filter_bar import FilterBar
from factcheck.gui.claims.filters import ClaimFilter, ClaimOrder
from factcheck.gui.claims.model import ClaimListModel
from factcheck.gui.claims.table import ClaimTable
from factcheck.gui.claims.wording import count_words
from factcheck.gui.widgets.empty_state import EmptyState
from factcheck.gui.widgets.pane import Pane
from factcheck.gui.workspace import Workspace
from factcheck.runtime.i18n import ntr, tr
from factcheck.text.display import format_number


class ClaimListPanel(Pane):
    """Filter, table and, where there is nothing to show, what to do about it.

    `opened` is emitted when somebody asks with Enter for what the selected claim holds.
    """

    opened = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setAccessibleName(tr("Claims"))
        self.filter_bar = FilterBar(self)
        self._model = ClaimListModel(workspace, self)
        self.table = ClaimTable(workspace, self._model, self)
        self._nothing_open = EmptyState(tr("No article is open"), commands=["show_library"])
        self._nothing_yet = EmptyState(
            tr("No claims yet"),
            tr("Select words in the article and make a claim of them, or have some proposed."),
            commands=["make_claim", "detect"],
        )
        self._nothing_passes = EmptyState(
            tr("No claim passes the filter"), commands=["clear_filter"]
        )
        self._pages = QStackedWidget(self)
        for page in (self.table, self._nothing_open, self._nothing_yet, self._nothing_passes):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[theme.GRID] * 4)
        layout.setSpacing(theme.GRID)
        layout.addWidget(self.filter_bar)
        layout.addWidget(self._pages, 1)
        self.entry = self.table
        self._connect()
        self._restart()

    def _connect(self) -> None:
        workspace = self._workspace
        workspace.article_opened.connect(self._restart)
        workspace.changed.connect(self._on_changed)
        workspace.settings_changed.connect(self._restyle)
        workspace.company.changed.connect(self._redraw)
        self.filter_bar.changed.connect(self._filter)
        self.filter_bar.order_changed.connect(self._sort)
        self.filter_bar.line.left.connect(self.focus_list)
        self.table.accepted.connect(self._enter)
        self.table.dismissed.connect(self.remove)

    def commands(self) -> dict[str, Callable[[], None]]:
        """Return what the keys of the list do, by command id."""
        return {
            "focus_filter": self.focus_filter,
            "clear_filter": self.filter_bar.clear,
            "focus_claims": self.focus_list,
            "next_claim": lambda: self._step(1),
            "previous_claim": lambda: self._step(-1),
            "next_unfinished": self.go_to_next_unfinished,
            "select_all_claims": self.table.selectAll,
            "delete_claims": self.remove,
            "accept_suggestions": self.accept,
            "accept_kind": self.accept_kind,
            "dismiss_shown": self.dismiss_shown,
            "next_suggestion": lambda: self._go_to_suggestion(1),
            "previous_suggestion": lambda: self._go_to_suggestion(-1),
            **marking_commands(self._workspace),
        }

    # --- going through the list

    def focus_filter(self) -> None:
        """Put the keyboard into the filter line."""
        self.filter_bar.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter_bar.line.selectAll()

    def focus_list(self) -> None:
        """Put the keyboard into the list."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to_next_unfinished(self) -> None:
        """Select the next claim that is to check or being checked, from the top after the last."""
        rows = self._model.rows
        start = self._place() + 1
        for row in [*rows[start:], *rows[:start]]:
            if row.claim.state in (WorkState.OPEN, WorkState.CHECKING):
                self._workspace.select_claim(row.claim.id)
                return
        self._workspace.said.emit(tr("Every claim in the list has been checked."))

    def _step(self, by: int) -> None:
        rows = self._model.rows
        if rows:
            place = min(max(self._place() + by, 0), len(rows) - 1)
            self._workspace.select_claim(rows[place].claim.id)

    def _place(self) -> int:
        row = self._model.row_of(self._workspace.selected)
        return -1 if row is None else row

    # --- suggestions and deletion

    def accept(self) -> None:
        """Make claims of the chosen suggestions and go on to the next one."""
        self._work_off(lambda: marking.accept(self._workspace, self._workspace.chosen))

    def accept_kind(self) -> None:
        """Make claims of all suggestions shown that are of the kind of the selected one."""
        workspace = self._workspace
        wanted = workspace.selected_claim
        if wanted is None or wanted.state is not WorkState.SUGGESTED:
            workspace.said.emit(tr("Select a suggestion first."))
            return
        same = [row.claim.id for row in self._model.rows if row.claim.kind is wanted.kind]
        accepted = marking.suggestions(workspace, same)
        if marking.accept(workspace, accepted) is not None:
            count = len(accepted)
            shown = format_number(count, workspace.settings)
            workspace.said.emit(
                ntr("{n} suggestion accepted.", "{n} suggestions accepted.", count, n=shown)
            )

    def dismiss_shown(self) -> None:
        """Put all suggestions aside that are in the list."""
        workspace = self._workspace
        shown = [row.claim.id for row in self._model.rows]
        dismissed = marking.suggestions(workspace, shown)
        if marking.dismiss(workspace, dismissed) is not None:
            count = len(dismissed)
            number = format_number(count, workspace.settings)
            workspace.said.emit(
                ntr("{n} suggestion dismissed.", "{n} suggestions dismissed.", count, n=number)
            )

    def _go_to_suggestion(self, by: int) -> None:
        """Select the next or previous suggestion of the list, round at its ends."""
        rows, place = self._model.rows, self._place()
        order = [*rows[place + 1 :], *rows[: max(place, 0)]]
        if by < 0:
            order = [*rows[max(place, 0) + (place >= 0) :], *rows[: max(place, 0)]][::-1]
        wanted = next((row for row in order if row.claim.state is WorkState.SUGGESTED), None)
        if wanted is None:
            self._workspace.said.emit(tr("There is no other suggestion in the list."))
        else:
            self._workspace.select_claim(wanted.claim.id)

    def remove(self) -> None:
        """Dismiss the chosen suggestions, or delete the chosen claims where none is one."""
        workspace = self._workspace
        is_suggested = bool(marking.suggestions(workspace, workspace.chosen))
        act = marking.dismiss if is_suggested else marking.delete
        self._work_off(lambda: act(workspace, workspace.chosen))

    def _enter(self) -> None:
        if marking.suggestions(self._workspace, self._workspace.chosen):
            self.accept()
        else:
            self.opened.emit()

    def _work_off(self, act: Callable[[], Changes | None]) -> None:
        following = self._after_chosen()
        if act() is not None and following is not None:
            self._workspace.select_claim(following)

    def _after_chosen(self) -> ClaimId | None:
        """Return the claim to go on with: after the chosen ones, or before them at the end.

        After suggestions that is the next suggestion, where there is one.
        """
        chosen = set(self._workspace.chosen)
        claims = [row.claim for row in self._model.rows]
        places = [place for place, each in enumerate(claims) if each.id in chosen]
        if not places:
            return None
        rest = [each for each in claims[places[-1] :] if each.id not in chosen]
        rest += [each for each in reversed(claims[: places[-1]]) if each.id not in chosen]
        if marking.suggestions(self._workspace, chosen):
            rest.sort(key=lambda each: each.state is not WorkState.SUGGESTED)
        return rest[0].id if rest else None

    # --- refreshing

    def _restart(self) -> None:
        with self.table.following():
            self._model.show_claims(self._workspace.claims)
        self.table.scrollToTop()
        self._offer()
        self.table.follow()
        self._tell_count()

    def _redraw(self) -> None:
        self.table.viewport().update()

    def _on_changed(self, changes: Changes) -> None:
        if changes.scales:
            self._offer()
            self._model.refresh()
        if changes.claims:
            with self.table.following():
                self._model.update_claims(self._workspace.claims, changes.claims)
            self.table.follow()
            self.filter_bar.set_me(self._workspace.me)
            self._tell_count()

    def _offer(self) -> None:
        self.filter_bar.set_me(self._workspace.me)
        offered = marking.offered_ratings(self._workspace)
        used = {claim.rating_id for claim in self._workspace.claims}
        missing = used - {each.id for each in offered}
        old = [each for key, each in self._workspace.ratings.items() if key in missing]
        self.filter_bar.offer_ratings([*offered, *old])

    def _filter(self, wanted: ClaimFilter) -> None:
        self._model.set_filter(wanted)
        self._tell_count()

    def _sort(self, order: ClaimOrder) -> None:
        self._model.set_order(order)

    def _restyle(self) -> None:
        self.table.restyle()
        self._offer()
        self._tell_count()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self.table.restyle()

    def _tell_count(self) -> None:
        shown = len(self._model.rows)
        words = count_words(shown, *self._model.totals, self._workspace.settings)
        self.filter_bar.count.setText(words)
        self._pages.setCurrentWidget(self.table if shown else self._reason_for_nothing())

    def _reason_for_nothing(self) -> QWidget:
        if self._workspace.article is None:
            return self._nothing_open
        return self._nothing_passes if self._model.has_claims else self._nothing_yet
