import os
import sqlite3
import stat
import sys
from contextlib import closing

import pytest

from factcheck.runtime import files, held_files
from factcheck.runtime.files import copy_where_missing, is_database, write_atomically


def test_writes_and_replaces(tmp_path):
    path = tmp_path / "report.html"
    write_atomically(path, b"one")
    write_atomically(path, "اثنان".encode())
    assert path.read_text(encoding="utf-8") == "اثنان"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("step", ["_write_through", "replace"])
def test_failure_keeps_the_old_file_and_leaves_nothing(tmp_path, monkeypatch, step):
    path = tmp_path / "report.html"
    path.write_bytes(b"old")

    def full_disk(*args):
        if step == "_write_through":
            args[0].write_bytes(args[1][:2])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*((files, step) if step[0] == "_" else (files.Path, step)), full_disk)
    with pytest.raises(OSError, match="No space"):
        write_atomically(path, b"new words")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_missing_folder_is_an_os_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "none" / "a", b"")


def test_folder_in_the_way_is_an_os_error(tmp_path):
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_atomically(tmp_path / "a", b"")
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


@pytest.mark.skipif(os.name != "posix", reason="permissions and links of POSIX")
def test_permissions_and_links_survive(tmp_path):
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/dev/null of Linux")
def test_devices_are_written_to_and_never_replaced():
    write_atomically(files.Path("/dev/null"), b"gone")
    assert stat.S_ISCHR(files.Path("/dev/null").stat().st_mode)


def test_longest_file_name_works(tmp_path):
    path = tmp_path / ("ن" * 120 + ".html")
    write_atomically(path, b"x")
    assert path.read_bytes() == b"x"


def test_tells_a_database_whatever_its_name(tmp_path):
    path = tmp_path / "report.html"
    assert not is_database(path)
    assert not is_database(tmp_path)
    path.write_bytes(b"SQLite")
    assert not is_database(path)
    with closing(sqlite3.connect(tmp_path / "record")) as raw:
        raw.execute("CREATE TABLE claim (id)")
    assert is_database(tmp_path / "record")
    key = held_files.hold(path)
    assert is_database(path)
    held_files.release(key)


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
def test_a_pipe_is_no_database_and_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert not is_database(tmp_path / "pipe")


@pytest.mark.parametrize("links", [True, False])
def test_nothing_is_written_over_what_has_the_name(tmp_path, monkeypatch, links):
    def refuse(_source: object, _target: object) -> None:
        raise OSError("no links on this disk")

    source, target = tmp_path / "a", tmp_path / "b"
    source.write_text("أ", "utf-8")
    if not links:
        monkeypatch.setattr(os, "link", refuse)
    copy_where_missing(source, target)
    assert target.read_text("utf-8") == "أ"
    target.write_text("ب", "utf-8")
    with pytest.raises(OSError, match=r".+"):
        copy_where_missing(source, target)
    assert target.read_text("utf-8") == "ب"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a", "b"]
