"""Values that this program never writes, in files from elsewhere and in the own one."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from factcheck.domain.errors import DatabaseError
from factcheck.operations.merging import merge_copy
from factcheck.operations.safekeeping import check_file, restore_backup
from factcheck.storage import checking, received, wellformed
from factcheck.storage.tables import Base, ChangeRow
from tests.storage.test_faults import add, titles

NO_ID, NO_TIME, NAIVE = "x'00'", "'yesterday at noon'", "'2026-11-25T10:00:00.000'"

HURT = [
    f"UPDATE article SET id = {NO_ID} WHERE title = 'new'",
    "UPDATE article SET id = 'sixteen letters.' WHERE title = 'new'",
    f"UPDATE article SET created_at = {NO_TIME} WHERE title = 'new'",
    f"UPDATE article SET updated_at = {NAIVE} WHERE title = 'new'",
    "UPDATE article SET rev = 'one' WHERE title = 'new'",
    "UPDATE article SET title = x'ff' WHERE title = 'new'",
    "UPDATE change SET tbl = 'nowhere' WHERE seq = (SELECT max(seq) FROM change)",
    "UPDATE change SET field = 'nothing' WHERE field = '*'",
    "UPDATE change SET prev = 'not an id' WHERE seq = (SELECT max(seq) FROM change)",
    "UPDATE change SET hlc = 'late' WHERE seq = (SELECT max(seq) FROM change)",
]


def hurt(path, *statements):
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for statement in statements:
            raw.execute(statement)
            raw.execute("DELETE FROM meta WHERE key = 'digest'")


@pytest.fixture
def ours(open_store):
    store = open_store()
    add(store, "old", "نص")
    yield store
    store.close()


@pytest.fixture
def theirs(ours, open_store, tmp_path):
    """A copy of the record with one article more."""
    path = tmp_path / "theirs.factcheck"
    shutil.copyfile(ours.path, path)
    store = open_store(path=path)
    add(store, "new", "نص آخر")
    store.close()
    return path


@pytest.mark.parametrize("statement", HURT)
def test_what_is_none_of_ours_is_not_merged(ours, theirs, tmp_path, statement):
    hurt(theirs, "PRAGMA foreign_keys=OFF", statement)
    with pytest.raises(DatabaseError):
        merge_copy(ours, theirs, backup_dir=tmp_path / "backups")
    assert titles(ours) == ["old"]
    assert check_file(ours) == []


@pytest.mark.parametrize("statement", HURT)
def test_nor_put_in_the_place_of_the_record(ours, theirs, tmp_path, statement):
    hurt(theirs, "PRAGMA foreign_keys=OFF", statement)
    with pytest.raises(DatabaseError):
        restore_backup(ours, theirs, backup_dir=tmp_path / "backups")
    assert titles(ours) == ["old"]


@pytest.mark.parametrize("statement", HURT)
def test_a_check_finds_it(open_store, theirs, statement):
    hurt(theirs, "PRAGMA foreign_keys=OFF", statement)
    store = open_store(path=theirs)
    assert check_file(store)
    store.close()


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("DROP TABLE change", checking.INCOMPLETE_SHAPE),
        ("ALTER TABLE evidence DROP COLUMN quote", checking.INCOMPLETE_SHAPE),
        ("CREATE VIEW spy AS SELECT 1", checking.FOREIGN_OBJECT),
        ("UPDATE article SET rev = 1.5", checking.FOREIGN_VALUE),
    ],
)
def test_the_shape_of_a_file(ours, theirs, tmp_path, statement, message):
    hurt(theirs, statement)
    assert [each.message for each in checking.check_pages(theirs)] == [message]
    with pytest.raises(DatabaseError) as caught:
        received.take_in(theirs, tmp_path, is_all_read=True)
    assert caught.value.message in (received.ALTERED, received.FOREIGN_SCHEMA)


def test_an_older_file_that_its_migration_does_not_fit(theirs, tmp_path):
    hurt(theirs, "DROP TABLE search", "DROP TABLE search_part", "PRAGMA user_version = 1")
    hurt(theirs, "UPDATE alembic_version SET version_num = '0001'")
    with pytest.raises(DatabaseError) as caught:
        received.take_in(theirs, tmp_path)
    assert caught.value.message == received.ALTERED


def test_a_folder_and_what_may_not_be_read(tmp_path, monkeypatch):
    with pytest.raises(DatabaseError, match="folder"):
        received.take_in(tmp_path, tmp_path)

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "locked"
    path.write_bytes(b"")
    monkeypatch.setattr(shutil, "copyfile", refuse)
    with pytest.raises(DatabaseError):
        received.take_in(path, tmp_path)


def test_a_log_that_is_ours_passes(ours):
    table = Base.metadata.tables[ChangeRow.__tablename__]
    with ours.read() as session:
        connection = session.connection()
        rows = wellformed.well_formed(table, connection.execute(table.select()))
        assert len(rows) == session.query(ChangeRow).count()
        assert wellformed.well_formed(table, connection.execute(table.select().limit(0))) == []
