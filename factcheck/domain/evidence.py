"""Evidence: a source's words for or against a claim."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from factcheck.domain.ids import ClaimId, EvidenceId


class Stance(StrEnum):
    """What a piece of evidence does to the claim (the FEVER labels)."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


class SourceClass(StrEnum):
    """How close a source is to the fact."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    OFFICIAL = "official"
    ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True)
class EvidenceDraft:
    """Evidence not yet stored. `published` is an ISO partial date or empty.

    `accessed` is when the source was read, aware UTC; None means "now, when stored". `locator`
    is a page, paragraph or time in the source. Addresses are kept as typed;
    `factcheck.text.addresses` judges whether they may be opened.
    """

    url: str = ""
    stance: Stance = Stance.CONTEXT
    source_class: SourceClass = SourceClass.SECONDARY
    title: str = ""
    publisher: str = ""
    author: str = ""
    quote: str = ""
    locator: str = ""
    published: str = ""
    accessed: datetime | None = None
    archive_url: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One row of evidence of a claim; fields as in `EvidenceDraft`, `position` orders the rows."""

    id: EvidenceId
    claim_id: ClaimId
    rev: int
    position: int
    url: str
    stance: Stance
    source_class: SourceClass
    title: str
    publisher: str
    author: str
    quote: str
    locator: str
    published: str
    accessed: datetime
    archive_url: str
    created_at: datetime
    updated_at: datetime
