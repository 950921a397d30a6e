"""Whether there is a screen to open a window on; Qt ends the process where there is none."""

import os
import re
import socket
import sys
from pathlib import Path

_X_SOCKET = "/tmp/.X11-unix/X{number}"  # noqa: S108 - where X servers listen
_X_PORT = 6000
_PATIENCE = 2.0
"""Seconds that a display on another machine may take to answer."""


def has_screen() -> bool:
    """Whether a window can be shown.

    Windows and macOS always have a screen. Elsewhere a display must be named and must answer: a
    name left over from a session that has ended is no screen. A platform chosen by hand
    (`QT_QPA_PLATFORM`) is taken at its word.
    """
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return _has_wayland(os.environ.get("WAYLAND_DISPLAY", "")) or _has_x(
        os.environ.get("DISPLAY", "")
    )


def _has_wayland(name: str) -> bool:
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(name) and _answers(socket.AF_UNIX, str(Path(folder) / name))


def _has_x(name: str) -> bool:
    found = re.fullmatch(r"(?P<host>.*):(?P<number>\d+)(?:\.\d+)?", name)
    if found is None:
        return name.startswith("/")  # a socket given by its path, as on macOS
    host, number = found["host"], int(found["number"])
    if host in ("", "unix"):
        path = _X_SOCKET.format(number=number)
        return _answers(socket.AF_UNIX, path) or _answers(socket.AF_UNIX, f"\0{path}")
    return _answers(socket.AF_INET, (host, _X_PORT + number))


def _answers(family: int, address: str | tuple[str, int]) -> bool:
    with socket.socket(family, socket.SOCK_STREAM) as connection:
        connection.settimeout(_PATIENCE)
        try:
            connection.connect(address)
        except (OSError, OverflowError):
            return False
    return True
