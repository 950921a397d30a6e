"""The bar above the pages: library or desk, how far the work is, and a few commands."""

from collections import Counter
from operator import attrgetter

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from factcheck.domain.article import Article
from factcheck.domain.claim import Claim, WorkState
from factcheck.gui import theme
from factcheck.gui.actions import Actions
from factcheck.gui.icons import icon
from factcheck.gui.shortcuts import command
from factcheck.gui.widgets.progress_line import ProgressLine
from factcheck.runtime.i18n import ntr, tr

_LEADING = ("show_library", "show_desk")
_TRAILING = ("undo", "redo", "detect", "export_report")
_DONE = (WorkState.CHECKED, WorkState.APPROVED)
_STATE = attrgetter("state")
_IGNORED = (WorkState.SUGGESTED, WorkState.DISMISSED)


class TopBar(QWidget):
    """Buttons of a few commands, and the progress of the open article."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self._progress_text = QLabel()
        self._progress = ProgressLine(tr("Checked claims"))
        self._meter = QToolButton()
        self._meter.setObjectName("coverageMeter")
        self._meter.setAutoRaise(True)
        self._meter.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._meter.setToolTip(actions["show_coverage"].toolTip())
        self._meter.clicked.connect(actions["show_coverage"].trigger)
        self._meter.hide()
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(theme.GRID, theme.GRID // 2, theme.GRID, theme.GRID // 2)
        row.setSpacing(theme.GRID)
        self._buttons = {each: _button(actions, each) for each in (*_LEADING, *_TRAILING)}
        for command_id in _LEADING:
            button = self._buttons[command_id]
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            row.addWidget(button)
        row.addStretch()
        row.addWidget(self._progress)
        row.addWidget(self._progress_text)
        row.addWidget(self._meter)
        row.addSpacing(theme.GRID)
        for command_id in _TRAILING:
            row.addWidget(self._buttons[command_id])
        self._actions = actions
        self._draw_icons()
        self.show_article(None, ())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw_icons()

    def _draw_icons(self) -> None:
        # Only of these commands: drawing one takes longer than making its action.
        side = theme.scaled(20)
        for button in self._buttons.values():
            button.setIconSize(QSize(side, side))
        for command_id in self._buttons:
            action = self._actions[command_id]
            action.setIcon(icon(command(command_id).icon, size=side))
            action.setIconVisibleInMenu(False)

    def show_article(self, article: Article | None, claims: tuple[Claim, ...]) -> None:
        """Show whose desk this is, and how many of its claims are done."""
        by_state = Counter(map(_STATE, claims))
        done = sum(by_state[state] for state in _DONE)
        total = sum(count for state, count in by_state.items() if state not in _IGNORED)
        self._progress.setVisible(article is not None)
        self._progress.setMaximum(max(1, total))
        self._progress.setValue(done)
        text = tr("No claims yet")
        if total:
            text = ntr(
                "{done} of {n} claim checked", "{done} of {n} claims checked", total, done=done
            )
        self._progress_text.setText(text if article else "")

    def add(self, widget: QWidget) -> None:
        """Put something beside the progress."""
        self._row.insertWidget(self._row.indexOf(self._meter) + 1, widget)

    def show_uncovered(self, count: int | None) -> None:
        """Show how many checkable sentences nobody has dealt with, None where it is not known."""
        self._meter.setVisible(count is not None)
        if count is not None:
            text = ntr("{n} uncovered", "{n} uncovered", count) if count else tr("All covered")
            self._meter.setText(text)
            self._meter.setAccessibleName(text)


def _button(actions: Actions, command_id: str) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(actions[command_id])
    button.setAutoRaise(True)
    button.setAccessibleName(actions[command_id].text())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
