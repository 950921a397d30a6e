"""Where the data files of the program are, in a checkout and in the installed wheel."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def _root() -> Path:
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def resource(*parts: str) -> Path:
    """Return the path of a data file, given by its parts below `resources/`.

    The path is returned whether or not the file exists.
    """
    return _root().joinpath(*parts)
