"""The library page: search, the table of articles, and the ways to take in a new one.

What takes in and changes articles is imported when it is asked for, not with the desk.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from factcheck.domain.changes import Changes
from factcheck.domain.ids import ArticleId
from factcheck.gui import theme
from factcheck.gui.icons import icon
from factcheck.gui.library.filling import PAGE, Filling
from factcheck.gui.library.model import LibraryModel
from factcheck.gui.library.table import ArticleTable
from factcheck.gui.library.wording import count_words, count_words_so_far
from factcheck.gui.widgets.empty_state import EmptyState
from factcheck.gui.widgets.pane import TablePane
from factcheck.gui.workspace import Workspace
from factcheck.runtime.i18n import tr
from factcheck.storage import queries


class LibraryView(TablePane):
    """Every article of the file."""

    def __init__(
        self, workspace: Workspace, parent: QWidget | None = None, page: int = PAGE
    ) -> None:
        """Read the articles in steps of `page`."""
        super().__init__(parent)
        self._workspace = workspace
        self.setObjectName("libraryView")
        self.setAccessibleName(tr("Library"))
        self.setAcceptDrops(True)
        self._model = LibraryModel(workspace, self._rename, self)
        self.table = ArticleTable(self._model, workspace.settings, self)
        self._filling = Filling(workspace, self.table, page)
        self.search = QLineEdit()
        self._count = QLabel()
        self._add = QPushButton(tr("Add an article…"))
        self._nothing_yet = EmptyState(
            tr("No articles yet"),
            tr("Paste a text, drop a file here, or choose one."),
            ["add_article", "import_file"],
        )
        self._nothing_found = EmptyState(
            tr("No article holds these words"), tr("Press Escape to see all articles again.")
        )
        self._pages = QStackedWidget()
        self._is_dressed = False
        self._lay_out()
        self._connect()

    def commands(self) -> dict[str, Callable[[], None]]:
        """Return what the commands of the library do, by command id."""
        return {
            "add_article": lambda: self._import(None),
            "import_file": self._choose_file,
            "edit_article": self._edit,
            "delete_articles": self._delete,
        }

    def set_columns(self, sizes: list[int]) -> None:
        """Give the columns the widths (pixels) that a person chose earlier."""
        self.table.set_columns(sizes)

    def columns(self) -> list[int]:
        """Return the widths of the columns in pixels, [] where nobody chose any."""
        return self.table.columns() if self.table.has_own_columns else []

    def _lay_out(self) -> None:
        self.search.setObjectName("librarySearch")
        self.search.setPlaceholderText(tr("Search titles and texts"))
        self.search.setAccessibleName(tr("Search titles and texts"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(theme.scaled(420))
        for page in (self.table, self._nothing_yet, self._nothing_found):
            self._pages.addWidget(page)
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        row.addWidget(self.search, 1)
        row.addWidget(self._count)
        row.addStretch()
        row.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.GRID * 2] * 4)
        column.setSpacing(theme.GRID)
        column.addLayout(row)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        workspace = self._workspace
        workspace.changed.connect(self._on_changed)
        workspace.settings_changed.connect(self._restyle)
        workspace.article_opened.connect(self._on_article_opened)
        self._filling.stepped.connect(self._show_count)
        self.search.textChanged.connect(self._filling.begin)
        self.search.returnPressed.connect(self._open)
        self.search.installEventFilter(self)
        self.table.opened.connect(self._open)
        self.table.deleted.connect(self._delete)
        self._add.clicked.connect(lambda _checked=False: self._import(None))
        self.entry = self.table

    # --- showing

    def _show_count(self) -> None:
        shown, total = len(self._model.rows), self._filling.total
        settings = self._workspace.settings
        if self._filling.is_complete:
            words = count_words(shown, settings)
        else:
            words = count_words_so_far(shown, total, settings)
        self._count.setText(words)
        is_searching = bool(self.search.text().strip())
        nothing = self._nothing_found if is_searching else self._nothing_yet
        is_empty = self._filling.is_complete and not shown
        self._pages.setCurrentWidget(nothing if is_empty else self.table)

    def _on_changed(self, changes: Changes) -> None:
        if changes.scales:
            self.table.viewport().update()
        if changes.articles:
            self._filling.touch(changes.articles)

    def _on_article_opened(self, article: object) -> None:
        if article is None:
            # So it is after a backup was put back, which names nothing that it took away.
            self._filling.look_again()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        if not self._is_dressed:
            # Mostly the desk opens first, and should not wait for the looks of this page.
            self._is_dressed = True
            self._restyle()
        self._filling.go_on()

    def hideEvent(self, event: object) -> None:
        super().hideEvent(event)  # type: ignore[arg-type]
        self._filling.pause()

    def _restyle(self) -> None:
        if not self._is_dressed:
            return
        self.table.restyle(self._workspace.settings)
        self._add.setIcon(icon("add"))
        self._count.setFont(theme.small_font())
        if self._model.rows:
            self._show_count()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._restyle()

    # --- what a person does to articles

    def _open(self) -> None:
        current = self.table.current
        if current is not None:
            self._workspace.open_article(current)

    def _rename(self, article_id: ArticleId, title: str) -> None:
        from factcheck.operations import articles  # noqa: PLC0415

        self._workspace.run(articles.edit_article, article_id=article_id, values={"title": title})

    def _edit(self) -> None:
        from factcheck.gui.library.details_dialog import DetailsDialog  # noqa: PLC0415

        article = self._workspace.article
        wanted = self.table.current if self.isVisible() else (article.id if article else None)
        if wanted is not None:
            known = self._workspace.read(queries.article, wanted)
            DetailsDialog(self._workspace, known, self.window()).open()

    def _delete(self) -> None:
        from factcheck.operations import articles  # noqa: PLC0415

        article = self._workspace.article
        ids = self.table.chosen if self.isVisible() else [article.id] if article else []
        if ids and self._workspace.run(articles.delete_articles, article_ids=ids) is not None:
            self._workspace.said.emit(tr("Deleted. Undo brings it back with all its claims."))

    # --- taking in

    def _choose_file(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self.window(), tr("Add an article from a file…"), "", _file_filter()
        )
        self._import(*map(Path, names))

    def _import(self, *sources: Path | str | None) -> None:
        """Ask about one source after the other."""
        from factcheck.gui.library.import_dialog import ImportDialog  # noqa: PLC0415

        if sources:
            dialog = ImportDialog(self._workspace, sources[0], self.window())
            dialog.finished.connect(lambda _result: self._import(*sources[1:]))
            dialog.open()

    def _paste(self) -> None:
        text = QApplication.clipboard().text()
        if text.strip():
            self._import(text)
        else:
            self._workspace.said.emit(tr("There is no text in the clipboard."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        if mime.hasText() or any(url.isLocalFile() for url in mime.urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        mime = event.mimeData()
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        sources: tuple[Path | str, ...] = (*files,) or (mime.text(),)
        self._import(*sources)
        event.acceptProposedAction()


def _file_filter() -> str:
    from factcheck.importing import registry  # noqa: PLC0415

    patterns = " ".join(f"*.{ending}" for ending in registry.ENDINGS)
    return f"{tr('Texts')} ({patterns});;{tr('All files')} (*)"
