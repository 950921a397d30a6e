"""The evidence of the claim: rows, the form of the current one, and ways to add to them."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from factcheck.domain.claim import Claim
from factcheck.domain.evidence import Evidence, EvidenceDraft
from factcheck.domain.ids import ClaimId, EvidenceId
from factcheck.gui import theme
from factcheck.gui.icons import icon
from factcheck.gui.review.evidence_form import EvidenceForm
from factcheck.gui.review.evidence_list import EvidenceList
from factcheck.gui.review.evidence_model import EvidenceModel
from factcheck.gui.review.link_bar import LinkBar
from factcheck.gui.review.links import drafts_of_text
from factcheck.gui.shortcuts import key_text
from factcheck.gui.widgets.labelled import Heading, Remark
from factcheck.gui.workspace import Workspace
from factcheck.runtime.i18n import tr


def given_text(data: QMimeData) -> str:
    """Return the addresses or the text that were dropped or pasted; files give nothing."""
    urls = [each.toString() for each in data.urls() if not each.isLocalFile()]
    return "\n".join(urls) or ("" if data.hasUrls() else data.text())


class EvidenceSection(QWidget):
    """Shows one claim's evidence; links dropped on it or pasted into it become evidence.

    `shown` tells that an empty form has been opened.
    """

    shown = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._claim_id: ClaimId | None = None
        self._model = EvidenceModel(self)
        # In the order in which they stand, because Tab follows it.
        self.add_button = self._button("add", tr("Add evidence"), self.add, "add_evidence")
        self.add_button.setObjectName("addEvidenceButton")
        self.add_button.setText(tr("Add"))
        self.add_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._hint = Remark(self)
        self.list = EvidenceList(workspace, self._model, self)
        self._buttons = self._button_row()
        self.link = LinkBar(self)
        self.form = EvidenceForm(workspace, self)
        self.setAcceptDrops(True)
        self._lay_out()
        self.list.picked.connect(self._pick)
        self.list.moved.connect(self.reorder)
        self.list.deleted.connect(self.delete)
        self.list.activated.connect(self.open_link)
        self.form.created.connect(self._show_created)
        workspace.company.begun_asked.connect(self._go_on_with)

    def _lay_out(self) -> None:
        heading = Heading(tr("Evidence"), self)
        heading.add(self.add_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GRID * 3 // 4)
        for widget in (heading, self._hint, self.list, self._buttons, self.link, self.form):
            layout.addWidget(widget)

    def _button_row(self) -> QWidget:
        made = QWidget(self)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID // 2)
        row.addWidget(self._button("open", tr("Open the link"), self.open_link, "open_evidence"))
        row.addWidget(self._button("link", tr("Open the archived copy"), self.open_archive))
        row.addStretch(1)
        row.addWidget(self._button("up", tr("Move up"), lambda: self.reorder(-1)))
        row.addWidget(self._button("down", tr("Move down"), lambda: self.reorder(1)))
        row.addWidget(self._button("delete", tr("Delete the evidence"), self.delete))
        return made

    def _button(self, name: str, text: str, act: object, command_id: str = "") -> QToolButton:
        button = QToolButton(self)
        button.setProperty("icon_name", name)
        button.setIcon(icon(name))
        button.setAutoRaise(True)
        button.setAccessibleName(text)
        keys = key_text(command_id) if command_id else ""
        button.setToolTip(f"{text} \u2066({keys})\u2069" if keys else text)
        button.clicked.connect(act)
        return button

    # --- what is shown

    def show_claim(self, claim: Claim | None) -> None:
        """Show the evidence of another claim, or the present evidence of the same one."""
        is_other = (claim and claim.id) != self._claim_id
        self._claim_id = claim.id if claim else None
        rows = self._read(claim)
        wanted = None if is_other else self.form.evidence_id
        keeps_new = not is_other and self.form.is_new and self.form.isVisibleTo(self)
        self.list.selectionModel().blockSignals(True)  # noqa: FBT003 - Qt's own
        self._model.show_evidence(rows)
        self.list.selectionModel().blockSignals(False)  # noqa: FBT003
        self._hint.say("" if rows else tr("Drop or paste a link here, or add one by hand."))
        if not keeps_new:
            self._select(wanted)

    @property
    def first_place(self) -> QWidget:
        """Where the keyboard goes first: to the rows, or to what adds the first one."""
        return self.list if self._model.rows else self.add_button

    def _read(self, claim: Claim | None) -> list[Evidence]:
        from factcheck.storage import queries  # noqa: PLC0415 - after the first paint

        if claim is None or not claim.evidence_count:
            return []
        return self._workspace.read_or([], queries.evidence, claim.id)

    def _select(self, evidence_id: EvidenceId | None) -> None:
        row = self._model.row_of(evidence_id)
        if row is None:
            self.list.clearSelection()
            self.list.setCurrentIndex(self._model.index(-1))
            self._pick(None)
        else:
            self.list.setCurrentIndex(self._model.index(row))
            self._pick(self._model.rows[row])

    def _pick(self, evidence: Evidence | None) -> None:
        self.link.hide()
        self.form.setVisible(evidence is not None)
        self._buttons.setVisible(evidence is not None)
        self.form.show_evidence(self._claim_id if evidence else None, evidence)

    def _show_created(self, evidence_id: EvidenceId) -> None:
        self._select(evidence_id)

    def restyle(self) -> None:
        """Take fonts and colours from the theme again."""
        self.list.restyle()
        for button in self.findChildren(QToolButton):
            name = button.property("icon_name")
            if name:
                button.setIcon(icon(name))

    def settle(self) -> None:
        """Write what is half typed."""
        self.form.settle()

    # --- what a person does

    def add(self) -> None:
        """Open an empty form; it is stored as soon as it says something."""
        if self._claim_id is None:
            return
        self.form.settle()
        self.list.clearSelection()
        self.form.show_evidence(self._claim_id, None)
        self.form.show()
        self._buttons.hide()
        self.form.lines["url"].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.shown.emit()

    def _go_on_with(self, draft: EvidenceDraft) -> None:
        self.add()
        if self._claim_id is not None:
            self.form.go_on_with(draft)

    def take(self, text: str) -> None:
        """Make evidence of every link in `text`, or of the text as a quoted passage."""
        from factcheck.operations import evidence  # noqa: PLC0415 - after the first paint

        created: EvidenceId | None = None
        for draft in drafts_of_text(text) if self._claim_id else []:
            changes = self._workspace.run(
                evidence.add_evidence, claim_id=self._claim_id, draft=draft
            )
            if changes is not None and changes.created is not None:
                created = EvidenceId(changes.created)
        if created is not None:
            self._select(created)

    def reorder(self, step: int) -> None:
        """Move the current evidence up (-1) or down (1)."""
        from factcheck.operations import evidence  # noqa: PLC0415 - after the first paint

        row = self._model.row_of(self.form.evidence_id)
        if row is not None and 0 <= row + step < len(self._model.rows):
            self._workspace.run(
                evidence.move_evidence, evidence_id=self.form.evidence_id, position=row + step
            )

    def delete(self) -> None:
        """Delete the current evidence; undo brings it back."""
        from factcheck.operations import evidence  # noqa: PLC0415 - after the first paint

        row = self._model.row_of(self.form.evidence_id)
        if row is None:
            return
        self._workspace.run(evidence.delete_evidence, evidence_ids=[self.form.evidence_id])
        left = self._model.rows
        self._select(left[min(row, len(left) - 1)].id if left else None)

    def open_link(self) -> None:
        """Open the address of the current evidence, if the rules of addresses let it."""
        self._open(self.form.lines["url"].text())

    def open_archive(self) -> None:
        """Open the archived copy of the current evidence, if the rules let it."""
        self._open(self.form.lines["archive_url"].text())

    def _open(self, address: str) -> None:
        if address.strip():
            self.link.ask_to_open(address)
        elif self.form.evidence_id is not None:
            self._workspace.said.emit(tr("This evidence has no such address."))

    # --- pasting and dropping

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.take(given_text(QGuiApplication.clipboard().mimeData()))
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        _welcome(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        _welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take(given_text(event.mimeData()))


def _welcome(event: QDragMoveEvent) -> None:
    if given_text(event.mimeData()):
        event.acceptProposedAction()
    else:
        event.ignore()
