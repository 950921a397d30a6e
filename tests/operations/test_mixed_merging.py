"""Files and a server merge with each other in any order, and end up alike in every field."""

import random
import shutil
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from factcheck.storage.copying import pour_record
from factcheck.storage.engine import open_engine
from factcheck.storage.merging import RECORDED
from factcheck.storage.server import open_server
from factcheck.storage.tables import Base, ChangeRow, ConflictRow
from tests.operations.conftest import someone
from tests.postgres import address_of, create_database
from tests.storage.histories import HOURS, Copy, base_file, open_copy
from tests.storage.test_merging import check_anchors, check_conflicts, gossip, history

pytestmark = pytest.mark.no_cover

HISTORIES = 12
_LOCAL = {"rev", "updated_at", "seq"}


class Anywhere(Copy):
    """A copy in a file or on a server, seen as values that do not depend on which."""

    def state(self):
        with self.store.read() as session:
            found = {
                name: [tuple(row) for row in session.execute(_columns(Base.metadata.tables[name]))]
                for name in (*RECORDED, "action", "change")
            }
            marks = select(ConflictRow.tbl, ConflictRow.row_id, ConflictRow.field)
            found["conflict"] = {tuple(row) for row in session.execute(marks)}
        return found

    def log(self, since=0):
        with self.store.read() as session:
            return set(session.scalars(select(ChangeRow.id).where(ChangeRow.seq > since)))

    def _ids(self, sql):
        return [each if isinstance(each, UUID) else UUID(bytes=each) for (each,) in self._all(sql)]


def _columns(table):
    columns = [each for each in table.columns if each.name not in _LOCAL]
    return select(*columns).order_by(table.c.id)


@pytest.fixture
def people(cluster, tmp_path):
    """Two people with files and one on the server, in copies of the same record."""
    base = base_file(tmp_path)
    found = []
    for name, skew in (("ليلى", 0), ("سامي", 2 * HOURS)):
        path = tmp_path / f"{name}.factcheck"
        shutil.copyfile(base, path)
        found.append(Anywhere(open_copy(path, name).store, skew))
    name = f"mixed_{uuid4().hex}"
    create_database(cluster, name, template="template_desk")
    server = open_server(address_of(cluster, name), **someone("نورة"))
    engine = open_engine(base, mode="ro", patience=1)
    pour_record(engine, server.engine, server.path)
    engine.dispose()
    found.append(Anywhere(server, -HOURS))
    yield found
    for person in found:
        person.store.close()


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_all_copies_end_up_alike(people, seed):
    rnd = random.Random(seed)
    assert people[0].state() == people[2].state()
    history(people, rnd)
    gossip(people, rnd)
    for person in people:
        check_conflicts(person)
        check_anchors(person)
