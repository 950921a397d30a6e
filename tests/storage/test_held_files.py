"""A record that is open keeps its locks, whatever else this process reads.

POSIX drops the locks of a process on a file when it closes any handle of it, so each of these
would let the other program write into the transaction that is under way here.
"""

import subprocess
import sys

import pytest

from factcheck.domain.article import ArticleDraft
from factcheck.domain.errors import BusyError, ImportRefusedError
from factcheck.importing import registry
from factcheck.operations import articles
from factcheck.runtime import held_files
from factcheck.storage import library, received, schema
from factcheck.storage.opening import read_header

WRITER = """
import sqlite3, sys
other = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=0)
try:
    other.execute("BEGIN IMMEDIATE")
except sqlite3.OperationalError as error:
    sys.exit(error.sqlite_errorname)
"""


def what_another_program_meets(path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", WRITER, str(path)], capture_output=True, text=True, check=False
    )
    return done.stderr.strip()


def open_again(open_store, _path, _folder):
    with pytest.raises(BusyError):
        open_store(patience=0.05)


def take_in(_open_store, path, folder):
    (folder / "in").mkdir()
    copy = received.take_in(path, folder / "in")
    assert read_header(copy).schema == schema.VERSION


def import_it(_open_store, path, _folder):
    with pytest.raises(ImportRefusedError):
        registry.read(path)


def import_a_link_to_it(_open_store, path, folder):
    link = folder / "article.txt"
    link.symlink_to(path)
    with pytest.raises(ImportRefusedError):
        registry.read(link)


@pytest.mark.parametrize("reading", [open_again, take_in, import_it, import_a_link_to_it])
def test_a_transaction_keeps_its_lock(open_store, tmp_path, reading):
    store = open_store()
    with store.write("add_article") as session:
        articles.add_article(session, draft=ArticleDraft("عنوان", "نص"))
        assert what_another_program_meets(store.path) == "SQLITE_BUSY"
        reading(open_store, store.path, tmp_path)
        assert what_another_program_meets(store.path) == "SQLITE_BUSY"
    assert what_another_program_meets(store.path) == ""


def test_a_record_open_here_can_be_opened_once_more(open_store):
    open_store()
    with open_store().read() as session:
        assert library.articles(session) == []


def test_a_closed_record_may_be_read_again(open_store):
    store, other = open_store(), open_store()
    for each in (store, other):
        assert held_files.is_held(store.path.stat())
        each.close()
    assert not held_files.is_held(store.path.stat())
