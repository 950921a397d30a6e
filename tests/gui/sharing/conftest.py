"""Two people on one record: this window, and a colleague with a store of her own."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from factcheck.operations import claims
from factcheck.storage import queries
from factcheck.storage.store import Store
from tests.gui.conftest import settle
from tests.postgres import cluster_or_skip


class Colleague:
    """Somebody else on the same file, or on a copy of it."""

    def __init__(self, path, name="نورة"):
        self.name = name
        self.store = Store.open(path, actor=name, replica=str(uuid4()), patience=5)

    def run(self, operation, **arguments):
        with self.store.write(operation.__name__) as session:
            return operation(session, **arguments)

    def edit(self, claim_id, **values):
        return self.run(claims.edit_claims, claim_ids=[claim_id], values=values)

    def claim(self, claim_id):
        with self.store.read() as session:
            return queries.claim(session, claim_id)

    def close(self):
        self.store.close()


@pytest.fixture
def colleague(desk):
    """A colleague on the file of the desk."""
    made = Colleague(desk.workspace.store.path)
    yield made
    made.close()


@pytest.fixture(scope="session")
def cluster():
    """A PostgreSQL server for the whole run."""
    with cluster_or_skip() as socket:
        yield socket


@pytest.fixture
def linked(desk):
    """The desk once its link has started."""
    desk.link.start()
    settle()
    return desk


def dialog(name):
    """Return the open dialog of this name, None where there is none."""
    found = [
        each
        for each in QApplication.topLevelWidgets()
        if each.objectName() == name and each.isVisible()
    ]
    return found[0] if found else None


def press_on(widget, key, modifiers=Qt.KeyboardModifier.NoModifier):
    """Press a key on one widget."""
    from PySide6.QtTest import QTest

    QTest.keyClick(widget, key, modifiers)
