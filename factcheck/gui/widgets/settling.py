"""When typed text counts as said: after a pause, or on leaving the field."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

SETTLE_MS = 1000
"""Idle time after which typed text settles, in milliseconds."""


class Settling(QObject):
    """Follows one field: what was last loaded, whether something else is typed there now."""

    def __init__(
        self, parent: QObject, read: Callable[[], str], settled: Callable[[str], None]
    ) -> None:
        """Read the field with `read`; call `settled` with text that came to rest."""
        super().__init__(parent)
        self._read = read
        self._settled = settled
        self._known = ""
        self._is_edited = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self.settle)

    @property
    def is_edited(self) -> bool:
        """Whether the field holds typed text that has not settled."""
        return self._is_edited

    def touch(self) -> None:
        """Take note that the person typed."""
        self._is_edited = self._read() != self._known
        if self._is_edited:
            self._timer.start()
        else:
            self._timer.stop()

    def settle(self) -> None:
        """Hand over what was typed, now."""
        self._timer.stop()
        if not self._is_edited:
            return
        self._is_edited = False
        self._known = self._read()
        self._settled(self._known)

    def keep(self) -> None:
        """Treat the settled text as half typed again, because it could not be stored."""
        self._known = "\0"
        self._is_edited = True

    def accept(self, text: str) -> None:
        """Take `text` as what the record holds."""
        self._timer.stop()
        self._known = text
        self._is_edited = False
