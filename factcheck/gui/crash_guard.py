"""What happens to bugs: they are logged, and shown in a dialog while the work goes on."""

import logging
from collections.abc import Callable

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from factcheck.gui.widgets.crash_dialog import CrashDialog
from factcheck.runtime.crash import install_hooks

_log = logging.getLogger(__name__)


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
        qInstallMessageHandler(log_message)

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


def log_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Write what Qt warns of into the log, instead of on the terminal."""
    if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        _log.warning("qt: %s", message)
