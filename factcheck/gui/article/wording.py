"""The sentences of the article view."""

from factcheck.domain.article import Article
from factcheck.domain.claim import Claim, WorkState
from factcheck.domain.rating import Rating
from factcheck.runtime.i18n import language, tr
from factcheck.runtime.settings import Settings
from factcheck.text.display import format_date, format_number
from factcheck.text.isolation import isolate
from factcheck.text.naming import name_of

_LENGTH = 70


def opening_words(text: str, length: int = _LENGTH) -> str:
    """Return the first words of `text` on one line, isolated, cut at a space where it is long."""
    line = " ".join(text.split())
    if len(line) > length:
        line = line[:length].rpartition(" ")[0] or line[:length]
        line += "…"
    return isolate(line)


def claim_words(claim: Claim, rating: Rating | None, settings: Settings) -> str:
    """Return what a claim is, for tooltips and screen readers."""
    values = {
        "words": opening_words(claim.anchor.exact),
        "kind": name_of(claim.kind),
        "verdict": verdict_words(rating),
        "state": name_of(claim.state),
    }
    if claim.state is WorkState.SUGGESTED:
        return tr("Suggestion: {words}. {kind}", **values)
    number = format_number(claim.number, settings)
    return tr("Claim {number}: {words}. {kind}, {verdict}, {state}", number=number, **values)


def verdict_words(rating: Rating | None) -> str:
    """Return the name of the verdict, or that there is none yet."""
    return rating.name(language()) if rating else tr("No verdict")


def article_line(article: Article, settings: Settings) -> str:
    """Return outlet, author and date of publication on one line, each kept in its own order."""
    published = format_date(article.published, settings) if article.published else ""
    parts = [article.outlet, article.author, published]
    return " · ".join(isolate(part) for part in parts if part)


def finding_words(place: int, total: int, settings: Settings) -> str:
    """Return which match is shown, of how many."""
    if not total:
        return tr("Nothing found")
    return tr(
        "{shown} of {total}",
        shown=format_number(place, settings),
        total=format_number(total, settings),
    )
