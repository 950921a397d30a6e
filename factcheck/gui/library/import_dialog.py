"""Taking in an article: what was read of the file or the clipboard, and what is known of it."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from factcheck.domain.article import ArticleDraft
from factcheck.domain.errors import UserError
from factcheck.gui import theme
from factcheck.gui.library.details_form import DetailsForm
from factcheck.gui.widgets.dialog_buttons import dialog_buttons
from factcheck.gui.widgets.notice import Notice
from factcheck.gui.widgets.settling_edit import SettlingEdit
from factcheck.gui.workspace import Workspace
from factcheck.importing import registry
from factcheck.operations import articles
from factcheck.runtime.i18n import explain, tr
from factcheck.text.isolation import isolate

_PREVIEW = 4000
"""Letters of a file that are shown before it is taken in."""


class ImportDialog(QDialog):
    """Reads `source` (a file, a text, or nothing yet to be pasted) and adds it as an article."""

    def __init__(self, workspace: Workspace, source: Path | str | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._file = source if isinstance(source, Path) else None
        self._draft: ArticleDraft | None = None
        self._guessed = ""
        self.setObjectName("importDialog")
        self.setWindowTitle(tr("Add an article"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(theme.scaled(900), theme.scaled(560))
        self.form = DetailsForm(workspace.settings)
        self.encoding = self._encodings()
        self.notice = Notice()
        self.text = _TextArea(is_file=self._file is not None)
        self._lay_out()
        if isinstance(source, str):
            self.text.setPlainText(source)
        self._read()
        self.text.textChanged.connect(self._read_typed)
        self.encoding.currentIndexChanged.connect(self._read)
        (self.form.lines["title"] if source else self.text).setFocus()

    def _lay_out(self) -> None:
        name = self._file.name if self._file else ""
        heading = QLabel(isolate(name) if name else tr("Paste or type the text of the article."))
        heading.setFont(theme.strong_font())
        encoding = QWidget()
        row = QHBoxLayout(encoding)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        row.addWidget(QLabel(tr("Encoding")))
        row.addWidget(self.encoding, 1)
        encoding.setVisible(self._file is not None)
        reading = QVBoxLayout()
        reading.setSpacing(theme.GRID)
        for widget, share in ((heading, 0), (self.text, 1), (encoding, 0)):
            reading.addWidget(widget, share)
        describing = QVBoxLayout()
        describing.addWidget(self.form)
        describing.addStretch()
        halves = QHBoxLayout()
        halves.setSpacing(theme.GRID * 2)
        halves.addLayout(reading, 3)
        halves.addLayout(describing, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.GRID * 2] * 4)
        column.setSpacing(theme.GRID)
        column.addLayout(halves, 1)
        column.addWidget(self.notice)
        column.addWidget(dialog_buttons((tr("Add"), self._add), cancel=(tr("Cancel"), self.reject)))

    def _encodings(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("encodingBox")
        box.setAccessibleName(tr("Encoding"))
        box.addItem(tr("Recognised by itself"), None)
        for name in registry.CHOICES:
            box.addItem(registry.LABELS[name], name)
        return box

    # --- reading

    def _read_typed(self) -> None:
        if self._file is None:
            self._read()

    def _read(self) -> None:
        self.notice.withdraw()
        self._draft = None
        typed = self.text.toPlainText()
        if self._file is None and not typed.strip():
            return
        try:
            if self._file is not None:
                self._draft = registry.read(self._file, self.encoding.currentData())
                self.text.show_preview(self._draft.text)
            else:
                self._draft = registry.read_text(typed)
        except UserError as error:
            if self._file is not None:
                self.text.show_preview("")
            self.notice.refuse(explain(error))
            return
        self._guess(self._draft)

    def _guess(self, draft: ArticleDraft) -> None:
        title = self.form.lines["title"]
        if title.text() == self._guessed:
            title.setText(draft.title)
            title.setCursorPosition(0)
            self.form.language.setCurrentIndex(max(0, self.form.language.findData(draft.language)))
        self._guessed = draft.title

    # --- taking in

    def _add(self) -> None:
        if self._draft is None:
            if self.notice.isHidden():
                self.notice.refuse(tr("There is no text yet. Paste one, or choose a file."))
            return
        try:
            draft = replace(self._draft, **self.form.values())
        except UserError as error:
            self.notice.refuse(explain(error))
            return
        with self.notice.refusals(self._workspace):
            changes = self._workspace.run(articles.add_article, draft=draft)
        if changes is not None:
            self.accept()
            self._workspace.open_article(next(iter(changes.articles), None))


class _TextArea(SettlingEdit):
    """The text to take in: editable when pasted, a preview when it comes from a file."""

    def __init__(self, *, is_file: bool) -> None:
        super().__init__(lines=8, most=400)
        self.setObjectName("importText")
        self.setAccessibleName(tr("Text of the article"))
        self.setReadOnly(is_file)
        self.setMinimumHeight(0)
        self.setMaximumHeight(16777215)

    def show_preview(self, text: str) -> None:
        """Show the beginning of a file."""
        self.load(text if len(text) <= _PREVIEW else f"{text[:_PREVIEW]}…")

    def _fit(self, size: object) -> None:
        """Fill the room there is."""
