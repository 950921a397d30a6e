"""What detection knows of the open article, and how much of it has been dealt with.

Detection runs on the worker. Results are kept by text, so that opening an article, proposing its
claims and measuring its coverage read it once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from factcheck.detection.proposals import Findings
    from factcheck.domain.article import Article
    from factcheck.domain.changes import Changes
    from factcheck.domain.claim import Claim
    from factcheck.gui.jobs import Job, Jobs, Tell
    from factcheck.gui.workspace import Workspace
    from factcheck.operations.coverage import Coverage

Key = tuple[str, str, str]

_PAUSE_MS = 400
"""How long an opened article is left alone, so that showing it goes first."""

_REST_MS = 100
"""How long the claims have to rest before their coverage is told, so that nobody waits for it."""

_KEPT = 3


class Examiner(QObject):
    """Follows the workspace; `examined` and `measured` tell that the properties have changed."""

    examined = Signal()
    measured = Signal()

    def __init__(self, workspace: Workspace, jobs: Jobs, rest: int = _REST_MS) -> None:
        """Tell of coverage once the claims have not changed for `rest` milliseconds."""
        super().__init__(jobs)
        self._workspace = workspace
        self._jobs = jobs
        self._known: dict[Key, Findings] = {}
        self._findings: Findings | None = None
        self._coverage: Coverage | None = None
        self._job: Job | None = None
        self._examining = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._examining.timeout.connect(self._examine_open)
        self._measuring = QTimer(self, singleShot=True, interval=rest)
        self._measuring.timeout.connect(self.measured)
        workspace.article_opened.connect(self._restart)
        workspace.changed.connect(self._on_changed)
        self._restart()

    @property
    def findings(self) -> Findings | None:
        """What is known of the open article, None until it has been examined."""
        return self._findings

    @property
    def coverage(self) -> Coverage | None:
        """The coverage of the open article, None until it has been examined."""
        if self._coverage is None and self._findings is not None:
            from factcheck.operations.coverage import cover  # noqa: PLC0415 - once it is needed

            self._coverage = cover(self._findings.sentences, self._workspace.claims)
        return self._coverage

    def examine(self, article: Article, done: Callable[[Findings], object]) -> Job | None:
        """Examine an article and call `done` with the findings on the GUI thread.

        Returns None where they are known; `done` has then been called already.
        """
        key = _key(article)
        if key in self._known:
            done(self._known[key])
            return None
        return self._jobs.start(
            partial(_examine, article, self._known), lambda found: done(self._keep(key, found))
        )

    def _keep(self, key: Key, findings: Findings) -> Findings:
        self._known[key] = findings
        while len(self._known) > _KEPT:
            del self._known[next(iter(self._known))]
        return findings

    # --- in step with the workspace

    def _restart(self) -> None:
        """Forget the article before; examine this one when it is on the screen."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        article = self._workspace.article
        self._take(self._known.get(_key(article)) if article else None)
        if article is not None and self._findings is None:
            self._examining.start()

    def _on_changed(self, changes: Changes) -> None:
        article = self._workspace.article
        if article is None or article.id not in changes.articles:
            return
        if self._findings is not self._known.get(_key(article)):
            self._restart()
        elif changes.claims and self._findings is not None:
            self._coverage = None
            self._measuring.start()

    def _examine_open(self) -> None:
        article = self._workspace.article
        if article is not None and self._findings is None:
            self._job = self.examine(article, self._take)

    def _take(self, findings: Findings | None) -> None:
        self._job = None
        self._findings = findings
        self._coverage = None
        self.examined.emit()
        self.measured.emit()

    # --- what is known of one claim

    def reasons(self, claim: Claim) -> list[tuple[str, dict[str, object]]]:
        """Return why the program proposed `claim`: msgids with their values, weighty ones first.

        Empty where it did not, or where the article has not been examined.
        """
        if self._findings is None:
            return []
        start, end = claim.anchor.start, claim.anchor.end
        return [
            (reason.message, dict(reason.values))
            for each in self._findings.candidates
            if each.rule == claim.rule and each.start < end and each.end > start
            for reason in each.reasons
        ]


def _key(article: Article) -> Key:
    return (article.text, article.language, article.published)


def _examine(article: Article, known: dict[Key, Findings], tell: Tell) -> Findings:
    """On the worker; an earlier job may have left what is asked for."""
    from factcheck.operations.drafts import examine_article  # noqa: PLC0415 - not on the GUI thread

    return known.get(_key(article)) or examine_article(article, tell)
