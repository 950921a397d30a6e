"""Merging another copy of the file into this one, with a backup before."""

import tempfile
from pathlib import Path

from sqlalchemy.orm import Session

from factcheck.domain.changes import Changes
from factcheck.domain.conflict import MergeResult
from factcheck.domain.errors import N_, DatabaseError
from factcheck.operations.safekeeping import back_up_now
from factcheck.storage.copying import workspace_in
from factcheck.storage.engine import open_engine
from factcheck.storage.merging import Merge, Progress, merge, result_of
from factcheck.storage.queries import record_id
from factcheck.storage.received import take_in
from factcheck.storage.store import Store
from factcheck.storage.touching import changes_of_ids

ANOTHER_RECORD = N_(
    "{other} is no copy of {path} but another record. Nothing was merged, because that would mix"
    " the two."
)


class AnotherRecordError(DatabaseError):
    """The file that was to be merged is a copy of another record."""


def merge_copy(
    store: Store,
    other: Path,
    *,
    backup_dir: Path,
    progress: Progress = lambda _: None,
    is_dry_run: bool = False,
    takes_another: bool = False,
) -> tuple[MergeResult, Changes]:
    """Merge the file `other` into the open one, in one transaction after a backup.

    `other` is only read, in a checked private copy. `progress` is called with the share done;
    an exception from it cancels, and everything is as it was. A dry run counts and changes
    nothing. All that another record holds is added to this one where `takes_another` allows it.

    Raises:
        AnotherRecordError: `other` is a copy of another record, and `takes_another` is not set.
        DatabaseError: `other` is not whole or not ours, or this file cannot be written.
        OSError: The backup cannot be written.
    """
    with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
        source = take_in(other, Path(folder))
        if not takes_another and workspace_in(source) != workspace_of(store):
            raise AnotherRecordError(ANOTHER_RECORD, other=other, path=store.path)
        if not is_dry_run:
            back_up_now(store, backup_dir=backup_dir, reason="before-merge")
        return merge_checked(store, source, progress=progress, is_dry_run=is_dry_run)


def merge_checked(
    store: Store, source: Path, *, progress: Progress = lambda _: None, is_dry_run: bool = False
) -> tuple[MergeResult, Changes]:
    """Merge a private copy that `take_in` has checked; see `merge_copy`.

    Raises:
        DatabaseError: This file cannot be written.
    """
    engine = open_engine(source, mode="ro", patience=1)
    try:
        with engine.connect() as connection, store.write("merge_copy") as session:
            work = merge(session, connection, progress)
            found = result_of(work), _changes(session, work)
            if is_dry_run:
                session.rollback()
    finally:
        engine.dispose()
    return found


def workspace_of(store: Store) -> str:
    """Return the identity of the open record, equal in all its copies."""
    with store.read() as session:
        return record_id(session)


def _changes(session: Session, work: Merge) -> Changes:
    return changes_of_ids(session, [(name, row_id) for row_id, name in work.touched.items()])
