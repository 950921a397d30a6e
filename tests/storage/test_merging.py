"""The laws of merging, on random histories."""

import random
from uuid import UUID

import pytest
from sqlalchemy import select

from factcheck.storage import heads as heads_module
from factcheck.storage import merging, recording
from factcheck.storage.heads import CREATED, DELETED, heads
from factcheck.storage.recording import row_types, text_value
from factcheck.storage.tables import ChangeRow, ClaimRow, ConflictRow
from tests.storage.histories import TEXT, Seats, base_file, edit

pytestmark = pytest.mark.no_cover


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
        if rnd.random() < 0.7:
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


def standing(session):
    """What should stand in every field, worked out from the log in the plainest way."""
    changes = {}
    for change in session.scalars(select(ChangeRow).order_by(ChangeRow.hlc, ChangeRow.id)):
        changes.setdefault((change.tbl, change.row_id, change.field), []).append(change)
    found = {}
    for key, made in changes.items():
        replaced = {UUID(each) for change in made for each in change.prev.split()}
        found[key] = [change.new for change in made if change.id not in replaced]
    return found


def check_conflicts(copy):
    """A conflict is noted exactly where values differ, and the greatest one is shown."""
    types = row_types()
    with copy.store.read() as session:
        noted = {(row.tbl, row.row_id, row.field) for row in session.scalars(select(ConflictRow))}
        for key, values in standing(session).items():
            table, row_id, name = key
            if name in (CREATED, DELETED):
                continue
            assert (key in noted) == (len(set(values)) > 1)
            shown = getattr(session.get_one(types[table], row_id), name)
            assert shown == text_value(types[table], name, values[-1])


def check_anchors(copy):
    """Every claim sits on its own words, however often it was moved apart."""
    with copy.store.read() as session:
        for row in session.scalars(select(ClaimRow)):
            assert row.exact == TEXT[row.start : row.end]


def prove(base, seats, seed):
    """Run one random history and check every law on it."""
    rnd = random.Random(seed)
    people = seats.people(base, rnd.choice([2, 3, 3, 4]), rnd)
    history(people, rnd)
    check_laws(people, seats)
    gossip(people, rnd)
    check_conflicts(people[0])
    check_anchors(people[0])


def prove_all(base, seats, seeds):
    for seed in seeds:
        prove(base, seats, seed)


@pytest.mark.parametrize("block", range(10))
def test_laws_hold_on_random_histories(base, seats, block):
    prove_all(base, seats, range(block * 50, block * 50 + 50))


def lowest_clock_wins(patch):
    patch(merging, "heads", lambda *args: {key: each[::-1] for key, each in heads(*args).items()})


def conflicts_are_never_marked(patch):
    patch(merging, "_note", lambda *args: None)


def superseded_heads_are_kept(patch):
    patch(heads_module, "standing", lambda all_: sorted(all_, key=lambda each: (each.hlc, each.id)))


def replaced_changes_are_not_named(patch):
    real = recording._edit_entries
    patch(
        recording,
        "_edit_entries",
        lambda *args: [entry | {"prev": ""} for entry in real(*args)],
    )


def deletions_are_skipped(patch):
    patch(merging, "_flag_edited_deletions", lambda work: None)


def old_marks_are_kept(patch):
    real = merging._note

    def note_new(target, found):
        marked = set(target.execute(select(ConflictRow.tbl, ConflictRow.row_id, ConflictRow.field)))
        real(target, [each for each in found if each not in marked])

    patch(merging, "_forget", lambda *args: None)
    patch(merging, "_note", note_new)


def places_are_logged_by_their_parts(patch):
    patch(recording, "TOGETHER", {})


TELLING = (3, 5, 7, 51, 71)
"""Histories that one or the other fault shows in; others do as well, but later."""


@pytest.mark.parametrize(
    "fault",
    [
        lowest_clock_wins,
        conflicts_are_never_marked,
        superseded_heads_are_kept,
        replaced_changes_are_not_named,
        deletions_are_skipped,
        old_marks_are_kept,
        places_are_logged_by_their_parts,
    ],
    ids=lambda fault: fault.__name__,
)
def test_the_laws_catch_a_planted_fault(base, seats, monkeypatch, fault):
    fault(monkeypatch.setattr)
    with pytest.raises(AssertionError):
        prove_all(base, seats, [*TELLING, *range(200)])
