"""Where one person left the windows: sizes, splitters, the last article.

Kept per person, never in the shared file.
"""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QWidget

from factcheck.domain.ids import ArticleId, ClaimId


class WindowState:
    """Remembers by name; what cannot be read counts as not remembered."""

    def __init__(self, path: Path | None) -> None:
        """Keep everything in the file at `path`, or nowhere."""
        self._store = QSettings(str(path), QSettings.Format.IniFormat) if path else None

    def keep_geometry(self, name: str, window: QWidget) -> None:
        """Remember size, place and whether a window was maximised."""
        self._set(f"{name}/geometry", window.saveGeometry())

    def restore_geometry(self, name: str, window: QWidget) -> bool:
        """Put a window where it was; return whether that was known."""
        stored = self._get(f"{name}/geometry")
        return isinstance(stored, QByteArray) and window.restoreGeometry(stored)

    def keep_sizes(self, name: str, sizes: Sequence[int]) -> None:
        """Remember sizes in pixels, as of a splitter or of columns."""
        self._set(f"{name}/sizes", " ".join(map(str, sizes)))

    def sizes(self, name: str) -> list[int]:
        """Return remembered sizes in pixels, [] where there are none."""
        stored = self._get(f"{name}/sizes")
        with suppress(ValueError):
            return [int(each) for each in str(stored or "").split()]
        return []

    def keep_text(self, name: str, text: str) -> None:
        """Remember a text, such as the choices of a dialog."""
        self._set(f"{name}/text", text)

    def text(self, name: str) -> str:
        """Return a remembered text, empty where there is none."""
        return str(self._get(f"{name}/text") or "")

    def keep_place(self, database: Path, article: ArticleId | None, claim: ClaimId | None) -> None:
        """Remember what was open in a database."""
        self._set(f"places/{_key(database)}", f"{article or ''} {claim or ''}")

    def place(self, database: Path) -> tuple[ArticleId | None, ClaimId | None]:
        """Return what was open in a database."""
        parts = [*str(self._get(f"places/{_key(database)}") or "").split(" "), ""]
        article, claim = (_uuid(part) for part in parts[:2])
        return (ArticleId(article) if article else None, ClaimId(claim) if claim else None)

    def has_place(self, database: Path) -> bool:
        """Return whether this person had this database open before."""
        return self._get(f"places/{_key(database)}") is not None

    def _set(self, key: str, value: object) -> None:
        if self._store is not None:
            self._store.setValue(key, value)

    def _get(self, key: str) -> object:
        return self._store.value(key) if self._store is not None else None


def _key(database: Path) -> str:
    return str(database).replace("/", "|").replace("\\", "|")


def _uuid(text: str) -> UUID | None:
    with suppress(ValueError):
        return UUID(text)
    return None
