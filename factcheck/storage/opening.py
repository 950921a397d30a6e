"""What a file is, told from its first 100 bytes before any connection exists.

Bytes are read before connecting: closing a file handle drops SQLite's locks on it in the whole
process. The size rule (file size = page size x page count) refuses every truncation, where SQLite's
own quick_check lets cuts inside the last page pass.
"""

import os
import sqlite3
import stat
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from factcheck.domain.errors import N_, DatabaseError, Phrase
from factcheck.runtime import held_files
from factcheck.storage.engine import APPLICATION_ID
from factcheck.storage.faults import IO_FAILED, explained

MISSING = N_("There is no file at {path}. Check the name, or create a new file there.")
FOLDER = N_("{path} is a folder. Choose a factcheck file inside it.")
EMPTY = N_("{path} is empty; it may be half-copied. Copy it again, or restore a backup.")
OTHER = N_("{path} is not a factcheck file; it looks like {looks_like}.")
OTHER_DATABASE = N_("{path} is an SQLite database of another program, not a factcheck file.")
INCOMPLETE = N_(
    "{path} is incomplete: it should be {expected} bytes long and is {actual}. Copy it again, or"
    " restore a backup."
)
NEWER = N_("{path} was made by a newer factcheck. Update the program to open it.")

_HEADER = b"SQLite format 3\x00"
_LOOKS = (
    (b"PK\x03\x04", N_("a ZIP archive, such as a Word document")),
    (b"%PDF", N_("a PDF document")),
    (b"\x89PNG", N_("a picture")),
    (b"\xff\xd8\xff", N_("a picture")),
    (b"{", N_("a JSON text")),
    (b"<", N_("a web page")),
    (b"\x00\x00\x00\x00", N_("a damaged or unfinished file")),
)
_TEXT = N_("a text")
_BINARY = N_("a binary file of another program")


@dataclass(frozen=True, slots=True)
class Header:
    """What the header of a factcheck file says; `has_journal` is an unfinished transaction."""

    schema: int
    is_wal: bool
    has_journal: bool


def journal_of(path: Path) -> Path:
    """Return where SQLite keeps the rollback journal of `path`."""
    return path.with_name(path.name + "-journal")


def read_header(file: Path, told: Path | None = None, patience: float = 0) -> Header:
    """Check that `file` is a whole factcheck file, without connecting to it.

    Sentences name `told` in its place, where `file` is a private copy of that. A file that this
    process has open already is asked through SQLite, which waits `patience` seconds for a writer.

    Raises:
        DatabaseError: It is missing, a folder, empty, another type of file or incomplete.
    """
    path = told or file
    try:
        found = file.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise DatabaseError(MISSING, path=path) from None
    except OSError as error:
        raise DatabaseError(IO_FAILED, path=path, reason=error.strerror) from error
    if stat.S_ISDIR(found.st_mode):
        raise DatabaseError(FOLDER, path=path)
    if found.st_size == 0:
        raise DatabaseError(EMPTY, path=path)
    head = _first_bytes(file, path, found)
    if head is None:
        return _asked(file, path, patience)
    if not head.startswith(_HEADER):
        raise DatabaseError(OTHER, path=path, looks_like=Phrase(looks_like(head)))
    if len(head) < 100:
        raise DatabaseError(INCOMPLETE, path=path, expected=4096, actual=len(head))
    return _parsed(file, path, head, found.st_size)


def _first_bytes(file: Path, path: Path, found: os.stat_result) -> bytes | None:
    """Read the header, None where that would cost this process its locks on the file."""
    with held_files.alone():
        if held_files.is_held(found):
            return None
        try:
            with file.open("rb") as opened:
                return opened.read(100)
        except OSError as error:
            raise DatabaseError(IO_FAILED, path=path, reason=error.strerror) from error


def _asked(file: Path, path: Path, patience: float) -> Header:
    """Ask SQLite about a file that this process has open, so that it was found fit before."""
    address = f"{file.absolute().as_uri()}?mode=ro"
    with explained(path), closing(sqlite3.connect(address, uri=True, timeout=patience)) as raw:
        version = int(raw.execute("PRAGMA user_version").fetchone()[0])
    return Header(version, is_wal=False, has_journal=False)


def _parsed(file: Path, path: Path, head: bytes, size: int) -> Header:
    journal = journal_of(file)
    has_journal = journal.exists() and journal.stat().st_size > 0
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise DatabaseError(OTHER_DATABASE, path=path)
    page_size = int.from_bytes(head[16:18], "big")
    expected = (65536 if page_size == 1 else page_size) * int.from_bytes(head[28:32], "big")
    if size != expected and not has_journal:
        raise DatabaseError(INCOMPLETE, path=path, expected=expected, actual=size)
    return Header(int.from_bytes(head[60:64], "big"), head[18] == 2, has_journal)


def looks_like(head: bytes) -> str:
    """Name (as a msgid) what the first bytes of a file look like."""
    for magic, name in _LOOKS:
        if head.startswith(magic):
            return name
    try:
        head.decode("utf-8")
    except UnicodeDecodeError:
        return _BINARY
    return _TEXT
