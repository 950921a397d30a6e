"""What a claim asks of others: a new wording for the article, a question to be answered."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from factcheck.domain.claim import Claim
from factcheck.gui import theme
from factcheck.gui.review.fields import Fields
from factcheck.gui.widgets.labelled import Labelled
from factcheck.gui.widgets.settling_edit import SettlingEdit
from factcheck.runtime.i18n import tr


class FollowUp(QWidget):
    """The proposed wording goes into the checked copy, the question into the query memo."""

    def __init__(self, fields: Fields[Claim], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wording = SettlingEdit(lines=2)
        self.wording.setObjectName("newWordingEdit")
        self.wording.setPlaceholderText(tr("What the article should say instead"))
        fields.bind(self.wording, "new_wording")
        self.question = SettlingEdit(lines=2)
        self.question.setObjectName("questionEdit")
        self.question.setPlaceholderText(tr("What the writer or a source must answer"))
        fields.bind(self.question, "question")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GRID)
        layout.addWidget(Labelled(tr("New wording"), self.wording))
        layout.addWidget(Labelled(tr("Question"), self.question))
