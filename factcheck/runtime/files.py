"""Writing files so that a failure never costs the file that was there."""

import contextlib
import os
import shutil
import stat
from pathlib import Path

from factcheck.runtime import held_files

_DATABASE = b"SQLite format 3\x00"


def write_atomically(path: Path, data: bytes) -> None:
    """Replace the file at `path` by `data`, wholly or not at all.

    The bytes go to a new file in the same folder, reach the disk, and then take the old file's
    name. Permissions of an existing file are kept and a symbolic link is followed. Devices and
    pipes cannot be replaced and are written to directly.

    Raises:
        OSError: The folder is missing or read-only, the disk is full, or the like; the old file
            is unchanged and no other file is left behind.
    """
    path = Path(os.path.realpath(path))
    mode = _mode(path)
    if mode is not None and not stat.S_ISREG(mode):
        path.write_bytes(data)
        return
    temporary = path.parent / f".factcheck-{os.urandom(8).hex()}.tmp"
    try:
        _write_through(temporary, data)
        if mode is not None:
            temporary.chmod(stat.S_IMODE(mode))
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def copy_atomically(source: Path, target: Path) -> os.stat_result:
    """Put a copy of `source` at `target`, wholly or not at all; a link there stays a link.

    Returns the facts of the file that was put there, taken before anybody else could replace it.

    Raises:
        OSError: `source` cannot be read, or the folder of `target` cannot be written; what was
            there is unchanged.
    """
    target = Path(os.path.realpath(target))
    temporary = target.parent / f".factcheck-{os.urandom(8).hex()}.tmp"
    try:
        shutil.copyfile(source, temporary)
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        found = temporary.stat()
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
    _sync_folder(target.parent)
    return found


def is_there(path: Path) -> bool:
    """Return whether something is at `path`; False where that cannot be found out.

    `Path.exists` raises where a folder may not be looked into, or a share is dying.
    """
    return os.path.exists(path)  # noqa: PTH110 - see above


def is_folder(path: Path) -> bool:
    """Return whether a folder is at `path`; False where that cannot be found out."""
    return os.path.isdir(path)  # noqa: PTH112 - as above


def copy_where_missing(source: Path, target: Path) -> None:
    """Put a copy of `source` under a name that nothing has yet, wholly or not at all.

    Raises:
        FileExistsError: There is a file of that name by now.
        OSError: `source` cannot be read, or the folder of `target` cannot be written.
    """
    temporary = target.parent / f".factcheck-{os.urandom(8).hex()}.tmp"
    try:
        shutil.copyfile(source, temporary)
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        name_where_missing(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)


def name_where_missing(file: Path, target: Path) -> None:
    """Give a file a name that nothing has yet, in the same folder; its old name may stay.

    Raises:
        FileExistsError: There is a file of that name by now.
        OSError: The folder cannot be written.
    """
    try:
        os.link(file, target)
    except FileExistsError:
        raise
    except OSError:
        # A disk without hard links, such as a stick.
        if is_there(target):
            raise FileExistsError(target) from None
        file.rename(target)


def is_database(path: Path) -> bool:
    """Return whether there is an SQLite file at `path`; False where that cannot be found out.

    A file that this process has open as a database is told without reading it.
    """
    with held_files.alone(), contextlib.suppress(OSError):
        found = path.stat()
        if held_files.is_held(found):
            return True
        if stat.S_ISREG(found.st_mode):
            with path.open("rb") as file:
                return file.read(len(_DATABASE)) == _DATABASE
    return False


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _write_through(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the new name durable where the system can; a failure here loses nothing."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
