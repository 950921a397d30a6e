"""The sentences of the coverage list."""

from collections.abc import Iterable

from factcheck.domain.claim import ClaimKind
from factcheck.operations.coverage import Coverage
from factcheck.runtime.i18n import ntr, tr
from factcheck.runtime.settings import Settings
from factcheck.text.display import format_number
from factcheck.text.naming import name_of


def holds_words(kinds: Iterable[ClaimKind]) -> str:
    """Return what a sentence holds, in the order in which kinds are listed everywhere."""
    held = frozenset(kinds)
    return tr(", ").join(name_of(kind) for kind in ClaimKind if kind in held)


def summary_words(coverage: Coverage, settings: Settings) -> str:
    """Return how many of the checkable sentences are covered."""
    total = len(coverage.checkable)
    if not total:
        return tr("There is no statement to check in this text.")
    return ntr(
        "{covered} of {n} checkable sentence covered",
        "{covered} of {n} checkable sentences covered",
        total,
        covered=format_number(coverage.covered, settings),
        n=format_number(total, settings),
    )
