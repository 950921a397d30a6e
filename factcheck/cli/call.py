"""One call of the program: what was typed, where things are, what is open."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from factcheck.cli.output import say
from factcheck.domain.changes import Changes
from factcheck.domain.errors import N_, DatabaseError
from factcheck.runtime.files import is_there
from factcheck.runtime.i18n import explain, tr
from factcheck.runtime.launching import DeskOptions, PictureOptions
from factcheck.runtime.paths import Paths
from factcheck.runtime.settings import Settings

if TYPE_CHECKING:
    from factcheck.operations.exchanging import Exchange
    from factcheck.operations.opening import Opened
    from factcheck.storage.store import Store

T = TypeVar("T")

NO_FOLDER = N_("The folder {path} cannot be made ({reason}). Choose another one with --home.")


@dataclass(frozen=True, slots=True)
class Windows:
    """The desk, for the commands that need it; `factcheck.__main__` knows where it is.

    `open_desk` returns the exit code; both may raise a `UserError`.
    """

    open_desk: Callable[[DeskOptions], int]
    screenshot: Callable[[PictureOptions], object]


@dataclass(frozen=True, slots=True)
class Call:
    """What a command works with."""

    arguments: argparse.Namespace
    paths: Paths
    settings: Settings
    windows: Windows

    @property
    def database(self) -> Path | str:
        """The file, or the address of the server, named with `--database`; or the own file."""
        named: str | None = self.arguments.database
        if not named:
            return self.paths.database
        return named if is_address(named) else Path(named).expanduser()

    def make_folders(self) -> None:
        """Make the person's folders where they are missing.

        Raises:
            DatabaseError: They cannot be made.
        """
        try:
            self.paths.make_folders()
        except OSError as error:
            path, reason = error.filename or self.paths.data_dir, error.strerror
            raise DatabaseError(NO_FOLDER, path=path, reason=reason) from error

    @contextmanager
    def store(self, path: Path | str | None = None, *, create: bool = False) -> Iterator["Store"]:
        """Open the database (or another one, `path`) for as long as the command runs.

        One on a share is worked on in a private copy, which is exchanged with it before the
        command and, where something is new, after it; what goes wrong there is only said.

        Raises:
            DatabaseError: The file is missing or unfit, or its folder cannot be made.
        """
        with self.record(path, create=create) as opened:
            said = _exchange(opened.exchange, "")
            yield opened.store
            if opened.exchange is not None and opened.exchange.waiting():
                _exchange(opened.exchange, said)

    @contextmanager
    def record(self, path: Path | str | None = None, *, create: bool = False) -> Iterator["Opened"]:
        """Open the database as `store` does, without exchanging anything.

        The person's own file is made when it is missing; one named on the command line only
        where `create` says so, and then this is said.

        Raises:
            DatabaseError: The file is missing or unfit, or its folder cannot be made.
        """
        from factcheck.operations.opening import open_record  # noqa: PLC0415 - SQLAlchemy

        path = path or self.database
        is_own = path == self.paths.database
        if is_own:
            self.make_folders()
        is_new = isinstance(path, Path) and not is_there(path) and not is_own
        try:
            opened = open_record(path, self.paths, self.settings, create=create or is_own)
        except OSError as error:
            reason = error.strerror or str(error)
            raise DatabaseError(NO_FOLDER, path=self.paths.copies_dir, reason=reason) from error
        if is_new and isinstance(path, Path) and is_there(path):
            say(tr("A new file was made: {path}", path=path))
        try:
            yield opened
        finally:
            opened.store.close()


def is_address(named: str) -> bool:
    """Return whether somebody named a server rather than a file."""
    if "://" not in named:
        return False
    from factcheck.storage import server  # noqa: PLC0415 - SQLAlchemy when needed

    return server.is_address(named)


def _exchange(exchange: "Exchange | None", said: str) -> str:
    """Exchange a working copy; say what is wrong unless that was `said`, and return it."""
    if exchange is None:
        return ""
    problem = exchange.run().problem
    sentence = explain(problem) if problem else ""
    if sentence and sentence != said:
        say(sentence)
    return sentence


def run(store: "Store", operation: Callable[..., Changes], /, **values: Any) -> Changes:  # noqa: ANN401
    """Run an operation in one transaction.

    Raises:
        UserError: It was refused; nothing was changed.
    """
    with store.write(operation.__name__) as session:
        return operation(session, **values)


def ask(store: "Store", query: Callable[..., T], /, *arguments: object, **named: object) -> T:
    """Read with a query of `factcheck.storage`.

    Raises:
        UserError: What was asked for is not there.
    """
    with store.read() as session:
        return query(session, *arguments, **named)


def read_stdin(most: int) -> bytes:
    """Read the input as bytes, at most so many, so that its encoding can be found out."""
    return sys.stdin.buffer.read(most)
