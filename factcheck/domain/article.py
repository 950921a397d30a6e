"""The article being checked, its stored version, and what an importer hands over."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from factcheck.domain.claim import WorkState
from factcheck.domain.ids import ArticleId, RatingId, VersionId


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """An article not yet stored. `text` is already normalised (`factcheck.text.normalising`).

    `published` is an ISO 8601 partial date (`2025`, `2025-07`, `2025-07-11`) or empty; `language`
    is a BCP 47 tag (`ar`, `en`).
    """

    title: str
    text: str
    outlet: str = ""
    author: str = ""
    url: str = ""
    published: str = ""
    language: str = "ar"


@dataclass(frozen=True, slots=True)
class Article:
    """One article with the text of its current version; fields as in `ArticleDraft`."""

    id: ArticleId
    version_id: VersionId
    rev: int
    title: str
    text: str
    outlet: str
    author: str
    url: str
    published: str
    language: str
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """One row of the library: the article without its text, with counts of its claims."""

    id: ArticleId
    title: str
    outlet: str
    author: str
    published: str
    language: str
    created_at: datetime
    updated_at: datetime
    by_state: Mapping[WorkState, int] = field(default_factory=dict)
    by_rating: Mapping[RatingId, int] = field(default_factory=dict)

    @property
    def claim_count(self) -> int:
        """Claims a person must deal with: neither suggested by the program nor dismissed."""
        return sum(
            count
            for state, count in self.by_state.items()
            if state not in (WorkState.SUGGESTED, WorkState.DISMISSED)
        )

    @property
    def checked_count(self) -> int:
        """Claims that are checked or approved."""
        return self.by_state.get(WorkState.CHECKED, 0) + self.by_state.get(WorkState.APPROVED, 0)

    @property
    def progress(self) -> float:
        """Share of claims that are done, 0 to 1; 0 for an article without claims."""
        return self.checked_count / self.claim_count if self.claim_count else 0.0
