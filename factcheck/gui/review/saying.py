"""The claim as a sentence of its own, and who said it, when and where."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from factcheck.domain.claim import Claim
from factcheck.gui import theme
from factcheck.gui.review.date_line import DateField, iso_of
from factcheck.gui.review.fields import Fields
from factcheck.gui.widgets.flow import FlowLayout
from factcheck.gui.widgets.labelled import Labelled
from factcheck.gui.widgets.settling_edit import SettlingEdit, SettlingLine
from factcheck.gui.workspace import Workspace
from factcheck.runtime.i18n import tr


class Saying(QWidget):
    """Statement, claimant, said on, said where."""

    def __init__(
        self, workspace: Workspace, fields: Fields[Claim], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.statement = SettlingEdit(lines=2)
        self.statement.setObjectName("statementEdit")
        self.statement.setPlaceholderText(tr("The claim as a sentence that stands alone"))
        self.claimant = SettlingLine()
        self.claimant.setObjectName("claimantEdit")
        self.said_on = DateField(workspace)
        self.said_on.line.setObjectName("saidOnEdit")
        self.said_where = SettlingLine()
        self.said_where.setObjectName("saidWhereEdit")
        fields.bind(self.statement, "statement")
        fields.bind(self.claimant, "claimant")
        fields.bind(self.said_where, "said_where")
        fields.bind_with(
            self.said_on.line, lambda claim: claim.said_on, lambda text: {"said_on": iso_of(text)}
        )
        lines = FlowLayout(gap=theme.GRID)
        lines.addWidget(Labelled(tr("Said on"), self.said_on))
        lines.addWidget(Labelled(tr("Said where"), self.said_where))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GRID)
        layout.addWidget(Labelled(tr("Statement"), self.statement))
        layout.addWidget(Labelled(tr("Claimant"), self.claimant))
        layout.addLayout(lines)
