"""The one call: a text in, its items out."""

import re
from datetime import date

from factcheck.detection.dates import find_dates
from factcheck.detection.items import Item
from factcheck.detection.numbers import inside, read_chunks
from factcheck.detection.quantities import find_quantities
from factcheck.detection.quotes import quotes_and_attributions
from factcheck.detection.tokens import Tokens, tokenise
from factcheck.detection.when import PREFERENCES, Resolver
from factcheck.domain.errors import N_, InvalidInputError

_ARABIC = re.compile("[\u0621-\u064a]")
_LATIN = re.compile("[a-z]")
_LOOKED_AT = 600


def detect(
    text: str,
    *,
    language: str | None = None,
    published: str | date | None = None,
    prefer: str = "nearest",
) -> tuple[Item, ...]:
    """Find the quantities, dates, quotes and attributions of `text`.

    Args:
        text: any text; offsets of the items are code points of it as given.
        language: `ar` or `en`; None looks at the letters. Numbers and dates are read in both.
        published: the day of publication, as a date or `YYYY-MM-DD`; None or empty leaves
            relative dates unresolved, with the reason in their value.
        prefer: which occurrence a date without year means: `nearest`, `past` or `future`.

    Returns:
        The items in text order; items of one kind never overlap.

    Raises:
        InvalidInputError: `published` is no day, or `prefer` none of the three.
    """
    reference = read_published(published)
    if prefer not in PREFERENCES:
        raise InvalidInputError(
            N_("“{prefer}” is none of nearest, past and future."), prefer=prefer
        )
    tokens = tokenise(text)
    items = find_figures(tokens, Resolver(reference, prefer))
    items += quotes_and_attributions(tokens, language or language_of(tokens.text))
    items.sort(key=lambda item: (item.start, -item.end, item.kind))
    return tuple(items)


def find_figures(tokens: Tokens, resolver: Resolver) -> list[Item]:
    """The dates and quantities; a date takes its digits from the quantities."""
    chunks = read_chunks(tokens)
    items, taken = find_dates(tokens, chunks, resolver)
    return items + find_quantities(tokens, list(inside(chunks, taken)))


def read_published(published: str | date | None) -> date | None:
    """The day of publication, None when it is not known; raises InvalidInputError."""
    if published is None or isinstance(published, date):
        return published
    if not published.strip():
        return None
    try:
        return date.fromisoformat(published.strip()[:10])
    except ValueError:
        raise InvalidInputError(
            N_("“{day}” is no day. Write it as 2025-07-11."), day=published
        ) from None


def language_of(folded: str) -> str:
    """`ar` or `en`, by the letters at the beginning of a folded text."""
    sample = folded[:_LOOKED_AT]
    latin = len(_LATIN.findall(sample))
    return "en" if latin > len(_ARABIC.findall(sample)) else "ar"
