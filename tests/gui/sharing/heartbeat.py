"""How long the event loop is away, how much of that it slept, and how often it waited for a file.

A stall on the clock says as much about a busy machine as about the window. What the thread spent
neither on a processor nor queueing for one it slept: in a lock, a timer or the disk.
"""

import time
from pathlib import Path

from PySide6.QtCore import QTimer

from factcheck.gui.writing import PATIENCE
from factcheck.storage import faults

SCHEDULE = Path("/proc/thread-self/schedstat")
"""Nanoseconds on a processor and queueing for one, of the thread that reads it (Linux)."""

_EVERY_MS = 5


def awake_seconds() -> float | None:
    """Seconds that this thread ran or wanted to run so far; None where nobody counts them."""
    try:
        running, queueing, _ = SCHEDULE.read_text("ascii").split()
    except OSError:
        return None
    return (int(running) + int(queueing)) / 1e9


class Heartbeat:
    """Beats every 5 ms, and when it is told to; all figures are in seconds between two beats."""

    def __init__(self, monkeypatch) -> None:
        self.longest = 0.0
        self.asleep: float | None = None if awake_seconds() is None else 0.0
        self.patience = 0.0
        """What all waits for the file between two beats may take together."""
        self.beats = 0
        self._waits = 0
        self._last = self._now()
        explain = faults.explain_fault

        def count(error, path):
            found = explain(error, path)
            self._waits += isinstance(found, faults.BusyError)
            return found

        monkeypatch.setattr(faults, "explain_fault", count)
        self._timer = QTimer(interval=_EVERY_MS)
        self._timer.timeout.connect(self.beat)
        self._timer.start()

    def beat(self) -> None:
        """Take note of what happened since the last beat."""
        self.beats += 1
        clock, awake = self._now()
        passed = clock - self._last[0]
        self.longest = max(self.longest, passed)
        if self.asleep is not None:
            self.asleep = max(self.asleep, passed - (awake - self._last[1]))
        self.patience = max(self.patience, self._waits * PATIENCE)
        self._waits = 0
        self._last = clock, awake

    def _now(self) -> tuple[float, float]:
        return time.perf_counter(), awake_seconds() or 0.0
