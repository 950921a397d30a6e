"""The words of Qt's own buttons and menus, in the Arabic of newsrooms instead of Qt's.

Qt's Arabic catalogue (`qtbase_ar`) speaks in the imperative. What people meet daily is taken from
our own catalogue; the rest comes from Qt's.
"""

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from factcheck.domain.errors import N_
from factcheck.runtime.i18n import language, tr

_TEXTS = {
    "OK": N_("OK"),
    "Save": N_("Save"),
    "Cancel": N_("Cancel"),
    "Close": N_("Close"),
    "Open": N_("Open"),
    "Apply": N_("Apply"),
    "Reset": N_("Reset"),
    "Discard": N_("Discard"),
    "Yes": N_("Yes"),
    "No": N_("No"),
    "Help": N_("Help"),
    "Undo": N_("Undo"),
    "Redo": N_("Redo"),
    "Cut": N_("Cut"),
    "Copy": N_("Copy"),
    "Paste": N_("Paste"),
    "Delete": N_("Delete"),
    "Select All": N_("Select all"),
    "Copy Link Location": N_("Copy link address"),
}


_installed: list[QTranslator] = []


class _ButtonTexts(QTranslator):
    """Answers for a few of Qt's texts and leaves the others to the translator before it."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        text = _TEXTS.get(source.replace("&", ""))
        # None becomes a null string, which sends Qt on to the next translator; "" would not.
        return tr(text) if text is not None else None  # type: ignore[return-value]


def install(app: QApplication) -> None:
    """Make Qt speak the language in use, replacing what was installed before."""
    while _installed:
        app.removeTranslator(_installed.pop())
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    qt = QTranslator()
    if qt.load(f"qtbase_{language()}", folder):
        _installed.append(qt)
    _installed.append(_ButtonTexts())
    for translator in _installed:
        app.installTranslator(translator)
