"""Identities: UUIDv7 for things people make, UUIDv5 for things with a natural identity."""

import os
import threading
import time
from typing import NewType
from uuid import UUID, uuid5

ArticleId = NewType("ArticleId", UUID)
VersionId = NewType("VersionId", UUID)
ClaimId = NewType("ClaimId", UUID)
EvidenceId = NewType("EvidenceId", UUID)
ScaleId = NewType("ScaleId", UUID)
RatingId = NewType("RatingId", UUID)
ReviewerId = NewType("ReviewerId", UUID)
ActionId = NewType("ActionId", UUID)

NAMESPACE = UUID("6f1d4a0e-2c1b-5f7e-9a55-0d7c1f2b8e31")
"""Namespace of every natural identity of factcheck; never changes."""


class _Clock:
    """Hands out strictly rising (millisecond, sequence) pairs within one process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = (0, 0)

    def tick(self) -> tuple[int, int]:
        with self._lock:
            now = time.time_ns() // 1_000_000
            millisecond, sequence = self._last
            if now > millisecond:
                self._last = (now, int.from_bytes(os.urandom(1), "big"))
            elif sequence < 0xFFF:
                self._last = (millisecond, sequence + 1)
            else:
                self._last = (millisecond + 1, 0)
            return self._last


_clock = _Clock()


def new_id() -> UUID:
    """Return a new UUIDv7 (RFC 9562); ids made by one process sort in the order they were made."""
    millisecond, sequence = _clock.tick()
    random = int.from_bytes(os.urandom(8), "big") & ((1 << 62) - 1)
    return UUID(int=millisecond << 80 | 7 << 76 | sequence << 64 | 2 << 62 | random)


def natural_id(*parts: str) -> UUID:
    """Return the UUIDv5 of a thing whose identity is its name, equal in every copy of the file."""
    return uuid5(NAMESPACE, "\x1f".join(parts))
