"""Benchmarks take figures and fail on wrong results only, never on a slow machine.

`python3 packaging/dev.py test --benchmark` prints the table and writes `build/benchmarks.json`.
A benchmark is marked `benchmark`, measures with `tests.benchmarks.measuring` and notes what it
found in `figures`; the article comes from `tests.benchmarks.workload`.
"""

import gc
from collections.abc import Iterator

import pytest

from tests.benchmarks.measuring import Figures

FIGURES = pytest.StashKey[Figures]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[FIGURES] = Figures()


@pytest.fixture(scope="session")
def figures(pytestconfig: pytest.Config) -> Figures:
    return pytestconfig.stash[FIGURES]


@pytest.fixture(autouse=True)
def settled_memory() -> Iterator[None]:
    """Spare what is there from collections, as the desk does once it is open."""
    gc.freeze()
    yield
    gc.unfreeze()


def pytest_terminal_summary(terminalreporter, config: pytest.Config) -> None:
    found = config.stash.get(FIGURES, Figures())
    if found.all:
        found.write()
        terminalreporter.section("figures")
        for figure in found.all:
            terminalreporter.write_line(str(figure))
