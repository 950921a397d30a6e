"""What has been read of the open file: the article on the desk, its claims, names and scales."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject

from factcheck.domain.changes import Changes
from factcheck.domain.errors import N_, BusyError, MovedError, NotFoundError
from factcheck.domain.ids import ArticleId
from factcheck.gui.claim_cache import ClaimCache

if TYPE_CHECKING:
    from factcheck.domain.article import Article
    from factcheck.domain.claim import Claim
    from factcheck.domain.ids import ClaimId, RatingId, ReviewerId
    from factcheck.domain.rating import Rating, RatingScale
    from factcheck.domain.revision import Reviewer
    from factcheck.runtime.settings import Settings
    from factcheck.storage.store import Store
    from factcheck.storage.watching import Spot

T = TypeVar("T")
U = TypeVar("U")

REOPENING = N_(
    "{path} was replaced or moved while it was open. It is being opened again; your text is kept."
)

_ANY = ArticleId(UUID(int=0))
"""Stands for whatever articles a view shows."""


class Contents(QObject):
    """The readable half of the workspace; what could not be read is remembered in `_missed`."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.store: Store | None = None
        self.is_displaced = False
        """Set while what the store holds is being saved from a file that was replaced."""
        self._spot: Spot | None = None
        self.article: Article | None = None
        self.selected: ClaimId | None = None
        self.scales: tuple[RatingScale, ...] = ()
        self.ratings: Mapping[RatingId, Rating] = {}
        self.reviewers: Mapping[ReviewerId, Reviewer] = {}
        self._cache = ClaimCache()
        self._chosen: tuple[ClaimId, ...] = ()
        self._missed = Changes()

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
        """Call `query(session, …)` in one read transaction and return what it returns.

        Raises:
            BusyError: The file is locked; `changed` comes again when it is not.
        """
        if self.store is None:
            raise RuntimeError("no file is open")
        try:
            self.refuse_displaced()
            with self.store.read() as session:
                return query(session, *args, **named)
        except BusyError:
            seen = {self.selected} if self.selected else ()
            article = self.article.id if self.article else _ANY
            self._missed |= Changes(frozenset({article}), frozenset(seen))
            self._read_later()
            raise

    def read_or(self, default: U, query: Callable[..., T], /, *args: object) -> T | U:
        """Read as `read` does, or return `default` while the file is locked."""
        try:
            return self.read(query, *args)
        except BusyError:
            return default

    # --- the file itself

    @property
    def is_in_place(self) -> bool:
        """Whether the file that was opened still lies where it was opened."""
        return not self.is_displaced and (self._spot is None or self._spot.is_same)

    def refuse_displaced(self) -> None:
        """Keep everybody from the store while it is saved.

        Raises:
            MovedError: The file was replaced; it is to be tried again.
        """
        if self.is_displaced and self.store is not None:
            raise MovedError(REOPENING, path=self.store.path)

    def _hold(self, store: Store) -> None:
        from factcheck.storage.watching import Spot  # noqa: PLC0415 - after the first paint

        self.store, self.is_displaced = store, False
        self._spot = Spot(store.path) if store.is_file else None

    def _shown_in(self, store: Store) -> Changes:
        """Return all that is shown now or would be, were it read from `store`.

        Raises:
            BusyError: It is locked.
        """
        from factcheck.storage import queries  # noqa: PLC0415 - after the first paint

        article = self.article.id if self.article else _ANY
        with store.read() as session:
            claims = {each.id for each in queries.claims(session, article)}
            scales = frozenset(each.id for each in queries.scales(session))
        shown = {each.id for each in self.claims}
        return Changes(frozenset({article}), frozenset(claims | shown), scales=scales)

    # --- reading again

    def _read_later(self) -> None:
        """Have what was missed read again soon."""

    def _touched(self, changes: Changes) -> list[Claim]:
        claims = (self._cache.get(each) for each in changes.claims)
        return [each for each in claims if each is not None and each.reviewer_id is not None]

    def _read_again(self, changes: Changes) -> bool:
        """Read what `changes` names; False where the open article is gone."""
        if changes.scales:
            self._refresh_scales()
        is_still_there = self._refresh_article(changes)
        if any(claim.reviewer_id not in self.reviewers for claim in self._touched(changes)):
            self._refresh_reviewers()
        return is_still_there

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
