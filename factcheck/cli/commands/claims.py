"""Claims: making, listing, showing, changing, moving, deleting."""

from typing import TYPE_CHECKING, Any

from factcheck.cli.call import Call, ask, run
from factcheck.cli.identities import article_id, claim_id
from factcheck.cli.output import Answer
from factcheck.cli.parser import WrongUsageError
from factcheck.cli.records import claim_record
from factcheck.cli.showing import Context, claim_table, claim_text
from factcheck.cli.values import figure, given, rating, something
from factcheck.domain.claim import Claim
from factcheck.domain.errors import N_, InvalidInputError
from factcheck.domain.evidence import Evidence
from factcheck.domain.figure import Figure
from factcheck.domain.ids import ArticleId, ClaimId
from factcheck.runtime.i18n import tr

if TYPE_CHECKING:
    from factcheck.storage.store import Store

_FIELDS = (
    "kind", "statement", "claimant", "said_on", "said_where", "state", "priority", "rationale",
    "new_wording", "question",
    "note",
)  # fmt: skip
_FIGURE_PARTS = tuple(
    f"{name}{part}"
    for name in ("claimed", "found")
    for part in ("", "_unit", "_comparator", "_as_of")
)
NO_PLACE = N_("Say where the claim stands: --start and --end, or --exact with its words.")
NOT_THERE = N_("The article does not hold these words: {words}")
SEVERAL_TIMES = N_("The article holds these words {n} times. Give --start and --end instead.")


def add(call: Call) -> Answer:
    """Make a claim of words of an article."""
    from factcheck.operations import claims  # noqa: PLC0415 - SQLAlchemy only where needed

    _check_place(call)
    with call.store() as store:
        article = article_id(store, call.arguments.article)
        start, end = _place(call, store, article)
        values = _values(call, store, None)
        changes = run(store, claims.add_claim, article_id=article, start=start, end=end, **values)
        return _shown(store, ClaimId(changes.created))  # type: ignore[arg-type]


def list_all(call: Call) -> Answer:
    """List the claims of an article in the order of the text."""
    from factcheck.storage import queries  # noqa: PLC0415 - SQLAlchemy only where needed

    with call.store() as store:
        article = article_id(store, call.arguments.article)
        found = ask(store, queries.claims, article)
        evidence = ask(store, queries.evidence_of, article)
        context = _context(store)
    data = [_record(each, evidence.get(each.id, []), context) for each in found]
    said = "" if found else tr("No claims yet.")
    return Answer(data, lambda: claim_table(found, context), said=said)


def show(call: Call) -> Answer:
    """Show a claim with its evidence."""
    with call.store() as store:
        return _shown(store, claim_id(store, call.arguments.claim))


def edit(call: Call) -> Answer:
    """Change fields of a claim in one step; a verdict of `none` takes the verdict back."""
    from factcheck.operations import claims, verdicts  # noqa: PLC0415 - SQLAlchemy when needed

    something(given(call.arguments, (*_FIELDS, "verdict", *_FIGURE_PARTS)), call.arguments)
    with call.store() as store:
        wanted = claim_id(store, call.arguments.claim)
        values = _values(call, store, wanted)
        if set(values) == {"rating_id"}:
            run(store, verdicts.set_verdict, claim_ids=[wanted], **values)
        else:
            run(store, claims.edit_claims, claim_ids=[wanted], values=values)
        return _shown(store, wanted)


def move(call: Call) -> Answer:
    """Move one or both edges of a claim."""
    from factcheck.operations import claims  # noqa: PLC0415 - SQLAlchemy only where needed

    edges = something(given(call.arguments, ("start", "end")), call.arguments)
    with call.store() as store:
        wanted = claim_id(store, call.arguments.claim)
        anchor = _claim(store, wanted).anchor
        place = {"start": anchor.start, "end": anchor.end} | edges
        run(store, claims.move_claim, claim_id=wanted, **place)
        return _shown(store, wanted)


def delete(call: Call) -> Answer:
    """Delete a claim with its evidence; undo brings them back."""
    from factcheck.operations import claims  # noqa: PLC0415 - SQLAlchemy only where needed

    with call.store() as store:
        wanted = claim_id(store, call.arguments.claim)
        words = _claim(store, wanted).anchor.exact
        run(store, claims.delete_claims, claim_ids=[wanted])
    said = tr("Deleted: {title}. The command undo brings it back.", title=words)
    return Answer({"id": str(wanted), "deleted": True}, said=said)


def _check_place(call: Call) -> None:
    typed = call.arguments
    by_offset = typed.start is not None and typed.end is not None
    if by_offset is (typed.exact is not None) or (typed.start is None) is not (typed.end is None):
        raise WrongUsageError(tr(NO_PLACE))


def _place(call: Call, store: "Store", article: ArticleId) -> tuple[int, int]:
    """Return the span that is meant, in code points."""
    from factcheck.storage import queries  # noqa: PLC0415 - SQLAlchemy only where needed

    words = call.arguments.exact
    if words is None:
        return call.arguments.start, call.arguments.end
    text = ask(store, queries.article, article).text
    count = text.count(words) if words else 0
    if not count:
        raise InvalidInputError(NOT_THERE, words=words)
    if count > 1:
        raise InvalidInputError(SEVERAL_TIMES, n=count)
    start = text.index(words)
    return start, start + len(words)


def _values(call: Call, store: "Store", before: ClaimId | None) -> dict[str, Any]:
    """Return the typed fields; parts of a figure that were not typed stay as they were."""
    from factcheck.storage import queries  # noqa: PLC0415 - SQLAlchemy only where needed

    values: dict[str, Any] = given(call.arguments, _FIELDS)
    if call.arguments.verdict is not None:
        scales = ask(store, queries.scales)
        values["rating_id"] = rating(call.arguments.verdict, scales, call.settings.scale)
    claim = _claim(store, before) if before else None
    for name in ("claimed", "found"):
        now = figure(call.arguments, name, getattr(claim, name) if claim else Figure())
        if now is not None:
            values[name] = now
    return values


def _claim(store: "Store", wanted: ClaimId) -> Claim:
    from factcheck.storage import queries  # noqa: PLC0415 - SQLAlchemy only where needed

    return ask(store, queries.claim, wanted)


def _context(store: "Store") -> Context:
    from factcheck.storage import queries  # noqa: PLC0415 - SQLAlchemy only where needed

    scales = ask(store, queries.scales)
    ratings = {each.id: each for scale in scales for each in scale.ratings}
    return Context(ratings, ask(store, queries.reviewers))


def _shown(store: "Store", wanted: ClaimId) -> Answer:
    from factcheck.storage import queries  # noqa: PLC0415 - SQLAlchemy only where needed

    claim = _claim(store, wanted)
    evidence = ask(store, queries.evidence, wanted)
    context = _context(store)
    data = _record(claim, evidence, context)
    return Answer(data, lambda: claim_text(claim, evidence, context))


def _record(claim: Claim, evidence: list[Evidence], context: Context) -> dict[str, Any]:
    return claim_record(claim, evidence, context.ratings, context.reviewers)
