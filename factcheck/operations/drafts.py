"""From an article to suggestions not yet stored; pure, for the desk and the command line.

The order of check-worthiness becomes the priority: the first quarter is high, opinions and the
last quarter are low. `rule` of a draft names what proposed it; the reasons are derived from the
text again where they are shown.
"""

from collections.abc import Sequence

from factcheck.detection.proposals import Findings, Progress, examine
from factcheck.detection.statements import Candidate, ClaimType
from factcheck.domain.article import Article
from factcheck.domain.claim import ClaimDraft, Priority, WorkState
from factcheck.text.anchoring import make_anchor

_LANGUAGES = frozenset({"ar", "en"})
_SHARE = 4
"""One in so many candidates is of high priority, and one in so many of low priority."""


def examine_article(article: Article, progress: Progress | None = None) -> Findings:
    """Return all that detection knows of an article, in its language and for its day.

    An article in a language without a grammar is read by its letters. What `progress` raises
    ends the work.
    """
    language = article.language.partition("-")[0].lower()
    return examine(
        article.text,
        language=language if language in _LANGUAGES else None,
        published=article.published or None,
        progress=progress,
    )


def drafts_of(text: str, found: Sequence[Candidate]) -> tuple[ClaimDraft, ...]:
    """Return a suggestion for each candidate of `text`, all of them, in text order.

    Args:
        text: the article that was examined.
        found: every candidate of it; the ranks decide the priorities.
    """
    return tuple(_draft(text, each, len(found)) for each in found)


def _draft(text: str, candidate: Candidate, total: int) -> ClaimDraft:
    return ClaimDraft(
        anchor=make_anchor(text, candidate.start, candidate.end),
        kind=candidate.kind,
        state=WorkState.SUGGESTED,
        priority=_priority(candidate, total),
        claimant=candidate.claimant,
        claimed=candidate.claimed,
        rule=candidate.rule,
    )


def _priority(candidate: Candidate, total: int) -> Priority:
    if _SHARE * (candidate.rank - 1) < total:
        return Priority.HIGH
    if candidate.claim_type is ClaimType.OPINION or _SHARE * (total - candidate.rank + 1) <= total:
        return Priority.LOW
    return Priority.NORMAL
