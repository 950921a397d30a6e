"""Stopping a report that is being written.

Whoever starts the work says when it shall stop; writers ask now and then. The question travels
with the thread, so no writer needs a parameter for it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar


class StoppedError(Exception):
    """The person asked for the report no longer."""


_should_stop: ContextVar[Callable[[], bool] | None] = ContextVar("should_stop", default=None)


@contextmanager
def stop_when(should_stop: Callable[[], bool]) -> Iterator[None]:
    """Within the block and this thread, writers stop soon after `should_stop()` becomes true."""
    token = _should_stop.set(should_stop)
    try:
        yield
    finally:
        _should_stop.reset(token)


def check() -> None:
    """Go on, or stop.

    Raises:
        StoppedError: The report is not wanted any more.
    """
    should_stop = _should_stop.get()
    if should_stop and should_stop():
        raise StoppedError
