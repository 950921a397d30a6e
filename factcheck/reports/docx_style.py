"""Styles, page and properties of a DOCX report: what python-docx lacks for Arabic."""

from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from factcheck.reports import docx_xml as xml
from factcheck.reports.document import Document as Composed
from factcheck.reports.docx_fonts import FONT, embed
from factcheck.reports.model import Report
from factcheck.reports.printable import printable
from factcheck.runtime.i18n import speaking, tr

TEXT_WIDTH = 9638
"""Width between the margins, in twips."""

_STYLES = (
    ("Normal", 11, False),
    ("Title", 20, True),
    ("Heading 1", 15, True),
    ("Heading 2", 12, True),
    ("Header", 9, False),
    ("Footer", 9, False),
)


def dress(target: Document) -> None:
    """Give the plain template our fonts; a newsroom's own template is left as it is."""
    spacing = target.styles["Normal"].paragraph_format
    spacing.space_after, spacing.line_spacing = Pt(3), 1.0
    embed(target)
    zoom: Any = target.settings.element.find(qn("w:zoom"))
    zoom.addnext(_element("w:embedTrueTypeFonts"))
    for name, size, bold in _STYLES:
        style: Any = target.styles[name]
        style.font.size, style.font.bold = Pt(size), bold
        properties = style.element.get_or_add_rPr()
        # Letter spacing tears Arabic letters apart, and theme fonts would win over ours.
        for tag in ("w:spacing", "w:kern", "w:rFonts", "w:color", "w:lang", "w:szCs", "w:bCs"):
            for element in properties.findall(qn(tag)):
                properties.remove(element)
        fonts = dict.fromkeys(("ascii", "hAnsi", "cs"), FONT)
        properties.insert(0, _element("w:rFonts", **fonts))
        properties.find(qn("w:sz")).addnext(_element("w:szCs", val=str(size * 2)))
        properties.find(qn("w:b")).addnext(_element("w:bCs", val=str(int(bold))))
        properties.append(_element("w:lang", bidi="ar-SA"))


def set_page(target: Document, composed: Composed, report: Report) -> None:
    """Set paper, direction, running foot with page numbers, and the document's properties."""
    section = target.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(20)
    if composed.is_rtl:
        section._sectPr.append(_element("w:bidi"))  # noqa: SLF001 - no public way
    foot = section.footer.paragraphs[0]
    foot._p.getparent().replace(foot._p, parse_body(_foot(composed, report))[0])  # noqa: SLF001
    properties = target.core_properties
    properties.title = printable(composed.title)[:255]
    properties.author = printable(report.options.newsroom)[:255]
    properties.last_modified_by, properties.comments = "", ""
    properties.language = composed.language
    properties.created = properties.modified = report.made_at.replace(tzinfo=None)


def _foot(composed: Composed, report: Report) -> str:
    rtl = composed.is_rtl
    with speaking(report.options.language):
        page = tr("Page {page} of {pages}", page="\ue000", pages="\ue001")
    before, between, after = page.replace("\ue001", "\ue000").split("\ue000")
    inner = xml.stored(composed.footer, within_rtl=rtl) + xml.run(f" · {before}", rtl=rtl)
    inner += xml.field("PAGE", rtl=rtl) + xml.run(between, rtl=rtl)
    inner += xml.field("NUMPAGES", rtl=rtl) + (xml.run(after, rtl=rtl) if after else "")
    return xml.paragraph(inner, "Footer", rtl=rtl)


def parse_document(content: str) -> Any:  # noqa: ANN401 - lxml
    """Return the root of a document with this body."""
    return parse_xml(f"<w:document {xml.NAMESPACES}><w:body>{content}</w:body></w:document>")


def parse_body(content: str) -> Any:  # noqa: ANN401 - lxml
    """Return a body element that holds the elements of a piece of WordprocessingML."""
    return parse_xml(f"<w:body {xml.NAMESPACES}>{content}</w:body>")


def _element(tag: str, **attributes: str) -> Any:  # noqa: ANN401 - lxml
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element
