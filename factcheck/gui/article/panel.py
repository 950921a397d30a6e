"""The article beside its claims: heading, text, search and the claims at the cursor."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from factcheck.domain.article import Article
from factcheck.domain.changes import Changes
from factcheck.domain.ids import ClaimId
from factcheck.gui.article.claim_keys import ClaimKeys
from factcheck.gui.article.find_bar import FindBar
from factcheck.gui.article.heading import Heading
from factcheck.gui.article.here import ClaimsHere
from factcheck.gui.article.search import ArticleSearch
from factcheck.gui.article.view import ArticleView
from factcheck.gui.shortcuts import command
from factcheck.gui.widgets.empty_state import EmptyState
from factcheck.gui.widgets.pane import Pane
from factcheck.gui.workspace import Workspace
from factcheck.runtime.i18n import tr
from factcheck.runtime.settings import TEXT_SIZES, Settings

_ZOOM_STEP = 10


class ArticlePanel(Pane):
    """Shows the open article and keeps it in step with the workspace."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._restyling = QTimer(self, singleShot=True, interval=0)
        self._restyling.timeout.connect(self._restyle)
        self.setAccessibleName(tr("Article"))
        self.heading = Heading()
        self.view = ArticleView(workspace.settings)
        self.find_bar = FindBar()
        self.here = ClaimsHere()
        self._keys = ClaimKeys(workspace, self.view)
        self._search = ArticleSearch(self.find_bar, self.view)
        self._nothing_open = EmptyState(
            tr("No article is open"),
            tr("Open one in the library, or add a new one."),
            ("show_library", "add_article"),
        )
        self._body = self._lay_out()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._nothing_open)
        self._pages.addWidget(self._body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self.entry = self.view
        self._connect()
        self._on_opened(workspace.article)

    def _lay_out(self) -> QWidget:
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.heading)
        layout.addWidget(self.find_bar)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.here)
        return body

    def _connect(self) -> None:
        workspace, view = self._workspace, self.view
        workspace.article_opened.connect(self._on_opened)
        workspace.changed.connect(self._on_changed)
        workspace.claim_selected.connect(self._on_selected)
        workspace.settings_changed.connect(self._on_settings)
        view.claim_picked.connect(workspace.select_claim)
        view.cursor_moved.connect(self._show_here)
        view.entered.connect(self._keys.enter)
        view.zoomed.connect(self._zoom)
        view.menu_wanted.connect(lambda place: self.menu().popup(place))
        self.here.picked.connect(workspace.select_claim)
        self.here.left.connect(self._focus_text)

    def commands(self) -> dict[str, Callable[[], None]]:
        """Return what the keys of the article do, by command id."""
        return {
            "focus_article": self._focus_text,
            "claims_here": self._enter_here,
            **self._search.commands(),
            **self._keys.commands(),
        }

    @property
    def caret(self) -> int:
        """Where the cursor stands, in code points; the beginning of what is selected."""
        return min(self.view.selection)

    def point_at(self, start: int, end: int) -> None:
        """Select [start, end) and bring it into view."""
        self.view.set_selection(start, end)
        self.view.reveal(start, max(start + 1, end))

    def go_to(self, start: int, end: int) -> None:
        """Select [start, end), bring it into view and the keyboard along."""
        self.point_at(start, end)
        self._focus_text()
        self.view.announce(self.view.shown.text[start:end])

    # --- in step with the workspace

    def _on_opened(self, article: Article | None) -> None:
        self.view.show_text(article.text if article else "")
        self._refresh()
        self._search.start_again()
        self._pages.setCurrentWidget(self._body if article else self._nothing_open)

    def _on_changed(self, changes: Changes) -> None:
        article = self._workspace.article
        if article is None or not (changes.scales or article.id in changes.articles):
            return
        if article.text != self.view.shown.text:
            self._on_opened(article)
        else:
            self._refresh()

    def _refresh(self) -> None:
        workspace = self._workspace
        self.heading.show_article(workspace.article, workspace.settings)
        self.view.show_claims(workspace.claims, workspace.ratings)
        self._show_here()

    def _on_selected(self, _claim_id: ClaimId | None) -> None:
        claim = self._workspace.selected_claim
        self.view.show_selected(claim)
        self._show_here()
        if claim is not None:
            self.view.announce(self.view.shown.describe(claim))

    def _on_settings(self, settings: Settings) -> None:
        self.view.show_settings(settings)
        self.heading.show_article(self._workspace.article, settings)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Parts with a font of their own are not told that the program's font changed.
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._restyling.start()

    def _restyle(self) -> None:
        self.heading.restyle()
        self.find_bar.restyle()
        self.view.restyle()

    # --- what the panel itself does

    def _show_here(self) -> None:
        shown = self.view.shown
        self.here.show_claims(shown.at_cursor(self.view.caret), shown)

    def _enter_here(self) -> None:
        shown = self.view.shown
        claims = shown.at_cursor(self.view.caret)
        if len(claims) > 1:
            self.here.take_focus()
        elif claims:
            self._workspace.select_claim(claims[0].id)
        else:
            self._workspace.said.emit(tr("There is no claim at the cursor."))

    def menu(self) -> QMenu:
        """Return what can be done at the cursor: a claim made, one of those here selected."""
        menu = self.view.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first = menu.actions()[0]
        shown = self.view.shown
        made = QAction(tr(command("make_claim").text), menu)
        made.setShortcut(QKeySequence(command("make_claim").keys[0]))
        made.triggered.connect(self._keys.make_claim)
        menu.insertAction(first, made)
        menu.insertSeparator(first)
        for claim in shown.at_cursor(self.view.caret):
            chosen = QAction(shown.describe(claim), menu)
            chosen.triggered.connect(partial(self._workspace.select_claim, claim.id))
            menu.insertAction(first, chosen)
        menu.insertSeparator(first)
        return menu

    def _focus_text(self) -> None:
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _zoom(self, steps: int) -> None:
        least, most = TEXT_SIZES
        size = self._workspace.settings.text_size + steps * _ZOOM_STEP
        self._workspace.update_settings(text_size=min(max(size, least), most))
