"""The claim's history: read from the file only while it is unfolded."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from factcheck.domain.claim import Claim
from factcheck.gui import theme
from factcheck.gui.review.history_words import HistoryWords
from factcheck.gui.workspace import Workspace
from factcheck.runtime.i18n import tr

_HEIGHT = 240


class HistorySection(QWidget):
    """A heading that unfolds into one entry per action, newest first."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._claim: Claim | None = None
        self.toggle = QToolButton(self)
        self.toggle.setText(tr("History"))
        self.toggle.setAccessibleName(tr("History"))
        self.toggle.setObjectName("historyToggle")
        self.toggle.setCheckable(True)
        self.toggle.setAutoRaise(True)
        self.toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.toggle.setArrowType(Qt.ArrowType.DownArrow)
        self.list = QListWidget(self)
        self.list.setObjectName("historyList")
        self.list.setAccessibleName(tr("History"))
        self.list.setWordWrap(True)
        self.list.setSpacing(theme.GRID // 4)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.list.setFixedHeight(theme.scaled(_HEIGHT))
        self.list.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GRID // 2)
        layout.addWidget(self.toggle)
        layout.addWidget(self.list)
        self.toggle.toggled.connect(self._unfold)

    def show_claim(self, claim: Claim | None) -> None:
        """Show the history of a claim."""
        self._claim = claim
        self._fill()

    def _unfold(self, is_open: bool) -> None:  # noqa: FBT001 - Qt's own
        self.toggle.setArrowType(Qt.ArrowType.UpArrow if is_open else Qt.ArrowType.DownArrow)
        self.list.setVisible(is_open)
        self._fill()

    def _fill(self) -> None:
        from factcheck.storage import ledger  # noqa: PLC0415 - after the first paint

        self.list.clear()
        if self._claim is None or not self.toggle.isChecked():
            return
        workspace = self._workspace
        words = HistoryWords(workspace.settings, workspace.ratings, workspace.reviewers)
        self.list.addItems(words.entries(workspace.read_or([], ledger.revisions, self._claim.id)))
