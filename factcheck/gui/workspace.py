"""The state that all views share: the open file, article, claims and selection.

A view calls `run` with an operation; after its commit `changed` tells every view, the caller's
too, what to read again. Nothing else refreshes anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal

from factcheck.domain.changes import Changes
from factcheck.domain.errors import N_, BusyError, MovedError, UserError
from factcheck.gui.company import Company
from factcheck.gui.contents import Contents
from factcheck.gui.pending import PendingEdits
from factcheck.gui.writing import Call, Writer

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.domain.article import Article
    from factcheck.domain.claim import Claim
    from factcheck.domain.conflict import EditConflictError
    from factcheck.domain.ids import ArticleId, ClaimId
    from factcheck.runtime.settings import Settings
    from factcheck.storage.store import Store

Operation = Callable[..., Changes]

_AGAIN_MS = 150
"""When what could not be read, because the file was locked, is read again, in milliseconds."""


class Workspace(Contents):
    """What is open and selected, and the only way to change it.

    `changed` carries a `Changes`, `failed` a `UserError`, `article_opened` an `Article` or None,
    `claim_selected` a claim id or None, `claims_chosen` a tuple of claim ids, `settings_changed`
    the new `Settings`, `said` a plain sentence for the message bar. `others_changed` carries the
    `Changes` of other people, after `changed`. `displaced` comes again and again while the file is
    not the one that was opened.
    """

    changed = Signal(object)
    failed = Signal(object)
    article_opened = Signal(object)
    claim_selected = Signal(object)
    claims_chosen = Signal(object)
    settings_changed = Signal(object)
    said = Signal(str)
    others_changed = Signal(object)
    displaced = Signal()

    def __init__(self, settings: Settings, settings_file: Path | None = None) -> None:
        super().__init__(settings)
        self.company = Company(self)
        self.writer = Writer(self._write, self.flush_edits)
        self.writer.refused.connect(self.failed)
        self.writer.clashed.connect(self._on_clash)
        self.writer.stranded.connect(self._on_stranded)
        self._settings_file = settings_file
        self._pending = PendingEdits()
        self._is_set_aside = False
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self.catch_up)

    # --- what opens and selects

    def attach(self, store: Store) -> None:
        """Show the file of `store`; no article is open afterwards."""
        self._hold(store)
        self._refresh_scales()
        self._refresh_reviewers()
        self._show(None)

    def adopt(self, store: Store) -> None:
        """Go on in another opening of the same record; selection and typed text stay.

        Raises:
            BusyError: It is locked; the one before it stays open.
        """
        whole = self._shown_in(store)
        if self.store is not None:
            self.store.close()
        self._hold(store)
        self.take(whole)

    def settle(self) -> None:
        """Write what is half typed and what waits, before the file or the window is closed."""
        self.writer.finish()

    @property
    def is_ending(self) -> bool:
        """Whether forms are asked for the last time for what is half typed."""
        return self.writer.is_ending

    def close(self) -> None:
        """Write what is half typed and close the file."""
        self.settle()
        self.writer.drop()
        self._again.stop()
        if self.store is not None:
            self.store.close()
            self.store = None

    def open_article(self, article_id: ArticleId | None) -> None:
        """Show another article, or none; the selection is empty afterwards."""
        from factcheck.storage import queries  # noqa: PLC0415 - after the first paint

        self.flush_edits()
        if article_id is None:
            self._show(None)
            return
        try:
            article = self.read(queries.article, article_id)
            claims = self.read(queries.claims, article_id)
        except BusyError:
            QTimer.singleShot(_AGAIN_MS, self, lambda: self.open_article(article_id))
        except UserError as error:
            self.failed.emit(error)
        else:
            self._show(article, tuple(claims))

    def select_claim(self, claim_id: ClaimId | None) -> None:
        """Select a claim of the open article, or none."""
        if claim_id == self.selected:
            return
        self.flush_edits()
        self.selected = claim_id if self._cache.get(claim_id) else None
        self._chosen = ()
        self.claim_selected.emit(self.selected)
        self.claims_chosen.emit(self.chosen)

    def choose_claims(self, claim_ids: Iterable[ClaimId], current: ClaimId | None) -> None:
        """Choose several claims for bulk commands; `current` of them is the selected one."""
        self.flush_edits()
        self.select_claim(current)
        self._chosen = tuple(claim_ids)
        self.claims_chosen.emit(self.chosen)

    def _show(self, article: Article | None, claims: tuple[Claim, ...] = ()) -> None:
        had_selection = self.selected is not None
        self.article = article
        self.selected = None
        self._cache.load(claims)
        self.article_opened.emit(article)
        if had_selection:
            self.claim_selected.emit(None)

    # --- what changes things

    def run(self, operation: Operation, /, **args: Any) -> Changes | None:  # noqa: ANN401
        """Run `operation(session, **args)` in one transaction; None when it was refused.

        Emits `changed` after the commit, or `failed` with the `UserError` after the rollback. While
        somebody else holds the file, None comes back too, and it is done as soon as it is free.

        Raises:
            Exception: whatever else the operation raised, after the rollback.
        """
        self.flush_edits()
        return None if self.store is None else self.writer.run(Call(operation, args))

    def save(self, operation: Operation, /, **args: Any) -> Changes | None:  # noqa: ANN401
        """Run an operation that stores typed text; None where its field has to keep the text.

        Where it clashes with what somebody else saved, or what it belongs to is deleted, the text
        is set aside as a draft and an empty `Changes` comes back.
        """
        if self.store is None:
            return None
        self._is_set_aside = False
        changes = self.writer.save(Call(operation, args))
        return Changes() if changes is None and self._is_set_aside else changes

    def _write(self, call: Call) -> Changes:
        if self.store is None:
            return Changes()
        self.refuse_displaced()
        try:
            with self.store.write(call.operation.__name__) as session:
                changes = call.operation(session, **call.arguments)
        except MovedError:
            self.displaced.emit()
            raise
        self.take(changes)
        return changes

    def _on_clash(self, error: EditConflictError) -> None:
        self.catch_up()
        self._is_set_aside = self.company.set_aside(error)
        if not self._is_set_aside:
            self.failed.emit(error)

    def _on_stranded(self, call: Call) -> None:
        """Keep typed text that can be saved no more."""
        from factcheck.gui import stranding  # noqa: PLC0415 - hardly ever

        for error in stranding.unsaved_edits(call.arguments):
            self._is_set_aside = self.company.set_aside(error)
        begun = stranding.new_evidence(call.arguments)
        if begun is not None:
            self._is_set_aside = self.company.keep_begun(*begun)

    def take(self, changes: Changes) -> None:
        """Read again what `changes` names and tell the views; also for other people's commits."""
        changes = self._missed | changes
        if not changes:
            return
        selected = self.selected
        try:
            is_still_there = self._read_again(changes)
        except BusyError:
            self._missed = changes
            self._read_later()
            return
        self._missed = Changes()
        if self._cache.get(selected) is None:
            self.selected = None
        self.changed.emit(changes)
        if not is_still_there:
            self._show(None)
        elif selected is not None and self.selected is None:
            self.claim_selected.emit(None)

    def catch_up(self) -> None:
        """Take what others have committed, and what could not be read while the file was locked."""
        if self.store is None:
            return
        if not self.is_in_place:
            self.displaced.emit()
            return
        try:
            changes = self.store.poll()
            self.take(changes)
            if changes:
                self.others_changed.emit(changes)
        except BusyError:
            self._again.start()
        except UserError as error:
            self.failed.emit(error)

    def _read_later(self) -> None:
        self._again.start()

    def undo(self) -> Changes | None:
        """Take back the last action."""
        from factcheck.operations import history  # noqa: PLC0415 - after the first paint

        return self.run(history.undo)

    def redo(self) -> Changes | None:
        """Do again what was taken back."""
        from factcheck.operations import history  # noqa: PLC0415 - after the first paint

        return self.run(history.redo)

    def update_settings(self, **values: object) -> None:
        """Change some of the settings, keep them in their file and tell the views."""
        self.flush_edits()
        settings = self.settings.replace(**values)
        if settings == self.settings:
            return
        self.settings = settings
        self._save_settings()
        if self.store is not None:
            self.store.actor = settings.reviewer
        self.settings_changed.emit(settings)

    def _save_settings(self) -> None:
        if self._settings_file is None:
            return
        try:
            self.settings.save(self._settings_file)
        except OSError as error:
            reason = error.strerror or str(error)
            message = N_("The settings hold until you quit; they could not be written: {reason}")
            self.failed.emit(UserError(message, reason=reason))

    # --- half-typed text

    def register_pending(self, flush: Callable[[], None]) -> None:
        """Have `flush` called before anything that must see what is half typed.

        A bound method is held weakly, so a closed panel needs no farewell.
        """
        self._pending.add(flush)

    def flush_edits(self) -> None:
        """Write what is half typed now."""
        self._pending.write()
