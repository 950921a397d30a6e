"""The claims as rows of a sheet, one row for each piece of evidence; CSV and XLSX share it.

Values are as stored: ASCII digits, ISO dates, stable English keys beside the shown words.
"""

from collections.abc import Callable, Iterator
from datetime import datetime

from factcheck.domain.errors import N_
from factcheck.domain.evidence import Evidence
from factcheck.domain.figure import Figure
from factcheck.reports.model import Report, ReportClaim
from factcheck.runtime.i18n import speaking, tr
from factcheck.text.naming import name_of

Row = tuple[str, ...]

_CLAIM_COLUMNS: tuple[tuple[str, Callable[[ReportClaim], str]], ...] = (
    (N_("No."), lambda told: str(told.claim.number) if told.claim.number else ""),
    (N_("Claim id"), lambda told: str(told.claim.id)),
    (N_("Exact words"), lambda told: told.claim.anchor.exact),
    (N_("Start"), lambda told: str(told.claim.anchor.start)),
    (N_("End"), lambda told: str(told.claim.anchor.end)),
    (N_("Statement"), lambda told: told.claim.statement),
    (N_("Kind"), lambda told: name_of(told.claim.kind)),
    (N_("Kind key"), lambda told: told.claim.kind.value),
    (N_("Claimant"), lambda told: told.claim.claimant),
    (N_("Said on"), lambda told: told.claim.said_on),
    (N_("Said where"), lambda told: told.claim.said_where),
    (N_("Work state"), lambda told: name_of(told.claim.state)),
    (N_("State key"), lambda told: told.claim.state.value),
    (N_("Priority"), lambda told: told.claim.priority.value),
    (N_("Verdict key"), lambda told: told.rating.key if told.rating else ""),
    (N_("Rationale"), lambda told: told.claim.rationale),
    (N_("New wording"), lambda told: told.claim.new_wording),
    (N_("Question"), lambda told: told.claim.question),
    (N_("Claimed"), lambda told: _figure(told.claim.claimed)),
    (N_("Found"), lambda told: _figure(told.claim.found)),
)
_EVIDENCE_COLUMNS: tuple[tuple[str, Callable[[Evidence], str]], ...] = (
    (N_("Stance"), lambda each: each.stance.value),
    (N_("Source class"), lambda each: each.source_class.value),
    (N_("Source title"), lambda each: each.title),
    (N_("Publisher"), lambda each: each.publisher),
    (N_("Source author"), lambda each: each.author),
    (N_("Quoted passage"), lambda each: each.quote),
    (N_("Locator"), lambda each: each.locator),
    (N_("Address"), lambda each: each.url),
    (N_("Archived copy"), lambda each: each.archive_url),
    (N_("Published"), lambda each: each.published),
    (N_("Accessed (UTC)"), lambda each: _moment(each.accessed)),
)

ADDRESS, ARCHIVE = 7, 8
"""Columns of the evidence that hold web addresses."""


def header(report: Report) -> Row:
    """Return the names of all columns, of claim and evidence, in the language of the report."""
    return (*claim_header(report), *evidence_header(report))


def rows(report: Report) -> Iterator[Row]:
    """Return one row for each piece of evidence, and one for a claim without any."""
    nothing = ("",) * len(_EVIDENCE_COLUMNS)
    for told, row in zip(report.claims, claim_rows(report), strict=True):
        for each in told.evidence:
            yield (*row, *evidence_row(each))
        if not told.evidence:
            yield (*row, *nothing)


def claim_header(report: Report) -> Row:
    """Return the names of the columns of a claim."""
    with speaking(report.options.language):
        names = [tr(name) for name, _ in _CLAIM_COLUMNS]
        return (*names, tr("Verdict"), *_optional_names(report))


def claim_rows(report: Report) -> list[Row]:
    """Return one row for each claim."""
    with speaking(report.options.language):
        return [_claim_row(told, report) for told in report.claims]


def evidence_header(report: Report) -> Row:
    """Return the names of the columns of a piece of evidence."""
    with speaking(report.options.language):
        return tuple(tr(name) for name, _ in _EVIDENCE_COLUMNS)


def evidence_row(evidence: Evidence) -> Row:
    """Return the row of a piece of evidence."""
    return tuple(value(evidence) for _, value in _EVIDENCE_COLUMNS)


def _claim_row(told: ReportClaim, report: Report) -> Row:
    options = report.options
    verdict = told.rating.name(options.language) if told.rating else ""
    optional = [told.reviewer] if options.with_names else []
    optional += [told.claim.note] if options.with_notes else []
    return (*(value(told) for _, value in _CLAIM_COLUMNS), verdict, *optional)


def _optional_names(report: Report) -> list[str]:
    names = [tr("Checked by")] if report.options.with_names else []
    return names + ([tr("Private note")] if report.options.with_notes else [])


def _figure(figure: Figure) -> str:
    if not figure:
        return ""
    as_of = f" @{figure.as_of}" if figure.as_of else ""
    bound = "" if figure.comparator.value == "=" else figure.comparator.value + " "
    return f"{bound}{figure.value} {figure.unit}".strip() + as_of


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"
