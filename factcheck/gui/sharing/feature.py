"""Sharing in one window: its commands, its places in the frame, and what is said of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from factcheck.domain.errors import BusyError
from factcheck.gui.actions import Handlers
from factcheck.gui.sharing.records import Records, Switch
from factcheck.gui.sharing.safekeeping import Safekeeping
from factcheck.gui.sharing.set_aside import SetAside
from factcheck.runtime.i18n import explain, tr

if TYPE_CHECKING:
    from factcheck.domain.changes import Changes
    from factcheck.domain.ids import ArticleId, ClaimId
    from factcheck.gui.main_window import MainWindow
    from factcheck.gui.sharing.conflict_window import ConflictWindow
    from factcheck.gui.sharing.link import Link
    from factcheck.operations.rescuing import Rescued


class Sharing(QObject):
    """Shows one link in one window."""

    def __init__(self, link: Link, window: MainWindow, switch: Switch) -> None:
        """Call `switch` with another record to open."""
        super().__init__(window)
        self._link = link
        self._workspace = link.workspace
        self._window = window
        self._conflicts: ConflictWindow | None = None
        self._lasting = ""
        self._safekeeping = Safekeeping(link, window, self._reload)
        self._records = Records(link, window, switch)
        company = link.workspace.company
        company.asked.connect(self.show_conflicts)
        self._set_aside = SetAside(link, window, self._go)
        link.workspace.others_changed.connect(self._on_others)
        link.workspace.writer.lasting.connect(self._on_lasting)
        link.workspace.writer.over.connect(self._on_over)
        link.started.connect(self._show_state)
        link.rescued.connect(self._on_rescued)
        if link.undecided is not None:
            QTimer.singleShot(0, self, self._show_state)

    def commands(self) -> Handlers:
        """Return what the commands of the record call."""
        keep, records = self._safekeeping, self._records
        return {
            "open_record": records.choose,
            "new_record": records.make,
            "connect_server": records.connect_server,
            "merge_copy": keep.choose_copy,
            "show_conflicts": lambda: self.show_conflicts(None),
            "show_exchange": self.show_exchange,
            "exchange_now": self.exchange_now,
            "back_up": keep.back_up,
            "restore_backup": keep.choose_backup,
            "check_file": keep.check,
            "copy_to_file": keep.choose_target,
            "copy_to_server": lambda: records.ask_server(keep.copy_to_server),
        }

    # --- in the frame

    def _show_state(self) -> None:
        """Put the state of the record into the frame, once there is one."""
        from factcheck.gui.sharing.status import DecideBadge, RecordStatus  # noqa: PLC0415

        link, frame = self._link, self._window.frame
        status, badge = RecordStatus(link), DecideBadge(link)
        status.clicked.connect(self.show_exchange)
        badge.clicked.connect(lambda: self.show_conflicts(None))
        frame.add_to_foot(status)
        frame.top_bar.add(badge)
        badge.refresh()
        self._workspace.settings_changed.connect(status.refresh)
        link.rescued.connect(status.refresh)
        self._workspace.settings_changed.connect(badge.refresh)
        if link.undecided is not None:
            link.undecided.told.connect(badge.refresh)
        if link.exchanging is not None:
            link.exchanging.told.connect(status.refresh)
        if link.housekeeping is not None:
            link.housekeeping.found.connect(self._safekeeping.report)
        self._set_aside.offer()

    def show_exchange(self) -> None:
        """Show where the record lies and what was exchanged."""
        from factcheck.gui.sharing.exchange_window import ExchangeWindow  # noqa: PLC0415

        self._link.start()
        ExchangeWindow(self._link, self._window).show()

    def exchange_now(self) -> None:
        """Exchange with the shared file now."""
        self._link.start()
        if self._link.exchanging is None:
            said = tr("Nothing is to exchange: what you save is there for all at once.")
            self._workspace.said.emit(said)
            return
        self._workspace.flush_edits()
        self._link.exchanging.run()

    # --- conflicts

    def show_conflicts(self, claim_id: ClaimId | None) -> None:
        """Show what is to be decided, about one claim or all."""
        from shiboken6 import isValid  # noqa: PLC0415

        from factcheck.gui.sharing.conflict_window import ConflictWindow  # noqa: PLC0415

        self._link.start()
        if self._link.undecided is None:
            return
        if self._conflicts is None or not isValid(self._conflicts):
            self._conflicts = ConflictWindow(
                self._workspace, self._link.undecided, self._go, self._window
            )
        self._conflicts.show_claim(claim_id)
        self._conflicts.show()
        self._conflicts.raise_()
        self._conflicts.activateWindow()
        self._conflicts.list.setFocus()

    def _go(self, article_id: ArticleId | None, claim_id: ClaimId | None) -> None:
        workspace = self._workspace
        if article_id is None:
            return
        if workspace.article is None or workspace.article.id != article_id:
            workspace.open_article(article_id)
        workspace.select_claim(claim_id)
        self._window.frame.show_page(desk=True)
        self._window.activateWindow()

    # --- what is said

    def _on_others(self, changes: Changes) -> None:
        """Say who changed the claim that is looked at."""
        from factcheck.gui.sharing.news import news_of  # noqa: PLC0415

        selected = self._workspace.selected
        if selected is not None and selected in changes.claims:
            said = news_of(self._workspace, selected)
            if said:
                self._workspace.said.emit(said)

    def _on_lasting(self, error: BusyError) -> None:
        self._lasting = explain(error)
        again = self._workspace.writer.try_again
        self._window.frame.message_bar.refuse(self._lasting, tr("Try again"), again)

    def _on_over(self) -> None:
        messages = self._window.frame.message_bar
        if messages.text == self._lasting:
            messages.say(tr("Everything is saved now."))

    def _on_rescued(self, rescued: Rescued, name: str) -> None:
        """Say what became of a file that was replaced, and of what was held of it."""
        from factcheck.gui.sharing.wording import rescue_words  # noqa: PLC0415 - hardly ever

        said = rescue_words(rescued, name, self._workspace.settings)
        if rescued.result is not None:
            self._safekeeping.tell_merge(said, rescued.result)
        else:
            self._window.frame.message_bar.refuse(said)

    def _reload(self) -> None:
        """Read everything again, as after a backup was put back."""
        workspace = self._workspace
        store, article, selected = workspace.store, workspace.article, workspace.selected
        if store is None:
            return
        store.poll()
        workspace.attach(store)
        if article is not None:
            workspace.open_article(article.id)
            workspace.select_claim(selected)
        self._link.show_drafts()
