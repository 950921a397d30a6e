"""The first steps of the desk where there is no screen: an article, its report, a picture."""

from pathlib import Path

from factcheck.cli.call import Call, ask, run
from factcheck.cli.output import Answer, fields
from factcheck.cli.writing import write_file
from factcheck.domain.errors import UserError
from factcheck.domain.ids import ArticleId
from factcheck.runtime.i18n import explain, language, tr
from factcheck.runtime.launching import PictureOptions

REPORT, PICTURE = "report.html", "desk.png"


def work_without_display(call: Call, database: Path | str, article: Path | None) -> Answer:
    """Take in an article (the sample when none is given), write its report and a picture.

    Report and picture go into the person's data folder; the answer says where.
    """
    from factcheck.importing import registry  # noqa: PLC0415 - its readers only where needed
    from factcheck.operations import articles, sample  # noqa: PLC0415
    from factcheck.operations.reporting import build_report  # noqa: PLC0415
    from factcheck.reports import to_html  # noqa: PLC0415
    from factcheck.reports.model import ReportOptions  # noqa: PLC0415
    from factcheck.storage import queries  # noqa: PLC0415

    call.make_folders()
    with call.store(database, create=True) as store:
        if article is None:
            changes = run(store, sample.load_sample)
        else:
            changes = run(store, articles.add_article, draft=registry.read(article))
        article_id = ArticleId(next(iter(changes.articles)))
        title = ask(store, queries.article, article_id).title
        claims = ask(store, queries.claims, article_id)
        wanted = ReportOptions(language=language())
        told = ask(store, build_report, article_id=article_id, options=wanted)
    report = write_file(str(call.paths.data_dir / REPORT), to_html.write(told))
    picture = call.paths.data_dir / PICTURE
    first = 1 if any(each.number == 1 for each in claims) else None
    options = PictureOptions(call.paths, call.settings, database, article_id, picture, claim=first)
    failure = _draw(call, options)
    found = {
        "article_id": str(article_id),
        "title": title,
        "claims": len(claims),
        "database": str(database),
        "report": str(report),
        "picture": "" if failure else str(picture),
    }
    return Answer(found, lambda: _text(found), failure, code=int(bool(failure)))


def _draw(call: Call, options: PictureOptions) -> str:
    """Draw the picture; where that fails return why, as the report is there all the same."""
    try:
        call.windows.screenshot(options)
    except UserError as error:
        return explain(error)
    return ""


def _text(found: dict[str, object]) -> str:
    return fields(
        [
            (tr("Article"), found["title"]),
            (tr("Id"), found["article_id"]),
            (tr("Claims"), found["claims"]),
            (tr("File"), found["database"]),
            (tr("Report"), found["report"]),
            (tr("Picture"), found["picture"]),
        ]
    )
