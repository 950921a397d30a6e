"""What an operation touched."""

from dataclasses import dataclass, fields
from uuid import UUID

from factcheck.domain.ids import ArticleId, ClaimId, EvidenceId, ScaleId


@dataclass(frozen=True, slots=True)
class Changes:
    """The ids an operation touched; every view refreshes from this and nothing else.

    A claim is touched when its own fields or its evidence changed; its article is then touched
    too. `created` is the id of the one thing the operation made, where it made one.
    """

    articles: frozenset[ArticleId] = frozenset()
    claims: frozenset[ClaimId] = frozenset()
    evidence: frozenset[EvidenceId] = frozenset()
    scales: frozenset[ScaleId] = frozenset()
    created: UUID | None = None

    def __or__(self, other: "Changes") -> "Changes":
        """Join two sets of changes; the later `created` wins."""
        return Changes(
            self.articles | other.articles,
            self.claims | other.claims,
            self.evidence | other.evidence,
            self.scales | other.scales,
            other.created or self.created,
        )

    def __bool__(self) -> bool:
        """Whether anything was touched."""
        return any(getattr(self, each.name) for each in fields(self))
