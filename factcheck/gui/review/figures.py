"""Claimed and found values of quantities and dates, and how far apart they are."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from factcheck.domain.claim import Claim, ClaimKind
from factcheck.domain.figure import Comparator, Figure
from factcheck.gui import theme
from factcheck.gui.review.comparison_words import comparison_words
from factcheck.gui.review.date_line import DateField, iso_of
from factcheck.gui.review.fields import Fields, Store
from factcheck.gui.widgets.choice_box import Choice, ChoiceBox
from factcheck.gui.widgets.flow import FlowLayout
from factcheck.gui.widgets.labelled import Heading, Labelled, Remark
from factcheck.gui.widgets.settling_edit import SettlingLine
from factcheck.gui.workspace import Workspace
from factcheck.runtime.i18n import tr
from factcheck.text.figures import compare
from factcheck.text.naming import name_of

WITH_FIGURES = (ClaimKind.QUANTITY, ClaimKind.DATE)
"""Kinds of claim that state a figure."""


class FigureForm(QWidget):
    """Comparator, value, unit and as-of date of one figure; `name` is its field of the claim."""

    edited = Signal()

    def __init__(self, workspace: Workspace, name: str, titles: tuple[str, str]) -> None:
        """Show the names of value and comparator in `titles`."""
        super().__init__()
        self._name = name
        self._recorded = Figure()
        self.comparator = ChoiceBox(titles[1])
        self.comparator.set_choices(Choice(each, name_of(each)) for each in Comparator)
        self.comparator.setObjectName(f"{name}Comparator")
        self.value = SettlingLine()
        self.value.setObjectName(f"{name}Value")
        self.unit = SettlingLine()
        self.unit.setObjectName(f"{name}Unit")
        self.as_of = DateField(workspace)
        self.as_of.line.setObjectName(f"{name}AsOf")
        self._unit_box = Labelled(tr("Unit"), self.unit)
        self._as_of_box = Labelled(tr("As of"), self.as_of)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GRID // 2)
        layout.addWidget(Labelled(titles[0], self.value), 0, 0)
        layout.addWidget(Labelled(titles[1], self.comparator), 0, 1)
        layout.addWidget(self._unit_box, 1, 0)
        layout.addWidget(self._as_of_box, 1, 1)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(1, 1)
        self.setMinimumWidth(theme.scaled(150))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for line in (self.value, self.unit):
            line.textChanged.connect(self.edited)

    @property
    def figure(self) -> Figure:
        """The figure as typed; of a date that cannot be read, the recorded one."""
        try:
            as_of = iso_of(self.as_of.line.text())
        except ValueError:
            as_of = self._recorded.as_of
        comparator = self.comparator.value
        return replace(
            self._recorded,
            value=self.value.text(),
            unit=self.unit.text(),
            comparator=comparator if isinstance(comparator, Comparator) else Comparator.EXACT,
            as_of=as_of,
        )

    def bind(self, fields: Fields[Claim], store: Store) -> None:
        """Write the figure whenever one of its parts settles."""
        name = self._name

        def write(_text: str) -> dict[str, object]:
            return {name: self.figure}

        def write_date(text: str) -> dict[str, object]:
            iso_of(text)
            return {name: self.figure}

        fields.bind_with(self.value, lambda claim: str(getattr(claim, name).value), write)
        fields.bind_with(self.unit, lambda claim: str(getattr(claim, name).unit), write)
        fields.bind_with(self.as_of.line, lambda claim: str(getattr(claim, name).as_of), write_date)
        self.comparator.chosen.connect(
            lambda _chosen: store({name: self.figure}, {name: self._recorded})
        )
        self.comparator.chosen.connect(self.edited)

    def show_claim(self, claim: Claim) -> None:
        """Show what is not text; the lines are shown by their fields."""
        self._recorded = getattr(claim, self._name)
        self.comparator.show_value(self._recorded.comparator)
        is_date = claim.kind is ClaimKind.DATE
        self._unit_box.setVisible(not is_date)
        self._as_of_box.setVisible(not is_date)


class FiguresSection(QWidget):
    """Two figures side by side, and under them what comes of comparing them."""

    def __init__(
        self,
        workspace: Workspace,
        fields: Fields[Claim],
        store: Store,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.claimed = FigureForm(workspace, "claimed", (tr("Claimed"), tr("Claimed as")))
        self.found = FigureForm(workspace, "found", (tr("Found"), tr("Found as")))
        self.outcome = Remark(self)
        self.outcome.setObjectName("figureOutcome")
        forms = FlowLayout(gap=theme.GRID)
        for form in (self.claimed, self.found):
            form.bind(fields, store)
            form.edited.connect(self._compare)
            forms.addWidget(form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GRID // 2)
        layout.addWidget(Heading(tr("Figures")))
        layout.addLayout(forms)
        layout.addWidget(self.outcome)
        workspace.settings_changed.connect(self._compare)

    def show_claim(self, claim: Claim) -> None:
        """Show the figures of `claim`; hidden for claims that state none."""
        self.setVisible(claim.kind in WITH_FIGURES)
        for form in (self.claimed, self.found):
            form.show_claim(claim)
        self._compare()

    @property
    def places(self) -> dict[str, QWidget]:
        """The fields by the names of what they store."""
        found: dict[str, QWidget] = {}
        for name, form in (("claimed", self.claimed), ("found", self.found)):
            found[f"{name}_value"] = form.value
            found[f"{name}_unit"] = form.unit
            found[f"{name}_comparator"] = form.comparator
            found[f"{name}_as_of"] = form.as_of
        return found

    def flush(self) -> None:
        """Take choices that have not settled."""
        for form in (self.claimed, self.found):
            form.comparator.flush()

    def _compare(self) -> None:
        outcome = compare(self.claimed.figure, self.found.figure)
        self.outcome.say(comparison_words(outcome, self._workspace.settings))
