"""Backups, restoring them and checking the file, as a person meets them."""

import sqlite3
from contextlib import closing
from uuid import uuid4

import pytest

from factcheck.domain.changes import Changes
from factcheck.domain.errors import BusyError, DatabaseError
from factcheck.operations import claims
from factcheck.operations.safekeeping import (
    OTHER_BACKUP,
    back_up_now,
    back_up_when_due,
    check_file,
    restore_backup,
    restore_over_damaged,
    unfit_file,
)
from factcheck.storage import checking, library, queries
from factcheck.storage.backup import backups, backups_at
from factcheck.storage.faults import BUSY, DAMAGED
from factcheck.storage.opening import NEWER, journal_of
from factcheck.storage.store import Store
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


def test_a_backup_of_another_record_is_not_put_in(desk, tmp_path):
    other = Store.open(tmp_path / "other.factcheck", actor="x", replica=str(uuid4()), create=True)
    backup = back_up_now(other, backup_dir=tmp_path / "backups")
    other.close()
    desk.claim()
    with pytest.raises(DatabaseError) as caught:
        restore_backup(desk.store, backup, backup_dir=tmp_path / "backups")
    assert caught.value.message == OTHER_BACKUP
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


def test_a_broken_index_is_told_while_somebody_else_writes(desk):
    with closing(sqlite3.connect(desk.store.path, isolation_level=None)) as raw:
        raw.execute("DELETE FROM search")
        raw.execute("BEGIN IMMEDIATE")
        assert [each.message for each in check_file(desk.store)] == [checking.BROKEN_INDEX]
        raw.execute("ROLLBACK")


def test_a_broken_index_of_a_file_that_cannot_be_written_is_told(desk):
    raw = sqlite3.connect(desk.store.path)
    raw.execute("DELETE FROM search")
    raw.commit()
    raw.close()
    desk.store.is_read_only = True
    assert [each.message for each in check_file(desk.store)] == [checking.BROKEN_INDEX]


def test_a_backup_takes_the_place_of_a_damaged_file(desk, tmp_path):
    folder, path = tmp_path / "backups", desk.store.path
    desk.claim()
    backup = back_up_now(desk.store, backup_dir=folder)
    desk.store.close()
    path.write_bytes(b"")
    journal_of(path).write_bytes(b"of the damaged file")
    with pytest.raises(DatabaseError) as caught:
        desk.reopen("ليلى")
    assert unfit_file(caught.value) == path
    (found,) = backups_at(folder, path)
    assert found.path == backup
    kept = restore_over_damaged(path, backup, backup_dir=folder)
    assert kept.read_bytes() == b""
    assert journal_of(kept).read_bytes() == b"of the damaged file"
    with desk.reopen("ليلى").read() as session:
        assert len(queries.claims(session, desk.article_id)) == 1
    assert backups_at(folder, path) == [found]


def test_a_backup_takes_the_place_of_a_file_that_is_gone(desk, tmp_path):
    folder, path = tmp_path / "backups", desk.store.path
    backup = back_up_now(desk.store, backup_dir=folder)
    desk.store.close()
    path.unlink()
    assert restore_over_damaged(path, backup, backup_dir=folder) is None
    desk.reopen("ليلى")


def test_a_bad_backup_takes_no_place(desk, tmp_path):
    path = tmp_path / "damaged.factcheck"
    path.write_bytes(b"damaged")
    bad = tmp_path / "bad.factcheck"
    bad.write_bytes(b"")
    with pytest.raises(DatabaseError):
        restore_over_damaged(path, bad, backup_dir=tmp_path / "backups")
    assert path.read_bytes() == b"damaged"


def test_a_file_that_may_be_sound_is_not_unfit(desk):
    assert unfit_file(BusyError(BUSY, path=desk.store.path)) is None
    assert unfit_file(DatabaseError(NEWER, path=desk.store.path)) is None
    assert unfit_file(DatabaseError(DAMAGED, path="server")) is None
    assert unfit_file(ValueError("x")) is None
