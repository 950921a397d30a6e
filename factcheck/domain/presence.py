"""Who is where in a record right now; never recorded, and forgotten by itself."""

from dataclasses import dataclass
from uuid import UUID

from factcheck.domain.ids import ArticleId, ClaimId


@dataclass(frozen=True, slots=True)
class Presence:
    """One open window: the name of its person, the claim it shows, and whether that is edited."""

    window: UUID
    name: str
    article_id: ArticleId | None = None
    claim_id: ClaimId | None = None
    is_editing: bool = False
