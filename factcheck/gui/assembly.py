"""Puts the panels of all features into a window; only here do the features meet."""

from typing import Protocol

from factcheck.gui.actions import Handlers
from factcheck.gui.article.panel import ArticlePanel
from factcheck.gui.claims.panel import ClaimListPanel
from factcheck.gui.contradictions import Contradictions
from factcheck.gui.coverage.keys import Coverage
from factcheck.gui.desk import Desk
from factcheck.gui.detecting import Detecting
from factcheck.gui.dialogs.commands import Dialogs
from factcheck.gui.examiner import Examiner
from factcheck.gui.frame import Frame, Panels
from factcheck.gui.jobs import Jobs
from factcheck.gui.library.view import LibraryView
from factcheck.gui.main_window import MainWindow
from factcheck.gui.reporting.keys import Reporting
from factcheck.gui.review.panel import ClaimPanel
from factcheck.gui.sharing.feature import Sharing
from factcheck.gui.sharing.link import Link
from factcheck.gui.sharing.records import Switch
from factcheck.gui.workspace import Workspace


class Feature(Protocol):
    """Something that answers commands of the table."""

    def commands(self) -> Handlers:
        """Return what each of its commands calls."""


def assemble(
    workspace: Workspace,
    window: MainWindow,
    link: Link | None = None,
    switch: Switch = lambda _address: None,
) -> Desk:
    """Fill `window` and connect every command of the table with what answers it.

    Without a `link` nobody else is heard of, as in a picture; `switch` opens another record.
    """
    library, article = LibraryView(workspace), ArticlePanel(workspace)
    claims, review = ClaimListPanel(workspace), ClaimPanel(workspace)
    window.frame.fill(Panels(library, article, claims, review))
    claims.opened.connect(review.enter)
    desk = Desk(workspace, window)
    dialogs = Dialogs(workspace, window)
    reporting = Reporting(workspace, window, lambda: library.table.chosen)
    jobs = Jobs(window)
    window.closing.connect(jobs.stop)
    examiner = Examiner(workspace, jobs)
    detecting = Detecting(workspace, examiner, window.frame.job_line)
    coverage = _cover(workspace, examiner, article, window.frame)
    review.consult(examiner, Contradictions(workspace, jobs))
    own: tuple[Feature, ...] = (desk, dialogs, reporting, detecting, coverage)
    shared: tuple[Feature, ...] = (Sharing(link, window, switch),) if link else ()
    features: tuple[Feature, ...] = (*own, *shared, library, article, claims, review)
    for feature in features:
        window.frame.actions_table.bind(feature.commands())
    return desk


def _cover(
    workspace: Workspace, examiner: Examiner, article: ArticlePanel, frame: Frame
) -> Coverage:
    """Let the uncovered sentences be counted, listed, gone to and marked in the text."""
    coverage = Coverage(workspace, examiner, lambda: article.caret, frame.put_below)
    coverage.pointed.connect(article.point_at)
    coverage.reached.connect(article.go_to)
    coverage.marked.connect(article.view.show_uncovered)

    def show_count() -> None:
        found = examiner.coverage
        frame.top_bar.show_uncovered(len(found.missing) if found else None)

    examiner.measured.connect(show_count)
    return coverage
