"""Who may see whom: beside a file, on a server, and not where small files would bother."""

from factcheck.operations.opening import Opened
from factcheck.operations.presence import board_of
from factcheck.storage.places import Place
from factcheck.storage.presence import ServerBoard
from tests.operations.conftest import on_files


def test_a_board_fits_the_place(desk):
    place = Place.LOCAL if desk.store.is_file else Place.SERVER
    board = board_of(Opened(desk.store, place))
    assert board is not None
    assert isinstance(board, ServerBoard) != desk.store.is_file


@on_files
def test_synced_and_unknown_places_are_left_in_peace(desk):
    for place in (Place.SYNCED, Place.UNKNOWN):
        assert board_of(Opened(desk.store, place)) is None
