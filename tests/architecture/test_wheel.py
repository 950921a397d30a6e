"""The wheel is enough: in an environment without the checkout, factcheck runs and speaks Arabic."""

import json
import os
import re
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

ASK = """
import json
from factcheck.runtime.i18n import set_language, tr
from factcheck.runtime.resources import resource
def say(language):
    set_language(language)
    return tr(MSGID)
print(json.dumps([str(resource("i18n")), say("ar"), say("en")]))
"""


def run(*command: object, cwd: Path) -> str:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    environment["PYTHONUTF8"] = "1"
    arguments = [str(part) for part in command]
    done = subprocess.run(
        arguments,
        cwd=cwd,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--quiet", "--no-deps", "--no-index", "--no-build-isolation", "-w", folder]
    run(sys.executable, "-m", "pip", "wheel", *options, ROOT, cwd=folder)
    return next(folder.glob("factcheck-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path) -> Path:
    """An environment with the wheel; what it depends on is borrowed from this one."""
    home = wheel.parent / "environment"
    venv.create(home, with_pip=False)
    programs = home / ("Scripts" if os.name == "nt" else "bin")
    options = ["--quiet", "--no-deps", "--no-index"]
    python = programs / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", *options, wheel, cwd=home)
    scheme = {"base": str(home), "platbase": str(home)}
    packages = Path(sysconfig.get_path("purelib", "venv", scheme))
    borrowed = sysconfig.get_path("purelib")
    (packages / "borrowed.pth").write_text(f"{borrowed}\n", "utf-8")
    return programs


def test_wheel_holds_the_program_and_its_resources_only(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    outside = [name for name in names if not name.startswith(("factcheck/", "factcheck-"))]
    assert not outside
    assert not [name for name in names if "screenshots" in name or "test_" in name]
    for path in (ROOT / "resources").rglob("*"):
        name = path.relative_to(ROOT).as_posix()
        if path.is_file() and "screenshots" not in name and "__pycache__" not in name:
            assert f"factcheck/{name}" in names
    for language in ("ar", "en"):
        assert f"factcheck/resources/i18n/{language}/LC_MESSAGES/factcheck.mo" in names
    assert {"factcheck/py.typed", "factcheck/__main__.py"} <= set(names)


def test_installed_alone_it_starts_and_speaks_both_languages(
    installed: Path, tmp_path: Path
) -> None:
    assert "article" in run(installed / "factcheck", "--help", cwd=tmp_path)
    catalogue = (ROOT / "resources" / "i18n" / "ar.po").read_text("utf-8")
    msgid, translation = re.findall(r'^msgid "([\w ]+)"\nmsgstr "(.+)"$', catalogue, re.MULTILINE)[
        0
    ]
    ask = ASK.replace("MSGID", repr(msgid))
    folder, arabic, english = json.loads(run(installed / "python", "-c", ask, cwd=tmp_path))
    assert Path(folder).is_relative_to(installed.parent)
    assert (arabic, english) == (translation, msgid)
