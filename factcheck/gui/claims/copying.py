"""The selected claim as text in the clipboard, for a message or a mail."""

from PySide6.QtGui import QGuiApplication

from factcheck.domain.evidence import Evidence
from factcheck.gui.workspace import Workspace
from factcheck.runtime.i18n import language, tr


def copy_claim(workspace: Workspace) -> None:
    """Put what a report says about the selected claim into the clipboard, and say so."""
    from factcheck.reports.claim_text import claim_as_text  # noqa: PLC0415 - when first asked for
    from factcheck.reports.model import ReportClaim, ReportOptions  # noqa: PLC0415
    from factcheck.storage import queries  # noqa: PLC0415

    claim = workspace.selected_claim
    if claim is None:
        return
    nothing: list[Evidence] = []
    told = ReportClaim(
        claim,
        workspace.ratings.get(claim.rating_id) if claim.rating_id else None,
        tuple(workspace.read_or(nothing, queries.evidence, claim.id)),
    )
    settings = workspace.settings
    options = ReportOptions(language=language(), digits=settings.digits, months=settings.months)
    QGuiApplication.clipboard().setText(claim_as_text(told, options))
    workspace.said.emit(tr("The claim was copied as text."))
