"""A record whose pages were overwritten: whatever is read or written, a sentence and no bug."""

import random
import sqlite3
from contextlib import closing, suppress
from uuid import uuid4

import pytest

from factcheck.domain.errors import DatabaseError, UserError
from factcheck.operations import claims
from factcheck.operations.safekeeping import check_file
from factcheck.operations.sample import load_sample
from factcheck.storage import conflicts, library, queries
from factcheck.storage.faults import DAMAGED
from factcheck.storage.store import Store

PAGE = 4096


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """The bytes of a record with the sample in it."""
    path = tmp_path_factory.mktemp("sound") / "record"
    store = Store.open(path, actor="x", replica=uuid4().hex, create=True)
    with store.write("load_sample") as session:
        load_sample(session)
    store.close()
    return path.read_bytes()


def overwritten(sound, rnd, page, how):
    """Return the record with one page hurt, but for the header of the file."""
    content, start = bytearray(sound), page * PAGE
    begin = start + (100 if page == 0 else 0)
    length = start + PAGE - begin
    if how == "zeros":
        content[begin : start + PAGE] = bytes(length)
    elif how == "noise":
        content[begin : start + PAGE] = rnd.randbytes(length)
    else:
        for _ in range(40):
            content[rnd.randrange(begin, start + PAGE)] = rnd.randrange(256)
    return bytes(content)


def ask(store, query, *arguments):
    with store.read() as session:
        return query(session, *arguments)


def use(store):
    """Do what a desk does, each on its own; only refusals may come of it."""
    found = []
    with suppress(UserError):
        found = [each.id for each in ask(store, library.articles)]
    for words in ("في", "2024"):
        with suppress(UserError):
            ask(store, library.articles, words)
    for article in found:
        with suppress(UserError):
            for claim in ask(store, queries.claims, article):
                ask(store, queries.evidence, claim.id)
                with store.write("edit_claims") as session:
                    claims.edit_claims(session, claim_ids=[claim.id], values={"note": "نص"})
    for query in (queries.scales, queries.reviewers, conflicts.conflicts):
        with suppress(UserError):
            ask(store, query)
    with suppress(UserError):
        store.poll()
    with suppress(UserError):
        check_file(store)


@pytest.mark.parametrize("how", ["zeros", "noise", "letters"])
def test_no_overwritten_page_is_taken_for_a_bug(sound, tmp_path, how):
    rnd = random.Random(7)
    path = tmp_path / "hurt"
    for page in range(len(sound) // PAGE):
        path.write_bytes(overwritten(sound, rnd, page, how))
        with suppress(DatabaseError):
            store = Store.open(path, actor="x", replica=uuid4().hex)
            use(store)
            store.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE article SET created_at = 'yesterday'",
        "UPDATE article SET created_at = 7",
        "UPDATE article SET id = x'00'",
        "UPDATE article SET id = 'sixteen letters.'",
        "DELETE FROM search_config",
    ],
)
def test_what_cannot_be_read_is_damage(sound, tmp_path, statement):
    path = tmp_path / "hurt"
    path.write_bytes(sound)
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute(statement)
    store = Store.open(path, actor="x", replica=uuid4().hex)
    with pytest.raises(DatabaseError) as caught:
        ask(store, library.articles, *(["في"] if "search" in statement else []))
    assert caught.value.message == DAMAGED
    store.close()
