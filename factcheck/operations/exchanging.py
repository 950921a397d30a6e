"""Working on a file that lies on a share: a private copy, exchanged as whole snapshots.

The shared file is never opened by SQLite. It is copied, checked and merged into the private copy;
what is new here goes back as a snapshot that replaces it in one step. Two people who publish at
the same moment cost one of them a publish, which their next exchange repairs: what they wrote is
still in their own copy. Copies that a sync program set aside are merged and put away.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select

from factcheck.domain.changes import Changes
from factcheck.domain.errors import N_, BusyError, DatabaseError
from factcheck.operations.merging import merge_checked, workspace_of
from factcheck.operations.snapshots import put, write_snapshot
from factcheck.operations.working_copies import (
    count_changes_of,
    read_state,
    signature_of,
    state_file,
    write_state,
)
from factcheck.runtime.files import copy_atomically, is_there
from factcheck.storage.copying import workspace_in
from factcheck.storage.opening import INCOMPLETE, MISSING, NEWER
from factcheck.storage.places import conflict_copies
from factcheck.storage.received import UNFINISHED, take_in
from factcheck.storage.store import Store
from factcheck.storage.tables import ChangeRow

OTHER_RECORD = N_(
    "{path} is another record than the one worked on here. Nothing was exchanged: open it by"
    " itself."
)
GONE = N_("{path} cannot be reached now. Go on working: everything is exchanged when it is back.")
CANNOT_PUBLISH = N_(
    "What is new here could not be written to {path} ({reason}). It is safe in the copy on this"
    " machine and will be tried again."
)

_NOT_OURS_TO_MEND = frozenset({OTHER_RECORD, NEWER, MISSING, UNFINISHED})
"""Why the shared file cannot be merged though it may be sound, or may come back."""

_TRIES = 3
"""How often a publish starts anew because somebody else published meanwhile."""


@dataclass(frozen=True, slots=True)
class ExchangeReport:
    """What one exchange did.

    `is_published` is False where nothing was new here, and None where somebody else published at
    the same moment again and again. `folded` counts the copies that a sync program had set aside,
    `waiting` the changes that are only here still.
    """

    changes: Changes = field(default_factory=Changes)
    is_published: bool | None = None
    folded: int = 0
    waiting: int = 0
    at: datetime | None = None
    problem: DatabaseError | None = None
    can_put_back: bool = False
    """Whether the shared file itself is unfit, so that `Exchange.put_back` would help."""


class Exchange:
    """The link between a working copy and the shared file it belongs to."""

    def __init__(self, store: Store, shared: Path) -> None:
        """Link the open working copy `store` to the file `shared`."""
        self.store = store
        self.shared = shared
        self._state_file = state_file(store.path)
        self.state = read_state(self._state_file, shared)

    def run(self) -> ExchangeReport:
        """Take in what others published, and publish what is new here.

        Never raises for what can go wrong on a share: the report's `problem` says it, and the
        next exchange tries again.
        """
        report = ExchangeReport()
        if not is_there(self.shared):
            return self._told(replace(report, problem=DatabaseError(GONE, path=self.shared)))
        for _ in range(_TRIES):
            report = self._try(report)
            if report.problem is not None or report.is_published is not None:
                break
        return self._told(report)

    def _try(self, report: ExchangeReport) -> ExchangeReport:
        """Pull, fold and publish once, adding to what was done before."""
        try:
            pulled = self._pull(self.shared)
        except BusyError as error:
            return replace(report, problem=error)
        except DatabaseError as error:
            can_put_back = error.message not in _NOT_OURS_TO_MEND
            return replace(report, problem=error, can_put_back=can_put_back)
        try:
            folded, count, unfit = self._fold()
            report = replace(
                report, changes=report.changes | pulled | folded, folded=report.folded + count
            )
            report = replace(report, is_published=self._publish(), problem=unfit)
            self._remember(at=datetime.now(UTC).isoformat(timespec="seconds"))
        except DatabaseError as error:
            return replace(report, problem=error)
        return report

    def put_back(self) -> ExchangeReport:
        """Put the copy of this machine in the place of a shared file that cannot be merged.

        What lies there is kept in `Name merged/`, and merged after all if it can be.
        """
        report = self._try(ExchangeReport())
        if report.can_put_back:
            report = self._replace_unfit()
        return self._told(report)

    def _replace_unfit(self) -> ExchangeReport:
        try:
            kept = f"{datetime.now(UTC):%Y%m%dT%H%M%SZ} {self.shared.name}"
            with explained_files(self.shared):
                copy_atomically(self.shared, self._put_aside() / kept)
            self._remember(seen=signature_of(self.shared), published=0)
            is_published = self._publish()
        except DatabaseError as error:
            return ExchangeReport(problem=error)
        return ExchangeReport(is_published=is_published)

    def _put_aside(self) -> Path:
        """Return the folder beside the shared file where nothing is taken from again."""
        folder = self.shared.with_name(f"{self.shared.stem} merged")
        folder.mkdir(exist_ok=True)
        return folder

    def _told(self, report: ExchangeReport) -> ExchangeReport:
        return replace(report, waiting=self.waiting(), at=self.at)

    @property
    def at(self) -> datetime | None:
        """When the last exchange succeeded, aware UTC; None before the first one."""
        return datetime.fromisoformat(self.state.at) if self.state.at else None

    def waiting(self) -> int:
        """Count the changes that the shared file is not known to hold."""
        return max(0, _count_changes(self.store) - self.state.published)

    def _pull(self, shared: Path) -> Changes:
        """Merge the shared file where it is not the one merged last."""
        signature = signature_of(shared)
        if signature == self.state.seen:
            return Changes()
        changes, count = self._merge(shared)
        self._remember(seen=signature, published=count)
        return changes

    def _merge(self, path: Path) -> tuple[Changes, int]:
        """Merge a file of the share; return what changed and how many changes the file holds."""
        with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
            source = take_in(path, Path(folder))
            if workspace_in(source) != workspace_of(self.store):
                raise DatabaseError(OTHER_RECORD, path=path)
            return merge_checked(self.store, source)[1], count_changes_of(source)

    def _fold(self) -> tuple[Changes, int, DatabaseError | None]:
        """Merge the copies that a sync program set aside, and put them into `Name merged/`.

        What cannot be merged stays where it is and holds nobody up; the first of these is told,
        unless it may still be arriving or is no copy of this record.
        """
        changes, count, unfit = Changes(), 0, None
        for path in conflict_copies(self.shared):
            try:
                changes |= self._merge(path)[0]
            except BusyError:
                raise
            except DatabaseError as error:
                if error.message not in (INCOMPLETE, OTHER_RECORD, UNFINISHED):
                    unfit = unfit or error
                continue
            with explained_files(self.shared):
                path.replace(self._put_aside() / path.name)
            count += 1
        return changes, count, unfit

    def _publish(self) -> bool | None:
        """Publish what is new here: True when done, False when there is nothing new.

        None says that somebody else published meanwhile, so that one must pull again.
        """
        count = _count_changes(self.store)
        if count <= self.state.published:
            return False
        with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
            snapshot = Path(folder) / "snapshot.factcheck"
            write_snapshot(self.store, snapshot)
            if signature_of(self.shared) != self.state.seen:
                return None
            with explained_files(self.shared):
                signature = put(snapshot, self.shared)
        self._remember(seen=signature, published=count)
        return True

    def _remember(self, **values: object) -> None:
        self.state = replace(self.state, **values)  # type: ignore[arg-type]
        with explained_files(self._state_file):
            write_state(self._state_file, self.state)


@contextmanager
def explained_files(path: Path) -> Iterator[None]:
    """Turn an OSError about the share into the sentence that work goes on.

    Raises:
        DatabaseError: In the place of the OSError.
    """
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise DatabaseError(CANNOT_PUBLISH, path=path, reason=reason) from error


def _count_changes(store: Store) -> int:
    with store.read() as session:
        return session.scalar(select(func.count()).select_from(ChangeRow)) or 0
