"""The timeline of a report: dates that claims state beside the dates that were found."""

from collections.abc import Iterator

from factcheck.domain.claim import ClaimKind
from factcheck.domain.errors import InvalidInputError
from factcheck.domain.figure import Figure
from factcheck.reports import wording
from factcheck.reports.document import Block, Drawing, Heading, Paragraph, Style
from factcheck.reports.model import Report
from factcheck.reports.pictures import Moment, timeline
from factcheck.runtime.i18n import tr
from factcheck.text.display import format_date, format_digits
from factcheck.text.readings import Period, read_period

_FEWEST, _MOST = 2, 30


def chronology(report: Report) -> list[Block]:
    """Return the timeline, nothing where fewer than two claims state a date that can be read."""
    moments = list(_moments(report))[:_MOST]
    if len(moments) < _FEWEST:
        return []
    options = report.options
    days = [day for each in moments for day in (each.claimed, each.found) if day]
    ends = format_date(min(days).isoformat(), options), format_date(max(days).isoformat(), options)
    described = tr("; ").join(_described(each, report) for each in moments)
    legend = tr("Filled: the date claimed. Hollow: the date found.")
    return [
        Heading(2, (wording.words(tr("Dates claimed and found")),), options.is_rtl),
        Drawing(timeline(moments, rtl=options.is_rtl, ends=ends), described),
        Paragraph((wording.words(legend),), options.is_rtl, Style.SMALL),
    ]


def _moments(report: Report) -> Iterator[Moment]:
    for told in report.claims:
        claim = told.claim
        claimed = _period(claim.claimed) if claim.kind is ClaimKind.DATE else None
        if claimed is None:
            continue
        found = _period(claim.found)
        number = format_digits(str(claim.number), report.options) if claim.number else "–"
        name = f"{number}. {' '.join(claim.anchor.exact.split())}"
        yield Moment(name, claimed.first, found.first if found else None)


def _period(figure: Figure) -> Period | None:
    try:
        return read_period(figure.value) if figure else None
    except InvalidInputError:
        return None


def _described(moment: Moment, report: Report) -> str:
    claimed = format_date(moment.claimed.isoformat(), report.options)
    if moment.found is None:
        return f"{moment.name}: {claimed}"
    return f"{moment.name}: {claimed} / {format_date(moment.found.isoformat(), report.options)}"
