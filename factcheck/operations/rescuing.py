"""A file that was replaced, moved or deleted while it was open: what was held is not lost.

The open connection still reads the old file (POSIX; elsewhere an open file cannot be replaced).
That is written to the folder of the backups before anything else. Then what lies at the path now
is opened and, where it is the same record, what was held is merged into it. Where nothing lies
there any more, what was held is put back; where something else does, work goes on in a copy.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import monotonic

from factcheck.domain.conflict import MergeResult
from factcheck.domain.errors import BusyError, DatabaseError
from factcheck.operations.merging import merge_copy
from factcheck.operations.opening import Opened, open_record
from factcheck.operations.safekeeping import back_up_now
from factcheck.runtime.files import copy_where_missing
from factcheck.runtime.paths import Paths
from factcheck.runtime.settings import Settings
from factcheck.storage.merging import Progress
from factcheck.storage.opening import journal_of
from factcheck.storage.store import Store

GRACE = 3.0
"""Seconds in which a file that is missing or half-written may still arrive."""
PATIENCE = 5.0
"""Seconds that one attempt waits for somebody who is writing."""


@dataclass(frozen=True, slots=True)
class Rescued:
    """Where work goes on, and what came of it.

    `address` is what to open now. `result` says what was merged into the file that lies there;
    None where nothing was, because `problem` stood against it: then `address` is a copy of what
    was held, or, with `is_put_back`, the old place.
    """

    address: Path | str
    result: MergeResult | None = None
    problem: DatabaseError | None = None
    is_put_back: bool = False


class Rescue:
    """The way back from one file that is no longer the one that was opened."""

    def __init__(self, store: Store, address: Path | str, paths: Paths, settings: Settings) -> None:
        """Save what `store` holds, which was opened at `address`; nobody else may use it now.

        Whoever read or wrote through it meanwhile would have it open the new file, too.
        """
        self._store = store
        self._address = address
        self._paths = paths
        self._settings = settings
        self._since = monotonic()
        self.kept: Path | None = None
        """The copy of what was held, once there is one."""

    def run(self, progress: Progress = lambda _: None, *, is_last: bool = False) -> Rescued | None:
        """Do what can be done now; None where the new file may be on its way still.

        `is_last` does not wait for that. `progress` may cancel by raising; a later call goes on.

        Raises:
            BusyError: Somebody is writing; to be tried again.
            DatabaseError: What was held cannot be kept: there is no room for it, or no disk.
            OSError: The same.
        """
        if self.kept is None:
            self._settle_journal()
            folder = self._paths.backup_dir
            self.kept = back_up_now(self._store, backup_dir=folder, reason="replaced")
        try:
            return Rescued(self._address, self._merge(self.kept, progress))
        except BusyError as busy:
            if not is_last:
                raise
            problem: DatabaseError = busy
        except DatabaseError as error:
            if not is_last and monotonic() - self._since < GRACE:
                return None
            problem = error
        return self._go_on_without(self.kept, problem)

    def _merge(self, kept: Path, progress: Progress) -> MergeResult:
        opened = self._open()
        try:
            if self._store.is_read_only:
                return MergeResult(0, 0, 0)
            folder = self._paths.backup_dir
            return merge_copy(opened.store, kept, backup_dir=folder, progress=progress)[0]
        finally:
            opened.store.close()

    def _go_on_without(self, kept: Path, problem: DatabaseError) -> Rescued:
        path = self._store.path
        if path != self._address and path.exists():
            # A private copy of a shared file is nobody else's: what lies there makes room.
            path.replace(path.with_name(f"{path.name}.{_stamp()}.aside"))
        try:
            if not path.exists():
                copy_where_missing(kept, path)
                return Rescued(self._address, problem=problem, is_put_back=True)
        except OSError:
            pass  # The folder is gone too, or somebody was faster.
        return Rescued(self._copy_of(kept), problem=problem)

    def _copy_of(self, kept: Path) -> Path:
        """Copy what was kept to where no rotation of backups takes it away."""
        copy = self._paths.copies_dir / f"{self._store.path.stem}-{_stamp()}.factcheck"
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy_where_missing(kept, copy)
        return copy

    def _settle_journal(self) -> None:
        """Have an unfinished transaction of the new file finished or taken back.

        A journal is found by its name only: reading the old file would play it back into that.

        Raises:
            BusyError: Somebody is in the middle of it.
        """
        journal = journal_of(self._store.path)
        if not journal.exists() or journal.stat().st_size == 0:
            return
        try:
            self._open().store.close()
        except BusyError:
            raise
        except DatabaseError:
            return  # No record lies there, so that the journal is that of the old file.

    def _open(self) -> Opened:
        return open_record(self._address, self._paths, self._settings, patience=PATIENCE)


def _stamp() -> str:
    return f"{datetime.now().astimezone():%Y%m%d-%H%M%S}"
