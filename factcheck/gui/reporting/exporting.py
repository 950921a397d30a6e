"""From articles to files: ask what and where, write on the worker, and say where it is."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from factcheck.domain.errors import N_, UserError
from factcheck.gui.reporting.choices import Choices, options_of, remembered
from factcheck.gui.reporting.export_dialog import ExportDialog, Purpose
from factcheck.gui.reporting.writing import Written, free_names, write_reports
from factcheck.operations.reporting import read_material
from factcheck.reports.registry import FORMATS
from factcheck.runtime.i18n import ntr, tr
from factcheck.storage import queries
from factcheck.text.display import format_number
from factcheck.text.file_names import safe_file_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.domain.ids import ArticleId
    from factcheck.gui.jobs import Jobs
    from factcheck.gui.main_window import MainWindow
    from factcheck.gui.workspace import Workspace
    from factcheck.operations.reporting import Material

KEPT = "reports"
"""The name under which the choices of the last report are remembered."""

_ONE = Purpose(N_("Export a report"), N_("Export…"), ())


class Exporting(QObject):
    """Writes reports of one window, one job after the other."""

    def __init__(self, workspace: Workspace, window: MainWindow, jobs: Jobs) -> None:
        """Ask in front of `window`, and say in its message bar what was written."""
        super().__init__(window)
        self.workspace = workspace
        self._window = window
        self._jobs = jobs

    # --- asking

    def ask(self, articles: Sequence[ArticleId]) -> None:
        """Ask what reports of `articles` to write, and where."""
        title = _ONE.title if len(articles) == 1 else N_("Export reports of several articles")
        purpose = Purpose(title, _ONE.button, tuple(articles))
        self.open_dialog(purpose).chosen.connect(partial(self._choose_place, purpose.articles))

    def open_dialog(self, purpose: Purpose) -> ExportDialog:
        """Open the dialog with the choices of the last time, and remember the new ones."""
        self.workspace.flush_edits()
        state = self._window.state
        choices = remembered(state.text(KEPT), self.workspace.settings)
        dialog = ExportDialog(self.workspace, choices, purpose, self._jobs, self._window)
        dialog.chosen.connect(lambda chosen: state.keep_text(KEPT, chosen.kept()))
        dialog.open()
        return dialog

    def _choose_place(self, articles: tuple[ArticleId, ...], choices: Choices) -> None:
        if len(articles) == 1:
            self._choose_file(articles[0], choices)
        else:
            self._choose_folder(articles, choices)

    def _choose_file(self, article: ArticleId, choices: Choices) -> None:
        format_ = FORMATS[choices.format]
        title = self.workspace.read(queries.article, article).title
        name = f"{safe_file_name(title, default='report')}.{format_.ending}"
        dialog = QFileDialog(self._window, tr(_ONE.title), name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(format_.ending)
        dialog.setNameFilter(f"{tr(format_.name)} (*.{format_.ending})")
        dialog.fileSelected.connect(lambda path: self.write([(article, Path(path))], choices))
        dialog.open()

    def _choose_folder(self, articles: tuple[ArticleId, ...], choices: Choices) -> None:
        dialog = QFileDialog(self._window, tr("Folder for the reports"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda path: self.write_all(articles, Path(path), choices))
        dialog.open()

    # --- writing

    def write_all(self, articles: Sequence[ArticleId], folder: Path, choices: Choices) -> None:
        """Write a report of each article into `folder`, named by its title."""
        titles = [self.workspace.read(queries.article, each).title for each in articles]
        paths = free_names(folder, titles, FORMATS[choices.format].ending)
        self.write(list(zip(articles, paths, strict=True)), choices.without_claims())

    def write(self, wanted: Sequence[tuple[ArticleId, Path]], choices: Choices) -> None:
        """Write the report of each article to its path, and say so once all are there."""
        try:
            found = [(self.read(article, choices), path) for article, path in wanted]
        except UserError as error:
            self.workspace.failed.emit(error)
            return
        work = partial(write_reports, found, choices.format)
        job = self._jobs.start(work, self._say)
        count = len(found)
        name = ntr("Writing {n} report…", "Writing {n} reports…", count, n=self._number(count))
        self._window.frame.job_line.follow(job, name)

    def read(self, article: ArticleId, choices: Choices) -> Material:
        """Read what the report of an article needs.

        Raises:
            UserError: A file that was chosen cannot be read, or the record is locked.
        """
        workspace = self.workspace
        claims = workspace.read(queries.claims, article)
        options = options_of(choices, claims, workspace.chosen)
        return workspace.read(read_material, article_id=article, options=options)

    def _say(self, written: Written) -> None:
        if written.error is not None:
            self.workspace.failed.emit(written.error)
            return
        bar, first = self._window.frame.message_bar, written.paths[0]
        if len(written.paths) == 1:
            said = tr("The report was written to {path}.", path=first)
            bar.offer(said, tr("Open"), lambda: _open(first))
            bar.also(tr("Show in folder"), lambda: _open(first.parent))
            return
        count = len(written.paths)
        said = ntr(
            "{n} report was written to {folder}.",
            "{n} reports were written to {folder}.",
            count,
            n=self._number(count),
            folder=first.parent,
        )
        bar.offer(said, tr("Show in folder"), lambda: _open(first.parent))

    def _number(self, count: int) -> str:
        return format_number(count, self.workspace.settings)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
