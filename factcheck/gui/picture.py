"""The real window drawn into a picture file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.errors import N_, ExportError
from factcheck.domain.ids import ArticleId
from factcheck.gui.assembly import assemble
from factcheck.gui.main_window import MainWindow
from factcheck.gui.window_state import WindowState
from factcheck.gui.workspace import Workspace
from factcheck.operations.opening import open_record

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from factcheck.runtime.launching import PictureOptions

NOT_WRITTEN = N_("The picture {path} could not be written. Check the folder and the free space.")


def draw(app: QApplication, options: PictureOptions) -> None:
    """Draw the desk with the article of `options` into its target.

    Raises:
        UserError: The database cannot be opened, the article is not in it, or the picture
            cannot be written.
    """
    settings = options.settings
    store = open_record(options.database, options.paths, settings).store
    workspace = Workspace(settings)
    failures: list[Exception] = []
    workspace.failed.connect(failures.append)
    workspace.attach(store)
    window = MainWindow(WindowState(None))
    window.build()
    assemble(workspace, window)
    window.resize(options.width, options.height)
    window.show()
    workspace.open_article(ArticleId(options.article_id))
    if options.claim is not None:
        number = options.claim
        chosen = next((each.id for each in workspace.claims if each.number == number), None)
        workspace.select_claim(chosen)
    for _ in range(5):
        app.processEvents()
    is_written = not failures and window.grab().save(str(options.target), "PNG")
    window.close()
    window.deleteLater()
    workspace.close()
    if failures:
        raise failures[0]
    if not is_written:
        raise ExportError(NOT_WRITTEN, path=options.target)
