"""Texts that were set aside: asked about when that happens, and offered again later."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.domain.errors import BusyError, NotFoundError
from factcheck.domain.ids import ClaimId
from factcheck.operations.evidence import add_evidence, says_something
from factcheck.runtime.i18n import ntr, tr
from factcheck.storage import queries
from factcheck.text.display import format_number
from factcheck.text.isolation import isolate

if TYPE_CHECKING:
    from factcheck.domain.claim import Claim
    from factcheck.domain.conflict import EditConflictError
    from factcheck.domain.ids import ArticleId
    from factcheck.gui.main_window import MainWindow
    from factcheck.gui.sharing.begun import Begun
    from factcheck.gui.sharing.drafts import Draft
    from factcheck.gui.sharing.link import Link

Go = Callable[["ArticleId | None", "ClaimId | None"], None]


class SetAside(QObject):
    """Shows the drafts of one link in one window."""

    def __init__(self, link: Link, window: MainWindow, go: Go) -> None:
        """Call `go` with the article and claim that is to be worked on."""
        super().__init__(window)
        self._link = link
        self._workspace = link.workspace
        self._window = window
        self._go = go
        company = link.workspace.company
        company.drafts_asked.connect(self._show_drafts_of)
        company.clashed.connect(self._on_clash)

    def offer(self) -> None:
        """Say what waits, once the record is open; what can be stored now is."""
        drafts = len(self._link.known_drafts().all)
        if drafts:
            said = ntr(
                "{n} text of yours was not saved, because somebody else was faster.",
                "{n} texts of yours were not saved, because somebody else was faster.",
                drafts,
                n=format_number(drafts, self._workspace.settings),
            )
            messages = self._window.frame.message_bar
            messages.refuse(said, tr("Choose…"), lambda: self._show_drafts_of(None))
        with suppress(BusyError):
            self._take_up_evidence()

    # --- edits

    def _on_clash(self, error: EditConflictError) -> None:
        own = [each for each in error.clashes if each.table == "claim"]
        if all(each.theirs == each.base for each in error.clashes):
            is_gone = any(self._workspace.claim(ClaimId(each.row_id)) is None for each in own)
            self._workspace.said.emit(
                tr("The claim was deleted while you were writing. Your text is kept as a draft.")
                if is_gone
                else tr("Your text could not be saved. It is kept as a draft.")
            )
            return
        fields = {(each.row_id, each.field) for each in error.clashes}
        drafts = self._link.known_drafts().all
        self._show_drafts(
            tuple(each for each in drafts if (each.clash.row_id, each.clash.field) in fields)
        )

    def _show_drafts_of(self, claim_id: ClaimId | None) -> None:
        drafts = self._link.known_drafts()
        self._show_drafts(drafts.of(claim_id) if claim_id is not None else drafts.all)

    def _show_drafts(self, asked: tuple[Draft, ...]) -> None:
        from factcheck.gui.sharing.clash_dialog import ClashDialog  # noqa: PLC0415

        if asked:
            drafts = self._link.known_drafts()
            dialog = ClashDialog(self._workspace, drafts, asked, self._window)
            dialog.finished.connect(lambda _result: self._link.show_drafts())
            dialog.open()

    # --- new evidence

    def _take_up_evidence(self) -> None:
        """Store the evidence that can be stored, and offer to go on with the rest."""
        begun = self._link.known_begun()
        count = 0
        for each in begun.all:
            if says_something(each[1]) and self._claim(each[0]) and self._add(each):
                begun.drop(each)
                count += 1
        if count:
            shown = format_number(count, self._workspace.settings)
            self._workspace.said.emit(
                ntr(
                    "{n} piece of evidence that could not be saved before is saved now.",
                    "{n} pieces of evidence that could not be saved before are saved now.",
                    count,
                    n=shown,
                )
            )
        self._offer_evidence()

    def _add(self, begun: Begun) -> bool:
        claim_id, draft = begun
        changes = self._workspace.save(add_evidence, claim_id=claim_id, draft=draft)
        return changes is not None and changes.created is not None

    def _offer_evidence(self) -> None:
        """Offer the first piece that says too little to be stored, or whose claim is gone."""
        messages = self._window.frame.message_bar
        first = next(iter(self._link.known_begun().all), None)
        if first is None:
            return
        words = isolate(_words(first))
        claim = self._claim(first[0])
        if claim is None:
            messages.refuse(
                tr("Evidence of yours belongs to a claim that was deleted: {words}", words=words)
            )
        else:
            messages.refuse(
                tr("You began evidence that says too little to be saved: {words}", words=words),
                tr("Go on"),
                partial(self._go_on, first, claim),
            )

    def _claim(self, claim_id: ClaimId) -> Claim | None:
        try:
            return self._workspace.read(queries.claim, claim_id)
        except NotFoundError:
            return None

    def _go_on(self, begun: Begun, claim: Claim) -> None:
        self._go(claim.article_id, claim.id)
        self._workspace.company.begun_asked.emit(begun[1])
        self._link.known_begun().drop(begun)
        self._offer_evidence()


def _words(begun: Begun) -> str:
    draft = begun[1]
    texts = (draft.title, draft.publisher, draft.author, draft.url, draft.quote, draft.locator)
    return " · ".join(each for each in (*texts, draft.published) if each.strip())
