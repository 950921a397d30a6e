"""The article text cut into runs, each with the claims that cover it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from factcheck.domain.claim import Claim
from factcheck.reports.document import Mark, MarkedParagraph, MarkedRun
from factcheck.reports.model import Report, ReportClaim, ReportOptions
from factcheck.text.direction import is_rtl, paragraphs
from factcheck.text.display import format_digits
from factcheck.text.isolation import ltr_runs

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
        pieces: list[_Run] = []
        while at < len(runs) and runs[at][0] < end:
            first, last, marks, ends = runs[at]
            closes = ends if last <= end else ()
            if first < end and (last > start or closes):
                pieces.append((max(first, start), min(last, end), marks, closes))
            if last > end:
                break
            at += 1
        if text[start:end].strip():
            rtl = is_rtl(text[start:end], default=default)
            marked.append(MarkedParagraph(tuple(_directed(text, start, end, pieces, rtl=rtl)), rtl))
    return tuple(marked)


def _directed(
    text: str, start: int, end: int, pieces: list["_Run"], *, rtl: bool
) -> Iterator[MarkedRun]:
    """Cut pieces at the edges of left-to-right runs, which reach over the edges of claims."""
    runs = [(start + a, start + b) for a, b in ltr_runs(text[start:end])] if rtl else []
    edges = sorted({edge for run in runs for edge in run})
    inside = dict(runs)
    closing = 0
    for first, last, marks, ends in pieces:
        cuts = edges[bisect_right(edges, first) : bisect_left(edges, last)]
        for one, other in pairwise([first, *cuts, last]):
            closing = inside.get(one, closing)
            yield MarkedRun(
                text[one:other],
                marks,
                ends if other == last else (),
                is_ltr=one < closing,
                opens_ltr=one in inside,
                closes_ltr=one < closing == other,
            )


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
