"""What was changed, and taking it back."""

from typing import Any

from factcheck.cli.call import Call, ask, run
from factcheck.cli.identities import claim_id, short
from factcheck.cli.output import Answer, table
from factcheck.cli.records import Record, revision_record
from factcheck.domain.changes import Changes
from factcheck.domain.revision import Revision
from factcheck.runtime.i18n import tr
from factcheck.text.actions import action_name, field_name, table_name


def list_all(call: Call) -> Answer:
    """List the changes of the file, or of one claim, newest first."""
    from factcheck.storage import ledger, queries  # noqa: PLC0415 - SQLAlchemy when needed

    with call.store() as store:
        wanted = claim_id(store, call.arguments.claim) if call.arguments.claim else None
        found = ask(store, ledger.revisions, wanted, limit=max(1, call.arguments.limit))
        scales = ask(store, queries.scales)
    ratings = {each.id: each for scale in scales for each in scale.ratings}
    records = [revision_record(each, ratings) for each in found]
    said = "" if found else tr("Nothing was changed yet.")
    return Answer(records, lambda: _table(found, records), said)


def _table(found: list[Revision], records: list[Record]) -> str:
    headings = [
        *(tr("When (UTC)"), tr("Who"), tr("Action"), tr("Thing")),
        *(tr("Field"), tr("Before"), tr("After")),
    ]
    rows = [
        (
            f"{each.at:%Y-%m-%d %H:%M:%S}",
            each.actor or "-",
            action_name(each.action, each.kind),
            f"{table_name(each.table)} {short(each.row_id)}",
            field_name(each.field),
            record["old"] or "",
            record["new"] or "",
        )
        for each, record in zip(found, records, strict=True)
    ]
    return table(headings, rows)


def undo(call: Call) -> Answer:
    """Take back the last action of this installation."""
    from factcheck.operations import history  # noqa: PLC0415 - SQLAlchemy only where needed
    from factcheck.storage import ledger  # noqa: PLC0415

    with call.store() as store:
        action = ask(store, ledger.undoable)
        changes = run(store, history.undo)
    return _played(action or "", "undo", changes)


def redo(call: Call) -> Answer:
    """Do again what was taken back last."""
    from factcheck.operations import history  # noqa: PLC0415 - SQLAlchemy only where needed
    from factcheck.storage import ledger  # noqa: PLC0415

    with call.store() as store:
        action = ask(store, ledger.redoable)
        changes = run(store, history.redo)
    return _played(action or "", "redo", changes)


def _played(action: str, kind: str, changes: Changes) -> Answer:
    data: dict[str, Any] = {
        "action": action,
        "kind": kind,
        "articles": sorted(map(str, changes.articles)),
        "claims": sorted(map(str, changes.claims)),
        "evidence": sorted(map(str, changes.evidence)),
        "scales": sorted(map(str, changes.scales)),
    }
    return Answer(data, said=action_name(action, kind))
