"""Merging copies, backups, checks and copies of the whole record, by command and by themselves."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QFileDialog

from factcheck.domain.errors import N_, UserError
from factcheck.gui.sharing.wording import merge_words
from factcheck.runtime.i18n import ntr, tr
from factcheck.text.display import format_number
from factcheck.text.isolation import isolate

if TYPE_CHECKING:
    from factcheck.domain.changes import Changes
    from factcheck.domain.conflict import MergeResult
    from factcheck.gui.jobs import Tell
    from factcheck.gui.main_window import MainWindow
    from factcheck.gui.sharing.link import Link
    from factcheck.operations.opening import Opened
    from factcheck.storage.backup import Backup
    from factcheck.storage.checking import Problem

T = TypeVar("T")

_RECORDS = N_("Records of factcheck")
SHARED = N_(
    "This record is shared, so what a backup takes back would return with the next exchange. Merge"
    " the backup instead: whatever is missing comes back."
)


class Safekeeping:
    """Does the work on the worker, and says in the window what came of it."""

    def __init__(self, link: Link, window: MainWindow, reload: Callable[[], None]) -> None:
        """Call `reload` when everything has to be read again."""
        self._link = link
        self._window = window
        self._reload = reload

    # --- merging

    def choose_copy(self) -> None:
        """Ask for a copy to merge."""
        self._ask_file(tr("Merge a copy"), self.merge)

    def merge(self, other: Path, *, takes_another: bool = False) -> None:
        """Merge a copy of the record, after a backup, and offer to take that back.

        Before all that another record holds is added, the person is asked.
        """
        folder = self._link.paths.backup_dir

        def work(opened: Opened, tell: Tell) -> tuple[MergeResult, Changes]:
            from factcheck.operations.merging import merge_copy  # noqa: PLC0415 - on the worker

            return merge_copy(
                opened.store,
                other,
                backup_dir=folder,
                progress=tell,
                takes_another=takes_another,
            )

        self._start(tr("Merging"), work, self._merged, partial(self._not_merged, other))

    def _not_merged(self, other: Path, error: UserError) -> None:
        from factcheck.gui.widgets.question import Question  # noqa: PLC0415 - hardly ever
        from factcheck.operations.merging import AnotherRecordError  # noqa: PLC0415

        store = self._link.workspace.store
        if store is None or not isinstance(error, AnotherRecordError):
            self._link.workspace.failed.emit(error)
            return
        said = tr(
            "{other} is no copy of {name} but another record. You can add all of its articles to"
            " {name}; the two are one record from then on. A backup is made before.",
            other=isolate(other.stem),
            name=isolate(store.name),
        )
        title, act = tr("Merge another record"), tr("Add its articles")
        add = partial(self.merge, other, takes_another=True)
        Question(
            "anotherRecord", (title, said), (act, add), tr("Merge nothing"), self._window
        ).open()

    def _merged(self, found: tuple[MergeResult, Changes]) -> None:
        result, _ = found
        workspace = self._link.workspace
        workspace.catch_up()
        self.tell_merge(merge_words(result, workspace.settings), result)

    def tell_merge(self, said: str, result: MergeResult) -> None:
        """Say what a merge brought, with what can be done about it."""
        workspace, messages = self._link.workspace, self._window.frame.message_bar
        if result.conflicts:
            messages.offer(said, tr("Decide"), lambda: workspace.company.asked.emit(None))
        elif self._link.is_file and (result.new or result.changed):
            messages.offer(said, tr("Undo the merge"), self.undo_merge)
        else:
            messages.say(said)

    def undo_merge(self) -> None:
        """Put the backup back that was made before the last merge."""
        found = [each for each in self.backups() if each.is_own and each.reason == "before-merge"]
        if found:
            self.restore(found[0].path)

    # --- backups

    def back_up(self) -> None:
        """Write a backup now."""
        folder = self._link.paths.backup_dir

        def work(opened: Opened, _tell: Tell) -> Path:
            from factcheck.operations.safekeeping import back_up_now  # noqa: PLC0415

            return back_up_now(opened.store, backup_dir=folder)

        self._start(
            tr("Making a backup"),
            work,
            lambda path: self._say(tr("The backup is {path}.", path=path)),
        )

    def backups(self) -> list[Backup]:
        """List the backups of the open record, newest first."""
        from factcheck.storage.backup import backups  # noqa: PLC0415

        store = self._link.workspace.store
        return backups(self._link.paths.backup_dir, store.origin()) if store else []

    def choose_backup(self) -> None:
        """Show the backups; one of them can be put back."""
        from factcheck.gui.sharing.restore_dialog import RestoreDialog  # noqa: PLC0415

        RestoreDialog(
            self.backups(), self._link.workspace.settings, self.restore, self._window
        ).open()

    def restore(self, backup: Path) -> None:
        """Put a backup in the place of the record, which is backed up first."""
        if not self._link.is_file and not isinstance(self._link.address, str):
            self._link.workspace.failed.emit(UserError(SHARED))
            return
        self._link.workspace.flush_edits()
        folder = self._link.paths.backup_dir

        def work(opened: Opened, _tell: Tell) -> Path:
            from factcheck.operations.safekeeping import restore_backup  # noqa: PLC0415

            return restore_backup(opened.store, backup, backup_dir=folder)

        self._start(tr("Restoring"), work, self._restored)

    def _restored(self, kept: Path) -> None:
        self._reload()
        self._window.frame.message_bar.offer(
            tr("Restored. What was there before is kept as {name}.", name=kept.name),
            tr("Undo"),
            partial(self.restore, kept),
        )

    # --- checking and copying

    def check(self) -> None:
        """Look for anything wrong, on a snapshot."""
        self._start(tr("Checking the file"), _check, self._checked)

    def _checked(self, found: list[Problem]) -> None:
        if not found:
            self._say(tr("Everything is sound."))
            return
        self.report(found)

    def report(self, found: list[Problem]) -> None:
        """Say what is wrong with the file, and offer the backups."""
        first = tr(found[0].message, **found[0].values)
        more = len(found) - 1
        if more:
            shown = format_number(more, self._link.workspace.settings)
            first += " " + ntr("And {n} more problem.", "And {n} more problems.", more, n=shown)
        self._window.frame.message_bar.refuse(first, tr("Backups…"), self.choose_backup)

    def choose_target(self) -> None:
        """Ask for a new file to copy the record to."""
        dialog = QFileDialog(self._window, tr("Copy the record to a file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("factcheck")
        dialog.setNameFilter(_filter())
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.fileSelected.connect(lambda path: self.copy_to_file(Path(path)))
        dialog.open()

    def copy_to_file(self, target: Path) -> None:
        """Write the whole record to a new file."""

        def work(opened: Opened, _tell: Tell) -> None:
            from factcheck.operations.copying import copy_to_file  # noqa: PLC0415

            copy_to_file(opened.store, target)

        said = tr("The record was copied to {path}.", path=target)
        self._start(tr("Copying"), work, lambda _none: self._say(said))

    def copy_to_server(self, address: str) -> None:
        """Put the whole record on a server whose database is empty."""

        def work(opened: Opened, tell: Tell) -> str:
            from factcheck.operations.copying import copy_to_server  # noqa: PLC0415

            return copy_to_server(opened.store, address, progress=tell)

        self._start(
            tr("Copying"),
            work,
            lambda shown: self._say(tr("The record was copied to {path}.", path=shown)),
        )

    # --- how

    def _start(
        self,
        name: str,
        work: Callable[[Opened, Tell], T],
        done: Callable[[T], object],
        failed: Callable[[UserError], object] | None = None,
    ) -> None:
        workspace = self._link.workspace
        workspace.flush_edits()
        job = self._link.backstage.do(work, done, failed or workspace.failed.emit)
        self._window.frame.job_line.follow(job, name)

    def _say(self, text: str) -> None:
        self._window.frame.message_bar.say(text)

    def _ask_file(self, title: str, take: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self._window, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_filter())
        dialog.fileSelected.connect(lambda path: take(Path(path)))
        dialog.open()


def _check(opened: Opened, _tell: Tell) -> list[Problem]:
    from factcheck.operations.safekeeping import check_file  # noqa: PLC0415 - on the worker

    return check_file(opened.store)


def _filter() -> str:
    return f"{tr(_RECORDS)} (*.factcheck *.sqlite *.db);;{tr('All files')} (*)"
