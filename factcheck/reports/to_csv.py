"""CSV that Excel and LibreOffice open rightly and that reads back without loss.

RFC 4180 with CR LF; a byte order mark tells Excel that it is UTF-8. Spreadsheet programs run cells
that begin like a formula, so such cells get an apostrophe in front (OWASP, "CSV injection"); cells
that begin with an apostrophe get one more, so that `unguard` always finds the original.
"""

import csv
import io
import re

from factcheck.reports import sheet
from factcheck.reports.model import Report

FORMULA = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff\\s]*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20|%]"
)
_PLAIN_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)*%?")


def write(report: Report) -> bytes:
    """Return the claims and their evidence as CSV."""
    options = report.options
    text = io.StringIO(newline="")
    out = csv.writer(text, lineterminator="\r\n")
    for row in (sheet.header(report), *sheet.rows(report)):
        out.writerow([guard(cell) if options.formula_guard else cell for cell in row])
    encoding = "utf-8-sig" if options.byte_order_mark else "utf-8"
    return text.getvalue().encode(encoding, "replace")


def guard(cell: str) -> str:
    """Return `cell` so that no spreadsheet program runs it; plain numbers stay numbers."""
    if cell.startswith("'"):
        return "'" + cell
    if _PLAIN_NUMBER.fullmatch(cell) or not FORMULA.match(cell):
        return cell
    return "'" + cell


def unguard(cell: str) -> str:
    """Return what `guard` was given."""
    return cell.removeprefix("'")
