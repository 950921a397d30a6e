"""Opening the file: the store, the sample of the first start, the article of last time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.errors import DatabaseError, NotFoundError, UserError
from factcheck.gui.writing import PATIENCE
from factcheck.operations.opening import Opened, open_record
from factcheck.storage import library, queries
from factcheck.storage.faults import IO_FAILED

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.domain.ids import ArticleId
    from factcheck.gui.recent import RecentRecords
    from factcheck.gui.window_state import WindowState
    from factcheck.gui.workspace import Workspace
    from factcheck.runtime.launching import DeskOptions
    from factcheck.runtime.paths import Paths
    from factcheck.runtime.settings import Settings


def first_record(options: DeskOptions, recent: RecentRecords) -> tuple[Path | str, bool]:
    """Return what a start opens, and whether it may be made where it is missing.

    That is the record that is named, else the last one, else the person's own one.
    """
    if _is_named(options):
        return options.database, True
    wanted = recent.last or options.database
    return wanted, wanted == options.database


def _is_named(options: DeskOptions) -> bool:
    return options.is_named or options.database != options.paths.database


def open_for_desk(
    database: Path | str, paths: Paths, settings: Settings, *, create: bool
) -> Opened:
    """Open a record for the window, which waits for other writers for milliseconds only.

    It is made new where it is missing and `create` allows it.

    Raises:
        BusyError: Somebody else holds it right now.
        DatabaseError: It cannot be opened; the sentence says why.
    """
    try:
        return open_record(database, paths, settings, create=create, patience=PATIENCE)
    except OSError as error:
        reason = error.strerror or str(error)
        raise DatabaseError(IO_FAILED, path=database, reason=reason) from error


def go_to_last_place(workspace: Workspace, options: DeskOptions, state: WindowState) -> None:
    """Open what the options name, else what was open last, else the sample of a first start."""
    store = workspace.store
    if store is None:
        return
    if options.article is not None:
        import_and_open(workspace, options.article)
        return
    if state.has_place(store.path):
        article, claim = state.place(store.path)
        if article is not None and _is_there(workspace, article):
            workspace.open_article(article)
            workspace.select_claim(claim)
        return
    is_new_here = _is_named(options) or store.path == options.paths.database
    if is_new_here and not store.is_read_only and workspace.read_or(None, library.count) == 0:
        from factcheck.operations import sample  # noqa: PLC0415 - once in the life of a file

        changes = workspace.run(sample.load_sample)
        workspace.open_article(next(iter(changes.articles), None) if changes else None)


def _is_there(workspace: Workspace, article_id: ArticleId) -> bool:
    try:
        workspace.read(queries.article, article_id)
    except NotFoundError:
        return False
    return True


def import_and_open(workspace: Workspace, path: Path) -> None:
    """Take a file in as an article and open it."""
    from factcheck.importing import registry  # noqa: PLC0415 - only where a file was named
    from factcheck.operations import articles  # noqa: PLC0415

    try:
        draft = registry.read(path)
    except UserError as error:
        workspace.failed.emit(error)
        return
    changes = workspace.run(articles.add_article, draft=draft)
    if changes is not None:
        workspace.open_article(next(iter(changes.articles), None))
