"""Opening a record where it lies: live on a local disk, through a working copy elsewhere.

What only shared records need is imported where it is needed: most starts do not.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.domain.errors import DatabaseError
from factcheck.runtime.files import is_there
from factcheck.runtime.paths import Paths
from factcheck.runtime.settings import Settings
from factcheck.storage.faults import IO_FAILED
from factcheck.storage.places import Place, place_of
from factcheck.storage.store import PATIENCE, Store

if TYPE_CHECKING:
    from factcheck.operations.exchanging import Exchange


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
    The person's own file (`paths.database`) is always used live, since a copy of it would lie on
    the same disk; its place says where that is none of this machine.
    A link is followed first: what counts is where the file is, and a snapshot must replace the
    file that everybody sees, not the link to it.
    A share that is not there now looks like an empty local folder: where a working copy of `path`
    is known, that is worked on until the share is back.

    Raises:
        DatabaseError: It cannot be opened; the sentence says why.
        OSError: The folder of the working copies cannot be written.
    """
    if isinstance(path, str):
        return _open_server(path, settings, create=create, patience=patience)

    is_own = path == paths.database and not path.is_symlink()
    if not is_own:
        path = Path(os.path.realpath(path))

    def opened(file: Path, *, create: bool = False) -> Store:
        return Store.open(
            file,
            actor=settings.reviewer,
            replica=settings.replica,
            create=create,
            patience=patience,
            backup_dir=paths.backup_dir,
        )

    place = place_of(path)
    if is_own and not place.is_live:
        place = Place.HOME
    if place.is_live and is_there(path):
        return Opened(opened(path), place)
    from factcheck.operations.working_copies import (  # noqa: PLC0415
        prepare_working_copy,
        working_copy,
    )

    is_away = working_copy(path, paths.copies_dir).exists() and not is_there(path)
    if place.is_live and not is_away:
        return Opened(opened(path, create=create), place)
    from factcheck.operations.exchanging import Exchange  # noqa: PLC0415

    if create and not is_there(path) and not is_away:
        _found(path, paths.copies_dir, opened)
    store = opened(prepare_working_copy(path, paths.copies_dir))
    return Opened(store, Place.UNKNOWN if place.is_live else place, Exchange(store, path))


def _found(shared: Path, copies_dir: Path, opened: Callable[..., Store]) -> None:
    """Make a new record on a share: made on this machine, and put there whole.

    Raises:
        DatabaseError: The share cannot be written.
        OSError: The folder of the working copies cannot be written.
    """
    from factcheck.operations.snapshots import put  # noqa: PLC0415

    copies_dir.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="factcheck-", dir=copies_dir) as folder:
        new = Path(folder) / shared.name
        opened(new, create=True).close()
        try:
            put(new, shared)
        except OSError as error:
            reason = error.strerror or str(error)
            raise DatabaseError(IO_FAILED, path=shared, reason=reason) from error


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
