"""Parts that several kinds of report share: title, summary, tables, method."""

from collections.abc import Iterable

from factcheck.reports import wording
from factcheck.reports.document import (
    Block,
    Drawing,
    Facts,
    Heading,
    Logo,
    Paragraph,
    Role,
    Run,
    Style,
    Table,
    Text,
)
from factcheck.reports.marks import UNRATED, anchor_of, marked_text
from factcheck.reports.model import Report, ReportClaim
from factcheck.reports.pictures import ACCENT, PALE, Share, distribution, stacked
from factcheck.runtime.i18n import ntr, tr
from factcheck.text.display import format_date, format_digits, format_percent
from factcheck.text.naming import name_of

_WORKING = "#8a94a0"


def front(report: Report, title: str) -> list[Block]:
    """Return logo, title and the facts of the article."""
    article, options = report.article, report.options
    blocks: list[Block] = []
    if options.logo:
        blocks.append(Logo(options.logo, options.newsroom or tr("Logo of the newsroom")))
    blocks.append(
        Heading(1, (wording.words(title + ": "), wording.stored(article.title)), options.is_rtl)
    )
    rows: list[tuple[str, Text]] = [
        (label, (wording.stored(value),))
        for label, value in (
            (tr("Newsroom"), options.newsroom),
            (tr("Outlet"), article.outlet),
            (tr("Author"), article.author),
            (tr("Published"), format_date(article.published, options)),
        )
        if value
    ]
    if article.url:
        rows.append((tr("Address"), (wording.address(article.url),)))
    rows.append((tr("Report made"), (wording.stored(wording.moment(report.made_at, options)),)))
    names = sorted({each.reviewer for each in report.claims if each.reviewer})
    if names:
        rows.append((tr("Checked by"), wording.joined(map(wording.stored, names), tr(", "))))
    return [*blocks, Facts(tuple(rows))]


def summary(report: Report) -> list[Block]:
    """Return the overall rating, the counts with their pictures, and the coverage."""
    options = report.options
    blocks: list[Block] = [heading(report, 2, tr("Summary"))]
    if report.overall:
        runs = [wording.words(tr("The article as a whole") + ": ")]
        runs.append(wording.badge(report.overall.rating, options))
        if report.overall.is_proposed:
            runs += [wording.words(" "), wording.muted(tr("proposed from its claims"))]
        blocks.append(Paragraph(tuple(runs), options.is_rtl, Style.LEAD))
        blocks += wording.paragraphs_of(report.overall.reason, options)
    blocks.append(Paragraph((wording.words(_counted(report)),), options.is_rtl))
    if report.claims:
        shares = verdict_shares(report)
        described = tr(", ").join(f"{share.name}: {share.shown}" for share in shares)
        blocks.append(Drawing(distribution(shares, rtl=options.is_rtl), described))
        blocks.append(
            Drawing(
                stacked(progress_shares(report), rtl=options.is_rtl), _done(report), is_told=True
            )
        )
        blocks.append(Paragraph((wording.words(_done(report)),), options.is_rtl, Style.SMALL))
    if report.coverage.checkable:
        blocks.append(Paragraph((wording.words(_covered(report)),), options.is_rtl, Style.SMALL))
    return blocks


def verdict_shares(report: Report) -> list[Share]:
    """Return how many claims have which verdict, in the order of the scale."""
    return [
        Share(
            f"{rating.glyph} {rating.name(report.options.language)}"
            if rating
            else tr("No verdict yet"),
            count,
            rating.colour if rating else UNRATED,
            format_digits(str(count), report.options),
        )
        for rating, count in report.by_rating().items()
    ]


def progress_shares(report: Report) -> list[Share]:
    """Return how many claims are done, in work and untouched."""
    done, working, untouched = report.by_progress()
    return [
        Share(tr("Checked"), done, ACCENT),
        Share(tr("Being checked"), working, _WORKING),
        Share(tr("To check"), untouched, PALE),
    ]


def verdict_table(report: Report) -> Table:
    """Return the table of all claims: number, words, kind, verdict."""
    rows = tuple(_row(each, report) for each in report.claims)
    head = (tr("No."), tr("Claim"), tr("Kind"), tr("Verdict"))
    return Table(head, rows, (9, 51, 17, 23))


def _row(told: ReportClaim, report: Report) -> tuple[Text, ...]:
    claim, options = told.claim, report.options
    number = format_digits(str(claim.number), options) if claim.number else "–"
    shown = claim.statement or claim.anchor.exact
    return (
        (Run(number, Role.JUMP, anchor_of(claim)),),
        (wording.stored(shown),),
        (wording.words(name_of(claim.kind)),),
        (wording.badge(told.rating, options),),
    )


def article_text(report: Report) -> list[Block]:
    """Return the article with its claims marked and numbered."""
    return [heading(report, 2, tr("The article with its claims")), *marked_text(report)]


def method(report: Report) -> list[Block]:
    """Return how the work was done, and the scale with all its ratings that are in use."""
    options = report.options
    blocks: list[Block] = [
        heading(report, 2, tr("Method and scale")),
        Paragraph(
            (
                wording.words(
                    tr(
                        "Every checkable statement of the article is a claim of its own. A claim is"
                        " judged by its exact words, on the evidence listed with it; figures are"
                        " compared at the precision in which they were claimed."
                    )
                ),
            ),
            options.is_rtl,
        ),
    ]
    if report.scale:
        name = report.scale.name(options.language)
        runs = (wording.words(tr("Rating scale") + ": "), wording.stored(name))
        blocks.append(Paragraph(runs, options.is_rtl))
        used = {each.rating for each in report.claims}
        rows = tuple(
            (
                (wording.badge(rating, options),),
                (
                    wording.words(
                        "–" if rating.value is None else format_digits(str(rating.value), options)
                    ),
                ),
            )
            for rating in report.scale.ratings
            if not rating.is_retired or rating in used
        )
        blocks.append(Table((tr("Verdict"), tr("Number")), rows, (70, 30)))
    return blocks


def heading(report: Report, level: int, text: str) -> Heading:
    """Return a heading in the words of the report."""
    return Heading(level, (wording.words(text),), report.options.is_rtl)


def no_claims(report: Report, claims: Iterable[ReportClaim]) -> list[Block]:
    """Return a sentence where there is nothing to tell."""
    if any(True for _ in claims):
        return []
    nothing = tr("There are no such claims in this article.")
    return [Paragraph((wording.words(nothing),), report.options.is_rtl)]


def _counted(report: Report) -> str:
    count = len(report.claims)
    shown = format_digits(str(count), report.options)
    return ntr("{n} claim in this report.", "{n} claims in this report.", count, n=shown)


def _done(report: Report) -> str:
    done = report.by_progress()[0]
    return tr(
        "Checked: {done} of {total}.",
        done=_shown(done, report),
        total=_shown(len(report.claims), report),
    )


def _covered(report: Report) -> str:
    share = format_percent(round(100 * report.coverage.share), report.options)
    return tr(
        "Coverage: {covered} of {checkable} checkable sentences were dealt with ({share}).",
        covered=_shown(report.coverage.covered, report),
        checkable=_shown(report.coverage.checkable, report),
        share=share,
    )


def _shown(value: int, report: Report) -> str:
    return format_digits(str(value), report.options)
