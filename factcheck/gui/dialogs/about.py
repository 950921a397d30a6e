"""What the program is, and what it stands on."""

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QLabel, QWidget

from factcheck import __version__
from factcheck.gui import theme
from factcheck.gui.widgets.dialog import Dialog
from factcheck.gui.widgets.dialog_buttons import dialog_buttons
from factcheck.runtime.i18n import tr


class AboutDialog(Dialog):
    """A few lines of text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("aboutDialog", tr("About factcheck"), (440, 220), parent)
        heading = QLabel(tr("factcheck {version}", version=__version__))
        heading.setFont(theme.title_font())
        lines = [
            tr("A desk for checking articles claim by claim, Arabic first."),
            tr("Runs on Qt {version}, used under the LGPL.", version=qVersion()),
            tr("The typeface is IBM Plex Sans Arabic, under the SIL Open Font License."),
        ]
        self.column.addWidget(heading)
        for text in lines:
            label = QLabel(text)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            self.column.addWidget(label)
        self.column.addStretch()
        self.column.addWidget(dialog_buttons((tr("Close"), self.accept)))
