"""XLSX with a sheet of claims, one of evidence and one of counts; sortable, and never a formula.

Every text is written as a string with the quote prefix where a program might take it for a
formula. Limits of the format: 32,767 characters a cell (longer texts go on in a sheet of their
own), 65,530 links a sheet (further ones stay text).
"""

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from factcheck.reports import cancelling, sheet
from factcheck.reports.model import Report
from factcheck.reports.parts import verdict_shares
from factcheck.reports.to_csv import FORMULA
from factcheck.runtime.i18n import speaking, tr
from factcheck.text.addresses import judge

LONGEST_CELL = 32_000
"""Characters of a cell; Excel allows 32,767 units of UTF-16."""
_MOST_LINKS = 60_000
_LONGEST_LINK = 2000
_WIDTHS = {2: 50, 5: 45, 15: 45}
_DEFAULT_WIDTH = 16


def write(report: Report) -> bytes:
    """Return the claims and their evidence as a workbook."""
    data = io.BytesIO()
    choices = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(data, choices) as book:
        book.set_properties(
            {
                "title": _clean(report.article.title),
                "author": _clean(report.options.newsroom),
                "created": report.made_at.astimezone(UTC).replace(tzinfo=None),
            }
        )
        _Book(book, report).fill()
    return data.getvalue()


class _Book:
    """Fills the sheets of one workbook."""

    def __init__(self, book: Workbook, report: Report) -> None:
        self._book, self._report = book, report
        order = 2 if report.options.is_rtl else 1
        base = {"text_wrap": True, "valign": "top", "reading_order": order}
        self._formats: Mapping[str, Format] = {
            "text": book.add_format(base),
            "guarded": book.add_format({**base, "quote_prefix": True}),
            "head": book.add_format({**base, "bold": True, "bg_color": "#eef1f5"}),
            "link": book.add_format({**base, "font_color": "#1d5b79", "underline": 1}),
        }
        self._overflow: list[tuple[str, str]] = []
        self._links = 0

    def fill(self) -> None:
        report = self._report
        claims = sheet.claim_rows(report)
        with speaking(report.options.language):
            names = [tr("Claims"), tr("Evidence"), tr("Counts"), tr("Long texts")]
        self._sheet(names[0], sheet.claim_header(report), claims, numbers=(0, 3, 4))
        rows = [
            (row[0], *sheet.evidence_row(each))
            for told, row in zip(report.claims, claims, strict=True)
            for each in told.evidence
        ]
        links = (1 + sheet.ADDRESS, 1 + sheet.ARCHIVE)
        evidence_head = (sheet.claim_header(report)[0], *sheet.evidence_header(report))
        self._sheet(names[1], evidence_head, rows, numbers=(0,), links=links)
        self._sheet(names[2], ("", ""), self._counts(), numbers=(1,))
        if self._overflow:
            self._sheet(names[3], ("", ""), self._overflow)

    def _counts(self) -> list[sheet.Row]:
        with speaking(self._report.options.language):
            return [(share.name, str(share.count)) for share in verdict_shares(self._report)]

    def _sheet(
        self,
        name: str,
        head: sheet.Row,
        rows: Sequence[sheet.Row],
        *,
        numbers: Iterable[int] = (),
        links: Iterable[int] = (),
    ) -> None:
        page = self._book.add_worksheet(name[:31])
        if self._report.options.is_rtl:
            page.right_to_left()
        self._links = 0
        for column, title in enumerate(head):
            page.write_string(0, column, title, self._formats["head"])
            page.set_column(column, column, _WIDTHS.get(column, _DEFAULT_WIDTH))
        for number, row in enumerate(rows, 1):
            cancelling.check()
            for column, text in enumerate(row):
                if column in numbers and text:
                    page.write_number(number, column, int(text), self._formats["text"])
                elif column in links:
                    self._address(page, number, column, text)
                elif text:
                    self._text(page, number, column, text)
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, len(rows), len(head) - 1)

    def _address(self, page: Worksheet, row: int, column: int, text: str) -> None:
        judged = judge(text)
        if not judged.is_link or len(text) > _LONGEST_LINK or self._links >= _MOST_LINKS:
            self._text(page, row, column, text)
            return
        self._links += 1
        page.write_url(row, column, judged.url, self._formats["link"], text)

    def _text(self, page: Worksheet, row: int, column: int, text: str) -> None:
        first = clean = _clean(text)
        if len(clean) > LONGEST_CELL:
            first, rest = clean[:LONGEST_CELL], clean[LONGEST_CELL:]
            place = f"{page.get_name()} {row + 1}:{column + 1}"
            parts = (rest[at : at + LONGEST_CELL] for at in range(0, len(rest), LONGEST_CELL))
            self._overflow += [(place, part) for part in parts]
        is_plain = first[:1].isalpha() or not (first.startswith("'") or FORMULA.match(first))
        kind = "text" if is_plain else "guarded"
        page.write_string(row, column, first, self._formats[kind])


def _clean(text: str) -> str:
    """Return `text` without what cannot be encoded."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
