"""Working with other people's copies: merging one, and exchanging with a share."""

from pathlib import Path

from factcheck.cli.call import Call, is_address
from factcheck.cli.output import Answer, fields
from factcheck.cli.progress import long_work
from factcheck.domain.errors import N_, UserError
from factcheck.runtime.i18n import explain, ntr, tr

ANOTHER_RECORD = N_(
    "{other} is no copy of {path} but another record. Nothing was merged. To add its articles to"
    " this record all the same, repeat the command with --another-record."
)


def merge(call: Call) -> Answer:
    """Merge another copy of the record into this one; a dry run only counts."""
    from factcheck.operations.copying import as_file  # noqa: PLC0415 - SQLAlchemy when needed
    from factcheck.operations.merging import (  # noqa: PLC0415 - SQLAlchemy when needed
        AnotherRecordError,
        merge_copy,
    )

    typed: str = call.arguments.other
    other = typed if is_address(typed) else Path(typed).expanduser()
    is_dry_run: bool = call.arguments.dry_run
    stopped = tr("Stopped. Nothing was merged.")
    with (
        call.store() as store,
        long_work(tr("Merging"), stopped) as progress,
        as_file(other, store) as file,
    ):
        try:
            result, changes = merge_copy(
                store,
                file,
                backup_dir=call.paths.backup_dir,
                progress=progress,
                is_dry_run=is_dry_run,
                takes_another=call.arguments.another_record,
            )
        except AnotherRecordError as error:
            told = error.values | {"other": _shown(other)}
            raise UserError(ANOTHER_RECORD, **told) from error
    found = {
        "new": result.new,
        "changed": result.changed,
        "conflicts": result.conflicts,
        "dry_run": is_dry_run,
        "articles": sorted(map(str, changes.articles)),
        "claims": sorted(map(str, changes.claims)),
        "evidence": sorted(map(str, changes.evidence)),
    }
    sentences = [
        ntr("{n} thing is new.", "{n} things are new.", result.new),
        ntr("{n} thing was changed.", "{n} things were changed.", result.changed),
        ntr("{n} conflict is to decide.", "{n} conflicts are to decide.", result.conflicts),
    ]
    said = tr("This was a trial: nothing was merged.") if is_dry_run else _advice(result.conflicts)
    return Answer(found, lambda: "\n".join(sentences), said)


def _shown(other: Path | str) -> Path | str:
    """Name a record as people see it: a file, or a server without its password."""
    from factcheck.storage.server import parse_address  # noqa: PLC0415 - SQLAlchemy when needed

    return other if isinstance(other, Path) else parse_address(other).shown


def _advice(conflicts: int) -> str:
    return tr("The command conflicts lists what is to decide.") if conflicts else ""


def exchange(call: Call) -> Answer:
    """Exchange the private copy with the share; exit code 1 if it cannot be done now."""
    with call.record() as opened:
        place = str(opened.place)
        if opened.exchange is None:
            said = tr("This record is used where it lies. There is nothing to exchange.")
            return Answer({"place": place, "shared": None}, said=said)
        stopped = tr("Stopped. What is new here waits for the next exchange.")
        with long_work(tr("Exchanging"), stopped):
            exchange = opened.exchange
            report = exchange.put_back() if call.arguments.put_back else exchange.run()
        changes = report.changes
        problem = explain(report.problem) if report.problem else ""
        found = {
            "place": place,
            "shared": str(opened.exchange.shared),
            "copy": str(opened.store.path),
            "at": report.at.isoformat() if report.at else None,
            "published": report.is_published,
            "folded": report.folded,
            "waiting": report.waiting,
            "problem": problem or None,
            "can_put_back": report.can_put_back,
            "articles": sorted(map(str, changes.articles)),
            "claims": sorted(map(str, changes.claims)),
            "evidence": sorted(map(str, changes.evidence)),
        }
    shown = [
        (tr("Shared file"), found["shared"]),
        (tr("Copy on this machine"), found["copy"]),
        (tr("Last exchange"), f"{report.at:%Y-%m-%d %H:%M:%S} UTC" if report.at else tr("never")),
        (tr("Claims changed by others"), len(changes.claims)),
        (tr("Copies folded in"), report.folded),
        (tr("Changes that wait here"), report.waiting),
    ]
    return Answer(found, lambda: fields(shown), problem, int(bool(problem)))
