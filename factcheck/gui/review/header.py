"""The number and the exact words of the claim, to read but not to change."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from factcheck.domain.claim import Claim, WorkState
from factcheck.gui import theme
from factcheck.gui.review.company_bar import CompanyBar
from factcheck.gui.review.differences import Differences
from factcheck.gui.review.suggestion import SuggestionBar
from factcheck.gui.widgets.labelled import Caption, Remark
from factcheck.gui.widgets.settling_edit import SettlingEdit
from factcheck.gui.workspace import Workspace
from factcheck.runtime.i18n import ntr, tr
from factcheck.text.display import format_number

_LONGEST = 4000
"""Code points of a claim's words that the panel shows; the article shows all of them."""


class Header(QWidget):
    """What the rest of the panel is about; says so when several claims are chosen."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._number = QLabel(self)
        self.mark = Caption("", self)
        # Room for two lines, so that all below stays where it is from most claims to the next.
        self.words = SettlingEdit(self, lines=2, most=8)
        self.words.setObjectName("exactWords")
        self.words.setAccessibleName(tr("Exact words"))
        self.words.setReadOnly(True)
        self.words.setFrameShape(QFrame.Shape.NoFrame)
        self.suggestion = SuggestionBar(workspace, self)
        self.differences = Differences(workspace, self)
        self.company = CompanyBar(workspace, self)
        self.several = Remark(self)
        line = QHBoxLayout()
        line.setSpacing(theme.GRID)
        line.addWidget(self._number)
        line.addWidget(self.mark, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GRID // 2)
        layout.addLayout(line)
        layout.addWidget(self.words)
        layout.addWidget(self.company)
        layout.addWidget(self.suggestion)
        layout.addWidget(self.differences)
        layout.addWidget(self.several)
        self.restyle()

    def show_claim(self, claim: Claim, chosen: int) -> None:
        """Show a claim; `chosen` is how many are chosen with it."""
        settings = self._workspace.settings
        shown = format_number(claim.number, settings)
        self._number.setText(tr("Claim {number}", number=shown) if claim.number else tr("Claim"))
        is_suggested = claim.state is WorkState.SUGGESTED
        self.mark.setText(tr("Suggested by the program") if is_suggested else "")
        self.words.load(claim.anchor.exact[:_LONGEST])
        self.company.show_claim(claim)
        self.suggestion.show_claim(claim)
        self.differences.show_claim(claim)
        self.several.say(
            ntr(
                "{n} claim is chosen. Kind, work state, priority and verdict go to all of them.",
                "{n} claims are chosen. Kind, work state, priority and verdict go to all of them.",
                chosen,
                n=format_number(chosen, settings),
            )
            if chosen > 1
            else ""
        )

    def restyle(self) -> None:
        """Take fonts and colours from the theme again."""
        self._number.setFont(theme.title_font())
        font = theme.reading_font()
        font.setPointSizeF((font.pointSizeF() + theme.body_font().pointSizeF()) / 2)
        if self.words.font() != font:
            self.words.setFont(font)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.restyle()
