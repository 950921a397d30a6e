"""The frame around the panels: menus, top bar, the pages of library and desk, the foot."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from factcheck.gui import theme
from factcheck.gui.actions import Actions
from factcheck.gui.shortcuts import COMMANDS, Section
from factcheck.gui.top_bar import TopBar
from factcheck.gui.widgets.empty_state import EmptyState, Way
from factcheck.gui.widgets.job_line import JobLine
from factcheck.gui.widgets.message_bar import MessageBar
from factcheck.gui.widgets.pane import Pane, TablePane
from factcheck.gui.window_state import WindowState
from factcheck.runtime.i18n import explain, tr

_PARTS = (11, 7, 8)
"""Shares of article, claim list and claim panel in the width of the desk."""

_DESK_SECTIONS = frozenset({Section.CLAIM, Section.REVIEW})
_DESK_COMMANDS = frozenset(
    {"show_coverage", "next_uncovered", "previous_uncovered", "mark_nothing", "unmark_nothing"}
)


@dataclass(frozen=True, slots=True)
class Panels:
    """The features of one window, as widgets."""

    library: TablePane
    article: Pane
    claims: Pane
    review: Pane

    @property
    def desk(self) -> tuple[Pane, ...]:
        """The panels of the desk, in reading order."""
        return (self.article, self.claims, self.review)


class Frame(QWidget):
    """What the window holds; it keeps no state of the work."""

    def __init__(self, window: QMainWindow, state: WindowState) -> None:
        super().__init__(window)
        self._state = state
        self._panels: Panels | None = None
        self._has_shown_desk = False
        self.actions_table = Actions(window)
        self.message_bar = MessageBar()
        self.job_line = JobLine()
        self.saved = QLabel()
        self.saved.setObjectName("savedLabel")
        self.top_bar = TopBar(self.actions_table)
        self._pages = QStackedWidget()
        self._opening = EmptyState(tr("Opening…"))
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(theme.GRID)
        self._desk = QSplitter(Qt.Orientation.Vertical)
        self._desk.setChildrenCollapsible(False)
        self._desk.setHandleWidth(theme.GRID)
        self._desk.addWidget(self._splitter)
        self._below: list[Pane] = []
        self._pages.addWidget(self._opening)
        self._lay_out()
        self._fill_menus(window)

    # --- pages

    def fill(self, panels: Panels) -> None:
        """Put the panels in; the library is shown until an article is."""
        self._panels = panels
        for panel in panels.desk:
            self._splitter.addWidget(panel)
        for at, part in enumerate(_PARTS):
            self._splitter.setStretchFactor(at, part)
        self._pages.addWidget(panels.library)
        self._pages.addWidget(self._desk)
        columns = self._state.sizes("library")
        if columns:
            panels.library.set_columns(columns)
        sizes = self._state.sizes("desk")
        self._splitter.setSizes(sizes if len(sizes) == 3 else [each * 100 for each in _PARTS])

    def put_below(self, pane: Pane) -> None:
        """Put a panel below the desk, over its whole width."""
        height = pane.height()
        self._desk.addWidget(pane)
        self._desk.setStretchFactor(0, 1)
        self._desk.setSizes([max(1, self._desk.height() - height), height])
        self._below.append(pane)

    def add_to_foot(self, widget: QWidget) -> None:
        """Put something small at the end of the foot."""
        self._foot.addWidget(widget)

    @property
    def is_desk(self) -> bool:
        """Whether the desk is shown, rather than the library."""
        return self._pages.currentWidget() is self._desk

    def show_page(self, *, desk: bool) -> None:
        """Show the desk or the library, and give its first place the focus."""
        if self._panels is None:
            return
        self._pages.setCurrentWidget(self._desk if desk else self._panels.library)
        # Before it is shown, a splitter has no sizes worth remembering.
        self._has_shown_desk = self._has_shown_desk or desk
        ids = [each.id for each in COMMANDS if each.section in _DESK_SECTIONS]
        self.actions_table.allow([*ids, *_DESK_COMMANDS], allowed=desk)
        self.panes()[0].enter()

    def panes(self) -> tuple[Pane, ...]:
        """Return the panels of the page that is shown, in reading order."""
        if self._panels is None:
            return ()
        if not self.is_desk:
            return (self._panels.library,)
        return (*self._panels.desk, *(each for each in self._below if each.isVisible()))

    def step_pane(self, step: int) -> None:
        """Move the focus to the next (1) or previous (-1) panel."""
        panes = self.panes()
        at = next((i for i, each in enumerate(panes) if _has_focus(each)), -1)
        if panes:
            panes[(at + step) % len(panes)].enter(Qt.FocusReason.ShortcutFocusReason)

    def show_opening(self) -> None:
        """Say in place of the panels that a record is being opened."""
        self._opening.set_texts(tr("Opening…"))
        self._opening.offer(())
        self.message_bar.clear()

    def show_failure(self, error: Exception, ways: Sequence[Way] = ()) -> None:
        """Say in place of the panels why the file cannot be opened, and which ways lead on."""
        self._opening.set_texts(tr("The file could not be opened"), explain(error))
        self._opening.offer(ways)
        self.message_bar.refuse(explain(error))

    def remember(self) -> None:
        """Keep the sizes that a person gave to panels and columns."""
        if self._has_shown_desk:
            self._state.keep_sizes("desk", self._splitter.sizes())
        if self._panels is not None and self._panels.library.columns():
            self._state.keep_sizes("library", self._panels.library.columns())

    # --- building

    def _lay_out(self) -> None:
        foot = QWidget()
        self._foot = row = QHBoxLayout(foot)
        row.setContentsMargins(theme.GRID * 2, theme.GRID // 2, theme.GRID * 2, theme.GRID // 2)
        row.setSpacing(theme.GRID * 2)
        row.addWidget(self.message_bar, 1)
        row.addWidget(self.job_line)
        row.addWidget(self.saved)
        foot.setMinimumHeight(theme.scaled(34))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self._pages, 1)
        column.addWidget(foot)

    def _fill_menus(self, window: QMainWindow) -> None:
        bar = window.menuBar()
        for section in Section:
            menu = self.actions_table.menu(section)
            if not menu.isEmpty():
                bar.addMenu(menu)


def _has_focus(pane: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (focus is pane or pane.isAncestorOf(focus))
