"""The formats a report can be written in.

To add one, write a module with `write(report) -> bytes` and enter it in `FORMATS`; its module is
imported when it is first used, so that starting the program does not pay for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib import import_module

from factcheck.domain.errors import N_, ExportError
from factcheck.reports.model import Report


@dataclass(frozen=True, slots=True)
class Format:
    """A format: stable `key`, `name` (a msgid), file `ending` without its dot, media type.

    `module` is the full name of the module that has its `write`. `is_document` tells whether the
    kinds of report differ in it.
    """

    key: str
    name: str
    ending: str
    media_type: str
    module: str
    is_document: bool = True


_ANNOTATIONS = "factcheck.reports.to_annotations"
_LINKED = "application/ld+json"
_JSON = "application/json"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_DOCUMENTS = (
    Format("pdf", "PDF", "pdf", "application/pdf", "factcheck.reports.to_pdf"),
    Format("html", N_("Web page"), "html", "text/html", "factcheck.reports.to_html"),
    Format("docx", N_("Word document"), "docx", _DOCX, "factcheck.reports.to_docx"),
    Format("md", "Markdown", "md", "text/markdown", "factcheck.reports.to_markdown"),
)
_RECORDS = tuple(
    replace(each, is_document=False)
    for each in (
        Format("xlsx", N_("Workbook (Excel)"), "xlsx", _XLSX, "factcheck.reports.to_xlsx"),
        Format("csv", N_("Sheet (CSV)"), "csv", "text/csv", "factcheck.reports.to_csv"),
        Format("json", N_("Record (JSON)"), "json", _JSON, "factcheck.reports.to_json"),
        Format("claimreview", "ClaimReview", "jsonld", _LINKED, "factcheck.reports.to_claimreview"),
        Format("annotations", N_("Web annotations"), "jsonld", _LINKED, _ANNOTATIONS),
    )
)
FORMATS: Mapping[str, Format] = {each.key: each for each in (*_DOCUMENTS, *_RECORDS)}
"""Formats by key, in the order in which they are offered."""


def write(report: Report, format_key: str) -> bytes:
    """Return `report` in a format.

    Raises:
        ExportError: There is no such format, or the report cannot be written in it.
    """
    if format_key not in FORMATS:
        raise ExportError(
            N_("Reports are not written in the format {format}. Choose one of: {formats}."),
            format=format_key,
            formats=", ".join(FORMATS),
        )
    module = import_module(FORMATS[format_key].module)
    written: bytes = module.write(report)
    return written
