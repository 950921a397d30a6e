"""What is decided about a claim: kind, work state, priority, verdict and why."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from factcheck.domain.claim import Claim, ClaimKind, Priority, WorkState
from factcheck.domain.ids import RatingId
from factcheck.gui import marking, theme
from factcheck.gui.review.fields import Fields
from factcheck.gui.review.verdict_box import VerdictBox
from factcheck.gui.widgets.choice_box import Choice, ChoiceBox
from factcheck.gui.widgets.flow import FlowLayout
from factcheck.gui.widgets.labelled import Labelled
from factcheck.gui.widgets.settling_edit import SettlingEdit
from factcheck.gui.workspace import Workspace
from factcheck.runtime.i18n import tr
from factcheck.text.naming import Named, name_of


def _box(name: str, object_name: str, values: Iterable[Named]) -> ChoiceBox:
    box = ChoiceBox(name)
    box.setObjectName(object_name)
    box.setPlaceholderText(tr("Several"))
    box.set_choices(Choice(each, name_of(each)) for each in values)
    return box


class Assessment(QWidget):
    """The boxes act on all chosen claims, the rationale on the selected one."""

    def __init__(
        self, workspace: Workspace, fields: Fields[Claim], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.kind = _box(tr("Kind"), "kindBox", ClaimKind)
        self.state = _box(tr("Work state"), "stateBox", WorkState)
        self.priority = _box(tr("Priority"), "priorityBox", Priority)
        self.verdict = VerdictBox(workspace)
        self.rationale = SettlingEdit(lines=3)
        self.rationale.setObjectName("rationaleEdit")
        self.rationale.setPlaceholderText(tr("Why this verdict; part of the report"))
        fields.bind(self.rationale, "rationale")
        self._lay_out()
        self.kind.chosen.connect(lambda each: self._edit("kind", each))
        self.state.chosen.connect(lambda each: self._edit("state", each))
        self.priority.chosen.connect(lambda each: self._edit("priority", each))
        self.verdict.chosen.connect(self._rate)

    def _lay_out(self) -> None:
        boxes = FlowLayout(gap=theme.GRID)
        boxes.addWidget(Labelled(tr("Kind"), self.kind))
        boxes.addWidget(Labelled(tr("Work state"), self.state))
        boxes.addWidget(Labelled(tr("Priority"), self.priority))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GRID)
        layout.addLayout(boxes)
        layout.addWidget(Labelled(tr("Verdict"), self.verdict))
        layout.addWidget(Labelled(tr("Rationale"), self.rationale))

    def show_claims(self, claims: Sequence[Claim]) -> None:
        """Show what these claims have in common; a box stays empty where they differ."""
        self.verdict.offer(claims)
        _show_common(self.kind, [claim.kind for claim in claims])
        _show_common(self.state, [claim.state for claim in claims])
        _show_common(self.priority, [claim.priority for claim in claims])
        _show_common(self.verdict, [claim.rating_id for claim in claims])

    def _edit(self, field: str, value: object) -> None:
        marking.edit(self._workspace, **{field: value})
        self._show_chosen()

    def _rate(self, rating_id: RatingId | None) -> None:
        marking.rate(self._workspace, rating_id)
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Show what is recorded, which is not what was asked for where that was refused."""
        self.show_claims(marking.chosen_claims(self._workspace))

    def flush(self) -> None:
        """Take choices that have not settled."""
        for box in (self.kind, self.state, self.priority, self.verdict):
            box.flush()

    def restyle(self) -> None:
        """Draw the verdicts again in the colours of the theme."""
        self.verdict.offer(marking.chosen_claims(self._workspace), again=True)


def _show_common(box: ChoiceBox, values: Sequence[object]) -> None:
    if not values:
        return
    if any(value != values[0] for value in values):
        box.show_nothing()
    else:
        box.show_value(values[0])
