"""Opening a record where it lies: live on a local disk, through a working copy elsewhere."""

from dataclasses import dataclass
from pathlib import Path

from factcheck.operations.exchanging import Exchange
from factcheck.operations.working_copies import prepare_working_copy
from factcheck.runtime.paths import Paths
from factcheck.runtime.settings import Settings
from factcheck.storage.places import Place, place_of
from factcheck.storage.store import PATIENCE, Store


@dataclass(frozen=True, slots=True)
class Opened:
    """An open record; `exchange` is there where it is worked on in a private copy."""

    store: Store
    place: Place
    exchange: Exchange | None = None


def open_record(
    path: Path,
    paths: Paths,
    settings: Settings,
    *,
    create: bool = False,
    patience: float = PATIENCE,
) -> Opened:
    """Open the record at `path`; a new one is made there when `create` allows it.

    The person's own file (`paths.database`) is always used live, whatever its disk calls itself.

    Raises:
        DatabaseError: It cannot be opened; the sentence says why.
        OSError: The folder of the working copies cannot be written.
    """

    def opened(file: Path, *, create: bool = False) -> Store:
        return Store.open(
            file,
            actor=settings.reviewer,
            replica=settings.replica,
            create=create,
            patience=patience,
            backup_dir=paths.backup_dir,
        )

    place = Place.LOCAL if path == paths.database else place_of(path)
    if place.is_live:
        return Opened(opened(path, create=create), place)
    if create and not path.exists():
        opened(path, create=True).close()
    copy = prepare_working_copy(path, paths.copies_dir)
    store = opened(copy)
    return Opened(store, place, Exchange(store, path))
