"""Articles: taking in, listing, showing, changing, deleting."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.call import Call, ask, read_stdin, run
from factcheck.cli.identities import article_id, short
from factcheck.cli.output import Answer, fields, table
from factcheck.cli.records import article_record, summary_record
from factcheck.cli.values import given, something
from factcheck.domain.article import Article, ArticleDraft, ArticleSummary
from factcheck.domain.ids import ArticleId
from factcheck.runtime.i18n import tr

if TYPE_CHECKING:
    from factcheck.storage.store import Store

_FIELDS = ("title", "outlet", "author", "url", "published")


def add(call: Call) -> Answer:
    """Take in a text file or the input as an article."""
    from factcheck.operations import articles  # noqa: PLC0415 - SQLAlchemy only where needed

    draft = read_draft(call)
    with call.store(create=True) as store:
        changes = run(store, articles.add_article, draft=draft)
        return _shown(_article(store, changes.created))


def read_draft(call: Call) -> ArticleDraft:
    """Read the article that the arguments `file`, `encoding` and its fields describe.

    Raises:
        ImportRefusedError: The file or the input cannot be taken in.
    """
    from factcheck.importing import registry  # noqa: PLC0415 - its readers only where needed

    file = call.arguments.file
    source = read_stdin(registry.MOST_BYTES + 1) if file == "-" else Path(file).expanduser()
    draft = registry.read(source, encoding=call.arguments.encoding)
    return replace(draft, **_values(call))


def list_all(call: Call) -> Answer:
    """List every article, newest first."""
    from factcheck.storage import library, queries  # noqa: PLC0415 - SQLAlchemy only where needed

    with call.store() as store:
        found = ask(store, library.articles)
        scales = ask(store, queries.scales)
    ratings = {each.id: each for scale in scales for each in scale.ratings}
    data = [summary_record(each, ratings) for each in found]
    return Answer(data, lambda: _table(found), said="" if found else tr("No articles yet."))


def _table(found: list[ArticleSummary]) -> str:
    headings = (tr("Id"), tr("Published"), tr("Checked"), tr("Title"), tr("Outlet"))
    return table(
        headings,
        [
            (
                short(each.id),
                each.published or "-",
                f"{each.checked_count}/{each.claim_count}",
                each.title,
                each.outlet,
            )
            for each in found
        ],
    )


def show(call: Call) -> Answer:
    """Show an article with its text."""
    with call.store() as store:
        article = _article(store, article_id(store, call.arguments.article))
    return Answer(article_record(article), lambda: f"{_facts(article)}\n\n{article.text}")


def edit(call: Call) -> Answer:
    """Change what is known about an article; its text stays."""
    from factcheck.operations import articles  # noqa: PLC0415 - SQLAlchemy only where needed

    values = something(_values(call), call.arguments)
    with call.store() as store:
        wanted = article_id(store, call.arguments.article)
        run(store, articles.edit_article, article_id=wanted, values=values)
        return _shown(_article(store, wanted))


def delete(call: Call) -> Answer:
    """Delete an article with its claims; undo brings them back."""
    from factcheck.operations import articles  # noqa: PLC0415 - SQLAlchemy only where needed

    with call.store() as store:
        wanted = article_id(store, call.arguments.article)
        title = _article(store, wanted).title
        run(store, articles.delete_articles, article_ids=[wanted])
    said = tr("Deleted: {title}. The command undo brings it back.", title=title)
    return Answer({"id": str(wanted), "deleted": True}, said=said)


def _values(call: Call) -> dict[str, str]:
    values = given(call.arguments, _FIELDS)
    if call.arguments.text_language is not None:
        values["language"] = call.arguments.text_language
    return values


def _article(store: "Store", wanted: object) -> Article:
    from factcheck.storage import queries  # noqa: PLC0415 - SQLAlchemy only where needed

    return ask(store, queries.article, ArticleId(wanted))  # type: ignore[arg-type]


def _shown(article: Article) -> Answer:
    return Answer(article_record(article), lambda: _facts(article))


def _facts(article: Article) -> str:
    return f"{article.id}\n" + fields(
        [
            (tr("Title"), article.title),
            (tr("Outlet"), article.outlet),
            (tr("Author"), article.author),
            (tr("Address"), article.url),
            (tr("Published"), article.published),
            (tr("Language"), article.language),
            (tr("Letters"), len(article.text)),
        ]
    )
