"""Suggestions of a stored article: proposing, and accepting those of some kinds."""

from typing import TYPE_CHECKING

from factcheck.cli.call import Call, ask, run
from factcheck.cli.identities import article_id
from factcheck.cli.output import Answer
from factcheck.cli.records import claim_record
from factcheck.domain.article import Article
from factcheck.domain.claim import Claim, ClaimKind, WorkState
from factcheck.domain.ids import ArticleId
from factcheck.runtime.i18n import ntr, tr
from factcheck.text.isolation import isolate
from factcheck.text.naming import name_of

if TYPE_CHECKING:
    from factcheck.operations.coverage import Coverage
    from factcheck.storage.store import Store


def propose(call: Call) -> Answer:
    """Store what detection proposes for an article; running it again adds nothing.

    `--accept` makes claims of the suggestions of the kinds it names, earlier ones included.
    """
    from factcheck.operations import suggestions  # noqa: PLC0415 - SQLAlchemy only where needed
    from factcheck.operations.coverage import cover  # noqa: PLC0415
    from factcheck.operations.drafts import drafts_of, examine_article  # noqa: PLC0415
    from factcheck.storage import queries  # noqa: PLC0415

    with call.store() as store:
        wanted = ArticleId(article_id(store, call.arguments.article))
        article = ask(store, queries.article, wanted)
        findings = examine_article(article)
        drafts = drafts_of(article.text, findings.candidates)
        made = run(store, suggestions.add_suggestions, article_id=wanted, drafts=drafts).claims
        accepted = _accept(store, wanted, frozenset(call.arguments.accept or ()))
        claims = ask(store, queries.claims, wanted)
        ratings = {each.id: each for scale in ask(store, queries.scales) for each in scale.ratings}
        people = ask(store, queries.reviewers)
    coverage = cover(findings.sentences, claims)
    changed = [each for each in claims if each.id in made | accepted]
    data = {
        "article_id": str(wanted),
        "proposed": len(made),
        "accepted": len(accepted),
        "claims": [claim_record(each, (), ratings, people) for each in changed],
        "coverage": _coverage_record(coverage, article),
    }
    said = " ".join(_told(len(made), len(accepted), coverage))
    return Answer(data, lambda: "\n".join(map(_line, changed)), said)


def _accept(store: "Store", wanted: ArticleId, kinds: frozenset[str]) -> frozenset[object]:
    from factcheck.operations import suggestions  # noqa: PLC0415
    from factcheck.storage import queries  # noqa: PLC0415

    ids = [
        each.id
        for each in ask(store, queries.claims, wanted)
        if each.state is WorkState.SUGGESTED and each.kind in kinds
    ]
    if not ids:
        return frozenset()
    return frozenset(run(store, suggestions.accept_suggestions, claim_ids=ids).claims)


def _told(made: int, accepted: int, coverage: "Coverage") -> list[str]:
    said = [
        ntr("{n} statement proposed.", "{n} statements proposed.", made)
        if made
        else tr("Nothing new to propose.")
    ]
    if accepted:
        said.append(ntr("{n} suggestion accepted.", "{n} suggestions accepted.", accepted))
    if coverage.checkable:
        missing = len(coverage.missing)
        said.append(
            ntr("{n} checkable sentence uncovered.", "{n} checkable sentences uncovered.", missing)
        )
    return said


def _line(claim: Claim) -> str:
    words = isolate(" ".join(claim.anchor.exact.split()))
    facts = (name_of(claim.state), name_of(claim.kind), claim.claimant)
    return f"{' · '.join(each for each in facts if each)}\n   {words}"


def _coverage_record(coverage: "Coverage", article: Article) -> dict[str, object]:
    return {
        "checkable": len(coverage.checkable),
        "covered": coverage.covered,
        "uncovered": [
            {
                "start": each.start,
                "end": each.end,
                "text": article.text[each.start : each.end],
                "holds": [kind.value for kind in ClaimKind if kind in each.holds],
            }
            for each in coverage.missing
        ],
    }
