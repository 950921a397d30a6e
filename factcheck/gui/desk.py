"""What the window's own commands do, and what of the workspace the frame shows."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer

from factcheck.domain.changes import Changes
from factcheck.domain.errors import N_, DatabaseError, UserError
from factcheck.domain.ids import ActionId
from factcheck.gui.actions import Handlers
from factcheck.gui.main_window import MainWindow
from factcheck.gui.shortcuts import command
from factcheck.gui.workspace import Workspace
from factcheck.runtime.i18n import explain, tr
from factcheck.runtime.settings import TEXT_SIZES
from factcheck.text.actions import action_name

_STEP = 10
"""Percent by which a key changes the text size."""

_POLL_MS = 500
"""How often the file is asked for changes of others, in milliseconds."""

_NEEDS_ARTICLE = (
    *("show_desk", "export_report", "print_report", "show_pictures"),
    *("edit_article", "detect"),
)


class Desk(QObject):
    """Ties one window to the workspace; a new window gets a new one."""

    def __init__(self, workspace: Workspace, window: MainWindow) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._window = window
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self._refresh_frame)
        self._poll = QTimer(self, interval=_POLL_MS)
        self._poll.timeout.connect(workspace.catch_up)
        self._poll.start()
        workspace.changed.connect(self._on_changed)
        workspace.failed.connect(self._on_failed)
        workspace.said.connect(window.frame.message_bar.say)
        workspace.article_opened.connect(self._on_article_opened)
        workspace.settings_changed.connect(self._late.start)
        self._refresh_frame()

    def commands(self) -> Handlers:
        """Return what the window's own commands call."""
        window = self._window
        return {
            "undo": lambda: self._step_history(self._workspace.undo),
            "redo": lambda: self._step_history(self._workspace.redo),
            "show_library": lambda: window.frame.show_page(desk=False),
            "show_desk": lambda: window.frame.show_page(desk=True),
            "next_pane": lambda: window.frame.step_pane(1),
            "previous_pane": lambda: window.frame.step_pane(-1),
            "larger_text": lambda: self._resize_text(_STEP),
            "smaller_text": lambda: self._resize_text(-_STEP),
            "normal_text": lambda: self._workspace.update_settings(text_size=100),
            "quit": window.close,
        }

    def _step_history(self, step: Callable[[], Changes | None]) -> None:
        changes = step()
        if changes is None:
            return
        touched = [each for each in self._workspace.claims if each.id in changes.claims]
        if touched and self._workspace.selected not in changes.claims:
            self._workspace.select_claim(touched[0].id)

    def _resize_text(self, step: int) -> None:
        least, most = TEXT_SIZES
        size = self._workspace.settings.text_size + step
        self._workspace.update_settings(text_size=min(max(size, least), most))

    def _on_changed(self, changes: Changes) -> None:
        if changes:
            now = datetime.now().astimezone().strftime("%H:%M")
            self._window.frame.saved.setText(tr("Saved {time}", time=now))
        self._late.start()

    def _on_failed(self, error: UserError) -> None:
        messages = self._window.frame.message_bar
        if isinstance(error, DatabaseError):
            messages.refuse(explain(error), tr("Try again"), self._workspace.writer.try_again)
        else:
            messages.refuse(explain(error))

    def _on_article_opened(self, article: object) -> None:
        self._refresh_frame()
        self._window.frame.show_page(desk=article is not None)

    def _refresh_frame(self) -> None:
        workspace, table = self._workspace, self._window.frame.actions_table
        self._window.frame.top_bar.show_article(workspace.article, workspace.claims)
        title = workspace.article.title if workspace.article else ""
        self._window.setWindowTitle(f"{title} — {tr('factcheck')}" if title else tr("factcheck"))
        table.allow(_NEEDS_ARTICLE, allowed=workspace.article is not None)
        if workspace.store is None:
            table.allow(("undo", "redo"), allowed=False)
            return
        from factcheck.storage import ledger  # noqa: PLC0415 - after the first paint

        steps = workspace.read_or(None, ledger.next_steps)
        if steps is None:
            return
        self._name_step("undo", N_("Undo: {action}"), steps.undo)
        self._name_step("redo", N_("Redo: {action}"), steps.redo)

    def _name_step(self, command_id: str, named: str, step: tuple[ActionId, str] | None) -> None:
        table = self._window.frame.actions_table
        table.allow((command_id,), allowed=step is not None)
        plain = tr(command(command_id).text)
        table.rename(command_id, tr(named, action=action_name(step[1])) if step else plain)
