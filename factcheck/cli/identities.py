"""Ids as people type them: whole, or a part that only one thing has."""

import re
from typing import TYPE_CHECKING
from uuid import UUID

from factcheck.cli.call import ask
from factcheck.domain.errors import N_, InvalidInputError, NotFoundError
from factcheck.domain.ids import ArticleId, ClaimId, EvidenceId

if TYPE_CHECKING:
    from factcheck.storage.store import Store

SHORTEST = 6
NOT_AN_ID = N_(
    "{text} is not an id. Give the whole id, or at least six letters of its beginning or end."
)
NOTHING_FOUND = N_("Nothing in this file has the id {text}.")
_OF_ANOTHER = {
    "article": N_("{text} is the id of an article. Another id is needed here."),
    "claim": N_("{text} is the id of a claim. Another id is needed here."),
    "evidence": N_("{text} is the id of evidence. Another id is needed here."),
}
AMBIGUOUS = N_("More than one id begins or ends with {text}. Give more of its letters.")


def article_id(store: "Store", text: str) -> ArticleId:
    """Return the id of the article meant by `text`.

    Raises:
        InvalidInputError: The text is no id, or several articles match.
        NotFoundError: No article matches.
    """
    return ArticleId(_find(store, "article", text))


def claim_id(store: "Store", text: str) -> ClaimId:
    """Return the id of the claim meant by `text`; raises as `article_id`."""
    return ClaimId(_find(store, "claim", text))


def evidence_id(store: "Store", text: str) -> EvidenceId:
    """Return the id of the evidence meant by `text`; raises as `article_id`."""
    return EvidenceId(_find(store, "evidence", text))


def short(identity: UUID) -> str:
    """Return the last twelve digits: enough to be unique, and what tables show."""
    return identity.hex[-12:]


def matches(identity: UUID, text: str) -> bool:
    """Return whether `text` is the id, or its beginning or end.

    Raises:
        InvalidInputError: The text is no id.
    """
    digits = _digits(text)
    return identity.hex.startswith(digits) or identity.hex.endswith(digits)


def _digits(text: str) -> str:
    digits = text.strip().strip("\u2066\u2068\u2069").replace("-", "").lower()
    if not SHORTEST <= len(digits) <= 32 or not re.fullmatch("[0-9a-f]+", digits):
        raise InvalidInputError(NOT_AN_ID, text=text)
    return digits


def _find(store: "Store", table: str, text: str) -> UUID:
    from factcheck.storage.lookup import matching_ids  # noqa: PLC0415 - SQLAlchemy when needed

    digits = _digits(text)
    found = ask(store, matching_ids, table, digits)
    if len(found) == 1:
        return found[0]
    if found:
        raise InvalidInputError(AMBIGUOUS, text=text)
    for other, sentence in _OF_ANOTHER.items():
        if ask(store, matching_ids, other, digits):
            raise InvalidInputError(sentence, text=text)
    raise NotFoundError(NOTHING_FOUND, text=text)
