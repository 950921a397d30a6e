"""The set-up does its work once, again when something changed, and says what it cannot do."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The module, on a checkout of its own whose environment counts as installed."""
    import environment

    venv = tmp_path / ".venv"
    for name in ("pyproject.toml", "packaging/hatch_build.py", "run.lock", "test.lock"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name, "utf-8")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VENV", venv)
    monkeypatch.setattr(environment, "STAMP", venv / "factcheck.json")
    monkeypatch.setattr(environment, "UNFINISHED", venv / "unfinished")
    locks = {purpose: tmp_path / f"{purpose}.lock" for purpose in ("run", "test")}
    monkeypatch.setattr(environment, "LOCKS", locks)
    monkeypatch.setattr(environment.system, "ensure", lambda purpose: None)
    return environment


@pytest.fixture
def installs(environment, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was installed, in place of installing it."""
    done: list[str] = []

    def install(purpose: str) -> None:
        done.append(purpose)
        python = environment.program("python")
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()
        environment.UNFINISHED.unlink(missing_ok=True)

    monkeypatch.setattr(environment, "_install", install)
    return done


def test_the_second_start_installs_nothing(environment, installs: list[str]) -> None:
    environment.prepare("run")
    environment.prepare("run")
    assert installs == ["run"]


def test_what_is_fit_for_tests_is_fit_to_run(environment, installs: list[str]) -> None:
    environment.prepare("test")
    environment.prepare("run")
    environment.prepare("test")
    assert installs == ["test"]


def test_running_first_does_not_make_it_fit_for_tests(environment, installs: list[str]) -> None:
    environment.prepare("run")
    environment.prepare("test")
    assert installs == ["run", "test"]


@pytest.mark.parametrize("name", ["pyproject.toml", "packaging/hatch_build.py", "run.lock"])
def test_a_change_of_what_is_needed_installs_again(
    environment, installs: list[str], name: str
) -> None:
    environment.prepare("run")
    (environment.ROOT / name).write_text("other", "utf-8")
    environment.prepare("run")
    assert installs == ["run", "run"]


def test_a_killed_set_up_is_done_again(environment, installs: list[str]) -> None:
    environment.prepare("run")
    environment.UNFINISHED.touch()
    environment.prepare("run")
    assert installs == ["run", "run"]


@pytest.mark.parametrize("stamp", ["", "[]", "{", json.dumps({"run": "other"})])
def test_a_broken_stamp_counts_for_nothing(environment, installs: list[str], stamp: str) -> None:
    environment.prepare("run")
    environment.STAMP.write_text(stamp, "utf-8")
    environment.prepare("run")
    assert installs == ["run", "run"]


def test_the_command_for_missing_packages_is_exact(monkeypatch: pytest.MonkeyPatch) -> None:
    import system

    missing = system.Package(("libnothing9t64", "libnothing9"), "QtGui", library="libnothing.so.9")
    monkeypatch.setattr(system, "_NEEDED", (missing,))
    monkeypatch.setattr(system.sys, "platform", "linux")
    monkeypatch.setattr(system.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(system.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(system, "_known_name", lambda package: package.names[-1])
    with pytest.raises(system.SetupError) as refused:
        system.ensure("run")
    assert "libnothing.so.9 (QtGui)" in str(refused.value)
    assert "sudo apt-get install --no-install-recommends libnothing9" in str(refused.value)


def test_usage_and_exit_codes() -> None:
    def dev(*arguments: str) -> int:
        command = [sys.executable, str(ROOT / "packaging" / "dev.py"), *arguments]
        return subprocess.run(command, check=False, capture_output=True).returncode

    assert (dev("--help"), dev(), dev("fly")) == (0, 2, 2)
