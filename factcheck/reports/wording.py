"""The words that reports of all kinds share, in the language that is spoken.

Values of the record become runs of their own, never parts of sentences: a value of the other
direction would tear a sentence apart.
"""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from factcheck.domain.evidence import Evidence
from factcheck.domain.figure import Comparator, Figure
from factcheck.domain.rating import Rating
from factcheck.reports.document import Paragraph, Role, Run, Style, Text
from factcheck.reports.model import ReportOptions
from factcheck.runtime.i18n import ntr, tr
from factcheck.text.addresses import judge
from factcheck.text.direction import is_rtl
from factcheck.text.display import (
    format_date,
    format_digits,
    format_moment,
    format_number,
    format_percent,
)
from factcheck.text.figures import Agreement, Comparison
from factcheck.text.naming import name_of

_UTC_MARK = " UTC"


def words(text: str) -> Run:
    """Return words of the report itself."""
    return Run(text)


def stored(text: str) -> Run:
    """Return a value of the record as a run; line breaks become spaces."""
    return Run(" ".join(text.split("\n")), Role.STORED)


def muted(text: str) -> Run:
    """Return words of lesser weight."""
    return Run(text, Role.MUTED)


def badge(rating: Rating | None, options: ReportOptions) -> Run:
    """Return a verdict as glyph and name on its colour."""
    if rating is None:
        return Run(tr("No verdict yet"), Role.MUTED)
    label = f"{rating.glyph} {rating.name(options.language)}".strip()
    return Run(label, Role.BADGE, colour=rating.colour)


def address(url: str) -> Run:
    """Return a web address: a link where it may be opened, otherwise as text."""
    judged = judge(url)
    return Run(url, Role.LINK, target=judged.url) if judged.is_link else stored(url)


def number(value: float, options: ReportOptions) -> str:
    """Return a number in the digits of the report."""
    return format_number(value, options)


def moment(value: datetime, options: ReportOptions) -> str:
    """Return a moment in UTC, which is said, so that a report reads alike everywhere."""
    return format_moment(value, options, value.tzinfo) + _UTC_MARK


def paragraphs_of(
    text: str, options: ReportOptions, style: Style = Style.NORMAL
) -> list[Paragraph]:
    """Return a stored text as paragraphs, each in its own direction; empty lines are left out."""
    return [
        Paragraph((stored(line),), is_rtl(line, default=options.is_rtl), style)
        for line in text.split("\n")
        if line.strip()
    ]


def joined(parts: Iterable[Run], between: str) -> Text:
    """Return runs with `between` put between them."""
    runs: list[Run] = []
    for part in parts:
        runs += [words(between), part] if runs else [part]
    return tuple(runs)


def figure(value: Figure, options: ReportOptions) -> Text:
    """Return a figure in words: comparator, value, unit, as-of date."""
    runs = []
    if value.comparator is not Comparator.EXACT:
        runs.append(words(name_of(value.comparator) + " "))
    shown = format_date(value.value, options) if not value.unit else value.value
    runs.append(stored(format_digits(shown, options)))
    if value.unit:
        runs += [words(" "), stored(value.unit)]
    if value.as_of:
        runs += [words(" ("), words(tr("as of")), words(" ")]
        runs += [stored(format_date(value.as_of, options)), words(")")]
    return tuple(runs)


def comparison(result: Comparison, options: ReportOptions) -> Text:
    """Return how claimed and found figures stand to one another."""
    runs = [Run(_agreement(result.agreement), Role.STRONG)]
    if result.difference:
        amount = _amount(result.difference, options, in_days=result.in_days)
        runs += [words(" · "), words(tr("difference") + " "), Run(amount, Role.STORED)]
        if result.percent:
            percent = format_percent(abs(result.percent), options)
            runs += [words(" ("), Run(_sign(result.percent) + percent, Role.STORED), words(")")]
    if result.reason:
        runs += [words(" · "), muted(tr(result.reason))]
    return tuple(runs)


def _amount(difference: Decimal, options: ReportOptions, *, in_days: bool) -> str:
    shown = format_number(abs(difference), options)
    if in_days:
        shown = ntr("{n} day", "{n} days", int(abs(difference)), n=shown)
    return _sign(difference) + shown


def _sign(value: Decimal) -> str:
    return "+" if value > 0 else "\u2212"


def _agreement(agreement: Agreement) -> str:
    match agreement:
        case Agreement.AGREES:
            return tr("The figures agree")
        case Agreement.WITHIN_TOLERANCE:
            return tr("Within tolerance")
        case Agreement.DIFFERS:
            return tr("The figures differ")
        case Agreement.NOT_COMPARABLE:
            return tr("Not comparable")


def source(evidence: Evidence, options: ReportOptions) -> Text:
    """Return where a piece of evidence comes from, in one line."""
    parts = [stored(each) for each in (evidence.title, evidence.publisher, evidence.author) if each]
    if evidence.published:
        parts.append(stored(format_date(evidence.published, options)))
    if evidence.locator:
        parts.append(stored(evidence.locator))
    return joined(parts, tr(", "))
