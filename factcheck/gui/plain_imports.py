"""Importing without PySide's look into every source.

Once PySide is loaded it wraps `__import__` and reads the source of each module imported after it,
to see whether it uses PySide's switchable features (`from __feature__ import …`). Nothing here
does. For SQLAlchemy that costs 60 ms at every start, and 19 MB of source kept in memory.
"""

import builtins
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def plain_imports() -> Iterator[None]:
    """Import as Python does, until the end of the block."""
    wrapped = builtins.__import__
    builtins.__import__ = getattr(builtins, "__orig_import__", wrapped)
    try:
        yield
    finally:
        builtins.__import__ = wrapped
