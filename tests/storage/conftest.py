"""A fresh file per test."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from factcheck.storage.store import Store
from tests.records import new_record

OpenStore = Callable[..., Store]


@pytest.fixture
def open_store(tmp_path: Path) -> Iterator[OpenStore]:
    """Opens stores on one file (made on first use) and closes them at the end."""
    opened: list[Store] = []

    def open_one(actor: str = "ليلى", *, path: Path | None = None, **options: object) -> Store:
        options = {"replica": str(uuid4()), "create": True, "patience": 2.0} | options
        path = path or tmp_path / "desk.factcheck"
        if options["create"] and not path.exists():
            new_record(path)
        store = Store.open(path, actor=actor, **options)
        opened.append(store)
        return store

    yield open_one
    for store in opened:
        store.close()


@pytest.fixture
def store(open_store: OpenStore) -> Store:
    """One open store."""
    return open_store()
