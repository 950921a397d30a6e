"""PDF by Typst: tagged, searchable in Arabic, the same bytes for the same report and time.

Turns the blocks into plain data for `resources/reports/report.typ`; foreign runs are isolated here
with Unicode isolates, which Typst honours.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from factcheck.domain.errors import N_, ExportError
from factcheck.reports import cancelling
from factcheck.reports import document as doc
from factcheck.reports.compose import compose
from factcheck.reports.model import Report
from factcheck.reports.printable import printable, safe_colour
from factcheck.reports.svg import draw
from factcheck.reports.typesetting import FONTS, draw_pages, typeset
from factcheck.runtime.i18n import speaking, tr
from factcheck.text.direction import is_rtl
from factcheck.text.isolation import isolate_address, isolate_address_parts, isolate_ltr_runs

MANY_CLAIMS = 2000
"""Above so many claims a PDF needs up to 2 GB of memory: ask first. It is then set in a lean way,
rows as lines and without links from place to place within it."""

_SHORT_ROW = 1200
_SHORT_SECTION = 900
_RIGHT_TO_LEFT, _LEFT_TO_RIGHT, _POP = "\u2067", "\u2066", "\u2069"
_PNG = b"\x89PNG\r\n\x1a\n"
_Data = dict[str, Any]


def write(report: Report) -> bytes:
    """Return the report as PDF/UA-1.

    Raises:
        ExportError: The logo is no PNG, or the PDF could not be made.
        StoppedError: It is not wanted any more.
    """
    return typeset(_data(report), _logo_of(report), int(report.made_at.timestamp()))


def pages(report: Report, ppi: float) -> list[bytes]:
    """Return the pages of the PDF as PNG, `ppi` pixels an inch.

    Raises:
        ExportError: The logo is no PNG, or the pages could not be drawn.
        StoppedError: They are not wanted any more.
    """
    return draw_pages(_data(report), _logo_of(report), ppi)


def _logo_of(report: Report) -> bytes:
    logo = report.options.logo
    if logo and not logo.startswith(_PNG):
        raise ExportError(N_("The logo is not a PNG picture. Choose another file."))
    return logo


def _data(report: Report) -> _Data:
    composed = compose(report)
    with speaking(report.options.language):
        page = tr("Page {page} of {pages}", page="\ue000", pages="\ue001")
    is_arabic = report.options.digits == "arabic" and composed.is_rtl
    return {
        "title": printable(composed.title),
        "author": printable(report.options.newsroom),
        "lang": composed.language,
        "rtl": composed.is_rtl,
        "footer": _stored(composed.footer),
        "page": page.replace("\ue001", "\ue000").split("\ue000"),
        "numbering": "١" if is_arabic else "1",
        "fonts": FONTS,
        "lean": len(report.claims) > MANY_CLAIMS,
        "blocks": _blocks(composed.blocks, composed),
    }


def _blocks(blocks: Iterable[doc.Block], composed: doc.Document) -> list[_Data]:
    drawn = []
    for block in blocks:
        cancelling.check()
        drawn.append(_DRAWN[type(block)](block, composed))
    return drawn


def _heading(heading: doc.Heading, composed: doc.Document) -> _Data:
    return {
        "t": "heading",
        "level": heading.level,
        "rtl": heading.is_rtl,
        "anchor": heading.anchor,
        "text": _text(heading.text, composed),
    }


def _paragraph(paragraph: doc.Paragraph, composed: doc.Document) -> _Data:
    return {
        "t": "paragraph",
        "rtl": paragraph.is_rtl,
        "style": paragraph.style.value,
        "text": _text(paragraph.text, composed),
    }


def _facts(facts: doc.Facts, composed: doc.Document) -> _Data:
    rows = [{"name": name, "text": _text(text, composed)} for name, text in facts.rows]
    return {"t": "facts", "rows": rows}


def _table(table: doc.Table, composed: doc.Document) -> _Data:
    rows = [
        {
            "short": max(_length(cell) for cell in row) < _SHORT_ROW,
            "cells": [_text(cell, composed) for cell in row],
        }
        for row in table.rows
    ]
    return {"t": "table", "head": table.head, "rows": rows, "widths": table.widths}


def _drawing(drawing: doc.Drawing, _: doc.Document) -> _Data:
    alt = printable(drawing.description)
    return {"t": "picture", "svg": draw(drawing.picture, alt), "alt": alt}


def _logo(logo: doc.Logo, _: doc.Document) -> _Data:
    return {"t": "logo", "alt": printable(logo.description)}


def _marked(paragraph: doc.MarkedParagraph, _: doc.Document) -> _Data:
    runs = []
    for run in paragraph.runs:
        shown = printable(run.text)
        if run.is_ltr:
            shown = isolate_address_parts(shown)
        drawn: _Data = {
            "s": _LEFT_TO_RIGHT * run.opens_ltr + shown + _POP * run.closes_ltr,
            "ends": [_mark(mark) for mark in run.ends],
        }
        if run.marks:
            drawn |= {"c": safe_colour(run.marks[-1].colour), "n": len(run.marks)}
        runs.append(drawn)
    return {"t": "marked", "rtl": paragraph.is_rtl, "runs": runs}


def _mark(mark: doc.Mark) -> _Data:
    return {"s": mark.number, "c": safe_colour(mark.colour), "u": mark.anchor}


def _section(section: doc.Section, composed: doc.Document) -> _Data:
    is_short = sum(map(_weight, section.blocks)) < _SHORT_SECTION
    return {"t": "section", "short": is_short, "blocks": _blocks(section.blocks, composed)}


_DRAWN: Mapping[type, Callable[[Any, doc.Document], _Data]] = {
    doc.Heading: _heading,
    doc.Paragraph: _paragraph,
    doc.Facts: _facts,
    doc.Table: _table,
    doc.Drawing: _drawing,
    doc.Logo: _logo,
    doc.MarkedParagraph: _marked,
    doc.Section: _section,
}


def _text(text: doc.Text, composed: doc.Document) -> list[_Data]:
    return [_run(run, composed) for run in text]


def _run(run: doc.Run, composed: doc.Document) -> _Data:
    drawn: _Data = {"t": run.role.value, "s": printable(run.text)}
    if run.role in (doc.Role.STORED, doc.Role.BADGE):
        drawn["s"] = _stored(run.text)
        rtl = is_rtl(run.text, default=composed.is_rtl)
        if rtl is not composed.is_rtl:
            drawn["d"] = "ar" if rtl else "en"
    if run.role is doc.Role.BADGE:
        drawn["c"] = safe_colour(run.colour)
    if run.role is doc.Role.LINK:
        drawn["s"] = isolate_address(drawn["s"])
    if run.target:
        drawn["u"] = run.target
    return drawn


def _stored(text: str) -> str:
    shown = printable(text)
    if is_rtl(text, default=False):
        return _RIGHT_TO_LEFT + isolate_ltr_runs(shown) + _POP
    return _LEFT_TO_RIGHT + shown + _POP


def _length(text: doc.Text) -> int:
    return sum(len(run.text) for run in text)


def _weight(block: doc.Block) -> int:
    """Return roughly how many letters of page a block takes."""
    match block:
        case doc.Heading() | doc.Paragraph():
            return 40 + _length(block.text)
        case doc.Facts():
            return sum(60 + _length(text) for _, text in block.rows)
        case _:
            return _SHORT_SECTION
