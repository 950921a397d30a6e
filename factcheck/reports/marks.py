"""The article text cut into runs, each with the claims that cover it."""

from itertools import pairwise

from factcheck.domain.claim import Claim
from factcheck.reports.document import Mark, MarkedParagraph, MarkedRun
from factcheck.reports.model import Report, ReportClaim, ReportOptions
from factcheck.text.direction import is_rtl, paragraphs
from factcheck.text.display import format_digits

UNRATED = "#52606d"
"""Colour of claims that have no verdict yet."""


def anchor_of(claim: Claim) -> str:
    """Return the anchor of a claim's section; it stays the same as long as the claim lives."""
    return f"claim-{claim.id.hex[-12:]}"


def _mark(told: ReportClaim, options: ReportOptions) -> Mark:
    colour = told.rating.colour if told.rating else UNRATED
    number = format_digits(str(told.claim.number), options) if told.claim.number else "–"
    return Mark(told.claim.id, number, colour, anchor_of(told.claim))


def marked_text(report: Report) -> tuple[MarkedParagraph, ...]:
    """Return the paragraphs of the article that hold something, claims marked."""
    text = report.article.text
    runs = _runs(report)
    default = report.article.language.startswith("ar")
    marked = []
    at = 0
    for start, end in paragraphs(text):
        pieces: list[MarkedRun] = []
        while at < len(runs) and runs[at][0] < end:
            first, last, marks, ends = runs[at]
            closes = ends if last <= end else ()
            pieces.append(MarkedRun(text[max(first, start) : min(last, end)], marks, closes))
            if last > end:
                break
            at += 1
        shown = tuple(piece for piece in pieces if piece.text or piece.ends)
        if any(piece.text.strip() for piece in shown):
            marked.append(MarkedParagraph(shown, is_rtl(text[start:end], default=default)))
    return tuple(marked)


_Run = tuple[int, int, tuple[Mark, ...], tuple[Mark, ...]]


def _runs(report: Report) -> list[_Run]:
    """Sweep over all edges once; a run lies between two neighbouring edges."""
    text, claims = report.article.text, report.claims
    starts: dict[int, list[Mark]] = {}
    ends: dict[int, list[Mark]] = {}
    for told in sorted(claims, key=lambda told: told.claim.number):
        anchor = told.claim.anchor
        if 0 <= anchor.start < anchor.end <= len(text):
            starts.setdefault(anchor.start, []).append(_mark(told, report.options))
            ends.setdefault(anchor.end, []).append(_mark(told, report.options))
    edges = sorted({0, len(text), *starts, *ends})
    active: list[Mark] = []
    runs: list[_Run] = []
    for first, last in pairwise(edges):
        gone = set(ends.get(first, ()))
        active = [mark for mark in active if mark not in gone] + starts.get(first, [])
        runs.append((first, last, tuple(active), tuple(ends.get(last, ()))))
    return runs
