"""Private copies of shared files, and what is remembered about them between exchanges."""

import hashlib
import json
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import func, select

from factcheck.runtime.files import write_atomically
from factcheck.storage.engine import open_engine
from factcheck.storage.received import take_in
from factcheck.storage.tables import ChangeRow

Signature = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class ExchangeState:
    """What is remembered between exchanges, beside the working copy."""

    shared: str
    seen: Signature | None = None
    """Size, modification time (ns) and inode of the shared file that was merged last."""
    published: int = 0
    """How many changes the shared file is known to hold."""
    at: str = ""
    """When the last exchange succeeded, ISO 8601 UTC."""


def working_copy(shared: Path, copies_dir: Path) -> Path:
    """Return where the private copy of a shared file lies; equal for equal paths."""
    name = hashlib.sha256(str(shared.absolute()).encode("utf-8", "surrogateescape")).hexdigest()
    return copies_dir / f"{shared.stem}-{name[:12]}.factcheck"


def prepare_working_copy(shared: Path, copies_dir: Path) -> Path:
    """Make the private copy of a shared file where it is missing; return where it is.

    Raises:
        DatabaseError: The shared file is missing or unfit, and there is no copy yet.
        OSError: The folder of the copies cannot be written.
    """
    copy = working_copy(shared, copies_dir)
    if not copy.exists():
        copies_dir.mkdir(parents=True, exist_ok=True)
        signature = signature_of(shared)
        with tempfile.TemporaryDirectory(prefix="factcheck-", dir=copies_dir) as folder:
            received = take_in(shared, Path(folder), is_all_read=True)
            state = ExchangeState(str(shared), signature, count_changes_of(received))
            write_state(state_file(copy), state)
            received.replace(copy)
    return copy


def state_file(copy: Path) -> Path:
    """Return where the state of a working copy is kept, beside it."""
    return copy.with_suffix(".json")


def write_state(path: Path, state: ExchangeState) -> None:
    """Remember a state.

    Raises:
        OSError: The file cannot be written; the old one is unchanged.
    """
    write_atomically(path, json.dumps(asdict(state), ensure_ascii=False).encode())


def count_changes_of(path: Path) -> int:
    """Count the changes that a sound file holds."""
    engine = open_engine(path, mode="ro", patience=1)
    try:
        with engine.connect() as connection:
            return connection.scalar(select(func.count()).select_from(ChangeRow)) or 0
    finally:
        engine.dispose()


def signature_of(path: Path) -> Signature | None:
    """Return what tells one state of a file from another, None where it cannot be reached."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ino


def read_state(path: Path, shared: Path) -> ExchangeState:
    """Return what was remembered; what cannot be read counts as nothing known."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        seen = tuple(content["seen"]) if content["seen"] else None
        return ExchangeState(str(shared), seen, int(content["published"]), str(content["at"]))
    except (OSError, ValueError, KeyError, TypeError):
        return ExchangeState(str(shared))
