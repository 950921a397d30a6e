"""Nothing grows beyond what one can read in one go, and nothing hides behind a vague name."""

import ast

import pytest

from tests.architecture.source import Module, modules

LINES_OF_MODULE = 300
LINES_OF_FUNCTION = 60
VAGUE = {"util", "utils", "helper", "helpers", "manager", "common", "misc", "base", "stuff"}
ALL = modules("factcheck", "tests", "packaging")


@pytest.mark.parametrize("module", ALL, ids=str)
def test_module_and_its_functions_are_short(module: Module) -> None:
    assert len(module.text.splitlines()) <= LINES_OF_MODULE
    long = [
        f"{module.where(node)} {node.name}: {length}"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or 0) - node.lineno + 1) > LINES_OF_FUNCTION
    ]
    assert not long


def test_names_say_what_is_inside() -> None:
    parts = {part for module in ALL for part in (*str(module).split("/")[:-1], module.path.stem)}
    assert not parts & VAGUE


def test_packages_say_what_they_are_for() -> None:
    silent = [
        str(module)
        for module in modules("factcheck")
        if module.path.name == "__init__.py" and not ast.get_docstring(module.tree)
    ]
    folders = {module.path.parent for module in modules("factcheck")}
    silent += [
        str(folder)
        for folder in folders
        if not (folder / "__init__.py").exists() and "migrations" not in folder.parts
    ]
    assert not silent
