"""The migrated schema is the schema of the rows, and migrating is all or nothing."""

import sqlite3
from uuid import uuid4

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from factcheck.storage import schema
from factcheck.storage.engine import open_engine
from factcheck.storage.opening import read_header
from factcheck.storage.received import SEARCH_TABLES
from factcheck.storage.store import Store
from factcheck.storage.tables import Base


def test_migrations_make_what_the_rows_say(store):
    engine = open_engine(store.path, mode="ro", patience=1)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "include_name": lambda name, kind, _: (
                    not (kind == "table" and name in {*SEARCH_TABLES, "alembic_version"})
                ),
            },
        )
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_the_file_says_what_it_is(store):
    header = read_header(store.path)
    assert header.schema == schema.VERSION
    assert not header.is_wal
    with store.read() as session:
        pragmas = {
            name: session.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
        }
    assert pragmas == {
        "journal_mode": "truncate",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
    }


def test_nothing_cascades(store):
    with store.read() as session:
        sql = session.execute(text("SELECT group_concat(sql) FROM sqlite_schema")).scalar()
    assert "CASCADE" not in sql.upper()


def test_a_failed_making_leaves_nothing(tmp_path, monkeypatch):
    def fail(_connection):
        raise sqlite3.OperationalError("no more")

    monkeypatch.setattr(schema, "seed_scales", fail)
    with pytest.raises(sqlite3.OperationalError):
        Store.open(tmp_path / "desk.factcheck", actor="x", replica=str(uuid4()), create=True)
    assert list(tmp_path.iterdir()) == []


def test_an_older_file_is_backed_up_and_migrated(tmp_path, open_store):
    path = open_store().path
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA user_version=0")
    raw.close()
    open_store()
    assert read_header(path).schema == schema.VERSION
    (backup,) = tmp_path.glob("desk.*.before-schema.factcheck")
    assert read_header(backup).schema == 0


def test_a_failed_migration_leaves_the_old_file(tmp_path, open_store, monkeypatch):
    path = open_store().path
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA user_version=0")
    raw.close()
    before = path.read_bytes()

    def fail(connection):
        connection.exec_driver_sql("CREATE TABLE half (x)")
        raise RuntimeError("killed")

    monkeypatch.setattr(schema, "_migrate", fail)
    with pytest.raises(RuntimeError):
        open_store()
    monkeypatch.undo()
    assert path.read_bytes()[100:] == before[100:]
    open_store()
