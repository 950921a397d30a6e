"""Reports of articles, and taking a record in that was written as JSON."""

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.call import Call, ask, run
from factcheck.cli.identities import article_id
from factcheck.cli.output import Answer
from factcheck.cli.parser import WrongUsageError
from factcheck.cli.progress import long_work
from factcheck.cli.records import article_record
from factcheck.cli.writing import explained, write_file
from factcheck.domain.errors import N_
from factcheck.domain.ids import ArticleId
from factcheck.reports import registry
from factcheck.runtime.i18n import ntr, tr
from factcheck.text.file_names import safe_file_name

if TYPE_CHECKING:
    from factcheck.storage.store import Store

NEEDED = N_("Name the article, the format with --format and the file with -o, or ask --formats.")
NO_FOLDER = N_("Several articles are written into a folder. Give the name of one with -o.")


def write(call: Call) -> Answer:
    """Write the report of one article into a file, or of several into a folder."""
    typed = call.arguments
    if typed.formats:
        return _formats()
    if not typed.article or typed.format is None or typed.target is None:
        raise WrongUsageError(tr(NEEDED))
    with call.store() as store:
        wanted = list(dict.fromkeys(article_id(store, each) for each in typed.article))
        if len(wanted) > 1:
            return _write_several(call, store, wanted)
        stopped = tr("Stopped. No report was written.")
        with long_work(tr("Writing the report"), stopped):
            data = report_bytes(call, store, wanted[0], typed.format)
    path = write_file(typed.target, data)
    if path is None:
        return Answer()
    return Answer(_told(wanted[0], typed.format, path, data), lambda: str(path))


def _write_several(call: Call, store: "Store", wanted: list[ArticleId]) -> Answer:
    """Write one file an article, named by its title, into a folder."""
    typed = call.arguments
    folder = Path(typed.target).expanduser().absolute()
    if typed.target == "-" or folder.is_file():
        raise WrongUsageError(tr(NO_FOLDER))
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
    found = []
    taken: set[Path] = set()
    stopped = tr("Stopped. The reports written so far are whole.")
    with long_work(tr("Writing reports"), stopped) as progress:
        for count, article in enumerate(wanted, 1):
            data = report_bytes(call, store, article, typed.format)
            path = _free_name(folder, _title(store, article), typed.format, taken)
            write_file(str(path), data)
            found.append(_told(article, typed.format, path, data))
            progress(count / len(wanted))
    said = ntr("{n} report written", "{n} reports written", len(found))
    return Answer(found, lambda: "\n".join(str(each["path"]) for each in found), said)


def _title(store: "Store", article: ArticleId) -> str:
    from factcheck.storage import queries  # noqa: PLC0415 - SQLAlchemy only where needed

    return ask(store, queries.article, article).title


def _free_name(folder: Path, title: str, format_: str, taken: set[Path]) -> Path:
    """Return a name for the report that no other one of this call has."""
    ending = registry.FORMATS[format_].ending
    stem = safe_file_name(title, default="report")
    path, count = folder / f"{stem}.{ending}", 1
    while path in taken:
        count += 1
        path = folder / f"{stem} {count}.{ending}"
    taken.add(path)
    return path


def _told(article: ArticleId, format_: str, path: Path, data: bytes) -> dict[str, object]:
    return {
        "article_id": str(article), "format": format_, "path": str(path), "bytes": len(data)
    }  # fmt: skip


def _formats() -> Answer:
    found = [
        {"format": each.key, "name": tr(each.name), "ending": each.ending, "type": each.media_type}
        for each in registry.FORMATS.values()
    ]
    return Answer(
        found, lambda: "\n".join(f"{each['format']:<12} {each['name']}" for each in found)
    )


def report_bytes(call: Call, store: "Store", article: ArticleId, format_: str) -> bytes:
    """Return the report of an article as the options of the call want it.

    Raises:
        ExportError: There is no such format, or the record cannot be written in it.
        NotFoundError: There is no such article.
    """
    from factcheck.cli.reporting import moment, report_options  # noqa: PLC0415 - SQLAlchemy
    from factcheck.operations.reporting import build_report  # noqa: PLC0415

    options = report_options(call, store, article)
    made_at = moment(call.arguments.timestamp)
    report = ask(store, build_report, article_id=article, options=options, made_at=made_at)
    return registry.write(report, format_)


def take_in(call: Call) -> Answer:
    """Take in an article with its claims and evidence from a record written as JSON."""
    from factcheck.cli.reporting import content  # noqa: PLC0415 - SQLAlchemy only where needed
    from factcheck.importing.record import read_record  # noqa: PLC0415
    from factcheck.operations.receiving import import_record  # noqa: PLC0415
    from factcheck.storage import queries  # noqa: PLC0415

    record = read_record(content(call.arguments.file))
    with call.store(create=True) as store:
        run(store, import_record, record=record)
        article = ask(store, queries.article, record.article.id)
        count = len(ask(store, queries.claims, article.id))
    said = ntr(
        "{n} claim taken in: {title}", "{n} claims taken in: {title}", count, title=article.title
    )
    return Answer(article_record(article), lambda: str(article.id), said)
