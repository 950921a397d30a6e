"""Being told to end by the system or the terminal: the desk closes as if its window was closed.

A log-out, a shutdown and Ctrl-C in the terminal end a process by a signal. Left alone, that costs
the last second of typing, and leaves private copies and the sign of being here behind.
"""

import signal
import socket
from contextlib import suppress

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

SIGNALS = tuple(
    signal.Signals[name]
    for name in ("SIGINT", "SIGTERM", "SIGHUP")
    if name in signal.Signals.__members__
)
"""Windows knows no SIGHUP."""


class Ending(QObject):
    """Closes all windows when one of the signals arrives, for as long as it is not `stop`ped.

    Python runs its handlers between two steps of its own; while Qt waits for something to happen
    there are none. So a byte is written to a socket, and Qt wakes up for it.
    """

    def __init__(self, app: QApplication) -> None:
        """Heed the signals; must be made on the main thread."""
        super().__init__(app)
        self._app = app
        self._ours, self._theirs = socket.socketpair()
        self._ours.settimeout(0)
        self._theirs.settimeout(0)
        self._notifier = QSocketNotifier(
            self._ours.fileno(), QSocketNotifier.Type.Read, parent=self
        )
        self._notifier.activated.connect(self._on_woken)
        self._fd_before = signal.set_wakeup_fd(self._theirs.fileno())
        # One that whoever started the program had ignored (nohup) stays ignored.
        heard = [each for each in SIGNALS if signal.getsignal(each) is not signal.SIG_IGN]
        self._before = {each: signal.signal(each, lambda *_: None) for each in heard}

    def stop(self) -> None:
        """Leave the signals to whoever heeded them before."""
        for each, handler in self._before.items():
            signal.signal(each, handler)
        signal.set_wakeup_fd(self._fd_before)
        self._notifier.setEnabled(False)
        self._ours.close()
        self._theirs.close()

    def _on_woken(self) -> None:
        with suppress(BlockingIOError):
            numbers = self._ours.recv(64)
            if any(each in SIGNALS for each in numbers):
                self._app.closeAllWindows()
