"""Proposing the checkable statements of an article: by command, or for every new one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.domain.ids import ArticleId
from factcheck.runtime.i18n import ntr, tr
from factcheck.text.display import format_number

if TYPE_CHECKING:
    from factcheck.detection.proposals import Findings
    from factcheck.domain.article import Article
    from factcheck.domain.changes import Changes
    from factcheck.gui.actions import Handlers
    from factcheck.gui.examiner import Examiner
    from factcheck.gui.jobs import Job
    from factcheck.gui.widgets.job_line import JobLine
    from factcheck.gui.workspace import Workspace


class Detecting(QObject):
    """Examines an article, with progress in `line`, and stores what is new as suggestions."""

    def __init__(self, workspace: Workspace, examiner: Examiner, line: JobLine) -> None:
        super().__init__(examiner)
        self._workspace = workspace
        self._examiner = examiner
        self._line = line
        self._job: Job | None = None
        self._new: set[ArticleId] = set()
        workspace.changed.connect(self._on_changed)
        workspace.article_opened.connect(self._on_opened)

    def commands(self) -> Handlers:
        """Return what the commands call."""
        return {"detect": self.detect}

    def detect(self) -> None:
        """Propose the statements of the open article that are not known yet."""
        article = self._workspace.article
        is_under_way = self._job is not None and not self._job.is_cancelled
        if article is None or is_under_way:
            return
        self._workspace.flush_edits()
        self._job = self._examiner.examine(article, partial(self._store, article))
        if self._job is not None:
            self._job.ended.connect(self._on_ended)
            self._line.follow(self._job, tr("Looking for statements to check…"))

    def _store(self, article: Article, findings: Findings) -> None:
        from factcheck.operations.drafts import drafts_of  # noqa: PLC0415 - once it is needed
        from factcheck.operations.suggestions import add_suggestions  # noqa: PLC0415

        workspace = self._workspace
        drafts = drafts_of(article.text, findings.candidates)
        changes = workspace.run(add_suggestions, article_id=article.id, drafts=drafts)
        if changes is not None:
            workspace.said.emit(self._words(len(changes.claims), len(drafts)))

    def _words(self, new: int, found: int) -> str:
        if not found:
            return tr("There is no statement to check in this text.")
        if not new:
            return tr("Nothing new: everything checkable has been proposed already.")
        shown = format_number(new, self._workspace.settings)
        return ntr("{n} statement proposed.", "{n} statements proposed.", new, n=shown)

    def _on_ended(self) -> None:
        if self.sender() is self._job:
            self._job = None

    # --- new articles

    def _on_changed(self, changes: Changes) -> None:
        if changes.created in changes.articles and not changes.claims:
            self._new.add(ArticleId(changes.created))

    def _on_opened(self, article: Article | None) -> None:
        if article is None or article.id not in self._new:
            return
        self._new.discard(article.id)
        if self._workspace.settings.detect_on_import:
            self.detect()
