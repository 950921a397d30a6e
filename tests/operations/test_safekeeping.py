"""Backups, restoring them and checking the file, as a person meets them."""

import sqlite3

import pytest

from factcheck.domain.changes import Changes
from factcheck.domain.errors import DatabaseError
from factcheck.operations import claims
from factcheck.operations.safekeeping import (
    back_up_now,
    back_up_when_due,
    check_file,
    restore_backup,
)
from factcheck.storage import checking, library
from factcheck.storage.backup import backups
from tests.operations.conftest import on_files

pytestmark = on_files


def test_a_backup_brings_back_what_was(desk, tmp_path):
    folder = tmp_path / "backups"
    claim_id = desk.claim()
    backup = back_up_now(desk.store, backup_dir=folder)
    desk.run(claims.delete_claims, claim_ids=[claim_id])
    kept = restore_backup(desk.store, backup, backup_dir=folder)
    assert [each.id for each in desk.all()] == [claim_id]
    restore_backup(desk.store, kept, backup_dir=folder)
    assert desk.all() == []
    assert {each.reason for each in backups(folder, desk.store.origin())} == {
        "by-hand",
        "before-restore",
    }


def test_a_bad_backup_changes_nothing(desk, tmp_path):
    bad = tmp_path / "bad.factcheck"
    bad.write_bytes(b"")
    desk.claim()
    with pytest.raises(DatabaseError):
        restore_backup(desk.store, bad, backup_dir=tmp_path / "backups")
    assert len(desk.all()) == 1


def test_restoring_does_not_wait_for_ever(desk, tmp_path, monkeypatch):
    monkeypatch.setattr("factcheck.storage.backup.PATIENCE", 0.1)
    backup = back_up_now(desk.store, backup_dir=tmp_path / "backups")
    raw = sqlite3.connect(desk.store.path, isolation_level=None)
    raw.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseError):
        restore_backup(desk.store, backup, backup_dir=tmp_path / "backups")
    raw.execute("ROLLBACK")
    raw.close()


def test_the_backup_of_the_day_is_made_once(desk, tmp_path):
    assert back_up_when_due(desk.store, backup_dir=tmp_path / "b")
    assert back_up_when_due(desk.store, backup_dir=tmp_path / "b")
    assert back_up_when_due(desk.store, backup_dir=tmp_path / "b") is None


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("UPDATE claim SET exact = 'كلمات أخرى'", checking.WRONG_WORDS),
        ("UPDATE claim SET note = 'تسلل'", checking.WRONG_VALUE),
        ("UPDATE claim SET rating_id = zeroblob(16)", checking.BROKEN_LINK),
    ],
)
def test_checking_finds_what_went_past_the_program(desk, statement, message):
    claim_id = desk.claim()
    desk.run(claims.edit_claims, claim_ids=[claim_id], values={"note": "أصل"})
    assert check_file(desk.store) == []
    raw = sqlite3.connect(desk.store.path)
    raw.execute(statement)
    raw.commit()
    raw.close()
    assert [each.message for each in check_file(desk.store)] == [message]
    assert desk.read(library.articles)


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM search", "DELETE FROM search_part", "UPDATE search_content SET c0 = 'غير ذلك'"],
)
def test_a_broken_index_of_words_is_mended(desk, statement):
    raw = sqlite3.connect(desk.store.path)
    raw.execute(statement)
    raw.commit()
    raw.close()
    before = desk.read(library.articles)
    assert [each.message for each in check_file(desk.store)] == [checking.MENDED_INDEX]
    assert check_file(desk.store) == []
    assert desk.read(library.articles, "البلدية") == before
    assert desk.store.poll() == Changes()


def test_a_broken_index_of_a_file_that_cannot_be_written_is_told(desk):
    raw = sqlite3.connect(desk.store.path)
    raw.execute("DELETE FROM search")
    raw.commit()
    raw.close()
    desk.store.is_read_only = True
    assert [each.message for each in check_file(desk.store)] == [checking.BROKEN_INDEX]
