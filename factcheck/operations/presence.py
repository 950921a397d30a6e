"""Where the people of an open record say that they are here."""

from factcheck.operations.merging import workspace_of
from factcheck.operations.opening import Opened
from factcheck.storage.places import Place
from factcheck.storage.presence import Board, ServerBoard, board_beside

_UNSEEN = frozenset({Place.SYNCED, Place.UNKNOWN})
"""Places where small files every few seconds would keep a sync program busy, or bother others."""


def board_of(opened: Opened) -> Board | None:
    """Return the board of a record, None where people cannot see each other."""
    if not opened.store.is_file:
        return ServerBoard(opened.store.engine)
    if opened.place in _UNSEEN:
        return None
    path = opened.exchange.shared if opened.exchange else opened.store.path
    return board_beside(path, workspace_of(opened.store))
