"""The sentences of sharing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from factcheck.domain.errors import N_
from factcheck.runtime.i18n import explain, ntr, tr
from factcheck.storage.places import Place
from factcheck.text.actions import field_name, table_name
from factcheck.text.display import format_digits, format_moment, format_number
from factcheck.text.isolation import isolate

if TYPE_CHECKING:
    from factcheck.domain.conflict import Clash, Conflict, MergeResult
    from factcheck.operations.exchanging import ExchangeReport
    from factcheck.operations.rescuing import Rescued
    from factcheck.runtime.settings import Settings

_PLACES = {
    Place.LOCAL: N_("A file on this machine, used where it lies."),
    Place.HOME: N_(
        "Your own record, in a home folder that may lie on another machine. Do not work in it on"
        " two machines at once; a record on a share or on a server is made for that."
    ),
    Place.SERVER: N_("A record on a server; everybody works in it at once."),
    Place.NETWORK: N_(
        "A file on a network drive. You work in a copy on this machine, which is exchanged with it."
    ),
    Place.SYNCED: N_(
        "A file in a synced folder. You work in a copy on this machine, which is exchanged with it."
    ),
    Place.UNKNOWN: N_(
        "A file on a disk of unknown kind. You work in a copy on this machine, which is exchanged"
        " with it."
    ),
}


def place_words(place: Place) -> str:
    """Return how a record is used where it lies."""
    return tr(_PLACES[place])


def time_words(moment: datetime | None, settings: Settings) -> str:
    """Return when something was: the time for today, date and time before, or never."""
    if moment is None:
        return tr("never")
    if datetime.now(UTC) - moment < timedelta(hours=12):
        return format_digits(f"{moment.astimezone():%H:%M}", settings)
    return format_moment(moment, settings)


def waiting_words(count: int, settings: Settings) -> str:
    """Return how many changes wait to be published."""
    if not count:
        return tr("Nothing waits: all of your work is in the shared file.")
    shown = format_number(count, settings)
    return ntr(
        "{n} change waits for the next exchange.",
        "{n} changes wait for the next exchange.",
        count,
        n=shown,
    )


def report_words(report: ExchangeReport, settings: Settings) -> str:
    """Return what one exchange did, in a line."""
    when = isolate(format_moment(report.at, settings) if report.at else tr("never"))
    return f"{when} · {' '.join(_deeds(report, settings))}"


def _deeds(report: ExchangeReport, settings: Settings) -> list[str]:
    if report.problem is not None:
        return [explain(report.problem)]
    said = []
    count = len(report.changes.claims)
    if count:
        shown = format_number(count, settings)
        said.append(
            ntr("{n} claim of others came in.", "{n} claims of others came in.", count, n=shown)
        )
    elif report.changes:
        said.append(tr("Work of others came in."))
    if report.is_published:
        said.append(tr("Your work was published."))
    if report.folded:
        shown = format_number(report.folded, settings)
        said.append(
            ntr(
                "{n} copy set aside by the sync program was merged.",
                "{n} copies set aside by the sync program were merged.",
                report.folded,
                n=shown,
            )
        )
    return said or [tr("Exchanging works again.")]


def merge_words(result: MergeResult, settings: Settings) -> str:
    """Return what a merge brought: so many new, changed, to decide."""
    new, changed = (format_number(each, settings) for each in (result.new, result.changed))
    parts = [
        ntr("{n} new", "{n} new", result.new, n=new),
        ntr("{n} changed", "{n} changed", result.changed, n=changed),
        decide_words(result.conflicts, settings),
    ]
    return tr("Merged: {parts}.", parts=tr(", ").join(parts))


def rescue_words(rescued: Rescued, name: str, settings: Settings) -> str:
    """Return what became of a file that was replaced while it was open, and where work goes on."""
    shown = isolate(name)
    if rescued.result is not None:
        merged = merge_words(rescued.result, settings)
        said = tr(
            "{name} was replaced while it was open. What you had is in the new file.", name=shown
        )
        return f"{said} {merged}"
    if rescued.is_put_back:
        return tr(
            "{name} was deleted or moved while it was open. It is there again, with all that you"
            " had.",
            name=shown,
        )
    said = tr(
        "{name} was replaced or moved while it was open. You go on in a copy with all that you had:"
        " {path}",
        name=shown,
        path=isolate(str(rescued.address)),
    )
    return f"{said}\n{_reason(rescued)}"


def _reason(rescued: Rescued) -> str:
    from factcheck.operations.merging import AnotherRecordError  # noqa: PLC0415 - hardly ever

    if rescued.problem is None or isinstance(rescued.problem, AnotherRecordError):
        return tr("What lies in its old place now is another record.")
    return explain(rescued.problem)


def decide_words(count: int, settings: Settings) -> str:
    """Return how many fields somebody has to decide about."""
    return ntr("{n} to decide", "{n} to decide", count, n=format_number(count, settings))


def who_words(who: str, at: datetime | None, settings: Settings) -> str:
    """Return who set a value and when."""
    name = isolate(who or tr("Somebody without a name"))
    return f"{name} · {isolate(format_moment(at, settings))}" if at else name


def about_words(conflict: Conflict | Clash) -> str:
    """Return which field of what is to be decided."""
    if conflict.field == "deleted_at":
        thing = table_name(conflict.table)
        return tr("{thing}: deleted by one, edited by another", thing=thing)
    if conflict.table == "claim":
        return field_name(conflict.field)
    return f"{table_name(conflict.table)}: {field_name(conflict.field)}"


def size_words(count: int, settings: Settings) -> str:
    """Return a size in bytes as people read it."""
    if count < 100_000:
        return tr("{n} KB", n=format_number(count / 1000, settings, places=0))
    return tr("{n} MB", n=format_number(count / 1_000_000, settings, places=1))
