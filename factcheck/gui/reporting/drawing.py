"""What the preview shows of a report, made on the worker: pages, the first lines, or reasons."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.domain.errors import UserError
from factcheck.gui.jobs import StoppedError
from factcheck.operations.reporting import finish
from factcheck.reports import cancelling, registry, sheet, to_claimreview, to_pdf
from factcheck.runtime.i18n import speaking

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.gui.jobs import Tell
    from factcheck.operations.reporting import Material
    from factcheck.reports.claimreview_checks import Finding
    from factcheck.reports.model import Report

MOST_CLAIMS = 60
"""Of more claims only the beginning is drawn: a page takes some hundredths of a second."""

_PPI = 110.0
_LINES, _LETTERS = 60, 240
_PAGED = ("pdf", "html", "docx")


@dataclass(frozen=True, slots=True)
class Look:
    """`pages` are PNG, or `text` the first lines; `told` claims are in it, of `claims`.

    `findings` are on the publication as ClaimReview; `error` says why there is nothing to see.
    `is_other_layout` tells that the file has the same content on other pages.
    """

    pages: tuple[bytes, ...] = ()
    text: str = ""
    findings: tuple[Finding, ...] = ()
    error: UserError | None = None
    told: int = 0
    is_other_layout: bool = False
    claims: int = 0

    @property
    def is_blocked(self) -> bool:
        """Whether it must not be published like this."""
        return any(each.is_blocking for each in self.findings)


def draw(material: Material, format_key: str, tell: Tell) -> Look:
    """Return a look at the report of `material` as it would be written in a format.

    Raises:
        StoppedError: Nobody wants it any more.
    """
    with cancelling.stop_when(stopping(tell)):
        report = finish(material, tell)
        part = replace(report, claims=report.claims[:MOST_CLAIMS])
        look = Look(
            findings=_findings(report, format_key),
            told=len(part.claims),
            claims=len(report.claims),
        )
        try:
            if format_key in _PAGED:
                pages = tuple(to_pdf.pages(part, _PPI))
                return replace(look, pages=pages, is_other_layout=format_key != "pdf")
            return look if look.is_blocked else replace(look, text=first_lines(part, format_key))
        except UserError as error:
            return replace(look, error=error)


def stopping(tell: Tell) -> Callable[[], bool]:
    """Return a question that is answered yes once the job was cancelled."""

    def should_stop() -> bool:
        try:
            tell(0.5)
        except StoppedError:
            return True
        return False

    return should_stop


def first_lines(report: Report, format_key: str) -> str:
    """Return how the written file begins, as text."""
    if format_key == "xlsx":
        with speaking(report.options.language):
            lines = [" │ ".join(row) for row in (sheet.header(report), *sheet.rows(report))]
    else:
        lines = registry.write(report, format_key).decode("utf-8-sig").splitlines()
    return "\n".join(_shortened(line) for line in lines[:_LINES])


def _shortened(line: str) -> str:
    return line if len(line) <= _LETTERS else line[:_LETTERS] + "…"


def _findings(report: Report, format_key: str) -> tuple[Finding, ...]:
    if format_key != "claimreview" and not report.options.with_claimreview:
        return ()
    found = to_claimreview.findings(report)
    return tuple(sorted(found, key=lambda each: not each.is_blocking))
