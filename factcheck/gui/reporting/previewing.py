"""Keeps the preview in step with the choices, off the thread of the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from factcheck.domain.errors import UserError
from factcheck.gui.jobs import Job, Jobs
from factcheck.gui.reporting.drawing import Look, draw
from factcheck.operations.reporting import Material

DEBOUNCE_MS = 350
"""How long nothing is chosen before the pages are drawn."""


class Previewing(QObject):
    """Draws what `build` returns once the choices rest.

    `began` tells that what is shown is out of date, `drawn` carries the new `Look`.
    """

    drawn = Signal(object)
    began = Signal()

    def __init__(
        self, jobs: Jobs, build: Callable[[], tuple[Material, str]], parent: QObject
    ) -> None:
        """Call `build` for what was read and the key of its format; it may raise a `UserError`."""
        super().__init__(parent)
        self._jobs = jobs
        self._build = build
        self._job: Job | None = None
        self._timer = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._timer.timeout.connect(self._start)

    @property
    def is_under_way(self) -> bool:
        """Whether what is shown is not what is chosen."""
        return self._job is not None or self._timer.isActive()

    def refresh(self) -> None:
        """Draw anew soon; what is being drawn is not wanted any more."""
        self._drop()
        self.began.emit()
        self._timer.start()

    def stop(self) -> None:
        """Draw nothing any more."""
        self._timer.stop()
        self._drop()

    def _drop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _start(self) -> None:
        try:
            material, format_key = self._build()
        except UserError as error:
            self._show(Look(error=error))
            return
        self._job = self._jobs.start(partial(draw, material, format_key), self._show)

    def _show(self, look: Look) -> None:
        self._job = None
        self.drawn.emit(look)
