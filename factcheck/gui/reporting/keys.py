"""What the keys of reporting do; what they need is imported when they are first pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.runtime.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.domain.ids import ArticleId
    from factcheck.gui.actions import Handlers
    from factcheck.gui.jobs import Jobs
    from factcheck.gui.main_window import MainWindow
    from factcheck.gui.reporting.exporting import Exporting
    from factcheck.gui.reporting.printing import Printing
    from factcheck.gui.workspace import Workspace


class Reporting(QObject):
    """Answers the commands that get the record out of the program."""

    def __init__(
        self,
        workspace: Workspace,
        window: MainWindow,
        articles: Callable[[], Sequence[ArticleId]],
    ) -> None:
        """Ask `articles` which ones are chosen in the library."""
        super().__init__(window)
        self._workspace = workspace
        self._window = window
        self._articles = articles
        self._exporting: Exporting | None = None
        self._printing: Printing | None = None
        self._jobs: Jobs | None = None

    def commands(self) -> Handlers:
        """Return what the keys call, by command id."""
        return {
            "export_report": self._export,
            "export_articles": self._export_several,
            "print_report": self._print,
            "copy_claims": self._copy,
            "show_pictures": self._show_pictures,
        }

    @property
    def exporting(self) -> Exporting:
        """What asks and writes, made when it is first needed."""
        from factcheck.gui.reporting.exporting import Exporting  # noqa: PLC0415 - when asked for

        if self._exporting is None:
            self._exporting = Exporting(self._workspace, self._window, self.jobs)
        return self._exporting

    @property
    def printing(self) -> Printing:
        """What prints, made when it is first needed."""
        from factcheck.gui.reporting.printing import Printing  # noqa: PLC0415 - when asked for

        if self._printing is None:
            self._printing = Printing(self.exporting, self._window, self.jobs)
        return self._printing

    @property
    def jobs(self) -> Jobs:
        """The worker that draws and writes."""
        from factcheck.gui.jobs import Jobs  # noqa: PLC0415 - when asked for

        if self._jobs is None:
            self._jobs = Jobs(self)
            self._window.closing.connect(self._jobs.stop)
        return self._jobs

    def _export(self) -> None:
        article = self._workspace.article
        if article is not None:
            self.exporting.ask([article.id])

    def _export_several(self) -> None:
        chosen = list(self._articles())
        if chosen:
            self.exporting.ask(chosen)
        else:
            self._workspace.said.emit(tr("Choose articles in the library first."))

    def _print(self) -> None:
        self.printing.ask()

    def _copy(self) -> None:
        from factcheck.gui.reporting.claim_copy import copy_claims  # noqa: PLC0415 - when asked for

        copy_claims(self._workspace)

    def _show_pictures(self) -> None:
        from factcheck.gui.reporting.pictures_dialog import PicturesDialog  # noqa: PLC0415

        open_one = self._window.findChild(PicturesDialog)
        dialog = open_one or PicturesDialog(self._workspace, self._window)
        dialog.show()
        dialog.activateWindow()
