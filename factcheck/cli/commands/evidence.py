"""Evidence: adding, listing, changing, ordering, deleting."""

from typing import TYPE_CHECKING

from factcheck.cli.call import Call, ask, run
from factcheck.cli.identities import claim_id, evidence_id
from factcheck.cli.output import Answer
from factcheck.cli.records import evidence_record
from factcheck.cli.showing import evidence_table, evidence_text
from factcheck.cli.values import given, something
from factcheck.domain.evidence import EvidenceDraft
from factcheck.domain.ids import EvidenceId
from factcheck.runtime.i18n import tr

if TYPE_CHECKING:
    from factcheck.storage.store import Store

_FIELDS = (
    "url", "stance", "source_class", "title", "publisher", "author", "quote", "locator",
    "published", "archive_url",
)  # fmt: skip


def add(call: Call) -> Answer:
    """Add evidence to a claim."""
    from factcheck.operations import evidence  # noqa: PLC0415 - SQLAlchemy only where needed

    draft = EvidenceDraft(**given(call.arguments, _FIELDS))
    with call.store() as store:
        claim = claim_id(store, call.arguments.claim)
        changes = run(store, evidence.add_evidence, claim_id=claim, draft=draft)
        return _shown(store, EvidenceId(changes.created))  # type: ignore[arg-type]


def list_all(call: Call) -> Answer:
    """List the evidence of a claim in its order."""
    from factcheck.storage import queries  # noqa: PLC0415 - SQLAlchemy only where needed

    with call.store() as store:
        found = ask(store, queries.evidence, claim_id(store, call.arguments.claim))
    said = "" if found else tr("No evidence yet.")
    return Answer([evidence_record(each) for each in found], lambda: evidence_table(found), said)


def edit(call: Call) -> Answer:
    """Change fields of a piece of evidence."""
    from factcheck.operations import evidence  # noqa: PLC0415 - SQLAlchemy only where needed

    values = something(given(call.arguments, _FIELDS), call.arguments)
    with call.store() as store:
        wanted = evidence_id(store, call.arguments.evidence)
        run(store, evidence.edit_evidence, evidence_id=wanted, values=values)
        return _shown(store, wanted)


def move(call: Call) -> Answer:
    """Put a piece of evidence at another place, counted from 1."""
    from factcheck.operations import evidence  # noqa: PLC0415 - SQLAlchemy only where needed

    with call.store() as store:
        wanted = evidence_id(store, call.arguments.evidence)
        run(store, evidence.move_evidence, evidence_id=wanted, position=call.arguments.to - 1)
        return _shown(store, wanted)


def delete(call: Call) -> Answer:
    """Delete a piece of evidence; undo brings it back."""
    from factcheck.operations import evidence  # noqa: PLC0415 - SQLAlchemy only where needed

    with call.store() as store:
        wanted = evidence_id(store, call.arguments.evidence)
        run(store, evidence.delete_evidence, evidence_ids=[wanted])
    said = tr("Deleted. The command undo brings it back.")
    return Answer({"id": str(wanted), "deleted": True}, said=said)


def _shown(store: "Store", wanted: EvidenceId) -> Answer:
    from factcheck.storage import queries  # noqa: PLC0415 - SQLAlchemy only where needed

    found = ask(store, queries.one_evidence, wanted)
    return Answer(evidence_record(found), lambda: evidence_text(found))
