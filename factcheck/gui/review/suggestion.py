"""Why the program suggests a claim, and the two answers to it."""

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from factcheck.domain.claim import Claim, WorkState
from factcheck.gui import marking, theme
from factcheck.gui.examiner import Examiner
from factcheck.gui.shortcuts import key_text
from factcheck.gui.widgets.labelled import Remark
from factcheck.gui.workspace import Workspace
from factcheck.runtime.i18n import language, tr

MOST_REASONS = 4
"""So many reasons are shown; the first ones weigh most."""


@lru_cache(maxsize=64)
def _reasons(words: str, article_language: str, published: str, _language: str) -> tuple[str, ...]:
    from factcheck.detection.proposals import propose  # noqa: PLC0415 - for suggestions only

    found = propose(words, language=article_language, published=published)
    reasons = [reason for candidate in found for reason in candidate.reasons]
    return _told((reason.message, dict(reason.values)) for reason in reasons)


def _told(reasons: Iterable[tuple[str, dict[str, object]]]) -> tuple[str, ...]:
    """Return each sentence once."""
    return tuple(dict.fromkeys(tr(message, **values) for message, values in reasons))


class SuggestionBar(QWidget):
    """Says what makes a suggestion worth checking.

    Read from what is known of the whole article, and until that is known from the words alone.

    Emits `answered` after one of its buttons; a claim that is no suggestion hides it.
    """

    answered = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._examiner: Examiner | None = None
        self._claim: Claim | None = None
        self.reasons = Remark(self)
        self.reasons.setObjectName("suggestionReasons")
        self.yes = QPushButton(tr("Accept"), self)
        self.yes.setToolTip(_with_key(tr("Accept the suggestion"), "accept_suggestions"))
        self.no = QPushButton(tr("Dismiss"), self)
        self.no.setToolTip(_with_key(tr("Put the suggestion aside"), "delete_claims"))
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GRID // 2)
        layout.addWidget(self.reasons)
        layout.addLayout(row)
        self.yes.clicked.connect(self._accept)
        self.no.clicked.connect(self._dismiss)

    def consult(self, examiner: Examiner) -> None:
        """Take the reasons from what is known of the article, from now on."""
        self._examiner = examiner
        examiner.examined.connect(self._refresh)

    def _refresh(self) -> None:
        if self._claim is not None and self.isVisible():
            self.show_claim(self._claim)

    def show_claim(self, claim: Claim) -> None:
        """Show why `claim` is suggested; hidden where it is not."""
        self._claim = claim
        is_suggested = claim.state is WorkState.SUGGESTED
        self.setVisible(is_suggested)
        if is_suggested:
            self.reasons.say("\n".join(self._why(claim)))

    def _why(self, claim: Claim) -> list[str]:
        article = self._workspace.article
        if article is None:
            return []
        found = _told(self._examiner.reasons(claim)) if self._examiner else ()
        if not found:
            words = claim.anchor.exact
            found = _reasons(words, article.language, article.published, language())
        if not found and claim.rule:
            return [tr("Found by the rule {rule}.", rule=claim.rule)]
        return [f"• {reason}" for reason in found[:MOST_REASONS]]

    def _accept(self) -> None:
        marking.accept(self._workspace, self._workspace.chosen)
        self.answered.emit()

    def _dismiss(self) -> None:
        marking.dismiss(self._workspace, self._workspace.chosen)
        self.answered.emit()


def _with_key(text: str, command_id: str) -> str:
    return f"{text} \u2066({key_text(command_id)})\u2069"
