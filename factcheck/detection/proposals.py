"""From an article to the claims a person might check, in one call."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from factcheck.detection.coverage import CheckableSentence, holding
from factcheck.detection.detect import find_figures, language_of, read_published
from factcheck.detection.items import Item
from factcheck.detection.quotes import quotes_and_attributions
from factcheck.detection.signals import signals_beside
from factcheck.detection.statements import Candidate, candidates
from factcheck.detection.tokens import Tokens, tokenise
from factcheck.detection.when import Resolver
from factcheck.text.sentences import sentences

Progress = Callable[[float], None]
"""Told how much is done, 0 to 1; may raise to stop the work."""


@dataclass(frozen=True, slots=True)
class Findings:
    """All that is known of one article: its items, candidates and checkable sentences."""

    items: tuple[Item, ...]
    candidates: tuple[Candidate, ...]
    sentences: tuple[CheckableSentence, ...]


def propose(
    text: str, *, language: str | None = None, published: str | date | None = None
) -> tuple[Candidate, ...]:
    """The statements of `text` that can be checked, in text order; see `statements.Candidate`.

    Args:
        text: the article; spans are code points of it.
        language: `ar` or `en`; None looks at the letters.
        published: the day of publication, as a date or an ISO day; empty or a mere month or year
            leaves relative dates unresolved, with the reason.

    Raises:
        InvalidInputError: `published` is no date.
    """
    return examine(text, language=language, published=published).candidates


def examine(
    text: str,
    *,
    language: str | None = None,
    published: str | date | None = None,
    progress: Progress | None = None,
) -> Findings:
    """Everything detection knows of `text`, from one reading; arguments as in `propose`.

    Args:
        text: the article.
        language: `ar` or `en`; None looks at the letters.
        published: the day of publication.
        progress: called between the steps; what it raises ends the work.
    """
    tell = progress or _ignore
    resolver = Resolver(read_published(_day(published)), "nearest")
    tokens = tokenise(text)
    tag = language or language_of(tokens.text)
    tell(0.2)
    items = _items(tokens, tag, resolver, tell)
    spans = sentences(text)
    signs = signals_beside(tokens, tag, items)
    made = candidates(text, items, signs, spans)
    tell(0.9)
    checkable = holding(spans, items, signs)
    tell(1.0)
    return Findings(items, made, tuple(checkable))


def _items(tokens: Tokens, tag: str, resolver: Resolver, tell: Progress) -> tuple[Item, ...]:
    found = find_figures(tokens, resolver)
    tell(0.5)
    found += quotes_and_attributions(tokens, tag)
    tell(0.7)
    return tuple(sorted(found, key=lambda item: (item.start, -item.end, item.kind)))


def _day(published: str | date | None) -> str | date | None:
    """A month or a year alone is no day to count from."""
    if isinstance(published, str) and published.count("-") < 2 and published[:4].isdigit():
        return None
    return published


def _ignore(_share: float) -> None:
    return None
