"""The composition root: opens the desk, or draws it into a picture.

The window is painted first; SQLAlchemy and the panels (`assembly`) are imported after that.
"""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from factcheck.domain.errors import UserError
from factcheck.gui import application
from factcheck.gui.main_window import MainWindow
from factcheck.gui.plain_imports import plain_imports
from factcheck.gui.window_state import WindowState
from factcheck.gui.workspace import Workspace
from factcheck.runtime.i18n import language

if TYPE_CHECKING:
    from factcheck.gui.crash_guard import CrashGuard
    from factcheck.gui.desk import Desk
    from factcheck.runtime.launching import DeskOptions, PictureOptions
    from factcheck.runtime.settings import Settings


def open_desk(options: DeskOptions) -> int:
    """Open the desk and return the exit code once it is closed.

    A display must be there; check before calling (`QApplication` would abort the process).
    """
    # Nothing of what a start makes is garbage; looking for some takes a tenth of its time.
    gc.disable()
    options.paths.make_folders()
    app = application.create(options.settings)
    session = DeskSession(app, options)
    session.opened.connect(_collect_from_here)
    session.start()
    return app.exec()


def screenshot(options: PictureOptions) -> int:
    """Draw the desk with an article into `options.target` (PNG), without a display.

    Raises:
        UserError: The database or the article cannot be read.
        OSError: The picture cannot be written.
    """
    from factcheck.gui.crash_guard import log_message  # noqa: PLC0415 - pulls in the dialog
    from factcheck.gui.picture import draw  # noqa: PLC0415 - pulls in SQLAlchemy

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    former = qInstallMessageHandler(log_message)
    try:
        draw(application.create(options.settings), options)
    finally:
        qInstallMessageHandler(former)
    return 0


def _collect_from_here() -> None:
    gc.freeze()
    gc.enable()


class DeskSession(QObject):
    """One run of the desk: a workspace, and the window that shows it in the language in use.

    `opened` tells that the file is open, or why it is not is shown.
    """

    opened = Signal()

    def __init__(self, app: QApplication, options: DeskOptions) -> None:
        super().__init__()
        self._app = app
        self._options = options
        self._state = WindowState(options.paths.window_file)
        self.workspace = Workspace(options.settings, options.paths.settings_file)
        self.guard: CrashGuard | None = None
        self._language = options.settings.language
        self.window = self._new_window()
        self.desk: Desk | None = None
        self.workspace.settings_changed.connect(self._on_settings)
        app.styleHints().colorSchemeChanged.connect(self._on_colour_scheme)

    def start(self) -> None:
        """Show the window; the file is opened once it is painted."""
        self.window.first_painted.connect(lambda: QTimer.singleShot(0, self.open))
        self.window.show()

    def open(self) -> None:
        """Open the file, put the panels in and go to where the person left off."""
        self._stand_guard()
        self.window.build()
        self._open_file()
        self.opened.emit()

    def _open_file(self) -> None:
        with plain_imports():
            from factcheck.gui.opening import go_to_last_place, open_store  # noqa: PLC0415

        try:
            store = open_store(self._options, self.workspace.settings)
        except UserError as error:
            self.window.frame.show_failure(error)
            self.window.frame.actions_table.bind({"quit": self.window.close})
            return
        self.workspace.attach(store)
        self._fill()
        go_to_last_place(self.workspace, self._options, self._state)
        self.window.frame.show_page(desk=self.workspace.article is not None)

    def close(self) -> None:
        """Write what is half typed, remember the place, and let go of the file."""
        self.workspace.flush_edits()
        article = self.workspace.article
        if self.workspace.store is not None:
            self._state.keep_place(
                self.workspace.store.path,
                article.id if article else None,
                self.workspace.selected,
            )
        self.workspace.close()
        if self.guard is not None:
            self.guard.close()

    # --- windows

    def _new_window(self) -> MainWindow:
        window = MainWindow(self._state)
        window.closing.connect(self.close)
        return window

    def _stand_guard(self) -> None:
        """Show bugs from now on, and the one that ended an earlier run."""
        from factcheck.gui.crash_guard import CrashGuard  # noqa: PLC0415 - after the first paint

        self.guard = CrashGuard(self.workspace.flush_edits)
        if self._options.crash_report:
            self.guard.caught.emit(self._options.crash_report)

    def _fill(self) -> None:
        with plain_imports():
            from factcheck.gui.assembly import assemble  # noqa: PLC0415 - after the first paint

        self.desk = assemble(self.workspace, self.window)

    def _on_settings(self, settings: Settings) -> None:
        application.dress(self._app, settings)
        if settings.language != self._language:
            self._language = settings.language
            # Later, because the dialog that asked for it still stands in the old window.
            QTimer.singleShot(0, self._rebuild)
        elif settings.language == language():
            application.speak(self._app, settings)

    def _rebuild(self) -> None:
        """Replace the window by one in the language in use, at the same place."""
        old, selected = self.window, self.workspace.selected
        is_desk = old.frame.is_desk
        old.closing.disconnect(self.close)
        old.remember()
        application.speak(self._app, self.workspace.settings)
        self.window = self._new_window()
        self.window.build()
        self._fill()
        article = self.workspace.article
        self.workspace.open_article(article.id if article else None)
        self.workspace.select_claim(selected)
        self.window.frame.show_page(desk=is_desk)
        self.window.show()
        old.close()
        old.deleteLater()

    def _on_colour_scheme(self) -> None:
        application.dress(self._app, self.workspace.settings)
