"""Finding in the article: ties the bar to the text."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt

from factcheck.gui.article.find_bar import FindBar
from factcheck.gui.article.finding import Finding
from factcheck.gui.article.view import ArticleView
from factcheck.gui.article.wording import finding_words
from factcheck.text.folding import Folded, fold


class ArticleSearch(QObject):
    """Looks for what the bar wants in the text of the view; folds the text when first asked."""

    def __init__(self, bar: FindBar, view: ArticleView) -> None:
        super().__init__(view)
        self._bar = bar
        self._view = view
        self._folded: Folded | None = None
        self._finding: Finding | None = None
        bar.hide()
        bar.wanted.connect(self._look_for)
        bar.stepped.connect(self._step)
        bar.closed.connect(self.close)

    def commands(self) -> dict[str, Callable[[], None]]:
        """Return, by command id, what the keys call."""
        return {
            "find": self.open,
            "find_next": lambda: self._step(is_forward=True),
            "find_previous": lambda: self._step(is_forward=False),
        }

    def open(self) -> None:
        """Show the bar; what is selected, if it is short, is looked for."""
        start, end = self._view.selection
        selected = self._view.shown.text[start:end]
        is_fit = "\n" not in selected and len(selected) <= 80
        if selected and is_fit:
            self._view.set_selection(start, start)
        self._bar.open(selected if is_fit else "")

    def close(self) -> None:
        """Hide the bar and its marks, and go back to the text with the match selected."""
        self._bar.hide()
        found = self._finding.current if self._finding else None
        if found is not None:
            self._view.set_selection(*found)
        self._finding = None
        self._view.show_finding(None)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_again(self) -> None:
        """Look in another text, if the bar is open."""
        self._folded = None
        self._finding = None
        if self._bar.isVisible():
            self._look_for(self._bar.field.text())

    def _look_for(self, wanted: str) -> None:
        shown = self._view.shown
        if self._folded is None:
            self._folded = fold(shown.text)
        self._finding = Finding(self._folded, wanted)
        self._finding.start_at(self._view.caret)
        self._show()

    def _step(self, is_forward: bool) -> None:  # noqa: FBT001 - as the signal carries it
        if not self._bar.isVisible():
            self.open()
            return
        if self._finding is None:
            return
        if is_forward:
            self._finding.next()
        else:
            self._finding.previous()
        self._show()

    def _show(self) -> None:
        finding, settings = self._finding, self._view.shown.settings
        if finding is None:
            return
        has_words = bool(self._bar.field.text())
        words = finding_words(finding.place, finding.total, settings) if has_words else ""
        self._bar.say(words)
        self._view.show_finding(finding)
