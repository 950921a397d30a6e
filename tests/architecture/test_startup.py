"""Asking for help costs no heavy import."""

import subprocess
import sys

SHOW_MODULES = """
import sys
from factcheck.__main__ import main
sys.argv = ["factcheck", *sys.argv[1:]]
try:
    code = main()
except SystemExit as end:
    code = end.code
print("CODE", code or 0)
print("HEAVY", sorted({name.partition(".")[0] for name in sys.modules}
                      & {"PySide6", "shiboken6", "sqlalchemy", "alembic", "lxml", "docx", "typst"}))
"""


def test_help_loads_neither_qt_nor_the_database() -> None:
    command = [sys.executable, "-c", SHOW_MODULES, "--help"]
    done = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")
    assert done.stdout.splitlines()[-2:] == ["CODE 0", "HEAVY []"], done.stderr
    assert len(done.stdout.splitlines()) > 10
