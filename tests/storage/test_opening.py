"""Every unfit file gets its sentence, and keeps its bytes."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path
from uuid import uuid4

import pytest

from factcheck.domain.errors import BusyError, DatabaseError
from factcheck.storage import faults, opening
from factcheck.storage import store as store_module
from factcheck.storage.store import Store


def refused(path, **options):
    with pytest.raises(DatabaseError) as caught:
        Store.open(path, actor="x", replica=str(uuid4()), patience=0.1, **options)
    return caught.value.message


@pytest.fixture
def file(open_store):
    """A closed, sound file."""
    store = open_store()
    store.close()
    return store.path


def test_a_missing_file_is_never_made(tmp_path):
    assert refused(tmp_path / "none.factcheck") == opening.MISSING
    assert refused(tmp_path / "no" / "none.factcheck", create=True) == store_module.NO_FOLDER
    assert list(tmp_path.iterdir()) == []


def test_a_folder(tmp_path):
    assert refused(tmp_path) == opening.FOLDER
    assert refused(tmp_path, create=True) == opening.FOLDER


@pytest.mark.parametrize(
    ("content", "message", "looks_like"),
    [
        (b"", opening.EMPTY, None),
        (b"PK\x03\x04rest of a document", opening.OTHER, "ZIP"),
        (b"%PDF-1.7 rest", opening.OTHER, "PDF"),
        ("مقال عن المياه".encode(), opening.OTHER, "a text"),
        (b"\x00" * 5000, opening.OTHER, "unfinished"),
        (bytes(range(128, 192)) + b"\xff\xfe\xff", opening.OTHER, "binary"),
        (b"SQLite format 3\x00" + b"\x10\x00", opening.INCOMPLETE, None),
    ],
)
def test_other_files(tmp_path, content, message, looks_like):
    path = tmp_path / "some.factcheck"
    path.write_bytes(content)
    with pytest.raises(DatabaseError) as caught:
        Store.open(path, actor="x", replica=str(uuid4()), create=True)
    assert caught.value.message == message
    assert looks_like is None or looks_like in str(caught.value.values["looks_like"])
    assert path.read_bytes() == content


def test_a_database_of_another_program(tmp_path):
    path = tmp_path / "other.db"
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE bookmarks (x)")
    raw.close()
    assert refused(path) == opening.OTHER_DATABASE


def test_every_cut_is_refused(file, tmp_path):
    whole = file.read_bytes()
    cut = tmp_path / "cut.factcheck"
    lengths = {*range(100, len(whole), 4096), *range(len(whole) - 3 * 4096, len(whole), 97)}
    for length in sorted(lengths):
        cut.write_bytes(whole[:length])
        assert refused(cut) == opening.INCOMPLETE, length
        assert cut.stat().st_size == length


def test_a_newer_file_is_refused_or_only_read(file):
    raw = sqlite3.connect(file)
    raw.execute("PRAGMA user_version=99")
    raw.execute("UPDATE meta SET value='99' WHERE key='min_reader'")
    raw.commit()
    before = file.read_bytes()
    assert refused(file) == opening.NEWER
    raw.execute("UPDATE meta SET value='1' WHERE key='min_reader'")
    raw.commit()
    raw.close()
    store = Store.open(file, actor="x", replica=str(uuid4()))
    assert store.is_read_only
    with pytest.raises(DatabaseError), store.write("anything"):
        pass
    store.close()
    assert len(file.read_bytes()) == len(before)


def test_a_locked_file_is_busy_and_then_works(file):
    raw = sqlite3.connect(file, isolation_level=None)
    raw.execute("BEGIN EXCLUSIVE")
    with pytest.raises(BusyError):
        Store.open(file, actor="x", replica=str(uuid4()), patience=0.1)
    raw.execute("ROLLBACK")
    store = Store.open(file, actor="x", replica=str(uuid4()), patience=0.1)
    raw.execute("BEGIN IMMEDIATE")
    with pytest.raises(BusyError), store.write("anything"):
        pass
    raw.execute("ROLLBACK")
    with store.write("anything"):
        pass
    store.close()


def test_a_damaged_page_is_named(file):
    content = bytearray(file.read_bytes())
    content[4096 * 2 :] = os.urandom(len(content) - 4096 * 2)
    file.write_bytes(content)
    assert refused(file) in (faults.DAMAGED, faults.NOT_DATABASE)


def test_a_file_in_wal_mode_is_brought_back(file):
    raw = sqlite3.connect(file)
    raw.execute("PRAGMA journal_mode=WAL")
    raw.close()
    assert opening.read_header(file).is_wal
    Store.open(file, actor="x", replica=str(uuid4())).close()
    assert not opening.read_header(file).is_wal


NOT_ROOT = textwrap.dedent("""
    import os, sys, tempfile
    from pathlib import Path
    from factcheck.domain.errors import DatabaseError
    from factcheck.storage.library import articles
    from factcheck.storage.store import Store
    with tempfile.TemporaryDirectory() as folder:
        # Imports everything that is imported late, while the interpreter can still be read.
        warm = Store.open(Path(folder, "x"), actor="x", replica=sys.argv[2], create=True)
        with warm.read() as session:
            articles(session, "x")
        warm.close()
    if os.getuid() == 0:
        os.setgid(65534); os.setuid(65534)
    try:
        store = Store.open(Path(sys.argv[1]), actor="x", replica=sys.argv[2])
        print("read-only" if store.is_read_only else "writable")
        with store.read() as session:
            articles(session, "كلمة")
        with store.write("anything") as session:
            print("wrote")
    except DatabaseError as error:
        print(error.message)
""")


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
@pytest.mark.parametrize("what", ["file", "journal", "older"])
def test_read_only_files_are_read(file, root, what):
    if what == "older":
        file = root / "tests" / "data" / "records" / "schema-1.factcheck"
    folder = Path(tempfile.mkdtemp(prefix="factcheck-read-only-"))
    try:
        path = folder / "desk.factcheck"
        shutil.copyfile(file, path)
        if what == "journal":
            leave_journal(path, root)
        path.chmod(0o444)
        folder.chmod(0o555)
        before = path.read_bytes()
        done = subprocess.run(
            [sys.executable, "-c", NOT_ROOT, str(path), str(uuid4())],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(root), *sys.path])},
        )
        assert done.stdout.splitlines() == ["read-only", faults.READ_ONLY]
        assert path.read_bytes() == before
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


def leave_journal(path, root):
    """Leave an unfinished transaction behind, as a killed program does."""
    script = textwrap.dedent("""
        import os, sqlite3, sys
        raw = sqlite3.connect(sys.argv[1], isolation_level=None)
        raw.execute("PRAGMA cache_size=1")
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("CREATE TABLE junk (x)")
        raw.executemany("INSERT INTO junk VALUES (?)", [("y" * 3000,)] * 200)
        os._exit(9)
    """)
    subprocess.run([sys.executable, "-c", script, str(path)], check=False, cwd=root)
    assert opening.journal_of(path).stat().st_size > 0
