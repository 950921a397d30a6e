"""Files that this process holds open as databases; nobody may read their bytes beside that.

POSIX takes all locks of a process on a file away as soon as the process closes any handle of it
(fcntl(2)), so that reading an open record would let another program write into its transaction.
Whoever opens a record notes it here; whoever reads a file of unknown nature asks first.
"""

import os
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

Key = tuple[int, int]
"""Device and inode: what a file is, whatever its name."""

_held: Counter[Key] = Counter()
_lock = threading.RLock()


@contextmanager
def alone() -> Iterator[None]:
    """Keep other threads from opening a record, or from reading a file, meanwhile."""
    with _lock:
        yield


def hold(path: Path) -> Key:
    """Note that the file at `path` has been opened once more; return what `release` takes.

    Raises:
        OSError: There is no such file.
    """
    found = path.stat()
    key = found.st_dev, found.st_ino
    with _lock:
        _held[key] += 1
    return key


def release(key: Key) -> None:
    """Note that one opening of a file has been closed."""
    with _lock:
        _held[key] -= 1
        if _held[key] <= 0:
            del _held[key]


def is_held(found: os.stat_result) -> bool:
    """Say whether this process has the file of these facts open as a database."""
    with _lock:
        return (found.st_dev, found.st_ino) in _held
