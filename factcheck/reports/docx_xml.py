"""WordprocessingML for paragraphs and runs of both directions, as text.

What Word and LibreOffice need to lay Arabic out rightly, in one place: `w:bidi` on the paragraph,
`w:rtl` with complex-script weight on the run, and left-to-right marks (U+200E) at the edges of
left-to-right runs that begin or end with a digit or a sign. The order of properties is that of the
schema; Word refuses files that do not keep it.
"""

import re
from dataclasses import dataclass
from html import escape

from factcheck.reports.printable import printable
from factcheck.text.direction import is_rtl
from factcheck.text.isolation import split_address, split_ltr_runs

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_LTR_MARK, _RTL_MARK = "\u200e", "\u200f"
_LTR_EMBEDDING, _POP = "\u202a", "\u202c"


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks. Colours are `rrggbb`; `size` is in half points, 0 for that of the style."""

    bold: bool = False
    colour: str = ""
    fill: str = ""
    underline: str = ""
    is_double: bool = False
    is_raised: bool = False
    size: int = 0


PLAIN = Look()


def hex_of(colour: str) -> str:
    """Return `#b3261e` as WordprocessingML writes it."""
    return colour.lstrip("#").upper()


def run(text: str, look: Look = PLAIN, *, rtl: bool) -> str:
    """Return one run of one direction."""
    return _raw_run(printable(text), look, rtl=rtl)


def _raw_run(text: str, look: Look, *, rtl: bool) -> str:
    properties = _properties(look, rtl=rtl)
    shown = escape(text, quote=False)
    return f'<w:r>{properties}<w:t xml:space="preserve">{shown}</w:t></w:r>'


def _properties(look: Look, *, rtl: bool) -> str:
    parts = ["<w:b/><w:bCs/>"] if look.bold else []
    if look.colour:
        parts.append(f'<w:color w:val="{look.colour}"/>')
    if look.size:
        parts.append(f'<w:sz w:val="{look.size}"/><w:szCs w:val="{look.size}"/>')
    if look.underline:
        kind = "double" if look.is_double else "single"
        parts.append(f'<w:u w:val="{kind}" w:color="{look.underline}"/>')
    if look.fill:
        parts.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{look.fill}"/>')
    if look.is_raised:
        parts.append('<w:vertAlign w:val="superscript"/>')
    if rtl:
        parts.append("<w:rtl/>")
    return f"<w:rPr>{''.join(parts)}</w:rPr>" if parts else ""


def mixed(text: str, look: Look = PLAIN, *, rtl: bool) -> str:
    """Return text of a paragraph that runs to the left where `rtl`, its other runs marked."""
    if not rtl:
        return run(text, look, rtl=False)
    return "".join(
        address(piece, look) if is_run else run(piece, look, rtl=True)
        for is_run, piece in split_ltr_runs(text)
    )


def stored(text: str, look: Look = PLAIN, *, within_rtl: bool) -> str:
    """Return a value of the record within a paragraph of the report's direction."""
    rtl = is_rtl(text, default=within_rtl)
    if rtl == within_rtl:
        return mixed(text, look, rtl=rtl)
    return run(_fenced(text, _RTL_MARK if rtl else _LTR_MARK), look, rtl=rtl)


def address(text: str, look: Look = PLAIN) -> str:
    """Return a web address, left to right as a whole, right-to-left parts of it in their place.

    By embedding characters: LibreOffice does not heed `w:dir`, and Word knows no isolates.
    """
    pieces = list(split_address(text))
    if not any(rtl for rtl, _ in pieces):
        return run(_fenced(text, _LTR_MARK), look, rtl=False)
    inner = "".join(
        _raw_run(("" if rtl else _LTR_MARK) + printable(piece), look, rtl=rtl)
        for rtl, piece in pieces
    )
    opening, closing = (_raw_run(each, PLAIN, rtl=False) for each in (_LTR_EMBEDDING, _POP))
    return opening + inner + closing


def note(text: str, look: Look, *, rtl: bool) -> str:
    """Return a number behind a word, which stays behind it whatever the word's direction."""
    mark = _RTL_MARK if rtl else _LTR_MARK
    return _raw_run(f"{mark}{text}{mark}", look, rtl=rtl)


def _fenced(text: str, mark: str) -> str:
    """Put a mark beside an edge that is no letter; beside a letter it would open a line break."""
    before = "" if text[:1].isalpha() else mark
    after = "" if text[-1:].isalpha() else mark
    return f"{before}{text}{after}"


def paragraph(
    inner: str, style: str = "", *, rtl: bool, keep: bool = False, indent: int = 0
) -> str:
    """Return a paragraph; `keep` holds it together with the next one, `indent` is in twips."""
    parts = [f'<w:pStyle w:val="{style}"/>'] if style else []
    parts += ["<w:keepNext/>"] if keep else []
    parts += ["<w:bidi/>"] if rtl else []
    parts += [f'<w:ind w:left="{indent}" w:right="{indent}"/>'] if indent else []
    properties = f"<w:pPr>{''.join(parts)}</w:pPr>" if parts else ""
    return f"<w:p>{properties}{inner}</w:p>"


def bookmark(name: str, number: int, inner: str) -> str:
    """Return runs under a bookmark that links within the document can reach."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{bookmark_name(name)}"/>'
    return f'{start}{inner}<w:bookmarkEnd w:id="{number}"/>'


def bookmark_name(anchor: str) -> str:
    """Return an anchor as a name that Word allows: letters, digits and underscores."""
    return re.sub(r"\W", "_", anchor)[:40]


def jump(anchor: str, inner: str) -> str:
    """Return runs that lead to a bookmark."""
    return f'<w:hyperlink w:anchor="{bookmark_name(anchor)}">{inner}</w:hyperlink>'


def link(relation: str, inner: str) -> str:
    """Return runs that lead to the address behind a relation of the document."""
    return f'<w:hyperlink r:id="{relation}">{inner}</w:hyperlink>'


def field(name: str, *, rtl: bool) -> str:
    """Return a field such as PAGE that Word fills in."""
    look = "<w:rPr><w:rtl/></w:rPr>" if rtl else ""
    kinds = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve">{name}</w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{look}{kind}</w:r>" for kind in kinds)


def table(rows: list[list[str]], widths: tuple[int, ...], short: list[bool], *, rtl: bool) -> str:
    """Return a table of cells made of paragraphs; `widths` in twips, `short` rows stay whole."""
    visual = "<w:bidiVisual/>" if rtl else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = []
    for number, (row, is_short) in enumerate(zip(rows, short, strict=True)):
        kept = "<w:cantSplit/>" if is_short else ""
        head = "<w:tblHeader/>" if number == 0 else ""
        fill = '<w:shd w:val="clear" w:color="auto" w:fill="EEF1F5"/>' if number == 0 else ""
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}</w:tcPr>{cell}</w:tc>'
            for width, cell in zip(widths, row, strict=True)
        )
        lines.append(f"<w:tr><w:trPr>{kept}{head}</w:trPr>{cells}</w:tr>")
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="D7DBE0"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'<w:tbl><w:tblPr>{visual}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"
    )
