"""Markdown (CommonMark) that means the same in every renderer.

Values are escaped so that they are never markup, addresses stand in angle brackets where they may
be opened and are kept from turning into links where they may not. Tables of four columns read badly
from right to left, so rows become lists. No isolates are written: plain text should stay plain.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from factcheck.reports import document as doc
from factcheck.reports.compose import compose
from factcheck.reports.model import Report
from factcheck.reports.printable import printable

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&@$^{}]|!(?=\[)|(?<=[A-Za-z]):(?=/)|(?<=www)\.)")
_LEADING = re.compile(r"(\s*)([-+=]|\d+(?=[.)]))")
_ANGLED = re.compile(r"[<>\s]")


def write(report: Report) -> bytes:
    """Return the report as Markdown in UTF-8."""
    composed = compose(report)
    parts = [_DRAWN[type(block)](block) for block in composed.flat()]
    return ("\n\n".join(part for part in parts if part) + "\n").encode("utf-8", "replace")


def escape(text: str) -> str:
    """Return `text`, without line breaks, so that Markdown shows it as it is."""
    return _SPECIAL.sub(r"\\\1", " ".join(printable(text).split()))


def _line(text: str) -> str:
    """Keep the beginning of a line from being a list, a heading or a rule."""
    match = _LEADING.match(text)
    if not match:
        return text
    mark = match.group(2)
    if mark.isdigit():
        return text[: match.end()] + "\\" + text[match.end() :]
    return text[: match.start(2)] + "\\" + text[match.start(2) :]


def _run(run: doc.Run) -> str:
    match run.role:
        case doc.Role.STRONG | doc.Role.BADGE:
            return f"**{escape(run.text)}**"
        case doc.Role.LINK if not _ANGLED.search(run.target):
            return f"<{run.target}>"
        case doc.Role.WORDS:
            return _SPECIAL.sub(r"\\\1", printable(run.text))
        case _:
            return escape(run.text)


def _text(text: doc.Text) -> str:
    return _line("".join(map(_run, text)).strip())


def _heading(heading: doc.Heading) -> str:
    return "#" * heading.level + " " + "".join(map(_run, heading.text)).strip()


def _paragraph(paragraph: doc.Paragraph) -> str:
    prefix = "> " if paragraph.style is doc.Style.QUOTE else ""
    return prefix + _text(paragraph.text)


def _facts(facts: doc.Facts) -> str:
    return "\n".join(f"- {escape(name)}: {''.join(map(_run, text))}" for name, text in facts.rows)


def _table(table: doc.Table) -> str:
    return "\n".join(
        "- " + " · ".join(
            f"{escape(name)}: {''.join(map(_run, cell))}"
            for name, cell in zip(table.head, row, strict=True)
        )
        for row in table.rows
    )  # fmt: skip


def _marked(paragraph: doc.MarkedParagraph) -> str:
    pieces = []
    for run in paragraph.runs:
        pieces.append(_SPECIAL.sub(r"\\\1", printable(run.text)))
        pieces += [f"\\[{mark.number}\\]" for mark in run.ends]
    return _line("".join(pieces).strip())


_DRAWN: Mapping[type, Callable[[Any], str]] = {
    doc.Heading: _heading,
    doc.Paragraph: _paragraph,
    doc.Facts: _facts,
    doc.Table: _table,
    doc.MarkedParagraph: _marked,
    doc.Drawing: lambda drawing: "" if drawing.is_told else _line(escape(drawing.description)),
    doc.Logo: lambda _: "",
}
