"""The laws of merging, on random histories."""

import random
import shutil
from pathlib import Path

import pytest
from sqlalchemy import select

from factcheck.storage.heads import CREATED, DELETED, heads
from factcheck.storage.recording import row_types, text_value
from factcheck.storage.tables import ChangeRow, ConflictRow
from tests.storage.histories import base_file, copies, edit, open_copy


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    return base_file(tmp_path_factory.mktemp("base"))


def merged(first: Path, *others: Path, into: Path):
    """Return a new copy of `first` that has pulled the others in turn."""
    shutil.copyfile(first, into)
    copy = open_copy(into, "حَكَم")
    for other in others:
        copy.pull(other)
    return copy


def history(base, folder, rnd):
    """Let two to four people work, and merge each other's copies in any order."""
    people = copies(base, folder, rnd.choice([2, 3, 3, 4]), rnd)
    for _ in range(rnd.randint(4, 16)):
        person, other = rnd.sample(people, 2)
        if rnd.random() < 0.75:
            edit(person, rnd)
            continue
        known = person.log() | other.log()
        person.pull(other.path)
        assert person.log() == known, "a change was lost or invented"
    return people


def check_laws(people, folder):
    a, b, c = (people[at % len(people)].path for at in range(3))
    ab = merged(a, b, into=folder / "ab")
    ba = merged(b, a, into=folder / "ba")
    assert ab.state() == ba.state(), "not commutative"
    again = ab.pull(b)
    assert not again.made
    assert not again.changed
    assert ab.state() == ba.state(), "not idempotent"
    ab_c = merged(ab.path, c, into=folder / "ab_c")
    bc = merged(b, c, into=folder / "bc")
    a_bc = merged(a, bc.path, into=folder / "a_bc")
    assert ab_c.state() == a_bc.state(), "not associative"
    for copy in (ab, ba, ab_c, bc, a_bc):
        copy.store.close()


def gossip(people, rnd):
    """Merge in a random order, then once in every direction, until all have seen all."""
    pairs = [(one, other) for one in people for other in people if one is not other]
    rnd.shuffle(pairs)
    for one, other in [*pairs, *pairs]:
        one.pull(other.path)


def check_conflicts(copy):
    """A conflict is shown exactly where heads differ, and the greatest head is shown."""
    types = row_types()
    with copy.store.read() as session:
        rows = session.execute(select(ChangeRow.row_id, ChangeRow.tbl))
        tables = {row[0]: row[1] for row in rows}
        noted = {(row.row_id, row.field) for row in session.scalars(select(ConflictRow))}
        for (row_id, name), standing in heads(session, tables).items():
            if name in (CREATED, DELETED):
                continue
            values = {head.new for head in standing}
            assert ((row_id, name) in noted) == (len(values) > 1)
            row_type = types[tables[row_id]]
            shown = getattr(session.get_one(row_type, row_id), name)
            assert shown == text_value(row_type, name, standing[-1].new)


@pytest.mark.parametrize("block", range(10))
def test_laws_hold_on_random_histories(base, tmp_path, block):
    for seed in range(block * 50, block * 50 + 50):
        rnd = random.Random(seed)
        folder = tmp_path / str(seed)
        folder.mkdir()
        people = history(base, folder, rnd)
        check_laws(people, folder)
        gossip(people, rnd)
        states = [person.state() for person in people]
        assert all(state == states[0] for state in states), "copies did not converge"
        check_conflicts(people[0])
        for person in people:
            person.store.close()
        shutil.rmtree(folder)
