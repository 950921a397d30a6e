"""Nothing is laid out to the left or the right: what leads in Arabic leads in English too."""

import ast
import re

import pytest

from tests.architecture.source import ROOT, Module, modules, name_of

SIDED = {"AlignLeft", "AlignRight", "AlignAbsolute"}
SIDED_STYLE = re.compile(
    r"\b(?:margin|padding|border)-(?:left|right)\b"
    r"|\btext-align\s*:\s*(?:left|right)\b"
    r"|\bfloat\s*:\s*(?:left|right)\b"
    r"|(?<![\w-])(?:left|right)\s*:\s*-?[\d.]+"
    r"|\balign\s*=\s*[\"']?(?:left|right)\b"
)
DRAWN = modules("factcheck/gui")
STYLED = modules("factcheck/gui", "factcheck/reports")
STYLES = sorted(
    path
    for ending in ("*.css", "*.qss", "*.html", "*.j2", "*.typ")
    for path in (ROOT / "resources").rglob(ending)
)


def sided_alignments(module: Module) -> list[str]:
    return [
        f"{module.where(node)} {node.attr}"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and node.attr in SIDED
    ]


def uneven_margins(module: Module) -> list[str]:
    """Calls that give the left and the right margin different values.

    The margins of a viewport are free: Qt mirrors them itself.
    """
    found = []
    for call in module.calls():
        if name_of(call) in {"setContentsMargins", "QMargins"}:
            left, right = (call.args[0], call.args[2]) if len(call.args) == 4 else (None, None)
            if left is not None and right is not None and ast.dump(left) != ast.dump(right):
                found.append(module.where(call))
    return found


def sided_styles(module: Module) -> list[str]:
    return [
        f"{module.where(text)} {match.group()}"
        for text in module.texts()
        if (match := SIDED_STYLE.search(str(text.value)))
    ]


@pytest.mark.parametrize("module", DRAWN, ids=str)
def test_alignment_and_margins_have_no_side(module: Module) -> None:
    assert not sided_alignments(module) + uneven_margins(module)


@pytest.mark.parametrize("module", STYLED, ids=str)
def test_styles_in_code_have_no_side(module: Module) -> None:
    assert not sided_styles(module)


def test_style_files_have_no_side() -> None:
    found = {
        str(path): match.group()
        for path in STYLES
        if (match := SIDED_STYLE.search(path.read_text("utf-8")))
    }
    assert not found


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        ("label.setAlignment(Qt.AlignmentFlag.AlignLeft)", sided_alignments),
        ("layout.setContentsMargins(8, 0, 0, 0)", uneven_margins),
        ("style = 'QLabel { padding-right: 4px }'", sided_styles),
        ("style = 'text-align: left'", sided_styles),
    ],
)
def test_the_rule_catches(source: str, rule) -> None:
    assert rule(Module(ROOT / "planted.py", source, ast.parse(source)))
