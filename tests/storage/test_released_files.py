"""A file of every earlier schema opens, is brought up to date, and has all that it had."""

import shutil
import sqlite3
from contextlib import closing
from uuid import uuid4

import pytest

from factcheck.operations.merging import merge_copy
from factcheck.operations.safekeeping import check_file
from factcheck.storage import library, queries, schema
from factcheck.storage.backup import backups
from factcheck.storage.opening import read_header
from factcheck.storage.store import Store

EARLIER = range(1, schema.VERSION)


@pytest.fixture(params=EARLIER)
def earlier(request, tmp_path, root):
    """A copy of the file that a program of that schema made."""
    path = tmp_path / "desk.factcheck"
    shutil.copyfile(root / "tests" / "data" / "records" / f"schema-{request.param}.factcheck", path)
    assert read_header(path).schema == request.param
    return path


def opened(path, **options):
    return Store.open(path, actor="مدقق", replica=str(uuid4()), **options)


def all_there(store):
    with store.read() as session:
        (found,) = library.articles(session, "قارب MAY")
        claims = queries.claims(session, found.id)
        (evidence,) = queries.evidence(session, claims[0].id)
        rating = queries.scales(session)[0].ratings[0].id
    assert [each.anchor.exact for each in claims] == ["٤٠ قاربً", "3 May 2019"]
    assert (claims[0].rating_id, claims[0].note) == (rating, "سُئل الميناء مرتين")
    assert (evidence.title, evidence.url) == ("سجل الميناء", "https://example.org/port")
    return True


def test_it_is_brought_up_to_date_after_a_backup(earlier, tmp_path):
    before = earlier.read_bytes()
    store = opened(earlier, backup_dir=tmp_path / "backups")
    assert read_header(earlier).schema == schema.VERSION
    assert all_there(store)
    assert check_file(store) == []
    with store.read() as session:
        assert library.articles(session, "باخرة") == []
    (backup,) = backups(tmp_path / "backups", store.origin())
    assert backup.path.stat().st_size == len(before)
    store.close()


def test_it_can_be_merged_into_a_new_record(earlier, tmp_path):
    before = earlier.read_bytes()
    store = opened(tmp_path / "new.factcheck", create=True)
    merge_copy(store, earlier, backup_dir=tmp_path / "backups", takes_another=True)
    assert all_there(store)
    assert earlier.read_bytes() == before
    store.close()


def test_the_earlier_program_does_not_write_in_it(earlier, monkeypatch):
    theirs = read_header(earlier).schema
    opened(earlier).close()
    up_to_date = earlier.read_bytes()
    monkeypatch.setattr(schema, "VERSION", theirs)
    with closing(sqlite3.connect(earlier)) as raw:
        least = raw.execute("SELECT value FROM meta WHERE key = 'min_reader'").fetchone()[0]
    if int(least) > theirs:
        with pytest.raises(Exception, match="newer"):
            opened(earlier)
    else:
        assert opened(earlier).is_read_only
    assert earlier.read_bytes() == up_to_date
