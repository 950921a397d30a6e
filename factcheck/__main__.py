"""The entry of the program: `factcheck` and `python -m factcheck`.

The command line and the desk do not know each other; this module hands the one to the other.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from factcheck.cli.call import Windows
from factcheck.cli.main import run
from factcheck.domain.errors import N_, UserError
from factcheck.runtime.crash import watch_hard_crashes
from factcheck.runtime.launching import DeskOptions, PictureOptions

NO_QT = N_("No window can be drawn, because a part of the system is missing: {reason}")


def _open_desk(options: DeskOptions) -> int:
    with _qt_explained():
        from factcheck.gui.main import open_desk  # noqa: PLC0415 - Qt only for the desk

    report = watch_hard_crashes(options.paths.log_dir)
    return open_desk(replace(options, crash_report=report or ""))


def _screenshot(options: PictureOptions) -> None:
    with _qt_explained():
        from factcheck.gui.main import screenshot  # noqa: PLC0415 - Qt only for the desk

    screenshot(options)


@contextmanager
def _qt_explained() -> Iterator[None]:
    """Say in a sentence that Qt cannot be loaded, which is most often a missing system library.

    Raises:
        UserError: It cannot be loaded.
    """
    try:
        yield
    except ImportError as error:
        if not (error.name or "").startswith("PySide6"):
            raise
        raise UserError(NO_QT, reason=str(error)) from error


def main() -> int:
    """Run the program with the words of the command line; return the exit code."""
    return run(sys.argv[1:], Windows(_open_desk, _screenshot))


if __name__ == "__main__":
    sys.exit(main())
