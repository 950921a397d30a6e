"""How far long work has come, shown on a terminal; and stopping it by Ctrl-C."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from factcheck.cli.stopping import saying, stoppable

Progress = Callable[[float], None]


class Meter:
    """Shows on stderr what is being done and the share of it in percent, on one line."""

    def __init__(self, doing: str) -> None:
        """Show the work as begun, where somebody can see it."""
        self.share = 0.0
        self._doing = doing
        self._shown = ""
        self._is_seen = sys.stderr is not None and sys.stderr.isatty()
        self._write(f"{doing}…")

    def advance(self, share: float) -> None:
        """Show the share done, 0 to 1."""
        self.share = share
        self._write(f"{self._doing}… {share:.0%}")

    def erase(self) -> None:
        """Take the line away."""
        self._write("")

    def _write(self, line: str) -> None:
        if self._is_seen and line != self._shown:
            blank = " " * len(self._shown)
            sys.stderr.write(f"\r{blank}\r{line}")
            sys.stderr.flush()
            self._shown = line


@contextmanager
def long_work(doing: str, stopped: str) -> Iterator[Progress]:
    """Show work while it lasts; Ctrl-C stops it unless all of it is done but the last step.

    Yields what the work calls with the share done; at 1 it can no longer be stopped, so that
    nothing is called stopped that was done after all.

    Raises:
        StoppedByHand: It was stopped; the text is `stopped`.
    """
    meter = Meter(doing)
    try:
        with stoppable(lambda: meter.share < 1):
            yield meter.advance
    except KeyboardInterrupt as stop:
        raise saying(stop, stopped) from None
    finally:
        meter.erase()
