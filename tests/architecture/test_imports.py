"""The layers hold, every contract can fail, and no module lies around unused."""

import ast
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, Module, modules

LINT = shutil.which("lint-imports", path=str(Path(sys.executable).parent)) or "lint-imports"

CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
    "contracts"
]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200"}
    return subprocess.run(
        [LINT, "--no-cache"],
        cwd=folder,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )


def test_contracts_hold() -> None:
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout


def test_each_package_stands_under_each_contract_that_forbids() -> None:
    packages = {f"factcheck.{path.parent.name}" for path in ROOT.glob("factcheck/*/__init__.py")}
    free = {
        "Qt lives in the GUI only": {"factcheck.gui", "factcheck.cli"},
        "The command line does not draw": packages - {"factcheck.cli"},
        "SQLAlchemy stays in storage and operations": {
            "factcheck.storage",
            "factcheck.operations",
        },
    }
    for name, outside in free.items():
        contract = next(item for item in CONTRACTS if item["name"] == name)
        assert set(contract["source_modules"]) == packages - outside, name


PLANTED = {
    "domain/planted.py": ("import factcheck.runtime.paths", "Layers import downward only"),
    "storage/planted.py": ("import factcheck.reports", "Layers import downward only"),
    "utils/__init__.py": ("", "Layers import downward only"),
    "reports/planted.py": ("import PySide6", "Qt lives in the GUI only"),
    "cli/planted.py": ("import PySide6.QtGui", "The command line does not draw"),
    "gui/planted.py": ("import sqlalchemy", "SQLAlchemy stays in storage and operations"),
    "gui/widgets/planted.py": (
        "import factcheck.storage.tables",
        "Rows never leave storage and operations",
    ),
    "gui/article/planted.py": (
        "import factcheck.gui.claims.panel",
        "GUI features do not know each other",
    ),
}


@pytest.mark.parametrize("path", PLANTED)
def test_a_planted_fault_breaks_its_contract(path: str, tmp_path: Path) -> None:
    line, contract = PLANTED[path]
    shutil.copytree(ROOT / "factcheck", tmp_path / "factcheck")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    planted = tmp_path / "factcheck" / path
    planted.parent.mkdir(exist_ok=True)
    planted.write_text(f'"""Planted."""\n{line}\n', "utf-8")
    result = lint(tmp_path)
    assert result.returncode == 1
    assert f"{contract} BROKEN" in result.stdout


NOT_CALLED_YET: set[str] = set()
"""Modules that are finished and tested before the command or the panel that will call them."""


def test_every_module_is_reached_from_the_start() -> None:
    known = {_dotted(module): module for module in modules("factcheck")}
    reached: set[str] = set()
    waiting = [name for name in known if name.endswith(".__main__")]
    while waiting:
        name = waiting.pop()
        if name in reached:
            continue
        reached.add(name)
        waiting += [found for found in _mentioned(known[name]) if found in known]
        if parent := name.rpartition(".")[0]:
            waiting.append(parent)
    # Alembic finds its scripts by their folder.
    unused = {name for name in known if name not in reached and ".migrations" not in name}
    assert not unused - NOT_CALLED_YET


def _dotted(module: Module) -> str:
    parts = module.path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _mentioned(module: Module) -> set[str]:
    """Names of modules that `module` imports, now, later or by importlib with a plain string."""
    texts = [str(text.value) for text in module.texts()]
    found = {text for text in texts if text.startswith("factcheck.")}
    if str(module) == "factcheck/cli/table.py":
        # A command names its function as "module:function".
        found |= {f"factcheck.cli.commands.{text.partition(':')[0]}" for text in texts}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return {name.partition(":")[0] for name in found}
