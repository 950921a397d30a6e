"""The QApplication: fonts, language, direction, theme, and what happens to bugs."""

import logging
from collections.abc import Callable

from PySide6.QtCore import (
    QLocale,
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from factcheck import __version__
from factcheck.gui import qt_texts, theme
from factcheck.gui.widgets.crash_dialog import CrashDialog
from factcheck.runtime.crash import install_hooks
from factcheck.runtime.i18n import is_rtl, set_language
from factcheck.runtime.settings import Settings

_WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")
_log = logging.getLogger(__name__)


def create(settings: Settings) -> QApplication:
    """Return the one QApplication, made ready for `settings`; a display must be there."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["factcheck"])
    app.setApplicationName("factcheck")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("factcheck")
    load_fonts()
    speak(app, settings)
    dress(app, settings)
    return app


def speak(app: QApplication, settings: Settings) -> None:
    """Set the language, the digits of Qt's widgets and the layout direction."""
    set_language(settings.language)
    # ar_001 writes Latin digits, ar_EG Arabic ones; both know the Gulf's month names.
    arabic = "ar_EG" if settings.digits == "arabic" else "ar_001"
    QLocale.setDefault(QLocale(arabic if is_rtl() else "en_GB"))
    qt_texts.install(app)
    direction = Qt.LayoutDirection.RightToLeft if is_rtl() else Qt.LayoutDirection.LeftToRight
    app.setLayoutDirection(direction)


def dress(app: QApplication, settings: Settings) -> None:
    """Set colours and text size."""
    theme.apply(app, settings.theme, settings.text_size)


def load_fonts() -> None:
    """Add the program's own font, so that Arabic shows on a machine without one."""
    from fontpkg_ibm_plex_sans_arabic import ROOT  # noqa: PLC0415 - one use, at start

    if theme.FAMILY in QFontDatabase.applicationFontFamilies(0):
        return
    for weight in _WEIGHTS:
        path = ROOT / "files" / f"IBMPlexSansArabic-{weight}.ttf"
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            _log.warning("a font could not be loaded: %s", weight)


class CrashGuard(QObject):
    """Shows bugs of any thread in a dialog; text in fields stays as it is."""

    caught = Signal(str)

    def __init__(self, rescue: Callable[[], None]) -> None:
        """Call `rescue` before showing a bug, to write what is half typed."""
        super().__init__()
        self._rescue = rescue
        self._dialog: CrashDialog | None = None
        # Queued, because the exception may come from a worker or out of a paint event.
        self.caught.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._restore = install_hooks(lambda _error, report: self.caught.emit(report))
        qInstallMessageHandler(_log_message)

    def close(self) -> None:
        """Put the former hooks back."""
        self._restore()
        qInstallMessageHandler(None)

    def _show(self, report: str) -> None:
        if self._dialog is not None and self._dialog.isVisible():
            return
        try:
            self._rescue()
        except Exception:  # noqa: BLE001 - the report of the first bug matters more
            _log.exception("half-typed text could not be written")
        self._dialog = CrashDialog(report, QApplication.activeWindow())
        self._dialog.open()


def _log_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        _log.warning("qt: %s", message)
