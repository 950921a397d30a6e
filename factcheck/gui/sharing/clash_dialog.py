"""What to do with text that somebody else was faster with: mine, theirs, or another one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from factcheck.gui import theme
from factcheck.gui.sharing.choice_group import ChoiceGroup, Offer
from factcheck.gui.sharing.values import stored_words
from factcheck.gui.sharing.wording import about_words, who_words
from factcheck.gui.widgets.dialog import Dialog
from factcheck.gui.widgets.dialog_buttons import dialog_buttons
from factcheck.gui.widgets.labelled import Heading
from factcheck.gui.widgets.notice import Notice
from factcheck.operations.choosing import Choice, choose_edits
from factcheck.operations.conflicts import DATES, TEXTS
from factcheck.runtime.i18n import tr
from factcheck.text.three_way import merged_lines

if TYPE_CHECKING:
    from factcheck.domain.conflict import Clash
    from factcheck.gui.sharing.drafts import Draft, Drafts
    from factcheck.gui.workspace import Workspace


class ClashDialog(Dialog):
    """Asks about drafts, field by field; closing it keeps them for later."""

    def __init__(
        self, workspace: Workspace, drafts: Drafts, asked: tuple[Draft, ...], parent: QWidget
    ) -> None:
        super().__init__("clashDialog", tr("Two edits of the same field"), (560, 520), parent)
        self._workspace = workspace
        self._drafts = drafts
        self._asked = asked
        self.groups: list[tuple[Clash, ChoiceGroup]] = []
        self._explanation = QLabel(
            tr(
                "Somebody saved other words while you were writing. Nothing is lost: choose for"
                " each field what shall stand. If you close this, your text is kept as a draft."
            )
            if any(each.clash.who for each in asked)
            else tr(
                "These texts of yours could not be saved. Nothing is lost: choose for each field"
                " what shall stand. If you close this, your text is kept as a draft."
            )
        )
        self._explanation.setWordWrap(True)
        # The first place of the keyboard: whoever goes on typing chooses nothing by accident.
        self._explanation.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.notice = Notice(self)
        self._buttons = dialog_buttons(
            (tr("Save what is chosen"), self.save),
            cancel=(tr("Keep my text as a draft"), self.reject),
        )
        self._buttons.setObjectName("clashButtons")
        self.column.addWidget(self._explanation)
        self.column.addWidget(self._scrolling(), 1)
        self.column.addWidget(self.notice)
        self.column.addWidget(self._buttons)
        self._allow()
        self._explanation.setFocus()

    def _scrolling(self) -> QScrollArea:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        for draft in self._asked:
            self._add(column, draft)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        return area

    def _add(self, column: QVBoxLayout, draft: Draft) -> None:
        clash = draft.clash
        name = about_words(clash)
        claim = self._workspace.claim(draft.claim_id)
        shown = partial(stored_words, self._workspace, clash.field)
        column.addWidget(Heading(name))
        if claim is not None and len({each.claim_id for each in self._asked}) > 1:
            column.addWidget(_wrapped(tr("Claim: {words}", words=claim.anchor.exact)))
        column.addWidget(_wrapped(tr("Before: {value}", value=shown(clash.base))))
        theirs = (
            who_words(clash.who, clash.at, self._workspace.settings)
            if clash.who or clash.theirs != clash.base
            else tr("As it stands")
        )
        offers = [
            Offer(clash.mine, tr("Mine"), shown(clash.mine)),
            Offer(clash.theirs, theirs, shown(clash.theirs)),
        ]
        group = ChoiceGroup(name, offers, _proposal(clash), self)
        group.decided.connect(self._allow)
        self.groups.append((clash, group))
        column.addWidget(group)

    @property
    def save_button(self) -> QPushButton:
        """The button that stores what was chosen, enabled once everything is."""
        return next(each for each in self._buttons.findChildren(QPushButton) if each.isDefault())

    def _allow(self) -> None:
        self.save_button.setEnabled(all(group.chosen is not None for _, group in self.groups))

    def save(self) -> None:
        """Store what was chosen and forget the drafts; a new clash is asked about anew."""
        choices = [
            Choice(clash, group.chosen.stored)
            for clash, group in self.groups
            if group.chosen is not None
        ]
        if len(choices) < len(self.groups):
            return
        wanted = [each for each in choices if each.value != each.clash.theirs]
        with self.notice.refusals(self._workspace):
            if wanted and self._workspace.save(choose_edits, choices=wanted) is None:
                self._keep_waiting()
                return
        for each in choices:
            self._drafts.drop(each.clash)
        self.accept()

    def _keep_waiting(self) -> None:
        if not self.notice.text():
            self.notice.refuse(tr("The file is busy right now. Try again in a moment."))


def _proposal(clash: Clash) -> str | None:
    """Return what another text begins with: both edits where their lines differ, else mine."""
    if clash.field in DATES:
        return clash.mine or ""
    if clash.field not in TEXTS:
        return None
    mine = clash.mine or ""
    return merged_lines(clash.base or "", mine, clash.theirs or "") or mine


def _wrapped(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
