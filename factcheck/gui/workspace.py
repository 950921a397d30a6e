"""The state that all views share: the open file, article, claims and selection.

A view calls `run` with an operation; after its commit `changed` tells every view, the caller's
too, what to read again. Nothing else refreshes anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from factcheck.domain.changes import Changes
from factcheck.domain.errors import N_, NotFoundError, UserError
from factcheck.gui.claim_cache import ClaimCache
from factcheck.gui.pending import PendingEdits

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.domain.article import Article
    from factcheck.domain.claim import Claim
    from factcheck.domain.ids import ArticleId, ClaimId, RatingId, ReviewerId
    from factcheck.domain.rating import Rating, RatingScale
    from factcheck.domain.revision import Reviewer
    from factcheck.runtime.settings import Settings
    from factcheck.storage.store import Store

T = TypeVar("T")
Operation = Callable[..., Changes]


class Workspace(QObject):
    """What is open and selected, and the only way to change it.

    `changed` carries a `Changes`, `failed` a `UserError`, `article_opened` an `Article` or None,
    `claim_selected` a claim id or None, `claims_chosen` a tuple of claim ids, `settings_changed`
    the new `Settings`, `said` a plain sentence for the message bar.
    """

    changed = Signal(object)
    failed = Signal(object)
    article_opened = Signal(object)
    claim_selected = Signal(object)
    claims_chosen = Signal(object)
    settings_changed = Signal(object)
    said = Signal(str)

    def __init__(self, settings: Settings, settings_file: Path | None = None) -> None:
        super().__init__()
        self.settings = settings
        self.store: Store | None = None
        self.article: Article | None = None
        self.selected: ClaimId | None = None
        self.scales: tuple[RatingScale, ...] = ()
        self.ratings: Mapping[RatingId, Rating] = {}
        self.reviewers: Mapping[ReviewerId, Reviewer] = {}
        self._settings_file = settings_file
        self._cache = ClaimCache()
        self._chosen: tuple[ClaimId, ...] = ()
        self._pending = PendingEdits()

    # --- what is there

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Claims of the open article in the order of the text, suggested and dismissed included."""
        return self._cache.claims

    def claim(self, claim_id: ClaimId | None) -> Claim | None:
        """Return a claim of the open article, None for any other id."""
        return self._cache.get(claim_id)

    @property
    def selected_claim(self) -> Claim | None:
        """The selected claim, None when nothing is selected."""
        return self._cache.get(self.selected)

    @property
    def chosen(self) -> tuple[ClaimId, ...]:
        """What bulk commands act on: the selected claim and those chosen with it."""
        there = tuple(each for each in self._chosen if self._cache.get(each))
        return there or ((self.selected,) if self.selected else ())

    @property
    def scale(self) -> RatingScale | None:
        """The rating scale in use: the one of the settings, or the first of the file."""
        chosen = [each for each in self.scales if each.key == self.settings.scale]
        return next(iter(chosen or self.scales), None)

    @property
    def me(self) -> ReviewerId | None:
        """The reviewer named in the settings, None until they have written something."""
        name = self.settings.reviewer
        return next((key for key, each in self.reviewers.items() if each.name == name), None)

    def read(self, query: Callable[..., T], /, *args: object, **named: object) -> T:
        """Call `query(session, …)` in one read transaction and return what it returns."""
        if self.store is None:
            raise RuntimeError("no file is open")
        with self.store.read() as session:
            return query(session, *args, **named)

    # --- what opens and selects

    def attach(self, store: Store) -> None:
        """Show the file of `store`; no article is open afterwards."""
        self.store = store
        self._refresh_scales()
        self._refresh_reviewers()
        self._show(None)

    def close(self) -> None:
        """Write what is half typed and close the file."""
        self.flush_edits()
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
        except UserError as error:
            self.failed.emit(error)
            return
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

    # --- what changes things

    def run(self, operation: Operation, /, **args: Any) -> Changes | None:  # noqa: ANN401
        """Run `operation(session, **args)` in one transaction; None when it was refused.

        Emits `changed` after the commit, or `failed` with the `UserError` after the rollback.

        Raises:
            Exception: whatever else the operation raised, after the rollback.
        """
        self.flush_edits()
        if self.store is None:
            return None
        try:
            with self.store.write(operation.__name__) as session:
                changes = operation(session, **args)
        except UserError as error:
            self.failed.emit(error)
            return None
        self.take(changes)
        return changes

    def take(self, changes: Changes) -> None:
        """Read again what `changes` names and tell the views; also for other people's commits."""
        if not changes:
            return
        if changes.scales:
            self._refresh_scales()
        is_still_there = self._refresh_article(changes)
        if any(claim.reviewer_id not in self.reviewers for claim in self._touched(changes)):
            self._refresh_reviewers()
        selected = self.selected
        if self._cache.get(selected) is None:
            self.selected = None
        self.changed.emit(changes)
        if not is_still_there:
            self._show(None)
        elif selected is not None and self.selected is None:
            self.claim_selected.emit(None)

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

    # --- reading again

    def _show(self, article: Article | None, claims: tuple[Claim, ...] = ()) -> None:
        had_selection = self.selected is not None
        self.article = article
        self.selected = None
        self._cache.load(claims)
        self.article_opened.emit(article)
        if had_selection:
            self.claim_selected.emit(None)

    def _touched(self, changes: Changes) -> list[Claim]:
        claims = (self._cache.get(each) for each in changes.claims)
        return [each for each in claims if each is not None and each.reviewer_id is not None]

    def _refresh_article(self, changes: Changes) -> bool:
        from factcheck.storage import queries  # noqa: PLC0415 - after the first paint

        if self.article is None or self.article.id not in changes.articles:
            return True
        try:
            self.article = self.read(queries.article, self.article.id, self.article)
        except NotFoundError:
            return False
        if changes.claims:
            fresh = self.read(queries.claims_by_id, self.article.id, changes.claims)
            self._cache.update(changes.claims, fresh)
        return True

    def _refresh_scales(self) -> None:
        from factcheck.storage import queries  # noqa: PLC0415 - after the first paint

        self.scales = tuple(self.read(queries.scales))
        self.ratings = {each.id: each for scale in self.scales for each in scale.ratings}

    def _refresh_reviewers(self) -> None:
        from factcheck.storage import queries  # noqa: PLC0415 - after the first paint

        self.reviewers = dict(self.read(queries.reviewers))
