"""The QApplication: fonts, language, direction and theme."""

import logging

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from factcheck import __version__
from factcheck.gui import qt_texts, theme
from factcheck.runtime.i18n import is_rtl, set_language
from factcheck.runtime.settings import Settings

_WEIGHTS = ("Regular", "SemiBold")
_log = logging.getLogger(__name__)


def create(settings: Settings) -> QApplication:
    """Return the one QApplication, made ready for `settings`; a display must be there.

    Before words are shown, `prepare_words` has to be called.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        # The style as an argument: QApplication.setStyle brings QStyle and its many enumerations.
        app = QApplication(["factcheck", "-style", "fusion"])
    app.setApplicationName("factcheck")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("factcheck")
    speak(app, settings)
    dress(app, settings)
    return app


def speak(app: QApplication, settings: Settings) -> None:
    """Set the language, the digits of Qt's widgets and the layout direction."""
    set_language(settings.language)
    # ar_001 writes Latin digits, ar_EG Arabic ones; both know the Gulf's month names.
    arabic = "ar_EG" if settings.digits == "arabic" else "ar_001"
    QLocale.setDefault(QLocale(arabic if is_rtl() else "en_GB"))
    direction = Qt.LayoutDirection.RightToLeft if is_rtl() else Qt.LayoutDirection.LeftToRight
    app.setLayoutDirection(direction)


def dress(app: QApplication, settings: Settings) -> None:
    """Set colours and text size."""
    theme.apply(app, settings.theme, settings.text_size)


def prepare_words() -> None:
    """Load the font, and make Qt's own buttons speak the language in use.

    Not part of `create`: a window without words is painted sooner.
    """
    app = QApplication.instance()
    if isinstance(app, QApplication):
        qt_texts.install(app)
    _load_fonts()


def _load_fonts() -> None:
    """Add the program's own font, so that Arabic shows on a machine without one."""
    from fontpkg_ibm_plex_sans_arabic import ROOT  # noqa: PLC0415 - one use, at start

    if theme.FAMILY in QFontDatabase.applicationFontFamilies(0):
        return
    for weight in _WEIGHTS:
        path = ROOT / "files" / f"IBMPlexSansArabic-{weight}.ttf"
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            _log.warning("a font could not be loaded: %s", weight)
