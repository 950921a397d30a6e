"""What the keys of the coverage do: show what is missing, go there, deal with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from factcheck.gui import marking
from factcheck.gui.shortcuts import key_text
from factcheck.runtime.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.detection.coverage import CheckableSentence
    from factcheck.domain.claim import Claim
    from factcheck.gui.actions import Handlers
    from factcheck.gui.coverage.panel import CoveragePanel
    from factcheck.gui.examiner import Examiner
    from factcheck.gui.widgets.pane import Pane
    from factcheck.gui.workspace import Workspace


class Coverage(QObject):
    """Steers the list of uncovered sentences, which is made when it is first asked for.

    `pointed` carries start and end (code points) of what to show in the article, `reached` of where
    the keyboard goes too, `marked` the spans to mark there, empty while the list is closed.
    """

    pointed = Signal(int, int)
    reached = Signal(int, int)
    marked = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        examiner: Examiner,
        caret: Callable[[], int],
        put_in: Callable[[Pane], None],
    ) -> None:
        """Ask `caret` where the cursor stands in the article; `put_in` shows the new panel."""
        super().__init__(examiner)
        self._workspace = workspace
        self._examiner = examiner
        self._caret = caret
        self._put_in = put_in
        self.panel: CoveragePanel | None = None
        examiner.measured.connect(self._on_measured)

    def commands(self) -> Handlers:
        """Return what the keys call, by command id."""
        return {
            "show_coverage": self.toggle,
            "next_uncovered": lambda: self.step(1),
            "previous_uncovered": lambda: self.step(-1),
            "mark_nothing": self.mark_nothing,
            "unmark_nothing": self.unmark_nothing,
        }

    # --- the list

    @property
    def is_shown(self) -> bool:
        """Whether the list is open."""
        return self.panel is not None and not self.panel.isHidden()

    def toggle(self) -> None:
        """Open the list and go into it; close it where the keyboard is in it already."""
        panel = self.panel if self.panel is not None else self._make_panel()
        if not panel.isHidden() and panel.isAncestorOf(panel.window().focusWidget()):
            self._close()
            return
        panel.show()
        self._on_measured()
        near = self._at(self._caret())
        if near is not None:
            panel.select(near.start)
        panel.enter(Qt.FocusReason.ShortcutFocusReason)
        # Once the article has its new height.
        QTimer.singleShot(0, self, self._point_at_current)

    def _make_panel(self) -> CoveragePanel:
        from factcheck.gui.coverage.panel import CoveragePanel  # noqa: PLC0415 - when asked for

        panel = CoveragePanel(self._workspace.settings)
        panel.hide()
        panel.pointed.connect(lambda each: self.pointed.emit(each.start, each.end))
        panel.entered.connect(self._go_to_current)
        panel.left.connect(self._close)
        self._workspace.settings_changed.connect(self._on_settings)
        self._put_in(panel)
        self.panel = panel
        return panel

    def _close(self) -> None:
        if self.panel is not None:
            self.panel.hide()
            self.marked.emit(())
            here = self._caret()
            self.reached.emit(here, here)

    def _point_at_current(self) -> None:
        sentence = self.panel.list.current if self.panel else None
        if sentence is not None:
            self.pointed.emit(sentence.start, sentence.end)

    def _go_to_current(self) -> None:
        sentence = self.panel.list.current if self.panel else None
        if sentence is not None:
            self.reached.emit(sentence.start, sentence.end)

    def _on_settings(self, settings: object) -> None:
        if self.panel is not None:
            self.panel.settings = settings  # type: ignore[assignment]
            self._on_measured()

    def _on_measured(self) -> None:
        if self.panel is None or self.panel.isHidden():
            return
        article = self._workspace.article
        self.panel.show_coverage(self._examiner.coverage, article.text if article else "")
        self.marked.emit(tuple((each.start, each.end) for each in self._missing))

    # --- going through

    @property
    def _missing(self) -> Sequence[CheckableSentence]:
        return self._examiner.coverage.missing if self._examiner.coverage else ()

    def _at(self, at: int) -> CheckableSentence | None:
        return next((each for each in self._missing if each.start <= at <= each.end), None)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) uncovered sentence, round at the ends."""
        if self._examiner.coverage is None:
            self._workspace.said.emit(tr("The article is being read. Try again in a moment."))
            return
        missing, here = self._missing, self._caret()
        if not missing:
            self._workspace.said.emit(tr("Every checkable sentence is covered."))
            return
        if by > 0:
            beyond = (each for each in missing if each.start > here)
            wanted = next(beyond, missing[0])
        else:
            before = (each for each in reversed(missing) if each.end < here)
            wanted = next(before, missing[-1])
        self._reach(wanted)

    def _reach(self, sentence: CheckableSentence) -> None:
        way = self.pointed if self._is_in_list else self.reached
        way.emit(sentence.start, sentence.end)
        if self.panel is not None:
            self.panel.select(sentence.start)

    @property
    def _is_in_list(self) -> bool:
        return self.panel is not None and self.is_shown and self.panel.list.hasFocus()

    # --- nothing to check

    def mark_nothing(self) -> None:
        """Say of the uncovered sentence at the cursor that it holds nothing to check; go on."""
        from factcheck.operations.suggestions import mark_nothing  # noqa: PLC0415

        article, sentence = self._workspace.article, self._meant()
        if article is None or sentence is None:
            self._workspace.said.emit(
                tr(
                    "There is no uncovered sentence here. {key} goes to the next one.",
                    key=key_text("next_uncovered"),
                )
            )
            return
        suggested = self._suggestion_in(sentence)
        place = {"start": sentence.start, "end": sentence.end}
        if self._workspace.run(mark_nothing, article_id=article.id, **place) is None:
            return
        following = marking.following_suggestion(self._workspace, suggested) if suggested else None
        if following is not None and not self._is_in_list:
            self._workspace.select_claim(following)
        else:
            self._go_on(sentence)

    def _meant(self) -> CheckableSentence | None:
        current = self.panel.list.current if self._is_in_list and self.panel else None
        return self._at(current.start if current else self._caret())

    def _suggestion_in(self, sentence: CheckableSentence) -> Claim | None:
        claim = self._workspace.selected_claim
        is_there = claim is not None and bool(marking.suggestions(self._workspace, [claim.id]))
        if claim is None or not is_there:
            return None
        is_inside = sentence.start <= claim.anchor.start and claim.anchor.end <= sentence.end
        return claim if is_inside else None

    def _go_on(self, after: CheckableSentence) -> None:
        rest = [each for each in self._missing if each.start != after.start]
        beyond = (each for each in rest if each.start > after.start)
        wanted = next(beyond, rest[0] if rest else None)
        if wanted is not None:
            self._reach(wanted)
        else:
            self._workspace.said.emit(tr("Every checkable sentence is covered."))

    def unmark_nothing(self) -> None:
        """Take the mark of the sentence at the cursor away."""
        from factcheck.operations.coverage import is_nothing  # noqa: PLC0415
        from factcheck.operations.suggestions import unmark_nothing  # noqa: PLC0415

        here = self._caret()
        claims = self._workspace.claims
        marks = [
            each
            for each in claims
            if each.anchor.start <= here <= each.anchor.end
            if is_nothing(each)
        ]
        if not marks:
            self._workspace.said.emit(tr("The sentence at the cursor is not marked."))
            return
        for each in marks[:1]:
            place = {"start": each.anchor.start, "end": each.anchor.end}
            self._workspace.run(unmark_nothing, article_id=each.article_id, **place)
