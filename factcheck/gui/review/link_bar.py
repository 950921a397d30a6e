"""Opening a link: at once, after showing where it really leads, or never."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from factcheck.gui import theme
from factcheck.gui.widgets.labelled import Remark
from factcheck.runtime.i18n import tr
from factcheck.text.addresses import BROKEN_HOST, Opening, judge
from factcheck.text.isolation import isolate


class LinkBar(QWidget):
    """A question or a refusal under the field of the link; hidden most of the time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._url = ""
        self.question = Remark(self)
        self.yes = QPushButton(tr("Open it"), self)
        self.no = QPushButton(tr("Leave it"), self)
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GRID // 2)
        layout.addWidget(self.question)
        layout.addLayout(row)
        self.yes.clicked.connect(self._open)
        self.no.clicked.connect(self.hide)
        self.hide()

    def ask_to_open(self, url: str) -> None:
        """Open `url` in the browser if it may be; otherwise ask, or say why not."""
        address = judge(url)
        self._url = address.url.strip(" ")
        if address.verdict is Opening.OPEN:
            self._open()
            return
        if address.verdict is Opening.TEXT:
            self._refuse(tr(address.reason))
            return
        self.question.say(
            tr(
                "{reason} This link leads to {host}. Open it?",
                reason=tr(address.reason),
                host=isolate(address.host),
            ),
            is_warning=True,
        )
        self.yes.show()
        self.no.show()
        self.show()
        # The safe answer is the one that a hasty key gives.
        self.no.setFocus()

    def _open(self) -> None:
        self.hide()
        # Qt reads addresses by its own rules; what it reads differently is not opened.
        url = QUrl(self._url, QUrl.ParsingMode.StrictMode)
        if url.isValid():
            QDesktopServices.openUrl(url)
        else:
            self._refuse(tr(BROKEN_HOST))

    def _refuse(self, reason: str) -> None:
        self.question.say(reason, is_warning=True)
        self.yes.hide()
        self.no.hide()
        self.show()
