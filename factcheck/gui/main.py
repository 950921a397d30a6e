"""The composition root: opens the desk, or draws it into a picture.

The window is painted first; SQLAlchemy and the panels (`assembly`) are imported after that.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from factcheck.domain.errors import BusyError, UserError
from factcheck.gui import application
from factcheck.gui.ending import Ending
from factcheck.gui.leaving import Leaving
from factcheck.gui.main_window import MainWindow
from factcheck.gui.plain_imports import plain_imports
from factcheck.gui.recent import RecentMenu, RecentRecords
from factcheck.gui.window_state import WindowState
from factcheck.gui.workspace import Workspace
from factcheck.runtime.i18n import language

if TYPE_CHECKING:
    from factcheck.gui.crash_guard import CrashGuard
    from factcheck.gui.desk import Desk
    from factcheck.gui.sharing.link import Link
    from factcheck.gui.ways_out import WaysOut
    from factcheck.runtime.launching import DeskOptions, PictureOptions
    from factcheck.runtime.settings import Settings

_OPENING = 10.0
"""Seconds that the opening waits for somebody else who is writing."""
_AGAIN_MS = 150


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
    ending = Ending(app)
    try:
        return app.exec()
    finally:
        ending.stop()


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
        self._leaving = Leaving(self.workspace)
        self.guard: CrashGuard | None = None
        self._language = options.settings.language
        self.window = self._new_window()
        self.desk: Desk | None = None
        self.link: Link | None = None
        self._recent = RecentRecords(self._state)
        self._wanted: Path | str = options.database
        self._may_make = True
        self._ways_out: WaysOut | None = None
        self._patience = monotonic() + _OPENING
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
        with plain_imports():
            from factcheck.gui.opening import first_record  # noqa: PLC0415

        wanted, may_make = first_record(self._options, self._recent)
        self._open_instead(wanted, may_make=may_make)

    def _open_instead(self, record: Path | str, *, may_make: bool = True) -> None:
        """Open a record while none is open; one that is missing is made where it may be."""
        self._wanted, self._may_make = record, may_make
        self._patience = monotonic() + _OPENING
        self.window.frame.show_opening()
        if isinstance(record, Path):
            self._open_file()
            return
        from factcheck.gui.opening import open_for_desk  # noqa: PLC0415
        from factcheck.gui.reaching import reach  # noqa: PLC0415 - only for a server

        paths, settings = self._options.paths, self.workspace.settings
        attempt = partial(open_for_desk, record, paths, settings, create=may_make)
        reach(attempt, self.window, self._open_file, self._fail)

    def _open_file(self) -> None:
        with plain_imports():
            from factcheck.gui.opening import go_to_last_place  # noqa: PLC0415

        try:
            self._attach(self._wanted, may_make=self._may_make)
        except BusyError as error:
            if monotonic() < self._patience:
                QTimer.singleShot(_AGAIN_MS, self, self._open_file)
            else:
                self._fail(error)
            return
        except UserError as error:
            self._fail(error)
            return
        if self._ways_out is None:
            self._fill()
        else:
            self._ways_out = None
            self._rebuild()
        go_to_last_place(self.workspace, self._options, self._state)
        self.window.frame.show_page(desk=self.workspace.article is not None)
        self.opened.emit()

    def _fail(self, error: UserError) -> None:
        from factcheck.gui.ways_out import WaysOut  # noqa: PLC0415 - hardly ever

        if self._ways_out is None:
            paths = self._options.paths
            self._ways_out = WaysOut(self.workspace, self.window, paths, self._open_instead)
        record, may_make = self._wanted, self._may_make
        again = partial(self._open_instead, record, may_make=may_make)
        self._ways_out.show(record, error, again)
        self.opened.emit()

    def _attach(self, address: Path | str, *, may_make: bool) -> None:
        """Open a record and let go of the one before it, if there is one.

        Raises:
            UserError: It cannot be opened; the one before it stays open.
        """
        with plain_imports():
            from factcheck.gui.opening import open_for_desk  # noqa: PLC0415
            from factcheck.gui.sharing.link import Link  # noqa: PLC0415

        workspace, paths = self.workspace, self._options.paths
        opened = open_for_desk(address, paths, workspace.settings, create=may_make)
        self._let_go()
        workspace.attach(opened.store)
        self.link = Link(workspace, opened, address, paths)
        self.link.after_crash = bool(self._options.crash_report)
        self._recent.note(address)
        self.link.rescued.connect(lambda rescued, _name: self._recent.note(rescued.address))

    def switch(self, address: Path | str, *, may_make: bool = True) -> None:
        """Work on another record from now on; one that is missing is made where it may be."""
        workspace = self.workspace
        workspace.flush_edits()
        if not self._may_leave(lambda: self.switch(address, may_make=may_make)):
            return
        try:
            self._attach(address, may_make=may_make)
        except UserError as error:
            workspace.failed.emit(error)
            return
        self._rebuild()
        store = workspace.store
        if store is not None and self._state.has_place(store.path):
            article, claim = self._state.place(store.path)
            workspace.open_article(article)
            workspace.select_claim(claim)

    def close(self) -> None:
        """Write what is half typed, remember the place, and let go of the file."""
        self._let_go()
        if self.guard is not None:
            self.guard.close()

    def _may_leave(self, leave: Callable[[], object]) -> bool:
        """Return whether the file can be let go of; else ask, and call `leave` when it can."""
        if self.link is not None:
            self.link.make_good()
        return self._leaving.may_leave(self.window, leave)

    def _let_go(self) -> None:
        workspace = self.workspace
        workspace.settle()
        if workspace.store is not None:
            article = workspace.article.id if workspace.article else None
            self._state.keep_place(workspace.store.path, article, workspace.selected)
        if self.link is not None:
            self.link.close()
            self.link.deleteLater()
            self.link = None
        workspace.close()

    # --- windows

    def _new_window(self) -> MainWindow:
        window = MainWindow(self._state)
        window.closing.connect(self.close)
        window.may_close = lambda: self._may_leave(window.close)
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

        self.desk = assemble(self.workspace, self.window, self.link, self.switch)
        reopen = partial(self.switch, may_make=False)
        recent = RecentMenu(self._recent, self._options.paths.database, self.window, reopen)
        self.window.frame.actions_table["open_recent"].setMenu(recent.menu)
        self.window.frame.actions_table.bind(recent.commands())

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
        self.workspace.settle()
        old.may_close = lambda: True
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
