"""Writing the files that a person asked for, with sentences for what may go wrong."""

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.domain.errors import N_, ExportError
from factcheck.reports.targets import spare_records
from factcheck.runtime.files import write_atomically

NO_FOLDER = N_("{path} cannot be written: its folder does not exist.")
NOT_ALLOWED = N_("{path} cannot be written: you have no permission to write there.")
IS_FOLDER = N_("{path} is a folder. Give the name of a file in it.")
FULL = N_("{path} cannot be written: the disk is full. Free some space and try again.")
OTHER = N_("{path} cannot be written ({reason}).")

_BY_CODE = {
    errno.ENOENT: NO_FOLDER,
    errno.ENOTDIR: NO_FOLDER,
    errno.EACCES: NOT_ALLOWED,
    errno.EPERM: NOT_ALLOWED,
    errno.EROFS: NOT_ALLOWED,
    errno.EISDIR: IS_FOLDER,
    errno.ENOSPC: FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): FULL,
}
"""Windows knows no quota."""


@contextmanager
def explained(path: Path | str) -> Iterator[None]:
    """Turn failures to write `path` into sentences.

    Raises:
        ExportError: The file could not be written.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        sentence = _BY_CODE.get(error.errno or 0)
        if sentence is None:
            raise ExportError(OTHER, path=path, reason=error.strerror or str(error)) from error
        raise ExportError(sentence, path=path) from error


def write_file(target: str, data: bytes) -> Path | None:
    """Write `data` to the file `target`, or to the output when it is `-`.

    Returns:
        The path of the file, None for the output.

    Raises:
        ExportError: The file could not be written, or is a record; it is unchanged.
    """
    if target == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return None
    path = Path(target).expanduser().absolute()
    spare_records(path)
    with explained(path):
        write_atomically(path, data)
    return path
