"""One HTML file that works everywhere and loads nothing.

The content security policy allows no script and no connection; every value is escaped; only
addresses that may be opened are links. Values and foreign runs are isolated with `bdi`.
"""

import base64
from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import Any

from factcheck.reports import document as doc
from factcheck.reports.compose import compose
from factcheck.reports.html_style import STYLE
from factcheck.reports.model import Report
from factcheck.reports.printable import printable, safe_colour
from factcheck.reports.svg import draw
from factcheck.reports.to_claimreview import scripts
from factcheck.text.direction import is_rtl
from factcheck.text.isolation import split_address, split_ltr_runs

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'"


def write(report: Report) -> bytes:
    """Return the report as one HTML file in UTF-8.

    Raises:
        ExportError: ClaimReview was asked for and something blocks it.
    """
    composed = compose(report)
    page = _Page()
    body = "\n".join(map(page.block, composed.blocks))
    direction = "rtl" if composed.is_rtl else "ltr"
    markup = ""
    if report.options.with_claimreview:
        markup = "".join(
            f'<script type="application/ld+json">{each}</script>\n' for each in scripts(report)
        )
    head = (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"<title>{_escaped(composed.title)}</title>"
        f"<style>{STYLE}{page.colour_rules()}</style>"
    )
    html = (
        f'<!DOCTYPE html>\n<html lang="{escape(composed.language)}" dir="{direction}">\n'
        f"<head>{head}</head>\n<body>\n<main>\n{body}\n</main>\n"
        f"<footer>{_stored(composed.footer)}</footer>\n{markup}</body>\n</html>\n"
    )
    return html.encode("utf-8", "replace")


class _Page:
    """Draws blocks and remembers which colours they used."""

    def __init__(self) -> None:
        self._colours: dict[str, str] = {}
        self._drawn: Mapping[type, Callable[[Any], str]] = {
            doc.Heading: self._heading,
            doc.Paragraph: self._paragraph,
            doc.Facts: self._facts,
            doc.Table: self._table,
            doc.Drawing: _drawing,
            doc.Logo: _logo,
            doc.MarkedParagraph: self._marked,
            doc.Section: self._section,
        }

    def block(self, block: doc.Block) -> str:
        return self._drawn[type(block)](block)

    def colour_rules(self) -> str:
        return "".join(
            f".{name}{{text-decoration-color:{colour}}}.b{name}{{background:{colour}}}\n"
            for colour, name in self._colours.items()
        )

    def _class(self, colour: str) -> str:
        return self._colours.setdefault(safe_colour(colour), f"c{len(self._colours)}")

    def _section(self, section: doc.Section) -> str:
        return "<section>\n" + "\n".join(map(self.block, section.blocks)) + "\n</section>"

    def _heading(self, heading: doc.Heading) -> str:
        anchor = f' id="{escape(heading.anchor)}"' if heading.anchor else ""
        tag = f"h{heading.level}"
        return f"<{tag}{anchor}{_direction(heading.is_rtl)}>{self._text(heading.text)}</{tag}>"

    def _paragraph(self, paragraph: doc.Paragraph) -> str:
        inner = self._text(paragraph.text)
        direction = _direction(paragraph.is_rtl)
        if paragraph.style is doc.Style.QUOTE:
            return f"<blockquote{direction}><p>{inner}</p></blockquote>"
        named = paragraph.style is not doc.Style.NORMAL
        style = f' class="{paragraph.style.value}"' if named else ""
        return f"<p{style}{direction}>{inner}</p>"

    def _facts(self, facts: doc.Facts) -> str:
        rows = (f"<dt>{_escaped(n)}</dt><dd>{self._text(v)}</dd>" for n, v in facts.rows)
        return f"<dl>{''.join(rows)}</dl>"

    def _table(self, table: doc.Table) -> str:
        head = "".join(f'<th scope="col">{_escaped(cell)}</th>' for cell in table.head)
        rows = "\n".join(
            "<tr>" + "".join(f"<td>{self._text(cell)}</td>" for cell in row) + "</tr>"
            for row in table.rows
        )
        return f"<table><thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>"

    def _marked(self, paragraph: doc.MarkedParagraph) -> str:
        inner = "".join(map(self._marked_run, paragraph.runs))
        return f'<div class="article"><p{_direction(paragraph.is_rtl)}>{inner}</p></div>'

    def _marked_run(self, run: doc.MarkedRun) -> str:
        inner = _address_parts(run.text) if run.is_ltr else _escaped(run.text)
        if run.marks:
            overlap = " m2" if len(run.marks) > 1 else ""
            inner = f'<span class="m {self._class(run.marks[-1].colour)}{overlap}">{inner}</span>'
        opening = '<bdi dir="ltr">' if run.opens_ltr else ""
        closing = "</bdi>" if run.closes_ltr else ""
        return opening + inner + closing + "".join(map(self._number, run.ends))

    def _number(self, mark: doc.Mark) -> str:
        return (
            f'<sup><a class="b{self._class(mark.colour)}" href="#{escape(mark.anchor)}">'
            f"{_escaped(mark.number)}</a></sup>"
        )

    def _text(self, text: Iterable[doc.Run]) -> str:
        return "".join(map(self._run, text))

    def _run(self, run: doc.Run) -> str:
        if run.role is doc.Role.BADGE:
            return f'<span class="badge b{self._class(run.colour)}">{_stored(run.text)}</span>'
        return _RUNS[run.role](run)


def _escaped(text: str) -> str:
    return escape(printable(text))


def _direction(rtl: bool) -> str:  # noqa: FBT001 - reads as its attribute
    return ' dir="rtl"' if rtl else ' dir="ltr"'


def _stored(text: str) -> str:
    """Return a value of the record, isolated and in its own direction."""
    direction = "rtl" if is_rtl(text, default=False) else "ltr"
    return f'<bdi dir="{direction}">{_isolated(text)}</bdi>'


def _isolated(text: str) -> str:
    if not is_rtl(text, default=False):
        return _escaped(text)
    return "".join(
        _address(piece) if is_run else _escaped(piece) for is_run, piece in split_ltr_runs(text)
    )


def _link(run: doc.Run) -> str:
    shown = _address(run.text)
    return f'<a href="{escape(run.target)}" rel="noopener noreferrer nofollow">{shown}</a>'


_RUNS: Mapping[doc.Role, Callable[[doc.Run], str]] = {
    doc.Role.WORDS: lambda run: _escaped(run.text),
    doc.Role.STORED: lambda run: _stored(run.text),
    doc.Role.STRONG: lambda run: f"<strong>{_escaped(run.text)}</strong>",
    doc.Role.MUTED: lambda run: f'<span class="muted">{_escaped(run.text)}</span>',
    doc.Role.LINK: _link,
    doc.Role.JUMP: lambda run: f'<a href="#{escape(run.target)}">{_escaped(run.text)}</a>',
}


def _address(text: str) -> str:
    """Return a left-to-right run; right-to-left parts of an address keep their place in it."""
    return f'<bdi dir="ltr">{_address_parts(text)}</bdi>'


def _address_parts(text: str) -> str:
    return "".join(
        f"<bdi>{_escaped(piece)}</bdi>" if rtl else _escaped(piece)
        for rtl, piece in split_address(text)
    )


def _drawing(drawing: doc.Drawing) -> str:
    svg = draw(drawing.picture, printable(drawing.description))
    return f'<figure dir="ltr">{svg}</figure>'


def _logo(logo: doc.Logo) -> str:
    data = base64.b64encode(logo.data).decode("ascii")
    alt = _escaped(logo.description)
    return f'<p><img class="logo" alt="{alt}" src="data:image/png;base64,{data}"></p>'
