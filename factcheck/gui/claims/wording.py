"""The sentences of the claim list."""

from factcheck.domain.claim import NOTHING, Claim, WorkState
from factcheck.domain.ids import ClaimId
from factcheck.domain.rating import Rating
from factcheck.gui.claims.filters import AnyOf, ClaimOrder
from factcheck.gui.company import Company
from factcheck.runtime.i18n import language, ntr, tr
from factcheck.runtime.settings import Settings
from factcheck.text.display import format_number
from factcheck.text.naming import name_of


def verdict_words(rating: Rating | None) -> str:
    """Return the name of the verdict, or that there is none yet."""
    if rating is not None:
        return rating.name(language())
    return tr("No verdict")


def spoken(claim: Claim, words: str, rating: Rating | None) -> str:
    """Return what a screen reader says for a claim: number, words, kind, verdict, state.

    Suggestions and dismissed claims have no number.
    """
    if not claim.number:
        return tr(
            "{words}. {kind}, {verdict}, {state}",
            words=words,
            kind=name_of(claim.kind),
            verdict=verdict_words(rating),
            state=name_of(claim.state),
        )
    return tr(
        "Claim {number}: {words}. {kind}, {verdict}, {state}",
        number=claim.number,
        words=words,
        kind=name_of(claim.kind),
        verdict=verdict_words(rating),
        state=name_of(claim.state),
    )


def footer(claim: Claim, settings: Settings) -> str:
    """Return the last line of a row: work state, evidence, and priority unless it is normal."""
    parts = [name_of(claim.state)]
    if claim.state is WorkState.SUGGESTED:
        parts = [tr("Enter accepts, Delete dismisses")]
    elif claim.rule == NOTHING and claim.state is WorkState.DISMISSED:
        parts = [tr("Nothing to check here")]
    if claim.evidence_count:
        parts.append(evidence_words(claim.evidence_count, settings))
    return " · ".join(parts)


def company_words(company: Company, claim_id: ClaimId) -> str:
    """Return who else is at a claim, and that something about it is to be decided."""
    parts = [f"● {each}" for each in company.others.get(claim_id, ())]
    if company.conflicts.get(claim_id):
        parts.append(tr("⚑ to decide"))
    if company.drafts.get(claim_id):
        parts.append(tr("✎ draft"))
    return " · ".join(parts)


def evidence_words(count: int, settings: Settings) -> str:
    """Return how much evidence there is."""
    return ntr("{n} piece of evidence", "{n} pieces of evidence", count, n=_number(count, settings))


def count_words(shown: int, claims: int, suggestions: int, settings: Settings) -> str:
    """Return how many rows are shown of how many claims and suggestions there are."""
    total = claims + suggestions
    if shown != total:
        return tr(
            "{shown} of {total}", shown=_number(shown, settings), total=_number(total, settings)
        )
    parts = [ntr("{n} claim", "{n} claims", claims, n=_number(claims, settings))]
    if suggestions:
        count = _number(suggestions, settings)
        parts.append(ntr("{n} suggestion", "{n} suggestions", suggestions, n=count))
    return " · ".join(parts)


def _number(value: int, settings: Settings) -> str:
    return format_number(value, settings)


def any_of_words(choice: AnyOf) -> str:
    """Return the name of a choice that stands for several values."""
    return {AnyOf.UNRATED: tr("No verdict"), AnyOf.UNFINISHED: tr("Unfinished")}[choice]


def order_words(order: ClaimOrder) -> str:
    """Return the name of an order of the list."""
    return {
        ClaimOrder.PLACE: tr("By place"),
        ClaimOrder.WORTH: tr("Most worth checking first"),
        ClaimOrder.PRIORITY: tr("By priority"),
        ClaimOrder.CHANGED: tr("Last changed first"),
    }[order]
