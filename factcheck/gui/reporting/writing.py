"""Writing reports into files on the worker: each wholly or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.domain.errors import N_, ExportError, UserError
from factcheck.gui.reporting.drawing import stopping
from factcheck.operations.reporting import finish
from factcheck.reports import cancelling, registry
from factcheck.reports.targets import spare_records
from factcheck.runtime.files import write_atomically
from factcheck.text.file_names import safe_file_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.gui.jobs import Tell
    from factcheck.operations.reporting import Material

NOT_WRITTEN = N_("The report {path} could not be written: {reason}")


@dataclass(frozen=True, slots=True)
class Written:
    """The files that were written, and why it ended before the last one where it did."""

    paths: tuple[Path, ...]
    error: UserError | None = None


def write_reports(wanted: Sequence[tuple[Material, Path]], format_key: str, tell: Tell) -> Written:
    """Write the report of each material to its path, replacing what is there.

    Raises:
        StoppedError: Nobody wants them any more; those written so far are whole.
    """
    done: list[Path] = []
    with cancelling.stop_when(stopping(tell)):
        for material, path in wanted:
            try:
                data = registry.write(finish(material, tell), format_key)
                tell((len(done) + 0.9) / len(wanted))
                _write(path, data)
            except UserError as error:
                return Written(tuple(done), error)
            done.append(path)
            tell(len(done) / len(wanted))
    return Written(tuple(done))


def _write(path: Path, data: bytes) -> None:
    spare_records(path)
    try:
        write_atomically(path, data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportError(NOT_WRITTEN, path=path, reason=reason) from error


def free_names(folder: Path, titles: Iterable[str], ending: str) -> list[Path]:
    """Return a path in `folder` for each title; none is there already, and no two are the same.

    Names that differ in case only count as the same, because on many systems they are.
    """
    taken = {each.name.casefold() for each in folder.iterdir()} if folder.is_dir() else set()
    found = []
    for title in titles:
        stem = safe_file_name(title, default="report")
        name, count = f"{stem}.{ending}", 1
        while name.casefold() in taken:
            count += 1
            name = f"{stem} {count}.{ending}"
        taken.add(name.casefold())
        found.append(folder / name)
    return found
