"""Long work off the GUI thread: pure functions, one after the other, with progress and cancel.

A function gets `tell`, which it calls with the share done (0 to 1) as often as it likes and lets
raise: that is how a cancelled job ends. It must not touch widgets, the workspace or the store.
"""

import sys
import time
from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal

Tell = Callable[[float], None]
Work = Callable[[Tell], Any]
Done = Callable[[Any], object]

_INTERVAL = 0.05
"""Seconds between two reports of progress at least."""

_TURN = 0.0005
"""Seconds after which the worker lets the window have its turn. Python's own 5 ms are waited for at
each of the dozens of calls into Qt that a click makes: half a second for one click."""


class StoppedError(Exception):
    """Ends a function whose result is not wanted any more."""


class Job(QObject):
    """One function under way; `ended` comes once, whatever came of it."""

    progressed = Signal(float)
    ended = Signal()
    _returned = Signal(object, object)

    def __init__(self, work: Work, done: Done, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._done = done
        self._stop = Event()
        self._told = 0.0
        self._returned.connect(self._end)

    def cancel(self) -> None:
        """Want the result no more; what was to be done with it is not."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody cancelled it."""
        return self._stop.is_set()

    def run(self) -> None:
        """Call the function; on the thread of the worker."""
        try:
            self._tell(0.0)
            result, error = self._work(self._tell), None
        except BaseException as raised:  # noqa: BLE001 - raised again on the GUI thread
            result, error = None, raised
        self._returned.emit(result, error)

    def _tell(self, share: float) -> None:
        if self._stop.is_set():
            raise StoppedError
        now = time.monotonic()
        if now - self._told >= _INTERVAL:
            self._told = now
            self.progressed.emit(share)

    def _end(self, result: object, error: BaseException | None) -> None:
        try:
            if not self.is_cancelled:
                if error is not None:
                    raise error
                self._done(result)
        finally:
            self.ended.emit()
            self.deleteLater()


class Jobs(QObject):
    """A queue of jobs and the one worker that takes them; `stop` before it goes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(min(_TURN, sys.getswitchinterval()))
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._waiting: list[Job] = []
        self._is_stopped = False

    def start(self, work: Work, done: Done) -> Job:
        """Call `work(tell)` on the worker, then `done(result)` on the GUI thread.

        What `work` raises is raised again on the GUI thread, where the hooks for bugs see it.
        """
        job = Job(work, done, self)
        self._waiting.append(job)
        job.ended.connect(lambda: self._waiting.remove(job))
        if self._is_stopped:
            job.cancel()
        self._pool.start(job.run)
        return job

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way."""
        return not self._waiting

    def wait(self) -> None:
        """Wait until the worker has done everything; what is to be done then still comes."""
        self._pool.waitForDone()

    def stop(self) -> None:
        """Cancel everything and wait until the worker has let go."""
        self._is_stopped = True
        for job in self._waiting:
            job.cancel()
        self._pool.waitForDone()
