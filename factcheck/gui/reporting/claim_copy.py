"""Claims as text on the clipboard: for a message, a mail, a note to a writer."""

from PySide6.QtWidgets import QApplication

from factcheck.domain.errors import UserError
from factcheck.gui.workspace import Workspace
from factcheck.operations.reporting import read_material
from factcheck.reports.claim_text import claim_as_text
from factcheck.reports.model import ReportOptions
from factcheck.runtime.i18n import language, ntr
from factcheck.text.direction import is_rtl
from factcheck.text.display import format_number
from factcheck.text.isolation import isolate_ltr_runs


def copy_claims(workspace: Workspace) -> None:
    """Put the chosen claims on the clipboard, in the language of the program."""
    article, chosen = workspace.article, workspace.chosen
    if article is None or not chosen:
        return
    workspace.flush_edits()
    settings = workspace.settings
    options = ReportOptions(
        language=language(),
        digits=settings.digits,
        months=settings.months,
        claim_ids=frozenset(chosen),
        with_names=False,
    )
    try:
        material = workspace.read(read_material, article_id=article.id, options=options)
    except UserError as error:
        workspace.failed.emit(error)
        return
    QApplication.clipboard().setText(
        "\n".join(readable(claim_as_text(each, options)) for each in material.report.claims)
    )
    count = len(material.report.claims)
    shown = format_number(count, settings)
    workspace.said.emit(
        ntr("{n} claim copied as text.", "{n} claims copied as text.", count, n=shown)
    )


def readable(text: str) -> str:
    """Return `text` with left-to-right runs isolated where a line runs from right to left."""
    return "\n".join(
        isolate_ltr_runs(line) if is_rtl(line, default=False) else line for line in text.split("\n")
    )
