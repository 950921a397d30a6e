"""From a report to its document: one function for each kind of report."""

from collections.abc import Callable, Iterator, Mapping

from factcheck.domain.claim import ClaimKind
from factcheck.domain.errors import N_
from factcheck.domain.rating import Neutral
from factcheck.reports import parts, wording
from factcheck.reports.chronology import chronology
from factcheck.reports.claim_section import claim_section, heading
from factcheck.reports.document import Block, Document, Facts, Paragraph, Section, Style, Text
from factcheck.reports.model import DONE, Report, ReportClaim, ReportKind
from factcheck.runtime.i18n import speaking, tr

TITLES: Mapping[ReportKind, str] = {
    ReportKind.VERDICTS: N_("Verdict report"),
    ReportKind.CHECKING: N_("Checking copy"),
    ReportKind.CHECKED: N_("Checked copy"),
    ReportKind.QUERIES: N_("Query memo"),
}
"""What the kinds of report are called (msgids)."""

_FINE = frozenset({Neutral.TRUE, Neutral.NOT_RATED})


def compose(report: Report) -> Document:
    """Return the document of a report, in the language that its options ask for."""
    with speaking(report.options.language):
        title = tr(TITLES[report.options.kind])
        blocks = (*parts.front(report, title), *_COMPOSERS[report.options.kind](report))
        return Document(
            title=f"{title}: {report.article.title}",
            language=report.options.language,
            is_rtl=report.options.is_rtl,
            footer=report.options.newsroom or title,
            blocks=tuple(blocks),
        )


def _verdicts(report: Report) -> Iterator[Block]:
    yield from parts.summary(report)
    yield parts.heading(report, 2, tr("Verdicts"))
    yield parts.verdict_table(report)
    yield from chronology(report)
    yield from parts.article_text(report)
    yield parts.heading(report, 2, tr("Claim by claim"))
    yield from parts.no_claims(report, report.claims)
    for each in report.claims:
        yield claim_section(each, report.options, with_work=False)
    yield from parts.method(report)


def _checking(report: Report) -> Iterator[Block]:
    yield from parts.summary(report)
    yield from parts.article_text(report)
    yield parts.heading(report, 2, tr("Claim by claim"))
    yield from parts.no_claims(report, report.claims)
    for each in report.claims:
        yield claim_section(each, report.options, with_work=True)
    yield from parts.method(report)


def _checked(report: Report) -> Iterator[Block]:
    wrong = [each for each in report.claims if _must_change(each)]
    yield parts.heading(report, 2, tr("What must change"))
    yield from parts.no_claims(report, wrong)
    for each in wrong:
        yield _correction(each, report)


def _must_change(told: ReportClaim) -> bool:
    is_wrong = told.rating is not None and told.rating.neutral not in _FINE
    return is_wrong or bool(told.claim.new_wording.strip())


def _correction(told: ReportClaim, report: Report) -> Section:
    claim, options = told.claim, report.options
    rows: list[tuple[str, Text]] = [(tr("As written"), (wording.stored(claim.anchor.exact),))]
    if claim.found:
        rows.append((tr("Found"), wording.figure(claim.found, options)))
    blocks: list[Block] = [heading(told, options), Facts(tuple(rows))]
    blocks += wording.paragraphs_of(claim.rationale, options)
    if claim.new_wording.strip():
        blocks.append(Paragraph((wording.words(tr("New wording") + ":"),), options.is_rtl))
        blocks += wording.paragraphs_of(claim.new_wording, options, Style.QUOTE)
    else:
        blocks.append(_line(report, tr("New wording")))
    return Section(tuple(blocks))


def _queries(report: Report) -> Iterator[Block]:
    asked = [(each, list(_questions(each))) for each in report.claims]
    unanswered = [(each, questions) for each, questions in asked if questions]
    yield parts.heading(report, 2, tr("Open questions"))
    yield from parts.no_claims(report, (each for each, _ in unanswered))
    for told, questions in unanswered:
        blocks: list[Block] = [
            heading(told, report.options),
            *wording.paragraphs_of(told.claim.anchor.exact, report.options, Style.QUOTE),
            *(
                Paragraph((wording.words("• " + each),), report.options.is_rtl)
                for each in questions
            ),
            _line(report, tr("Answer")),
        ]
        yield Section(tuple(blocks))


def _questions(told: ReportClaim) -> Iterator[str]:
    """Return what the checker asks, and what the record does not say yet about the claim."""
    claim = told.claim
    if claim.question.strip():
        yield " ".join(claim.question.split())
    cannot_be_rated = told.rating is not None and told.rating.neutral is Neutral.NOT_RATED
    if claim.kind is ClaimKind.OPINION or cannot_be_rated:
        return
    if not told.evidence:
        yield tr("What is the source for this?")
    if not claim.claimant and claim.kind in (ClaimKind.QUOTE, ClaimKind.ATTRIBUTION):
        yield tr("Who said this, where and when?")
    if claim.claimed and not claim.found:
        yield tr("What is the right figure, and according to whom?")
    if told.rating is None and claim.state in DONE:
        yield tr("The claim is marked as checked but has no verdict. Which one is it?")
    elif told.rating and told.rating.neutral is Neutral.UNPROVEN:
        yield tr("No proof was found either way. Is there any material that we have not seen?")


def _line(report: Report, label: str) -> Paragraph:
    """Return a line to write on."""
    return Paragraph((wording.muted(f"{label}: " + "_" * 40),), report.options.is_rtl)


_COMPOSERS: dict[ReportKind, Callable[[Report], Iterator[Block]]] = {
    ReportKind.VERDICTS: _verdicts,
    ReportKind.CHECKING: _checking,
    ReportKind.CHECKED: _checked,
    ReportKind.QUERIES: _queries,
}
