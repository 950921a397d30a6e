"""Half-typed text: who must be asked to write it before something else happens."""

import weakref
from collections.abc import Callable

from PySide6.QtCore import QObject
from shiboken6 import isValid

Flush = Callable[[], None]


class PendingEdits:
    """The fields that may hold text not yet stored."""

    def __init__(self) -> None:
        self._references: list[Callable[[], Flush | None]] = []
        self._is_flushing = False

    def add(self, flush: Flush) -> None:
        """Have `flush` called by every `write`; a bound method is held weakly."""
        if hasattr(flush, "__self__"):
            self._references.append(weakref.WeakMethod(flush))
        else:
            self._references.append(lambda: flush)

    def write(self) -> None:
        """Call every flush; a call from within one does nothing."""
        if self._is_flushing:
            return
        self._is_flushing = True
        try:
            self._references = [each for each in self._references if _is_alive(each())]
            for reference in list(self._references):
                flush = reference()
                if flush is not None and _is_alive(flush):
                    flush()
        finally:
            self._is_flushing = False


def _is_alive(flush: Flush | None) -> bool:
    """Whether what `flush` belongs to is still there, for Qt too: a wrapper outlives its widget."""
    owner = getattr(flush, "__self__", None)
    return flush is not None and (not isinstance(owner, QObject) or isValid(owner))
