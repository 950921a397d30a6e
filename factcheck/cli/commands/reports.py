"""Reports of an article."""

from typing import TYPE_CHECKING

from factcheck.cli.call import Call, ask
from factcheck.cli.identities import article_id
from factcheck.cli.output import Answer
from factcheck.cli.writing import write_file
from factcheck.domain.ids import ArticleId
from factcheck.runtime.i18n import language

if TYPE_CHECKING:
    from factcheck.storage.store import Store


def write(call: Call) -> Answer:
    """Write a report of an article into a file or to the output."""
    typed = call.arguments
    with call.store() as store:
        wanted = article_id(store, typed.article)
        data = report_bytes(call, store, wanted, typed.format)
    path = write_file(typed.target, data)
    if path is None:
        return Answer()
    found = {
        "article_id": str(wanted), "format": typed.format, "path": str(path), "bytes": len(data)
    }  # fmt: skip
    return Answer(found, lambda: str(path))


def report_bytes(call: Call, store: "Store", article: ArticleId, format_: str) -> bytes:
    """Return the report of an article in a format of `factcheck.reports.registry`.

    Raises:
        ExportError: There is no such format.
        NotFoundError: There is no such article.
    """
    from factcheck.operations.reporting import build_report  # noqa: PLC0415 - SQLAlchemy
    from factcheck.reports import registry  # noqa: PLC0415 - its writers only where needed
    from factcheck.reports.model import ReportOptions  # noqa: PLC0415

    options = ReportOptions(
        language=language(),
        digits=call.settings.digits,
        months=call.settings.months,
        with_notes=getattr(call.arguments, "notes", False),
    )
    report = ask(store, build_report, article_id=article, options=options)
    return registry.write(report, format_)
