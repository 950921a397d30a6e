"""Backups, checking and copying on the command line; stopping long work by hand."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.operations import safekeeping
from factcheck.runtime.paths import Paths
from factcheck.storage.backup import pour
from tests.storage.crowds import crowd

ROOT = Path(__file__).parents[2]


def own_file(program) -> Path:
    return program.home / "data" / "factcheck.sqlite"


def test_a_backup_is_made_listed_and_restored(program, article, claim):
    made = program.json("backup")
    assert Path(made["path"]).stat().st_size == made["bytes"]
    program.json("claim", "delete", claim)
    (listed,) = program.json("backup", "list")
    assert (listed["number"], listed["path"], listed["reason"]) == (1, made["path"], "by-hand")
    shown = program("backup", "list").out
    assert "by hand" in shown
    assert listed["name"][:20] in shown
    kept = program.json("restore", 1)["kept"]
    assert len(program.json("claim", "list", article)) == 1
    program.json("restore", Path(kept).name)
    assert program.json("claim", "list", article) == []
    program.json("restore", made["path"])
    assert len(program.json("claim", "list", article)) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_nothing_is_called_stopped_that_was_restored(program, article, claim, monkeypatch):
    made = program.json("backup")["path"]
    program.json("claim", "delete", claim)

    def pour_and_be_stopped(*about):
        pour(*about)
        os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr(safekeeping, "pour", pour_and_be_stopped)
    result = program("restore", made)
    assert (result.code, "Restored." in result.err) == (0, True)
    assert len(program.json("claim", "list", article)) == 1


def test_a_backup_goes_where_it_is_wanted(program, article, tmp_path):
    made = program.json("backup", "--to", tmp_path / "stick")
    assert Path(made["path"]).parent == tmp_path / "stick"
    assert program.json("backup", "list") == []
    assert "No backups yet." in program("backup", "list").err
    (tmp_path / "file").write_text("")
    assert str(tmp_path / "file") in program.refused("backup", "--to", tmp_path / "file")


def test_a_backup_that_is_not_there(program, article, tmp_path):
    assert "There is no backup 7." in program.refused("restore", 7)
    bad = tmp_path / "bad"
    bad.write_bytes(b"SQLite format 3\0" + bytes(100))
    before = own_file(program).read_bytes()
    program.refused("restore", bad)
    assert own_file(program).read_bytes() == before


@pytest.mark.parametrize("language", ["en", "ar"])
def test_checking(program, claim, language):
    program.language = language
    assert program.json("check") == {"is_sound": True, "problems": []}
    assert program("check").code == 0
    with sqlite3.connect(own_file(program)) as raw:
        raw.execute("UPDATE claim SET exact = 'كلمات أخرى'")
    raw.close()
    result = program("check", "--json")
    assert (result.code, result.data["is_sound"], len(result.data["problems"])) == (1, False, 1)
    result = program("check")
    assert "كلمات أخرى" in result.out
    assert ("Something is wrong" in result.err) is (language == "en")


def test_a_copy_is_a_record_of_its_own_and_never_overwrites(program, article, tmp_path):
    target = tmp_path / "copy.factcheck"
    assert program.json("copy-to", target)["path"] == str(target)
    assert program.json("--database", target, "article", "list")[0]["id"] == article
    before = target.read_bytes()
    assert "exists already" in program.refused("copy-to", target)
    assert target.read_bytes() == before
    assert program.json("merge", target, "--dry-run")["new"] == 0
    program.refused("copy-to", tmp_path / "gone" / "copy.factcheck")


def test_a_server_is_reached_by_its_address(program, tmp_path):
    pytest.importorskip("psycopg")
    address = f"postgresql:///desk?host={tmp_path}"
    for words in (["--database", address, "article", "list"], ["copy-to", address]):
        assert "desk@" in program.refused(*words)


@pytest.mark.skipif(sys.platform != "linux", reason="names of bytes")
def test_a_name_of_any_bytes_is_a_name(program, article, tmp_path):
    path = tmp_path / os.fsdecode(b"\xff \xd8.factcheck")
    program.json("copy-to", path)
    on_it = ["--database", path]
    assert [each["id"] for each in program.json(*on_it, "article", "list")] == [article]
    for words in (["check"], ["backup"], ["backup", "list"], ["merge", path], ["exchange"]):
        assert program(*on_it, *words, "--json").code == 0, words
    assert program("merge", path).code == 0


@pytest.mark.parametrize("name", ["م" * 200, "a" * 300, "a/" * 3000])
def test_a_name_that_no_disk_takes_is_a_sentence(program, article, tmp_path, name):
    path = tmp_path / f"{name}.factcheck"
    for words in (
        ["--database", path, "article", "list"],
        ["--database", path, "article", "add", "-"],
        ["--database", path, "exchange"],
        ["merge", path],
        ["copy-to", path],
        ["restore", path],
        ["backup", "--to", path],
        ["report", article, "--format", "html", "-o", path],
    ):
        result = program(*words, stdin=b"text")
        assert (result.code, result.out) == (1, ""), words
        assert "mistake" not in result.err, words


@pytest.mark.parametrize("address", ["mysql://l:s3cret@h/desk", "postgresql://l:s3cret@h:x/desk"])
def test_what_is_no_address_of_ours_is_no_file_and_shows_no_password(program, article, address):
    for words in (
        ["--database", address, "article", "list"],
        ["copy-to", address],
        ["merge", address],
    ):
        said = program.refused(*words)
        assert "s3cret" not in said
        assert "is not the address of a server" in said


def at_a_terminal(*words, tmp: Path) -> tuple[subprocess.Popen, int]:
    """Start the program with a terminal as its stderr; returns it and our end of that.

    What it keeps for a while goes into the folder `tmp`.
    """
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "factcheck", "--language", "en", *map(str, words)]
    tmp.mkdir()
    started = subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        stdin=theirs,
        env={**os.environ, "TMPDIR": str(tmp)},
    )
    os.close(theirs)
    return started, ours


def read_until(ours: int, wanted: bytes) -> bytes:
    found = b""
    while wanted not in found:
        found += os.read(ours, 1000)
    return found


def rest(ours: int) -> bytes:
    found = b""
    try:
        while some := os.read(ours, 1000):
            found += some
    except OSError:  # the other end has been closed
        pass
    os.close(ours)
    return found


@pytest.fixture
def big(tmp_path):
    """A copy with so much in it that merging it takes a moment."""
    return crowd(tmp_path / "big.factcheck", 1500)


@pytest.fixture
def bigger(tmp_path):
    """A copy whose merge goes on for seconds after it was seen to begin, on a busy machine too."""
    return crowd(tmp_path / "bigger.factcheck", 6000)


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_stopping_a_merge_takes_everything_back(program, article, bigger, tmp_path, name):
    program.json("check")
    tmp, number = tmp_path / "tmp", signal.Signals[name]
    started, ours = at_a_terminal(
        "--home", program.home, "merge", bigger, "--another-record", tmp=tmp
    )
    read_until(ours, b"Merging\xe2\x80\xa6 10%")
    started.send_signal(number)
    said = rest(ours)
    assert said.splitlines()[-1] == b"Stopped. Nothing was merged."
    assert started.wait(30) == 128 + number
    assert b"Traceback" not in said
    assert list(tmp.iterdir()) == []
    assert [each["id"] for each in program.json("article", "list")] == [article]
    assert program.json("check")["is_sound"]


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")
def test_a_merge_shows_how_far_it_is_and_leaves_a_clean_line(program, article, big, tmp_path):
    started, ours = at_a_terminal(
        "--home", program.home, "merge", big, "--another-record", tmp=tmp_path / "tmp"
    )
    said = rest(ours)
    assert started.wait(30) == 0
    assert b"80%" in said
    assert said.endswith(b"\r")
    assert len(program.json("article", "list")) == 16


def test_nothing_is_shown_where_nobody_looks(program, article, big):
    assert program("merge", big, "--another-record").err == ""


def test_a_damaged_record_is_restored_by_the_number_of_a_backup(program, claim):
    program.json("backup")
    path = program.json("backup", "list")[0]["path"]
    database = Paths.under(program.home).database
    database.write_bytes(b"damaged")
    program.refused("claim", "show", claim)
    assert [each["path"] for each in program.json("backup", "list")] == [path]
    found = program.json("restore", 1)
    assert found["restored"] == path
    assert program.json("claim", "show", claim)["id"] == str(claim)


def test_a_record_without_backups_stays_refused(program, claim):
    database = Paths.under(program.home).database
    database.write_bytes(b"damaged")
    for words in (("backup", "list"), ("restore", 1), ("restore", database)):
        program.refused(*words)
    assert database.read_bytes() == b"damaged"
