"""One claim as a section of a report: its words, verdict, reasons and evidence."""

from collections.abc import Iterator

from factcheck.domain.evidence import Evidence
from factcheck.domain.revision import Revision
from factcheck.reports import wording
from factcheck.reports.document import (
    Block,
    Facts,
    Heading,
    Paragraph,
    Role,
    Run,
    Section,
    Style,
    Text,
)
from factcheck.reports.marks import anchor_of
from factcheck.reports.model import ReportClaim, ReportOptions
from factcheck.runtime.i18n import tr
from factcheck.text.actions import action_name, field_name
from factcheck.text.direction import is_rtl
from factcheck.text.display import format_date, format_digits
from factcheck.text.naming import name_of

_LONGEST_HEADING = 90


def claim_section(told: ReportClaim, options: ReportOptions, *, with_work: bool) -> Section:
    """Return the section of a claim; `with_work` adds state, notes where wanted, and history."""
    claim = told.claim
    blocks: list[Block] = [
        heading(told, options),
        *wording.paragraphs_of(claim.anchor.exact, options, Style.QUOTE),
    ]
    if claim.statement and claim.statement != claim.anchor.exact:
        blocks += wording.paragraphs_of(claim.statement, options)
    blocks.append(Facts(tuple(_facts(told, options, with_work=with_work))))
    blocks += _titled(tr("Why this verdict"), claim.rationale, options)
    if with_work:
        blocks += _titled(tr("New wording"), claim.new_wording, options)
        blocks += _titled(tr("Question"), claim.question, options)
    if told.evidence:
        blocks.append(_label(tr("Evidence"), options))
        for number, each in enumerate(told.evidence, 1):
            blocks += _evidence(number, each, options)
    if claim.note and options.with_notes:
        blocks.append(_label(tr("Private note"), options))
        blocks += wording.paragraphs_of(claim.note, options, Style.SMALL)
    if with_work and told.history:
        blocks.append(_label(tr("History"), options))
        blocks += [_revision(each, options) for each in told.history]
    return Section(tuple(blocks))


def _titled(title: str, text: str, options: ReportOptions) -> list[Block]:
    """Return a text of the checker below its title; nothing where there is no text."""
    if not text:
        return []
    return [_label(title, options), *wording.paragraphs_of(text, options)]


def heading(told: ReportClaim, options: ReportOptions) -> Heading:
    """Return the heading of a claim: number, verdict, first words."""
    claim = told.claim
    short = " ".join(claim.anchor.exact.split())
    if len(short) > _LONGEST_HEADING:
        short = short[:_LONGEST_HEADING].rsplit(" ", 1)[0] + "…"
    number = format_digits(str(claim.number), options) + ". " if claim.number else ""
    text = (wording.words(number), wording.badge(told.rating, options), wording.words(" "))
    return Heading(3, (*text, wording.stored(short)), options.is_rtl, anchor_of(claim))


def _facts(
    told: ReportClaim, options: ReportOptions, *, with_work: bool
) -> Iterator[tuple[str, Text]]:
    claim = told.claim
    yield tr("Kind"), (wording.words(name_of(claim.kind)),)
    if claim.claimant:
        yield tr("Claimant"), (wording.stored(claim.claimant),)
    said = [format_date(claim.said_on, options)] if claim.said_on else []
    said += [claim.said_where] if claim.said_where else []
    if said:
        yield tr("Said"), wording.joined(map(wording.stored, said), tr(", "))
    if claim.claimed:
        yield tr("Claimed"), wording.figure(claim.claimed, options)
    if claim.found:
        yield tr("Found"), wording.figure(claim.found, options)
    if told.comparison:
        yield tr("Compared"), wording.comparison(told.comparison, options)
    if with_work:
        yield tr("Work state"), (wording.words(name_of(claim.state)),)
        yield tr("Priority"), (wording.words(name_of(claim.priority)),)
    if told.reviewer:
        yield tr("Checked by"), (wording.stored(told.reviewer),)


def _label(text: str, options: ReportOptions) -> Paragraph:
    return Paragraph((Run(text, Role.STRONG),), options.is_rtl)


def _evidence(number: int, evidence: Evidence, options: ReportOptions) -> Iterator[Paragraph]:
    head: list[Run] = [
        wording.words(format_digits(f"({number}) ", options)),
        Run(name_of(evidence.stance), Role.STRONG),
        wording.words(" · "),
        wording.words(name_of(evidence.source_class)),
    ]
    source = wording.source(evidence, options)
    if source:
        head += [wording.words(" · "), *source]
    yield Paragraph(tuple(head), options.is_rtl)
    yield from wording.paragraphs_of(evidence.quote, options, Style.QUOTE)
    links: list[Run] = []
    if evidence.url:
        links.append(wording.address(evidence.url))
    if evidence.archive_url:
        links += [wording.words((" · " if links else "") + tr("Archived copy") + ": ")]
        links.append(wording.address(evidence.archive_url))
    accessed = wording.moment(evidence.accessed, options)
    links.append(wording.muted((" · " if links else "") + tr("Read on") + " "))
    yield Paragraph((*links, wording.stored(accessed)), options.is_rtl, Style.SMALL)


def _revision(revision: Revision, options: ReportOptions) -> Paragraph:
    runs: list[Run] = [wording.stored(wording.moment(revision.at, options))]
    if options.with_names and revision.actor:
        runs += [wording.words(" · "), wording.stored(revision.actor)]
    runs += [wording.words(" · "), wording.words(action_name(revision.action, revision.kind))]
    if revision.field != "*":
        runs += [wording.words(" · "), wording.words(field_name(revision.field))]
        runs += [wording.words(": "), wording.stored(revision.old or "–")]
        runs += [wording.words(" ← " if options.is_rtl else " → ")]
        runs += [wording.stored(revision.new or "–")]
    return Paragraph(tuple(runs), is_rtl("", default=options.is_rtl), Style.SMALL)
