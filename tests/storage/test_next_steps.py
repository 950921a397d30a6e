"""Undo and redo look backwards through the log and find what two stacks would hold."""

from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, event
from sqlalchemy.orm import Session

from factcheck.domain.ids import new_id
from factcheck.storage.ledger import next_steps
from factcheck.storage.tables import ActionRow, Base
from factcheck.storage.types import now

MINE, THEIRS = uuid4(), uuid4()


@pytest.fixture(scope="module")
def engine():
    made = create_engine("sqlite://")
    Base.metadata.create_all(made, tables=[ActionRow.__table__])
    yield made
    made.dispose()


def log_of(moves):
    """Play moves on two stacks; return the rows they leave in the log and the stacks."""
    rows: list[ActionRow] = []
    done: list[UUID] = []
    undone: list[UUID] = []

    def write(kind, target=None, replica=MINE):
        row = ActionRow(
            id=new_id(), hlc=len(rows), at=now(), actor="", replica=replica,
            name=f"action {len(rows)}", kind=kind, target_id=target,
        )  # fmt: skip
        rows.append(row)
        return row.id

    for move in moves:
        if move == "do":
            done.append(write("do"))
            undone.clear()
        elif move == "theirs":
            write("do", replica=THEIRS)
        elif move == "undo" and done:
            undone.append(done.pop())
            write("undo", undone[-1])
        elif move == "redo" and undone:
            done.append(undone.pop())
            write("redo", done[-1])
    return rows, done, undone


@given(st.lists(st.sampled_from(["do", "undo", "redo", "undo", "redo", "theirs"]), max_size=40))
def test_the_next_steps_are_the_tops_of_the_stacks(engine, moves):
    rows, done, undone = log_of(moves)
    with Session(engine) as session:
        session.info["replica"] = MINE
        session.add_all(rows)
        session.flush()
        steps = next_steps(session)
        session.rollback()
    assert (steps.undo and steps.undo[0]) == (done[-1] if done else None)
    assert (steps.redo and steps.redo[0]) == (undone[-1] if undone else None)


def test_a_long_log_is_not_read_to_its_beginning(engine):
    fetched = []
    rows, *_ = log_of(["do"] * 3000)
    with Session(engine) as session:
        session.info["replica"] = MINE
        session.add_all(rows)
        session.flush()
        event.listen(ActionRow, "load", lambda *_: fetched.append(1))
        plan = session.connection().exec_driver_sql(
            "EXPLAIN QUERY PLAN SELECT id FROM action ORDER BY hlc DESC, seq DESC"
        )
        assert "USE TEMP B-TREE" not in str(plan.all())
        assert next_steps(session).undo[1] == "action 2999"
        session.rollback()
    assert fetched == []
