"""The laws of merging, on random histories."""

import random

import pytest
from sqlalchemy import select

from factcheck.storage.heads import CREATED, DELETED, heads
from factcheck.storage.recording import row_types, text_value
from factcheck.storage.tables import ChangeRow, ConflictRow
from tests.storage.histories import Seats, base_file, edit


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    return base_file(tmp_path_factory.mktemp("base"))


@pytest.fixture(scope="module")
def seats(tmp_path_factory):
    seats = Seats(tmp_path_factory.mktemp("seats"))
    yield seats
    seats.close()


def history(people, rnd):
    """Let people work, and merge each other's copies in any order."""
    for _ in range(rnd.randint(4, 16)):
        person, other = rnd.sample(people, 2)
        if rnd.random() < 0.75:
            edit(person, rnd)
            continue
        known = person.log() | other.log()
        person.pull(other)
        assert person.log() == known, "a change was lost or invented"


def check_laws(people, seats):
    """Merging commutes, associates, and repeats without effect."""
    a, b, c = (people[at % len(people)] for at in range(3))

    def merged(name, first, *others):
        copy = seats.copy(name, first.path)
        for other in others:
            copy.pull(other)
        return copy

    ab, ba, bc = merged("ab", a, b), merged("ba", b, a), merged("bc", b, c)
    both = ab.state()
    assert both == ba.state(), "not commutative"
    again = ab.pull(b)
    assert not again.made
    assert not again.changed
    assert both == ab.state(), "not idempotent"
    ab.pull(c)
    assert ab.state() == merged("a_bc", a, bc).state(), "not associative"


def gossip(people, rnd):
    """Merge in a random order until everybody knows all that anybody knows."""
    logs = [person.log() for person in people]
    known = set().union(*logs)
    while any(log != known for log in logs):
        at, other = rnd.choice(
            [
                (at, other)
                for at in range(len(people))
                for other in range(len(people))
                if not logs[other] <= logs[at]
            ]
        )
        people[at].pull(people[other])
        logs[at] = people[at].log()
    states = [person.state() for person in people]
    assert all(state == states[0] for state in states), "copies did not converge"


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


def prove(base, seats, seed):
    """Run one random history and check every law on it."""
    rnd = random.Random(seed)
    people = seats.people(base, rnd.choice([2, 3, 3, 4]), rnd)
    history(people, rnd)
    check_laws(people, seats)
    gossip(people, rnd)
    check_conflicts(people[0])


@pytest.mark.parametrize("block", range(10))
def test_laws_hold_on_random_histories(base, seats, block):
    for seed in range(block * 50, block * 50 + 50):
        prove(base, seats, seed)
