"""The worker behind the window: slow work on the open record, on a store of its own.

Work waits here for locked files and slow shares, so that the window never does. Works come one
after the other, in the order in which they were asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from factcheck.domain.errors import N_, UserError
from factcheck.gui.jobs import Job, Jobs, StoppedError, Tell

if TYPE_CHECKING:
    from factcheck.operations.opening import Opened

T = TypeVar("T")
Failed = Callable[[UserError], object]

NOT_WRITTEN = N_("A file could not be read or written ({reason}). Check the disk and try again.")


class Backstage(QObject):
    """Does works on a second opening of a record, which it closes at the end."""

    def __init__(self, open_again: Callable[[], Opened], parent: QObject | None = None) -> None:
        """Open the record with `open_again`, on the worker, when there is something to do."""
        super().__init__(parent)
        self._open_again = open_again
        self._opened: Opened | None = None
        self._jobs = Jobs(self)
        self._names: set[str] = set()

    def do(
        self,
        work: Callable[[Opened, Tell], T],
        done: Callable[[T], object],
        failed: Failed,
    ) -> Job:
        """Call `work(opened, tell)` on the worker, then `done(result)` or `failed(error)` here.

        `tell` takes the share done, and raises where the job was cancelled; `work` lets that pass.
        """

        def attempt(tell: Tell) -> tuple[T | None, UserError | None]:
            return _attempted(lambda: work(self._record(), tell))

        return self._jobs.start(attempt, partial(_answer, done, failed))

    def do_once(
        self,
        name: str,
        work: Callable[[Opened, Tell], T],
        done: Callable[[T], object],
        failed: Failed,
    ) -> None:
        """Do a work of this name, unless it waits or is under way already."""
        if name in self._names:
            return
        self._names.add(name)
        job = self.do(work, done, failed)
        job.ended.connect(lambda: self._names.discard(name))

    def do_apart(
        self, name: str, work: Callable[[Tell], T], done: Callable[[T], object], failed: Failed
    ) -> Job | None:
        """Close the record, then do a work that opens it itself; None where it is under way."""
        if name in self._names:
            return None

        def attempt(tell: Tell) -> tuple[T | None, UserError | None]:
            self._forget()
            return _attempted(lambda: work(tell))

        self._names.add(name)
        job = self._jobs.start(attempt, partial(_answer, done, failed))
        job.ended.connect(lambda: self._names.discard(name))
        return job

    def wait(self) -> None:
        """Wait until everything that was asked for is done, and close the record."""
        self._jobs.wait()
        self._forget()

    @property
    def is_idle(self) -> bool:
        """Whether nothing waits and nothing is under way."""
        return self._jobs.is_idle

    def close(self, last: Callable[[Opened], object] | None = None) -> None:
        """Cancel what waits, call `last` with the record where it was opened, and close that.

        Waits for the work under way; `last` runs here.
        """
        self._jobs.stop()
        if self._opened is None:
            return
        opened, self._opened = self._opened, None
        try:
            if last is not None:
                last(opened)
        finally:
            opened.store.close()

    def _record(self) -> Opened:
        if self._opened is None:
            self._opened = self._open_again()
        return self._opened

    def _forget(self) -> None:
        if self._opened is not None:
            opened, self._opened = self._opened, None
            opened.store.close()


def _attempted(work: Callable[[], T]) -> tuple[T | None, UserError | None]:
    try:
        return work(), None
    except UserError as error:
        return None, error
    except OSError as error:
        return None, UserError(NOT_WRITTEN, reason=error.strerror or str(error))


def _answer(done: Callable[[T], object], failed: Failed, found: tuple[T, UserError | None]) -> None:
    result, error = found
    if error is None:
        done(result)
    else:
        failed(error)


__all__ = ["Backstage", "StoppedError"]
