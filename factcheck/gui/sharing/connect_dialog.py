"""The address of a server and, apart from it, the password."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QLineEdit, QPushButton, QWidget

from factcheck.domain.errors import UserError
from factcheck.gui import theme
from factcheck.gui.jobs import Job, Jobs, Tell
from factcheck.gui.widgets.dialog import Dialog
from factcheck.gui.widgets.dialog_buttons import dialog_buttons
from factcheck.gui.widgets.notice import Notice
from factcheck.runtime.i18n import explain, tr

Try = Callable[[str, str, bool], str]
"""Tries an address with a password, perhaps making a record; returns the address to go on with."""

PLACEHOLDER = "postgresql://name@host/base"


class ConnectDialog(Dialog):
    """Tries what was typed on a worker, and goes on with it only where it works."""

    def __init__(
        self, title: str, attempt: Try, go_on: Callable[[str], None], parent: QWidget
    ) -> None:
        super().__init__("connectDialog", title, (520, 260), parent)
        self._attempt = attempt
        self._go_on = go_on
        # Of the window, since a dialog that is closed would wait for the server.
        self._jobs = Jobs(parent)
        self._job: Job | None = None
        self.address = QLineEdit()
        self.address.setObjectName("serverAddress")
        self.address.setPlaceholderText(PLACEHOLDER)
        self.address.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.password = QLineEdit()
        self.password.setObjectName("serverPassword")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.create_box = QCheckBox(tr("Make a new record there if there is none"))
        explanation = QLabel(
            tr(
                "The password goes into the key ring of this machine; it is not written anywhere"
                " else. Leave it empty if it is there already."
            )
        )
        explanation.setWordWrap(True)
        self.notice = Notice(self)
        form = QFormLayout()
        form.setSpacing(theme.GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, field in (
            (tr("Address of the server"), self.address),
            (tr("Password"), self.password),
        ):
            field.setAccessibleName(label)
            form.addRow(label, field)
        form.addRow("", self.create_box)
        self._buttons = dialog_buttons(
            (tr("Connect"), self.connect_now), cancel=(tr("Cancel"), self.reject)
        )
        self.column.addLayout(form)
        self.column.addWidget(explanation)
        self.column.addWidget(self.notice)
        self.column.addStretch(1)
        self.column.addWidget(self._buttons)
        self.finished.connect(self._give_up)

    def connect_now(self) -> None:
        """Try the address; the dialog stays open until that has worked."""
        typed = self.address.text().strip()
        password, create = self.password.text(), self.create_box.isChecked()
        self.notice.withdraw()
        self._allow(allowed=False)

        def work(_tell: Tell) -> tuple[str, UserError | None]:
            try:
                return self._attempt(typed, password, create), None
            except UserError as error:
                return "", error

        self._job = self._jobs.start(work, self._answer)

    def _give_up(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _answer(self, found: tuple[str, UserError | None]) -> None:
        self._job = None
        address, error = found
        self._allow(allowed=True)
        if error is not None:
            self.notice.refuse(explain(error))
            return
        self.accept()
        self._go_on(address)

    def _allow(self, *, allowed: bool) -> None:
        for button in self._buttons.findChildren(QPushButton):
            if button.isDefault():
                button.setEnabled(allowed)
                button.setText(tr("Connect") if allowed else tr("Connecting…"))
