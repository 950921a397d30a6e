"""The claim panel: the selected claim, section by section."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from factcheck.domain.changes import Changes
from factcheck.domain.claim import Claim
from factcheck.domain.ids import ClaimId
from factcheck.gui import marking, theme
from factcheck.gui.contradictions import Contradictions
from factcheck.gui.examiner import Examiner
from factcheck.gui.review.assessment import Assessment
from factcheck.gui.review.evidence_section import EvidenceSection
from factcheck.gui.review.fields import Fields, Values
from factcheck.gui.review.figures import FiguresSection
from factcheck.gui.review.follow_up import FollowUp
from factcheck.gui.review.header import Header
from factcheck.gui.review.history import HistorySection
from factcheck.gui.review.saying import Saying
from factcheck.gui.review.verdict_chooser import VerdictChooser
from factcheck.gui.widgets.empty_state import EmptyState
from factcheck.gui.widgets.labelled import Labelled
from factcheck.gui.widgets.pane import Pane
from factcheck.gui.widgets.settling_edit import SettlingEdit
from factcheck.gui.workspace import Workspace
from factcheck.runtime.i18n import tr

LEAST_WIDTH = 260
"""Width below which the fields no longer make sense, in pixels at normal text size."""

_LAYOUT_ROUNDS = 3


class ClaimPanel(Pane):
    """Shows the selected claim; its boxes act on all chosen ones."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setObjectName("claimPanel")
        self.setAccessibleName(tr("Claim"))
        self._fields: Fields[Claim] = Fields(
            self._store, self._store_late, workspace.writer.leave_over
        )
        self._shown: ClaimId | None = None
        self._make_sections()
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._scrolling())
        self._pages.addWidget(
            EmptyState(
                tr("No claim is selected"),
                tr("Choose one in the list or click on its words."),
                ["next_claim", "focus_claims"],
            )
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self.setMinimumWidth(theme.scaled(LEAST_WIDTH))
        self.entry = self.assessment.kind
        workspace.register_pending(self.settle)
        workspace.claims_chosen.connect(self._show)
        workspace.article_opened.connect(self._show)
        workspace.changed.connect(self._on_changed)
        workspace.settings_changed.connect(self._restyle)
        workspace.company.changed.connect(self._flag)
        self._show()

    def _make_sections(self) -> None:
        workspace = self._workspace
        self.header = Header(workspace)
        self.assessment = Assessment(workspace, self._fields)
        self.figures = FiguresSection(workspace, self._fields, self._store)
        self.saying = Saying(workspace, self._fields)
        self.evidence = EvidenceSection(workspace)
        self.evidence.shown.connect(self._scroll_to_form)
        self.follow_up = FollowUp(self._fields)
        self.notes = SettlingEdit(lines=2)
        self.notes.setObjectName("notesEdit")
        self.notes.setPlaceholderText(tr("Only for you and your colleagues; not in reports"))
        self._fields.bind(self.notes, "note")
        self.history = HistorySection(workspace)
        self._chooser: VerdictChooser | None = None
        self._places: dict[str, QWidget] = {
            "kind": self.assessment.kind,
            "state": self.assessment.state,
            "priority": self.assessment.priority,
            "rating_id": self.assessment.verdict,
            "rationale": self.assessment.rationale,
            "statement": self.saying.statement,
            "claimant": self.saying.claimant,
            "said_on": self.saying.said_on,
            "said_where": self.saying.said_where,
            "note": self.notes,
            "new_wording": self.follow_up.wording,
            "question": self.follow_up.question,
            **self.figures.places,
        }

    def _scrolling(self) -> QScrollArea:
        self._content = content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(*[theme.GRID] * 4)
        column.setSpacing(theme.GRID)
        for section in (
            self.header,
            self.saying,
            self.assessment,
            self.figures,
            self.evidence,
            self.follow_up,
            Labelled(tr("Private notes"), self.notes),
            self.history,
        ):
            column.addWidget(section)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that comes and goes changes the width of every field, and lays all out again.
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(content)
        return self._scroll

    def consult(self, examiner: Examiner, contradictions: Contradictions) -> None:
        """Show what these know about the claim."""
        self.header.suggestion.consult(examiner)
        self.header.differences.consult(contradictions)

    def commands(self) -> dict[str, Callable[[], None]]:
        """Return what the keys of the panel do, by command id."""
        return {
            "choose_verdict": self.choose_verdict,
            "focus_statement": lambda: self._go_to(self.saying.statement),
            "focus_claimant": lambda: self._go_to(self.saying.claimant),
            "focus_kind": lambda: self._go_to(self.assessment.kind),
            "focus_state": lambda: self._go_to(self.assessment.state),
            "focus_rationale": lambda: self._go_to(self.assessment.rationale),
            "focus_figures": lambda: self._go_to(self.figures.found.value),
            "focus_evidence": lambda: self._go_to(self.evidence.first_place),
            "focus_notes": lambda: self._go_to(self.notes),
            "show_history": self._show_history,
            "go_to_contradiction": self.header.differences.go,
            "add_evidence": self._add_evidence,
            "open_evidence": self.evidence.open_link,
        }

    # --- keys

    def choose_verdict(self) -> None:
        """Open the quick chooser for the verdict of the chosen claims."""
        if self._workspace.selected is None:
            return
        if self._chooser is None:
            self._chooser = VerdictChooser(self._workspace, self)
            self._chooser.chosen.connect(self._rate)
        box = self.assessment.verdict
        self._scroll.ensureWidgetVisible(box)
        self._chooser.open_at(box)

    def _rate(self, rating_id: object) -> None:
        marking.rate(self._workspace, rating_id)  # type: ignore[arg-type]

    def _go_to(self, widget: QWidget) -> None:
        if widget.isVisibleTo(self) and self._workspace.selected is not None:
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._scroll_to(widget)

    def _show_history(self) -> None:
        self.history.toggle.setChecked(True)
        self._go_to(self.history.list)

    def _add_evidence(self) -> None:
        if self._workspace.selected is not None:
            self.evidence.add()

    def _scroll_to(self, widget: QWidget, times: int = _LAYOUT_ROUNDS) -> None:
        """Scroll until `widget` is seen; what was just unfolded gets its place only by and by."""
        self._scroll.ensureWidgetVisible(widget)
        if times:
            QTimer.singleShot(0, self, lambda: self._scroll_to(widget, times - 1))

    def _scroll_to_form(self, times: int = _LAYOUT_ROUNDS) -> None:
        """Scroll until the form of new evidence begins at the top."""
        top = self.evidence.form.mapTo(self._content, QPoint(0, 0)).y()
        self._scroll.verticalScrollBar().setValue(top - theme.GRID)
        if times:
            QTimer.singleShot(0, self, lambda: self._scroll_to_form(times - 1))

    # --- writing and showing

    def settle(self) -> None:
        """Write what is half typed or half chosen."""
        self.assessment.flush()
        self.figures.flush()
        self._fields.settle()
        self.evidence.settle()

    def _store(self, values: Values, base: Values) -> bool:
        claim = self._workspace.claim(self._shown)
        if claim is not None and all(getattr(claim, name) == each for name, each in values.items()):
            return True
        return self._store_late(self._shown, values, base)

    def _store_late(self, claim_id: object, values: Values, base: Values) -> bool:
        from factcheck.operations import claims  # noqa: PLC0415 - after the first paint

        if claim_id is None:
            return True
        stored = self._workspace.save(
            claims.edit_claims, claim_ids=(claim_id,), values=values, base={claim_id: base}
        )
        return stored is not None

    def _show(self) -> None:
        workspace = self._workspace
        claim = workspace.selected_claim
        self._shown = claim.id if claim else None
        self._fields.show(self._shown, claim)
        if claim is not None:
            chosen = marking.chosen_claims(workspace)
            self.header.show_claim(claim, len(chosen))
            self.assessment.show_claims(chosen)
            self.figures.show_claim(claim)
        self._flag()
        self.evidence.show_claim(claim)
        self.history.show_claim(claim)
        self._pages.setCurrentIndex(0 if claim else 1)

    def _flag(self) -> None:
        """Mark the fields that are to be decided."""
        disputed = self.header.company.disputed
        for name, field in self._places.items():
            owner = field.parentWidget()
            if isinstance(owner, Labelled):
                owner.flag(tr("⚑ to decide") if name in disputed else "")

    def _on_changed(self, changes: Changes) -> None:
        chosen = changes.claims.intersection(self._workspace.chosen)
        if chosen or changes.scales or self._shown in changes.claims:
            self._show()

    def _restyle(self) -> None:
        self.header.restyle()
        self.assessment.restyle()
        self.evidence.restyle()
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = (QEvent.Type.PaletteChange, QEvent.Type.FontChange)
        if event.type() in kinds and hasattr(self, "history"):
            self.assessment.restyle()
            self.evidence.restyle()
