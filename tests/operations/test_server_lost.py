"""A connection to a server that is lost: work goes on, and others are heard again."""

import time

import pytest

from factcheck.storage import listening

pytestmark = pytest.mark.parametrize("desk", ["server"], indirect=True)


def end_connections(cluster, database):
    """End what is connected to a database, as the server does when it stops."""
    import psycopg

    with psycopg.connect(f"host={cluster} user=desk dbname=postgres", autocommit=True) as raw:
        raw.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s",
            (database,),
        )


def until(is_so):
    deadline = time.monotonic() + 10
    while not is_so():
        assert time.monotonic() < deadline


def hears(store):
    """The connection on which a record listens, None where it does not."""
    return store.has_news.__self__._pooled


def test_work_goes_on_when_the_server_was_started_anew(desk, cluster, monkeypatch):
    monkeypatch.setattr(listening, "SLOW_POLL", 0.0)
    before = hears(desk.store)
    end_connections(cluster, desk.store.engine.url.database)
    desk.store.poll()
    claim_id = desk.claim()
    assert desk.get(claim_id).id == claim_id
    until(lambda: not desk.store.poll() and hears(desk.store) not in (None, before))
    monkeypatch.setattr(listening, "SLOW_POLL", 60.0)
    other = desk.joined_by("سامي")
    made = other.claim("المياه")
    until(lambda: made in desk.store.poll().claims)


def test_a_record_that_was_closed_listens_no_more(desk, cluster, monkeypatch):
    monkeypatch.setattr(listening, "SLOW_POLL", 0.0)
    other = desk.joined_by("سامي")
    listener = other.store.has_news.__self__
    end_connections(cluster, desk.store.engine.url.database)
    other.store.poll()
    other.store.close()
    listener._listen()
    assert hears(other.store) is None
