"""What a person sees when the program has a bug: that nothing is lost, and a report to send."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from factcheck.gui import theme
from factcheck.gui.widgets.dialog_buttons import dialog_buttons
from factcheck.runtime.i18n import tr


class CrashDialog(QDialog):
    """The report, readable and ready to copy."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("crashDialog")
        self.setWindowTitle(tr("Something went wrong in factcheck"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(theme.scaled(640), theme.scaled(440))
        heading = QLabel(
            tr(
                "This is a bug of the program, not a mistake of yours. Everything stored is safe "
                "and what you typed is still in its field; you can go on working."
            )
        )
        heading.setWordWrap(True)
        advice = QLabel(tr("Copy the report and send it to the people who look after the program."))
        advice.setWordWrap(True)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(tr("Report"))
        self.report.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[theme.GRID * 2] * 4)
        layout.setSpacing(theme.GRID)
        layout.addWidget(heading)
        layout.addWidget(advice)
        layout.addWidget(self.report, 1)
        layout.addWidget(
            dialog_buttons(
                (tr("Copy the report"), self._copy), (tr("Go on"), self.accept), default=1
            )
        )

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.report.toPlainText())
