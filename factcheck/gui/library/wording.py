"""How many articles the library says that there are."""

from factcheck.runtime.i18n import ntr
from factcheck.runtime.settings import Settings
from factcheck.text.display import format_number


def count_words(shown: int, settings: Settings) -> str:
    """Return how many articles there are, once all are shown."""
    return ntr("{n} article", "{n} articles", shown, n=format_number(shown, settings))


def count_words_so_far(shown: int, total: int | None, settings: Settings) -> str:
    """Return how many of `total` articles are shown, None where nobody knows how many come."""
    digits = format_number(shown, settings)
    if total is None:
        return ntr("{n} article so far…", "{n} articles so far…", shown, n=digits)
    return ntr(
        "{shown} of {n} article…",
        "{shown} of {n} articles…",
        total,
        n=format_number(total, settings),
        shown=digits,
    )
