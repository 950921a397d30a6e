"""What two people decided differently: showing it, and deciding."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from factcheck.cli.call import Call, ask, run
from factcheck.cli.identities import matches, short
from factcheck.cli.output import Answer, fields
from factcheck.cli.parser import WrongUsageError
from factcheck.cli.records import Ratings, Reviewers, conflict_record
from factcheck.cli.values import rating
from factcheck.domain.conflict import Conflict
from factcheck.domain.errors import N_, InvalidInputError, NotFoundError
from factcheck.runtime.i18n import ntr, tr
from factcheck.text.actions import field_name, table_name

if TYPE_CHECKING:
    from factcheck.storage.store import Store

DELETED, VERDICT = "deleted_at", "rating_id"
_TYPED = {"deleted": DELETED, "verdict": VERDICT}
"""Names of fields as people may type them."""

ONE_DECISION = N_("Say how to decide with one of these: --take, --value, --keep, --delete.")
WHAT_TO_DECIDE = N_("Say what is decided: --resolve CLAIM FIELD.")
KEEP_OR_DELETE = N_("Whether something is deleted is decided with --keep or --delete.")
NOT_DELETED = N_("Here two values stand. Decide with --take or --value.")
NOTHING_THERE = N_("Nothing is to decide about the field {field} of {text}.")
AMBIGUOUS = N_("More than one conflict fits {text}. Give the id of the thing itself.")
NO_VALUE = N_("There is no value number {n}; there are {count}.")


def decide(call: Call) -> Answer:
    """List the open conflicts, or decide one of them."""
    typed = call.arguments
    ways = [typed.take is not None, typed.value is not None, typed.keep, typed.delete]
    if typed.resolve is None:
        if any(ways):
            raise WrongUsageError(tr(WHAT_TO_DECIDE))
        return _list(call)
    if sum(ways) != 1:
        raise WrongUsageError(tr(ONE_DECISION))
    return _resolve(call, *typed.resolve)


def _list(call: Call) -> Answer:
    from factcheck.storage.conflicts import conflicts  # noqa: PLC0415 - SQLAlchemy

    with call.store() as store:
        found = ask(store, conflicts)
        ratings, reviewers = _context(store)
        words = _words(store, found)
    data = [
        conflict_record(each, ratings, reviewers) | {"words": words.get(each.claim_id)}
        for each in found
    ]
    said = "" if found else tr("Nothing is to decide.")
    return Answer(data, lambda: "\n\n".join(map(_text, data)), said)


def _text(record: dict[str, Any]) -> str:
    head = f"{table_name(record['table'])} {short(UUID(record['id']))}"
    name = VERDICT if record["field"] == "verdict" else record["field"]
    values = [
        (
            f"{each['number']}. {each['who'] or '-'} {each['at'][:16].replace('T', ' ')}",
            _shown(each, is_deletion=name == DELETED),
        )
        for each in record["values"]
    ]
    return fields([(head, record["words"] or "-"), (field_name(name), " "), *values])


def _shown(value: dict[str, Any], *, is_deletion: bool) -> str:
    if is_deletion:
        return tr("deleted it") if value["value"] else tr("went on working on it")
    return str(value["value"] or tr("(nothing)"))


def _resolve(call: Call, text: str, field: str) -> Answer:
    from factcheck.operations.conflicts import resolve_conflict  # noqa: PLC0415 - SQLAlchemy
    from factcheck.storage.conflicts import conflicts  # noqa: PLC0415

    with call.store() as store:
        conflict = _meant(ask(store, conflicts), text, field)
        value = _decision(call, store, conflict)
        run(
            store,
            resolve_conflict,
            table=conflict.table,
            row_id=conflict.row_id,
            field=conflict.field,
            value=value,
        )
        left = len(ask(store, conflicts))
        ratings, reviewers = _context(store)
    record = conflict_record(conflict, ratings, reviewers)
    said = ntr("Decided. {n} conflict is left.", "Decided. {n} conflicts are left.", left)
    return Answer(record | {"left": left}, said=said)


def _meant(found: list[Conflict], text: str, field: str) -> Conflict:
    """Return the conflict about the field of the thing, or of a part of the claim, with this id."""
    about = [each for each in found if each.field == _TYPED.get(field, field)]
    fitting = [each for each in about if matches(each.row_id, text)]
    fitting = fitting or [each for each in about if each.claim_id and matches(each.claim_id, text)]
    if not fitting:
        raise NotFoundError(NOTHING_THERE, field=field, text=text)
    if len(fitting) > 1:
        raise InvalidInputError(AMBIGUOUS, text=text)
    return fitting[0]


def _decision(call: Call, store: "Store", conflict: Conflict) -> str | None:
    """Return the stored text that is decided for."""
    typed = call.arguments
    if conflict.field == DELETED:
        if not (typed.keep or typed.delete):
            raise WrongUsageError(tr(KEEP_OR_DELETE))
        return DELETED if typed.delete else None
    if typed.keep or typed.delete:
        raise WrongUsageError(tr(NOT_DELETED))
    if typed.value is not None:
        return _typed_value(call, store, conflict.field, typed.value)
    number: int = typed.take
    if not 1 <= number <= len(conflict.values):
        raise InvalidInputError(NO_VALUE, n=number, count=len(conflict.values))
    return conflict.values[number - 1].value


def _typed_value(call: Call, store: "Store", field: str, value: str) -> str | None:
    from factcheck.storage import queries  # noqa: PLC0415 - SQLAlchemy only where needed

    if field != VERDICT:
        return value
    found = rating(value, ask(store, queries.scales), call.settings.scale)
    return found.hex if found else None


def _context(store: "Store") -> tuple[Ratings, Reviewers]:
    from factcheck.storage import queries  # noqa: PLC0415 - SQLAlchemy only where needed

    scales = ask(store, queries.scales)
    ratings = {each.id: each for scale in scales for each in scale.ratings}
    return ratings, ask(store, queries.reviewers)


def _words(store: "Store", found: list[Conflict]) -> dict[object, str]:
    """Return the words of the claims that conflicts are about."""
    from factcheck.storage import queries  # noqa: PLC0415 - SQLAlchemy only where needed

    ids = {each.claim_id for each in found if each.claim_id}
    return {each: ask(store, queries.claim, each).anchor.exact for each in ids}
