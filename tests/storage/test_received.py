"""Files from elsewhere: taken in whole, or refused with a sentence."""

import sqlite3

import pytest
from sqlalchemy import text

from factcheck.domain.errors import DatabaseError
from factcheck.storage import faults, opening, received
from factcheck.storage.backup import copy_database
from factcheck.storage.engine import open_engine


@pytest.fixture
def file(open_store, tmp_path):
    store = open_store()
    store.close()
    return store.path


def refusal(path, folder):
    before = path.read_bytes()
    folder.mkdir(exist_ok=True)
    with pytest.raises(DatabaseError) as caught:
        received.take_in(path, folder)
    assert path.read_bytes() == before
    return caught.value.message


def change(path, *statements):
    raw = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        raw.execute(statement)
    raw.close()


def test_a_sound_file_is_taken_in_as_a_copy(file, tmp_path):
    (tmp_path / "in").mkdir()
    copy = received.take_in(file, tmp_path / "in")
    assert copy != file
    assert copy.read_bytes() == file.read_bytes()


def test_every_cut_is_refused(file, tmp_path):
    whole = file.read_bytes()
    cut = tmp_path / "cut.factcheck"
    last_pages = range(len(whole) - 3 * 4096, len(whole))
    for length in [0, 10, 99, *range(100, len(whole), 4096), *list(last_pages)[::61]]:
        cut.write_bytes(whole[:length])
        assert refusal(cut, tmp_path / "in") in (
            opening.EMPTY,
            opening.OTHER,
            opening.INCOMPLETE,
        ), length


@pytest.mark.campaign
def test_every_byte_of_the_last_three_pages(file, tmp_path):
    whole = file.read_bytes()
    cut = tmp_path / "cut.factcheck"
    for length in range(len(whole) - 3 * 4096, len(whole)):
        cut.write_bytes(whole[:length])
        assert refusal(cut, tmp_path / "in") == opening.INCOMPLETE, length


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER x AFTER INSERT ON claim BEGIN DELETE FROM article; END",
        "CREATE VIEW x AS SELECT 1",
        "CREATE TABLE x (y)",
        "CREATE INDEX x ON claim (note)",
        "ALTER TABLE claim ADD COLUMN x AS (length(note))",
    ],
)
def test_nothing_foreign_comes_in(file, tmp_path, statement):
    change(file, statement)
    assert refusal(file, tmp_path / "in") == received.FOREIGN_SCHEMA


def test_broken_links_and_newer_files_are_refused(file, tmp_path):
    change(file, "PRAGMA foreign_keys=OFF", "DELETE FROM rating_scale")
    assert refusal(file, tmp_path / "in") == faults.DAMAGED
    change(file, "PRAGMA user_version=99")
    assert refusal(file, tmp_path / "in") == opening.NEWER


def test_a_file_with_an_unfinished_transaction_is_not_whole(file, tmp_path):
    opening.journal_of(file).write_bytes(b"x" * 512)
    assert refusal(file, tmp_path / "in") == received.UNFINISHED


def test_three_changed_letters_are_noticed_where_there_is_a_digest(file, tmp_path):
    engine = open_engine(file, mode="rw", patience=1)
    with engine.execution_options(write=True).begin() as connection:
        value = received.digest(connection)
        connection.execute(
            text("INSERT INTO meta (key, value) VALUES (:key, :value)"),
            {"key": received.DIGEST, "value": value},
        )
    snapshot = tmp_path / "snapshot.factcheck"
    copy_database(engine, snapshot)
    engine.dispose()
    (tmp_path / "in").mkdir()
    received.take_in(snapshot, tmp_path / "in")
    content = snapshot.read_bytes()
    assert content.count(b"Mostly true") == 1
    snapshot.write_bytes(content.replace(b"Mostly true", b"Mostly trve"))
    assert refusal(snapshot, tmp_path / "in") == received.ALTERED


def test_a_file_whose_newest_pages_lie_beside_it(file, tmp_path):
    raw = sqlite3.connect(file, isolation_level=None)
    raw.execute("PRAGMA journal_mode=WAL").fetchone()
    raw.execute("UPDATE meta SET value = 'later' WHERE key = 'made_by'")
    assert (file.with_name(file.name + "-wal")).stat().st_size > 0
    assert refusal(file, tmp_path / "in") == received.UNFINISHED
    raw.close()
    assert received.take_in(file, tmp_path / "in").exists()


def test_a_folder_and_a_file_that_is_not_there(tmp_path):
    (tmp_path / "in").mkdir()
    for path, sentence in ((tmp_path, opening.FOLDER), (tmp_path / "none", opening.MISSING)):
        with pytest.raises(DatabaseError) as caught:
            received.take_in(path, tmp_path / "in")
        assert caught.value.message == sentence
