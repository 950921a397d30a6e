"""What a report knows: a frozen picture of one article's record and how it is to be told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from factcheck.domain.article import Article
from factcheck.domain.claim import Claim, WorkState
from factcheck.domain.evidence import Evidence
from factcheck.domain.ids import ClaimId, RatingId
from factcheck.domain.rating import Rating, RatingScale
from factcheck.domain.revision import Revision
from factcheck.text.figures import Comparison, compare

DONE = frozenset({WorkState.CHECKED, WorkState.APPROVED})
"""States in which the work on a claim is finished."""


class ReportKind(StrEnum):
    """Whom a report is for; the values are stable keys of the command line."""

    VERDICTS = "verdicts"
    CHECKING = "checking"
    CHECKED = "checked"
    QUERIES = "queries"


class Order(StrEnum):
    """The order of the claims."""

    PLACE = "place"
    VERDICT = "verdict"


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """How a report is to be told.

    `language`, `digits` and `months` are those of the reader (`factcheck.text.display.Style`).
    `claim_ids` limits the claims, None takes all but suggested and dismissed ones. Without
    `with_names` nobody who worked on it is named; private notes are left out unless `with_notes`.
    `logo` is the bytes of a PNG. `page_url` is where the report will be published, `site_url` the
    newsroom's own address; both matter to ClaimReview only, as does `profile` (`google` or `bing`,
    which asks for more). `overall_rating` overrides the
    proposed rating of the article and needs `overall_reason`. `byte_order_mark` and
    `formula_guard` are for spreadsheet programs that open CSV, `with_claimreview` puts the markup
    into HTML. `docx_template` is the bytes of a newsroom's own Word file whose styles to use.
    """

    kind: ReportKind = ReportKind.VERDICTS
    language: str = "ar"
    digits: str = "ascii"
    months: str = "egypt"
    claim_ids: frozenset[ClaimId] | None = None
    order: Order = Order.PLACE
    with_names: bool = True
    with_notes: bool = False
    newsroom: str = ""
    logo: bytes = b""
    page_url: str = ""
    site_url: str = ""
    profile: str = "google"
    overall_rating: RatingId | None = None
    overall_reason: str = ""
    byte_order_mark: bool = True
    formula_guard: bool = True
    with_claimreview: bool = False
    docx_template: bytes = b""

    @property
    def is_rtl(self) -> bool:
        """Whether the language of the report runs from right to left."""
        return self.language.startswith("ar")


@dataclass(frozen=True, slots=True)
class ReportClaim:
    """One claim with all that belongs to it; `reviewer` is a name or empty."""

    claim: Claim
    rating: Rating | None = None
    evidence: tuple[Evidence, ...] = ()
    reviewer: str = ""
    history: tuple[Revision, ...] = ()

    @property
    def comparison(self) -> Comparison | None:
        """How the found figure stands to the claimed one, None where one is missing."""
        if not self.claim.claimed or not self.claim.found:
            return None
        return compare(self.claim.claimed, self.claim.found)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the sentences that hold something to check have been dealt with.

    They have a claim, or somebody said that there is nothing to check in them.
    """

    covered: int
    checkable: int

    @property
    def share(self) -> float:
        """The covered share, 0 to 1."""
        return self.covered / self.checkable if self.checkable else 0.0


@dataclass(frozen=True, slots=True)
class Overall:
    """The rating of the whole article: proposed from its claims, or set by hand with a reason."""

    rating: Rating
    reason: str = ""

    @property
    def is_proposed(self) -> bool:
        """Whether nobody has confirmed it."""
        return not self.reason


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a writer needs. `claims` are in the order to tell them, `made_at` is aware UTC.

    `scales` are all scales of the file, `scale` the one that the verdicts are from.
    """

    article: Article
    claims: tuple[ReportClaim, ...]
    scale: RatingScale | None
    made_at: datetime
    coverage: Coverage
    options: ReportOptions = field(default_factory=ReportOptions)
    overall: Overall | None = None
    scales: tuple[RatingScale, ...] = ()

    def by_rating(self) -> Mapping[Rating | None, int]:
        """Count the claims by verdict in the order of the scale, those without one last."""
        counts: dict[Rating | None, int] = {}
        for each in self.claims:
            counts[each.rating] = counts.get(each.rating, 0) + 1
        ordered = sorted(counts, key=lambda rating: rating.position if rating else 1 << 30)
        return {rating: counts[rating] for rating in ordered}

    def by_progress(self) -> tuple[int, int, int]:
        """Count the claims that are done, in work, and untouched."""
        done = sum(each.claim.state in DONE for each in self.claims)
        working = sum(each.claim.state is WorkState.CHECKING for each in self.claims)
        return done, working, len(self.claims) - done - working
