"""Claims and evidence as plain text."""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.cli.identities import short
from factcheck.cli.output import fields, table
from factcheck.cli.records import Ratings, Reviewers
from factcheck.domain.claim import Claim
from factcheck.domain.evidence import Evidence
from factcheck.domain.figure import Comparator, Figure
from factcheck.runtime.i18n import language, tr
from factcheck.text.naming import name_of


@dataclass(frozen=True, slots=True)
class Context:
    """What the ids of a claim stand for."""

    ratings: Ratings
    reviewers: Reviewers

    def verdict(self, claim: Claim) -> str:
        """Return glyph and name of the verdict, empty without one."""
        rating = self.ratings.get(claim.rating_id) if claim.rating_id else None
        return f"{rating.glyph} {rating.name(language())}" if rating else ""

    def reviewer(self, claim: Claim) -> str:
        """Return the name of who made or took the claim."""
        reviewer = self.reviewers.get(claim.reviewer_id) if claim.reviewer_id else None
        return reviewer.name if reviewer else ""


def claim_table(claims: Sequence[Claim], context: Context) -> str:
    """List claims, one a line."""
    headings = (
        tr("No."), tr("Id"), tr("Place"), tr("Kind"), tr("State"), tr("Verdict"), tr("Evidence"),
        tr("Words"),
    )  # fmt: skip
    rows = [
        (
            each.number or "-",
            short(each.id),
            f"{each.anchor.start}-{each.anchor.end}",
            name_of(each.kind),
            name_of(each.state),
            context.verdict(each) or "-",
            each.evidence_count,
            each.anchor.exact,
        )
        for each in claims
    ]
    return table(headings, rows)


def claim_text(claim: Claim, evidence: Sequence[Evidence], context: Context) -> str:
    """Show everything about a claim."""
    shown = fields(
        [
            (tr("No."), claim.number or ""),
            (tr("Words"), claim.anchor.exact),
            (tr("Place"), f"{claim.anchor.start}-{claim.anchor.end}"),
            (tr("Kind"), name_of(claim.kind)),
            (tr("State"), name_of(claim.state)),
            (tr("Priority"), name_of(claim.priority)),
            (tr("Statement"), claim.statement),
            (tr("Claimant"), claim.claimant),
            (tr("Said on"), claim.said_on),
            (tr("Said where"), claim.said_where),
            (tr("Claimed"), _figure(claim.claimed)),
            (tr("Found"), _figure(claim.found)),
            (tr("Verdict"), context.verdict(claim)),
            (tr("Rationale"), claim.rationale),
            (tr("New wording"), claim.new_wording),
            (tr("Question"), claim.question),
            (tr("Note"), claim.note),
            (tr("Reviewer"), context.reviewer(claim)),
        ]
    )
    below = evidence_table(evidence)
    return f"{claim.id}\n{shown}" + (f"\n\n{below}" if below else "")


def evidence_table(evidence: Sequence[Evidence]) -> str:
    """List evidence, one a line."""
    headings = (tr("Id"), tr("Stance"), tr("Source class"), tr("Title"), tr("Address"))
    return table(
        headings,
        [
            (short(each.id), name_of(each.stance), name_of(each.source_class), each.title, each.url)
            for each in evidence
        ],
    )


def evidence_text(evidence: Evidence) -> str:
    """Show everything about a piece of evidence."""
    shown = fields(
        [
            (tr("Stance"), name_of(evidence.stance)),
            (tr("Source class"), name_of(evidence.source_class)),
            (tr("Title"), evidence.title),
            (tr("Publisher"), evidence.publisher),
            (tr("Author"), evidence.author),
            (tr("Address"), evidence.url),
            (tr("Quoted passage"), evidence.quote),
            (tr("Locator"), evidence.locator),
            (tr("Published"), evidence.published),
            (tr("Accessed"), f"{evidence.accessed:%Y-%m-%d %H:%M} UTC"),
            (tr("Archived copy"), evidence.archive_url),
        ]
    )
    return f"{evidence.id}\n{shown}"


def _figure(figure: Figure) -> str:
    if not figure:
        return ""
    exact = figure.comparator is Comparator.EXACT
    parts = ["" if exact else name_of(figure.comparator), figure.value, figure.unit]
    if figure.as_of:
        parts.append(f"({figure.as_of})")
    return " ".join(part for part in parts if part)
