"""From the open article to a file: choose, write, and say where it is.

Reports and their dialog are imported when they are asked for, not with the desk.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from factcheck.domain.errors import N_, ExportError, UserError
from factcheck.gui.actions import Handlers
from factcheck.gui.widgets.message_bar import MessageBar
from factcheck.gui.workspace import Workspace
from factcheck.runtime.files import write_atomically
from factcheck.runtime.i18n import tr

if TYPE_CHECKING:
    from factcheck.reports.model import ReportOptions

NOT_WRITTEN = N_("The report {path} could not be written: {reason}")
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST_NAME = 80


class Exporting:
    """Writes reports of the open article of one window."""

    def __init__(self, workspace: Workspace, window: QWidget, messages: MessageBar) -> None:
        """Ask in front of `window`, and say in `messages` what was written."""
        self._workspace = workspace
        self._window = window
        self._messages = messages

    def commands(self) -> Handlers:
        """Return what the command of exporting calls."""
        return {"export_report": self._choose}

    def _choose(self) -> None:
        from factcheck.gui.reporting.export_dialog import ExportDialog  # noqa: PLC0415

        self._workspace.flush_edits()
        if self._workspace.article is not None:
            ExportDialog(self._workspace.settings, self._choose_file, self._window).open()

    def _choose_file(self, format_key: str, options: ReportOptions) -> None:
        from factcheck.reports import registry  # noqa: PLC0415

        article = self._workspace.article
        if article is None:
            return
        ending = registry.FORMATS[format_key].ending
        name = _FORBIDDEN.sub(" ", article.title).strip()[:_LONGEST_NAME]
        dialog = QFileDialog(self._window, tr("Export a report"), f"{name}.{ending}")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.setNameFilter(f"{tr(registry.FORMATS[format_key].name)} (*.{ending})")
        dialog.fileSelected.connect(lambda path: self.write(Path(path), format_key, options))
        dialog.open()

    def write(self, path: Path, format_key: str, options: ReportOptions) -> None:
        """Write the report of the open article to `path`, wholly or not at all, and say so."""
        from factcheck.operations.reporting import build_report  # noqa: PLC0415
        from factcheck.reports import registry  # noqa: PLC0415

        workspace = self._workspace
        if workspace.article is None:
            return
        try:
            report = workspace.read(build_report, article_id=workspace.article.id, options=options)
            _write(path, registry.write(report, format_key))
        except UserError as error:
            workspace.failed.emit(error)
            return
        self._messages.offer(
            tr("The report was written to {path}.", path=path),
            tr("Open"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))),
        )


def _write(path: Path, data: bytes) -> None:
    try:
        write_atomically(path, data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportError(NOT_WRITTEN, path=path, reason=reason) from error
