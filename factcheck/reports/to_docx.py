"""DOCX that Word and LibreOffice lay out rightly in Arabic and English, for further editing.

python-docx brings the package, the styles and a newsroom's own template; the body is written as
WordprocessingML by `factcheck.reports.docx_xml`, which python-docx cannot say.
"""

import io
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Emu
from lxml.etree import tostring

from factcheck.domain.errors import N_, ExportError
from factcheck.reports import cancelling, docx_style
from factcheck.reports import document as doc
from factcheck.reports import docx_xml as xml
from factcheck.reports.compose import compose
from factcheck.reports.docx_xml import Look
from factcheck.reports.model import Report
from factcheck.reports.printable import printable, safe_colour
from factcheck.reports.svg import draw
from factcheck.reports.typesetting import rasterise

_STYLES = {1: "Title", 2: "Heading1", 3: "Heading2"}
_MUTED, _LINK, _WHITE = "52606D", "1D5B79", "FFFFFF"
_SHORT_ROW = 1200
_SMALL, _LEAD = 18, 25
_PICTURE_WIDTH = Emu(int(165 / 25.4 * 914400))
_LOGO_HEIGHT = Emu(int(14 / 25.4 * 914400))


def write(report: Report) -> bytes:
    """Return the report as DOCX.

    Raises:
        ExportError: The newsroom's template or logo cannot be used.
        StoppedError: It is not wanted any more.
    """
    composed = compose(report)
    target = _opened(report.options.docx_template)
    if not report.options.docx_template:
        docx_style.dress(target)
    docx_style.set_page(target, composed, report)
    _Body(target, composed).fill()
    data = io.BytesIO()
    target.save(data)
    return data.getvalue()


def _opened(template: bytes) -> Any:  # noqa: ANN401 - python-docx
    if not template:
        return docx.Document()
    try:
        return docx.Document(io.BytesIO(template))
    except Exception as error:  # whatever the parts of a foreign package make it raise
        raise ExportError(
            N_("The template is no Word document that can be used. Choose another file.")
        ) from error


class _Body:
    """Writes the blocks into the body of a document."""

    def __init__(self, target: Any, composed: doc.Document) -> None:  # noqa: ANN401 - python-docx
        self._target, self._composed, self._rtl = target, composed, composed.is_rtl
        self._relations: dict[str, str] = {}
        self._bookmarks = 0
        drawings = [each for each in composed.flat() if isinstance(each, doc.Drawing)]
        pictures = rasterise([draw(each.picture, "") for each in drawings])
        self._pictures = dict(zip(map(id, drawings), pictures, strict=True))
        self._drawn: Mapping[type, Callable[[Any], str]] = {
            doc.Heading: self._heading,
            doc.Paragraph: self._paragraph,
            doc.Facts: self._facts,
            doc.Table: self._table,
            doc.MarkedParagraph: self._marked,
            doc.Drawing: self._picture,
            doc.Logo: self._picture,
        }

    def fill(self) -> None:
        """Replace the part as a whole; moving elements between trees takes quadratic time."""
        drawn = []
        for block in self._composed.flat():
            cancelling.check()
            drawn.append(self._drawn[type(block)](block))
        body = self._target.element.body
        drawn.append(tostring(body.sectPr, encoding="unicode"))
        self._target.part._element = docx_style.parse_document("".join(drawn))  # noqa: SLF001

    def _picture(self, block: doc.Drawing | doc.Logo) -> str:
        is_logo = isinstance(block, doc.Logo)
        data = block.data if isinstance(block, doc.Logo) else self._pictures[id(block)]
        paragraph = self._target.add_paragraph()
        size = {"height": _LOGO_HEIGHT} if is_logo else {"width": _PICTURE_WIDTH}
        try:
            shape = paragraph.add_run().add_picture(io.BytesIO(data), **size)
        except Exception as error:  # whatever the picture makes the library raise
            message = N_("The logo is not a PNG picture. Choose another file.")
            raise ExportError(message) from error
        shape._inline.docPr.set("descr", printable(block.description))  # noqa: SLF001 - alt text
        if self._rtl:
            properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001
            properties.append(docx_style.parse_body("<w:bidi/>")[0])
        return str(tostring(paragraph._p, encoding="unicode"))  # noqa: SLF001

    def _heading(self, heading: doc.Heading) -> str:
        inner = self._text(heading.text, rtl=heading.is_rtl)
        if heading.anchor:
            self._bookmarks += 1
            inner = xml.bookmark(heading.anchor, self._bookmarks, inner)
        return xml.paragraph(inner, _STYLES[heading.level], rtl=heading.is_rtl, keep=True)

    def _paragraph(self, paragraph: doc.Paragraph) -> str:
        sizes = {doc.Style.SMALL: _SMALL, doc.Style.LEAD: _LEAD}
        inner = self._text(paragraph.text, rtl=paragraph.is_rtl, size=sizes.get(paragraph.style, 0))
        indent = 340 if paragraph.style is doc.Style.QUOTE else 0
        return xml.paragraph(inner, rtl=paragraph.is_rtl, indent=indent)

    def _facts(self, facts: doc.Facts) -> str:
        rtl = self._rtl
        return "".join(
            xml.paragraph(
                xml.run(f"{name}: ", Look(colour=_MUTED), rtl=rtl) + self._text(text, rtl=rtl),
                rtl=rtl,
            )
            for name, text in facts.rows
        )

    def _table(self, table: doc.Table) -> str:
        rtl = self._rtl
        head = [
            xml.paragraph(xml.run(each, Look(bold=True), rtl=rtl), rtl=rtl) for each in table.head
        ]
        rows = [
            [xml.paragraph(self._text(cell, rtl=rtl), rtl=rtl) for cell in row]
            for row in table.rows
        ]
        short = [max(_length(cell) for cell in row) < _SHORT_ROW for row in table.rows]
        shares = sum(table.widths)
        widths = tuple(docx_style.TEXT_WIDTH * width // shares for width in table.widths)
        return xml.table([head, *rows], widths, [True, *short], rtl=rtl) + xml.paragraph(
            "", rtl=rtl
        )

    def _marked(self, paragraph: doc.MarkedParagraph) -> str:
        rtl, parts = paragraph.is_rtl, []
        for run in paragraph.runs:
            look = Look()
            if run.marks:
                colour = xml.hex_of(safe_colour(run.marks[-1].colour))
                look = Look(underline=colour, is_double=len(run.marks) > 1)
            if run.text:
                drawn = xml.address if run.is_ltr else partial(xml.run, rtl=rtl)
                parts.append(drawn(run.text, look))
            for mark in run.ends:
                raised = Look(
                    bold=True, colour=xml.hex_of(safe_colour(mark.colour)), is_raised=True
                )
                parts.append(xml.jump(mark.anchor, xml.note(f"[{mark.number}]", raised, rtl=rtl)))
        return xml.paragraph("".join(parts), rtl=rtl)

    def _text(self, text: Iterable[doc.Run], *, rtl: bool, size: int = 0) -> str:
        return "".join(self._run(run, rtl=rtl, size=size) for run in text if run.text)

    def _run(self, run: doc.Run, *, rtl: bool, size: int) -> str:
        match run.role:
            case doc.Role.STORED:
                return xml.stored(run.text, Look(size=size), within_rtl=rtl)
            case doc.Role.BADGE:
                fill = xml.hex_of(safe_colour(run.colour))
                look = Look(bold=True, colour=_WHITE, fill=fill, size=size)
                return xml.stored(f"\u00a0{run.text}\u00a0", look, within_rtl=rtl)
            case doc.Role.LINK:
                look = Look(colour=_LINK, underline=_LINK, size=size)
                shown = xml.address(run.text, look)
                return xml.link(self._relation(run.target), shown)
            case doc.Role.JUMP:
                return xml.jump(run.target, xml.run(run.text, Look(colour=_LINK), rtl=rtl))
            case _:
                colour = _MUTED if run.role is doc.Role.MUTED else ""
                bold = run.role is doc.Role.STRONG
                return xml.run(run.text, Look(bold=bold, colour=colour, size=size), rtl=rtl)

    def _relation(self, url: str) -> str:
        if url not in self._relations:
            # `relate_to` looks through all relations each time.
            relation = f"rIdLink{len(self._relations) + 1}"
            kind = RELATIONSHIP_TYPE.HYPERLINK
            self._target.part.load_rel(kind, url, relation, is_external=True)
            self._relations[url] = relation
        return self._relations[url]


def _length(text: doc.Text) -> int:
    return sum(len(run.text) for run in text)
