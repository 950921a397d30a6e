"""The documents name what exists, and leave out nothing that a person can call."""

import re

import pytest

from factcheck.cli.table import COMMANDS
from tests.architecture.source import ROOT

README = ROOT / "README.md"
ARCHITECTURE = ROOT / "factcheck" / "ARCHITECTURE.md"
DOCUMENTS = [README, ARCHITECTURE, ROOT / "packaging" / "CHANGELOG.md"]
TWO_COMMANDS = ("python3 packaging/dev.py run", "python3 packaging/dev.py test")
ROW = re.compile(r"^\|.*\|$", re.MULTILINE)
COMMAND = re.compile(r"`factcheck ([a-z][a-z-]*(?: [a-z][a-z-]*)?)")


def languages(document: str) -> tuple[str, str]:
    """The English half and the Arabic half."""
    english, mark, arabic = document.partition('<div dir="rtl"')
    assert mark
    return english, arabic


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_paths_exist(document) -> None:
    text = document.read_text("utf-8")
    named = re.findall(r"`([\w.-]+(?:/[\w.-]+)*/?)`", text)
    paths = {name for name in named if "/" in name or name.endswith((".py", ".md", ".toml"))}
    paths |= set(re.findall(r"\]\(([^)#:]+)\)", text))
    paths = {name for name in paths if not name.startswith(".venv")}
    roots = (ROOT, ROOT / "factcheck")
    assert not [name for name in paths if not any((root / name).exists() for root in roots)]


def test_documents_are_short() -> None:
    assert len(README.read_text("utf-8").splitlines()) <= 150
    assert len(ARCHITECTURE.read_text("utf-8").splitlines()) <= 120


@pytest.mark.parametrize("half", [0, 1], ids=["en", "ar"])
def test_readme_holds_both_commands_and_every_command_of_factcheck(half: int) -> None:
    text = languages(README.read_text("utf-8"))[half]
    assert all(command in text for command in TWO_COMMANDS)
    documented = {command for row in ROW.findall(text) for command in COMMAND.findall(row)}
    assert documented == {" ".join(command.words) for command in COMMANDS}


@pytest.mark.parametrize("half", [0, 1], ids=["en", "ar"])
def test_readme_names_keys_that_are_there(half: int) -> None:
    from factcheck.gui.shortcuts import COMMANDS as KEYED

    known = {key for command in KEYED for key in command.keys}
    text = languages(README.read_text("utf-8"))[half]
    named = re.findall(r"`((?:Ctrl|Alt|Shift)\+[^`]+|F\d+|[A-Z]|\d)`", text)
    assert len(named) > 8
    assert not [key for key in named if key.replace("Enter", "Return") not in known]


def test_both_halves_have_the_same_parts() -> None:
    halves = languages(README.read_text("utf-8"))
    counts = [
        [
            len(re.findall(mark, half, re.MULTILINE))
            for mark in (r"^#+ ", r"^\d\. ", r"^```", r"^\|")
        ]
        for half in halves
    ]
    assert counts[0] == counts[1]


def test_the_version_is_in_the_changelog() -> None:
    from factcheck import __version__

    changes = (ROOT / "packaging" / "CHANGELOG.md").read_text("utf-8")
    assert f"## [{__version__}]" in changes or "## [Unreleased]" in changes
