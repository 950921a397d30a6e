"""What happens to a file that is open, or was left half-written, as people meet it."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from uuid import uuid4

import pytest
from sqlalchemy.exc import DBAPIError

from factcheck.domain.article import ArticleDraft
from factcheck.domain.errors import BusyError, DatabaseError
from factcheck.operations import articles
from factcheck.operations.safekeeping import check_file
from factcheck.storage import faults, library, queries, received
from factcheck.storage.backup import copy_database
from factcheck.storage.checking import BROKEN_LINK, DAMAGED_PAGES, MENDED_INDEX
from factcheck.storage.opening import journal_of
from factcheck.storage.store import Store
from tests.disks import mounted_disk
from tests.storage.crowds import crowd
from tests.storage.test_opening import leave_journal


def add(store, title="عنوان", text="نص المقال"):
    with store.write("add_article") as session:
        return articles.add_article(session, draft=ArticleDraft(title, text)).created


def titles(store):
    with store.read() as session:
        return sorted(each.title for each in library.articles(session))


def opened(path):
    return Store.open(path, actor="x", replica=str(uuid4()), patience=0.1)


def test_an_unfinished_transaction_is_rolled_back_by_itself(open_store, root):
    store = open_store()
    add(store)
    store.close()
    leave_journal(store.path, root)
    again = open_store()
    assert titles(again) == ["عنوان"]
    assert check_file(again) == []
    assert not journal_of(store.path).exists() or journal_of(store.path).stat().st_size == 0


def test_a_reader_who_takes_long_is_waited_for_and_then_named(open_store):
    store = open_store()
    with closing(sqlite3.connect(store.path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM meta").fetchone()
        with pytest.raises(BusyError):
            add(store)
        reader.execute("ROLLBACK")
    add(store)
    assert titles(store) == ["عنوان"]


@pytest.mark.skipif(sys.platform == "win32", reason="open files cannot be replaced there")
def test_a_file_replaced_while_it_is_open_is_not_written(open_store, tmp_path):
    store = open_store()
    add(store, "من قبل")
    other = open_store(path=tmp_path / "other.factcheck")
    add(other, "من المزامنة")
    other.close()
    other.path.replace(store.path)
    arrived = store.path.read_bytes()
    with pytest.raises(DatabaseError) as caught:
        add(store, "بعد")
    assert caught.value.message == faults.MOVED
    assert store.path.read_bytes() == arrived
    again = opened(store.path)
    assert titles(again) == ["من المزامنة"]
    again.close()


@pytest.mark.skipif(sys.platform == "win32", reason="open files cannot be removed there")
def test_a_file_removed_while_it_is_open_is_not_made_again(open_store):
    store = open_store()
    store.path.unlink()
    with pytest.raises(DatabaseError) as caught:
        add(store)
    assert caught.value.message == faults.MOVED
    assert not store.path.exists()


@pytest.mark.parametrize("fill", [b"\0", b"\xa5"], ids=["zeros", "garbage"])
def test_any_page_that_is_overwritten_is_found(tmp_path, fill):
    whole = crowd(tmp_path / "whole.factcheck", 40).read_bytes()
    path = tmp_path / "hurt.factcheck"
    unseen = []
    assert len(whole) > 50 * 4096
    for at in range(4096, len(whole), 4096):
        hurt = whole[:at] + fill * 4096 + whole[at + 4096 :]
        path.write_bytes(hurt)
        journal_of(path).unlink(missing_ok=True)
        said = refusals_or_problems(path)
        if not said & FOUND:
            unseen.append(at // 4096)
        if said == {MENDED_INDEX}:
            assert refusals_or_problems(path) == set()
        else:
            assert path.read_bytes() == hurt
    assert unseen == []


FOUND = {faults.DAMAGED, faults.NOT_DATABASE, DAMAGED_PAGES, BROKEN_LINK, MENDED_INDEX}


def refusals_or_problems(path):
    try:
        store = opened(path)
    except DatabaseError as error:
        return {error.message}
    try:
        return {each.message for each in check_file(store)}
    except DatabaseError as error:
        return {error.message}
    finally:
        store.close()


def copy_store(engine, folder):
    copy_database(engine, folder / "copy.factcheck")


@pytest.fixture
def small_disk(tmp_path):
    """A disk of three megabytes."""
    with mounted_disk(tmp_path / "disk", 3) as folder:
        yield folder


def test_a_really_full_disk_is_said_and_loses_nothing(open_store, small_disk):
    store = open_store(path=small_disk / "desk.factcheck")
    text = "كلمة مهمة جدًّا " * 4000
    done = []

    def fill():
        while True:
            title = f"عنوان {len(done):03}"
            add(store, title, text)
            done.append(title)

    with pytest.raises(DatabaseError) as caught:
        fill()
    assert caught.value.message == faults.FULL
    assert titles(store) == done
    with pytest.raises(DatabaseError):
        add(store, "ما زال ممتلئًا", text)
    subprocess.run(["mount", "-o", "remount,size=6m", str(small_disk)], check=True)
    add(store, "يتسع الآن", text)
    assert titles(store) == sorted([*done, "يتسع الآن"])
    assert check_file(store) == []
    store.close()


@pytest.mark.parametrize("copying", [copy_store, received.take_in])
def test_a_full_disk_for_private_copies_is_named(open_store, small_disk, copying):
    store = open_store()
    add(store, text="كلمة " * 500_000)
    source = store.engine if copying is copy_store else store.path
    store.close()
    with pytest.raises(DatabaseError) as caught:
        copying(source, small_disk)
    assert (caught.value.message, caught.value.values["path"]) == (faults.FULL, small_disk)


def test_a_full_disk_is_a_sentence_and_loses_nothing(open_store):
    store = open_store()
    article_id = add(store)
    with store.read() as session:
        connection = session.connection()
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(DatabaseError) as caught, store.write("edit_article") as session:
        articles.edit_article(session, article_id=article_id, values={"outlet": "x" * 90_000})
    assert caught.value.message == faults.FULL
    with store.read() as session:
        assert queries.article(session, article_id).outlet == ""
        session.connection().exec_driver_sql("PRAGMA max_page_count=1000000")
    with store.write("edit_article") as session:
        articles.edit_article(session, article_id=article_id, values={"outlet": "y" * 90_000})


def test_what_is_a_bug_of_ours_is_no_sentence(open_store):
    store = open_store()
    with pytest.raises(DBAPIError), store.read() as session:
        session.connection().exec_driver_sql("SELECT nothing FROM nowhere")
