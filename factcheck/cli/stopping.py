"""Being told to stop: by Ctrl-C, by the end of the terminal, or by the system.

All of them end a command the way Ctrl-C does, through its `finally` clauses: the transaction is
rolled back, and no half-written file and no private copy of the record stays behind.
"""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

SIGNALS = tuple(
    signal.Signals[name]
    for name in ("SIGINT", "SIGTERM", "SIGHUP")
    if name in signal.Signals.__members__
)
"""Windows knows no SIGHUP."""


class StoppedByHand(KeyboardInterrupt):
    """A signal ended the command; its text is what to say, which may be nothing."""

    def __init__(self, sentence: str = "", number: int = signal.SIGINT) -> None:
        """Keep the sentence and the number of the signal."""
        super().__init__(sentence)
        self.number = number

    @property
    def code(self) -> int:
        """The exit code that shells expect."""
        return 128 + self.number


def saying(stop: KeyboardInterrupt, sentence: str) -> StoppedByHand:
    """Return the same end with a sentence about it."""
    return StoppedByHand(sentence, getattr(stop, "number", signal.SIGINT))


@contextmanager
def stoppable(may_stop: Callable[[], bool] = lambda: True) -> Iterator[None]:
    """Let the signals end the block with `StoppedByHand`, unless `may_stop` says no just then.

    A signal that whoever started the program had ignored (`nohup`) stays ignored. Off the main
    thread nothing changes, because signals arrive on that one only.
    """

    def stop(number: int, _frame: FrameType | None) -> None:
        if may_stop():
            raise StoppedByHand(number=number)

    is_main = threading.current_thread() is threading.main_thread()
    deaf = (signal.SIG_IGN, None)
    heard = [each for each in SIGNALS if is_main and signal.getsignal(each) not in deaf]
    before = {each: signal.signal(each, stop) for each in heard}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
