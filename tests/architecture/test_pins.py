"""What is pinned, and why: the Qt that aborts, the Python that is asked for, the lock files."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from tests.architecture.source import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKS = [ROOT / "packaging" / name for name in ("requirements.lock", "requirements-dev.lock")]

# PySide6 6.12.0 gives away one reference of None in each of these calls; before Python 3.12 that
# ends in an abort after some thousands of them.
MANY_SETTERS = """
from PySide6.QtGui import QTextCursor, QTextDocument
document = QTextDocument("text")
cursor = QTextCursor(document)
for _ in range(200_000):
    cursor.setPosition(1)
print("alive")
"""


def requirement(name: str) -> Requirement:
    wanted = [Requirement(text) for text in PROJECT["project"]["dependencies"]]
    return next(item for item in wanted if item.name.lower() == name.lower())


def pins(lock: Path) -> dict[str, Version]:
    found = re.findall(r"^([\w.-]+)==([\w.]+)", lock.read_text("utf-8"), re.MULTILINE)
    return {name: Version(version) for name, version in found}


def test_qt_survives_many_setters() -> None:
    command = [sys.executable, "-c", MANY_SETTERS]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip()) == (0, "alive"), done.stderr


def test_the_qt_that_aborts_is_shut_out() -> None:
    allowed = requirement("PySide6-Essentials").specifier
    assert "6.12.0" not in allowed
    assert "6.11.3" in allowed


def test_python_is_named_once_and_the_same_everywhere() -> None:
    assert PROJECT["project"]["requires-python"] == ">=3.11"
    assert PROJECT["tool"]["ruff"]["target-version"] == "py311"
    assert "sys.version_info < (3, 11)" in (ROOT / "packaging" / "dev.py").read_text("utf-8")


def test_an_old_python_can_read_the_script() -> None:
    source = (ROOT / "packaging" / "dev.py").read_text("utf-8")
    tree = ast.parse(source, feature_version=(3, 4))
    newer = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Match)
    assert not [node for node in ast.walk(tree) if isinstance(node, newer)]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_locks_hold_hashes_and_no_address(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert not re.search(r"://|^--|^-e|@|/", text, re.MULTILINE)
    for block in re.split(r"\n(?=\S)", text.strip()):
        assert re.match(
            r"[\w.-]+==[\w.]+.*?( \\\n    --hash=sha256:[0-9a-f]{64})+$", block, re.DOTALL
        )


def test_locks_fit_the_project_and_each_other() -> None:
    running, developing = map(pins, LOCKS)
    assert running.items() <= developing.items()
    groups = PROJECT["dependency-groups"]
    backend = [Requirement(text) for text in groups["build"]]
    needed = [*map(Requirement, PROJECT["project"]["dependencies"]), *backend]
    assert [str(item) for item in needed if not fits(item, running)] == []
    extras = PROJECT["project"].get("optional-dependencies", {}).values()
    texts = [text for group in (groups["dev"], *extras) for text in group if isinstance(text, str)]
    assert [text for text in texts if not fits(Requirement(text), developing)] == []


def fits(wanted: Requirement, locked: dict[str, Version]) -> bool:
    name = re.sub(r"[-_.]+", "-", wanted.name).lower()
    return name in locked and locked[name] in wanted.specifier
