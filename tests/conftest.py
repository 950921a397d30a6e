"""What every test gets: no screen, no network, a home of its own, Arabic as the language.

Run one thing::

    .venv/bin/python -m pytest tests/text/test_folding.py -k hamza
    FACTCHECK_TEST_DISPLAY=1 .venv/bin/python -m pytest tests/gui   # on the real screen
    .venv/bin/python -m pytest -m benchmark tests/benchmarks        # figures

`-p no:randomly` keeps the order of the files; CI=1 keeps the examples of hypothesis.
"""

import atexit
import gc
import importlib.util
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

ROOT = Path(__file__).resolve().parent.parent
HOME = Path(tempfile.mkdtemp(prefix="factcheck-tests-"))
atexit.register(shutil.rmtree, HOME, ignore_errors=True)

# All of this has to stand before anything imports Qt or looks for the user's files.
if "FACTCHECK_TEST_DISPLAY" not in os.environ:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
for variable, folder in {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "runtime",
}.items():
    (HOME / folder).mkdir(mode=0o700, exist_ok=True)
    os.environ[variable] = str(HOME / folder)

hypothesis.settings.register_profile("default", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "default")


def _compile_catalogues() -> None:
    name, path = "factcheck_catalogues", ROOT / "packaging" / "catalogues.py"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    catalogues = importlib.util.module_from_spec(spec)
    sys.modules[name] = catalogues
    spec.loader.exec_module(catalogues)
    catalogues.compile_stale(ROOT)


_compile_catalogues()


REPEATS_ITSELF = {
    "tests/detection/test_mutations.py",
    "tests/detection/test_reporting_mutations.py",
    "tests/detection/test_reporting_robustness.py",
    "tests/detection/test_robustness.py",
    "tests/storage/test_merging.py",
}
"""Tests that run the same lines many thousand times; counting lines would triple their time."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Count no lines where the same ones run over and over; other tests cover them."""
    for item in items:
        if item.path.relative_to(ROOT).as_posix() in REPEATS_ITSELF:
            item.add_marker(pytest.mark.no_cover)


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    """Each test starts in Arabic, whatever the one before it switched to."""
    from factcheck.runtime import i18n

    i18n.set_language("ar")
    yield
    i18n.set_language("ar")


def pytest_collection_finish() -> None:
    """Leave modules and tests out of what is searched for garbage again and again."""
    gc.collect()
    gc.freeze()
