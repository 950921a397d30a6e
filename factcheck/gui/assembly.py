"""Puts the panels of all features into a window; only here do the features meet."""

from typing import Protocol

from factcheck.gui.actions import Handlers
from factcheck.gui.article.panel import ArticlePanel
from factcheck.gui.claims.panel import ClaimListPanel
from factcheck.gui.desk import Desk
from factcheck.gui.dialogs.commands import Dialogs
from factcheck.gui.frame import Panels
from factcheck.gui.library.view import LibraryView
from factcheck.gui.main_window import MainWindow
from factcheck.gui.reporting.exporting import Exporting
from factcheck.gui.review.panel import ClaimPanel
from factcheck.gui.workspace import Workspace


class Feature(Protocol):
    """Something that answers commands of the table."""

    def commands(self) -> Handlers:
        """Return what each of its commands calls."""


def assemble(workspace: Workspace, window: MainWindow) -> Desk:
    """Fill `window` and connect every command of the table with what answers it."""
    library, article = LibraryView(workspace), ArticlePanel(workspace)
    claims, review = ClaimListPanel(workspace), ClaimPanel(workspace)
    window.frame.fill(Panels(library, article, claims, review))
    claims.opened.connect(review.enter)
    desk = Desk(workspace, window)
    dialogs = Dialogs(workspace, window)
    exporting = Exporting(workspace, window, window.frame.message_bar)
    features: tuple[Feature, ...] = (desk, dialogs, exporting, library, article, claims, review)
    for feature in features:
        window.frame.actions_table.bind(feature.commands())
    return desk
