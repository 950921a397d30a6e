"""One claim as plain text, for the clipboard: a message, a mail, a note to a writer."""

from factcheck.reports.claim_section import claim_section
from factcheck.reports.document import Facts, Heading, Paragraph
from factcheck.reports.model import ReportClaim, ReportOptions
from factcheck.runtime.i18n import speaking


def claim_as_text(told: ReportClaim, options: ReportOptions) -> str:
    """Return what a report says about a claim, one thing a line."""
    lines = []
    with speaking(options.language):
        for block in claim_section(told, options, with_work=False).blocks:
            if isinstance(block, Heading | Paragraph):
                lines.append("".join(run.text for run in block.text))
            elif isinstance(block, Facts):
                lines += [f"{name}: {''.join(r.text for r in text)}" for name, text in block.rows]
    return "\n".join(lines) + "\n"
