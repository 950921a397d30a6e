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
    path: Path | str,
    paths: Paths,
    settings: Settings,
    *,
    create: bool = False,
    patience: float = PATIENCE,
) -> Opened:
    """Open the record at `path`; a new one is made there when `create` allows it.

    `path` may be the address of a server (`postgresql://name@host/base`).
    The person's own file (`paths.database`) is always used live, whatever its disk calls itself.

    Raises:
        DatabaseError: It cannot be opened; the sentence says why.
        OSError: The folder of the working copies cannot be written.
    """
    if isinstance(path, str):
        return _open_server(path, settings, create=create, patience=patience)

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


def _open_server(address: str, settings: Settings, *, create: bool, patience: float) -> Opened:
    from factcheck.storage.server import open_server, parse_address  # noqa: PLC0415 - slow to load

    store = open_server(
        parse_address(address),
        actor=settings.reviewer,
        replica=settings.replica,
        create=create,
        patience=patience,
    )
    return Opened(store, Place.SERVER)
