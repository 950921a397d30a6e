"""What pip cannot install: shared libraries that Qt needs on Linux, and programs of the tests.

On Debian and Ubuntu, root gets them by apt; anyone else is told the exact command. Libraries are
looked for by loading them, which is what Qt will do.
"""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class Package(NamedTuple):
    """A Debian package, and how to see that it is there."""

    names: tuple[str, ...]
    """The newest name first; Ubuntu 24.04 renamed libraries to …t64."""
    purpose: str
    library: str = ""
    program: str = ""
    module: str = ""

    def is_present(self) -> bool:
        """Whether the library loads, the program is on the path or the module can be imported."""
        if self.program:
            # Debian keeps the programs of a PostgreSQL server off the path.
            servers = Path("/usr/lib/postgresql").glob(f"*/bin/{self.program}")
            return shutil.which(self.program) is not None or any(servers)
        if self.module:
            return importlib.util.find_spec(self.module) is not None
        try:
            ctypes.CDLL(self.library)
        except OSError:
            return False
        return True


_VENV = "python{}.{}-venv".format(*sys.version_info)
_NEEDED = (
    Package((_VENV,), "making .venv", module="ensurepip"),
    Package(("libglib2.0-0t64", "libglib2.0-0"), "QtCore", library="libgthread-2.0.so.0"),
    Package(("libegl1",), "QtGui", library="libEGL.so.1"),
    Package(("libgl1",), "QtGui", library="libGL.so.1"),
    Package(("libdbus-1-3",), "QtGui", library="libdbus-1.so.3"),
    Package(("libfontconfig1",), "fonts", library="libfontconfig.so.1"),
    Package(("libxkbcommon0",), "keyboard", library="libxkbcommon.so.0"),
    Package(("libxcb-cursor0",), "X11 windows", library="libxcb-cursor.so.0"),
    Package(("libxcb-icccm4",), "X11 windows", library="libxcb-icccm.so.4"),
    Package(("libxcb-keysyms1",), "X11 windows", library="libxcb-keysyms.so.1"),
    Package(("libxcb-shape0",), "X11 windows", library="libxcb-shape.so.0"),
    Package(("libxcb-xkb1",), "X11 keyboard", library="libxcb-xkb.so.1"),
    Package(("libxkbcommon-x11-0",), "X11 keyboard", library="libxkbcommon-x11.so.0"),
    Package(("libwayland-cursor0",), "Wayland windows", library="libwayland-cursor.so.0"),
)
_NEEDED_BY_TESTS = (
    Package(("xvfb",), "tests on a real X server", program="Xvfb"),
    Package(("poppler-utils",), "tests that read PDF reports", program="pdftotext"),
    Package(("postgresql",), "tests on a PostgreSQL server", program="postgres"),
)


class SetupError(Exception):
    """The set-up cannot go on; the message says what to do."""


def ensure(purpose: str) -> None:
    """Install or ask for what "run" or "test" needs and is not there.

    Without the programs of the tests the tests that use them skip, so they are only asked for.

    Raises:
        SetupError: something needed is missing and cannot be installed from here.
    """
    if not sys.platform.startswith("linux"):
        return
    needed = _missing(_NEEDED)
    wanted = _missing(_NEEDED_BY_TESTS) if purpose == "test" else []
    if not needed and not wanted:
        return
    if shutil.which("apt-get") and os.geteuid() == 0:
        _install([*needed, *wanted])
        needed, wanted = _missing(needed), _missing(wanted)
    if needed:
        raise SetupError(f"{_listed(needed)}\n{_advice(needed)}")
    if wanted:
        print(f"Some tests will be skipped. {_listed(wanted)}\n{_advice(wanted)}", flush=True)


def _missing(packages: Iterable[Package]) -> list[Package]:
    return [package for package in packages if not package.is_present()]


def _listed(packages: Iterable[Package]) -> str:
    parts = [f"{_probe(package)} ({package.purpose})" for package in packages]
    return f"Missing on this system: {', '.join(parts)}."


def _probe(package: Package) -> str:
    return package.library or package.program or package.module


def _advice(packages: Iterable[Package]) -> str:
    if not shutil.which("apt-get"):
        return "Install them with the package tool of your system and start again."
    names = " ".join(_known_name(package) for package in packages)
    return f"Install them with: sudo apt-get install --no-install-recommends {names}"


def _known_name(package: Package) -> str:
    for name in package.names[:-1]:
        shown = subprocess.run(["apt-cache", "show", name], check=False, capture_output=True)
        if shown.returncode == 0:
            return name
    return package.names[-1]


def _install(packages: Iterable[Package]) -> None:
    apt = ["apt-get", "-qq", "-o", "Acquire::Retries=5", "-o", "Dpkg::Use-Pty=0"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    print("Installing system packages", flush=True)
    _quietly([*apt, "update"], environment)
    names = [_known_name(package) for package in packages]
    print(f"  {' '.join(names)}", flush=True)
    _quietly([*apt, "install", "-y", "--no-install-recommends", *names], environment)


def _quietly(command: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
    if done.returncode:
        print(done.stdout + done.stderr, file=sys.stderr)
