"""The entry of the program: `factcheck` and `python -m factcheck`.

The command line and the desk do not know each other; this module hands the one to the other.
"""

import sys
from dataclasses import replace

from factcheck.cli.call import Windows
from factcheck.cli.main import run
from factcheck.runtime.crash import watch_hard_crashes
from factcheck.runtime.launching import DeskOptions, PictureOptions


def _open_desk(options: DeskOptions) -> int:
    from factcheck.gui.main import open_desk  # noqa: PLC0415 - Qt is loaded only for the desk

    report = watch_hard_crashes(options.paths.log_dir)
    return open_desk(replace(options, crash_report=report or ""))


def _screenshot(options: PictureOptions) -> None:
    from factcheck.gui.main import screenshot  # noqa: PLC0415 - Qt is loaded only for the desk

    screenshot(options)


def main() -> int:
    """Run the program with the words of the command line; return the exit code."""
    return run(sys.argv[1:], Windows(_open_desk, _screenshot))


if __name__ == "__main__":
    sys.exit(main())
