"""The sample article: something to work on for a person who opens the program for the first time.

Text and claims are data in `resources/samples`; claims are described by their exact words.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from factcheck.domain.article import ArticleDraft
from factcheck.domain.changes import Changes
from factcheck.domain.evidence import EvidenceDraft
from factcheck.domain.figure import Comparator, Figure
from factcheck.domain.ids import ArticleId, ClaimId, RatingId
from factcheck.operations.articles import add_article
from factcheck.operations.claims import add_claim
from factcheck.operations.evidence import add_evidence
from factcheck.runtime.i18n import language
from factcheck.runtime.resources import resource
from factcheck.storage import library, queries
from factcheck.text.normalising import normalise

Sample = Mapping[str, Any]


def load_sample(session: Session) -> Changes:
    """Add the sample in the language of the program, as one action that undo takes back.

    A file that holds an article of the same title gets no second one. `articles` of the result
    holds the id of the one article meant, `created` too where it is new.

    Raises:
        ValueError: A claim's words do not stand exactly once in the sample's text.
    """
    tongue = language()
    sample = json.loads(resource("samples", f"{tongue}.json").read_bytes())
    text = normalise(resource("samples", f"{tongue}.txt").read_text(encoding="utf-8"))
    title = sample["article"]["title"]
    for known in library.articles(session):
        if known.title == title:
            return Changes(articles=frozenset({known.id}))
    draft = ArticleDraft(text=text, **sample["article"])
    changes = add_article(session, draft=draft)
    article_id = ArticleId(_made(changes))
    for described in sample["claims"]:
        changes |= _add_described(session, article_id, text, described)
    return replace(changes, created=article_id)


def _add_described(
    session: Session, article_id: ArticleId, text: str, described: Sample
) -> Changes:
    values = dict(described)
    words, evidence = values.pop("exact"), values.pop("evidence", ())
    if text.count(words) != 1:
        raise ValueError(words)
    if "verdict" in values:
        values["rating_id"] = _rating(session, values.pop("verdict"))
    for name in {"claimed", "found"} & values.keys():
        values[name] = _figure(values[name])
    start = text.index(words)
    changes = add_claim(
        session, article_id=article_id, start=start, end=start + len(words), **values
    )
    claim_id = ClaimId(_made(changes))
    for each in evidence:
        changes |= add_evidence(session, claim_id=claim_id, draft=EvidenceDraft(**each))
    return changes


def _figure(parts: Mapping[str, str]) -> Figure:
    return Figure(**{**parts, "comparator": Comparator(parts.get("comparator", "="))})  # type: ignore[arg-type]


def _rating(session: Session, key: str) -> RatingId:
    """Return the rating with this key of the first scale that has it.

    Raises:
        ValueError: No scale has it.
    """
    for scale in queries.scales(session):
        for rating in scale.ratings:
            if rating.key == key:
                return rating.id
    raise ValueError(key)


def _made(changes: Changes) -> UUID:
    if changes.created is None:
        raise RuntimeError("the operation made nothing")
    return changes.created
