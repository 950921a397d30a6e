"""The desk: opening it, drawing it, and what happens where there is no screen."""

from dataclasses import replace
from pathlib import Path

from factcheck.cli.call import Call, ask, is_address
from factcheck.cli.identities import article_id
from factcheck.cli.output import Answer, say
from factcheck.cli.screen import has_screen
from factcheck.cli.writing import explained
from factcheck.domain.errors import N_, ImportRefusedError, NotFoundError
from factcheck.reports.targets import spare_records
from factcheck.runtime.i18n import tr
from factcheck.runtime.launching import DeskOptions, PictureOptions

NO_FILE = N_("There is no file at {path}. Check the name.")
IS_FOLDER = N_("{path} is a folder. Choose a file in it.")
NO_CLAIM = N_("The article has no claim number {n}.")

_SQLITE = b"SQLite format 3\x00"


def open_desk(call: Call) -> Answer:
    """Open the desk, or do its first steps here where there is no screen."""
    database, article = _what_to_open(call)
    if not has_screen():
        from factcheck.cli.commands import sample  # noqa: PLC0415 - SQLAlchemy where needed

        say(tr("There is no screen here, so the same is done on the command line."))
        return sample.work_without_display(call, database, article)
    if call.arguments.database and isinstance(database, Path) and not database.exists():
        say(tr("A new file was made: {path}", path=database))
    call.make_folders()
    is_named = bool(call.arguments.database)
    options = DeskOptions(call.paths, call.settings, database, article, is_named=is_named)
    return Answer(code=call.windows.open_desk(options))


def _what_to_open(call: Call) -> tuple[Path | str, Path | None]:
    """Return the database, and the article to take in, that the arguments name."""
    if call.arguments.file is None:
        return call.database, None
    if is_address(call.arguments.file):
        return call.arguments.file, None
    path = Path(call.arguments.file).expanduser()
    if path.is_dir():
        raise ImportRefusedError(IS_FOLDER, path=path)
    try:
        with path.open("rb") as file:
            head = file.read(len(_SQLITE))
    except FileNotFoundError:
        raise ImportRefusedError(NO_FILE, path=path) from None
    except OSError as error:
        raise ImportRefusedError(
            N_("{path} cannot be read ({reason})."), path=path, reason=error.strerror
        ) from error
    return (path, None) if head == _SQLITE else (call.database, path)


def screenshot(call: Call) -> Answer:
    """Draw the desk with an article into a picture."""
    from factcheck.storage import queries  # noqa: PLC0415 - SQLAlchemy only where needed

    with call.store() as store:
        wanted = article_id(store, call.arguments.article)
        number = call.arguments.claim
        if number is not None:
            claims = ask(store, queries.claims, wanted)
            if number < 1 or all(each.number != number for each in claims):
                raise NotFoundError(NO_CLAIM, n=number)
    width, height = call.arguments.size
    theme = call.arguments.theme or call.settings.theme
    options = PictureOptions(
        paths=call.paths,
        settings=replace(call.settings, theme=theme),
        database=call.database,
        article_id=wanted,
        target=Path(call.arguments.target).expanduser().absolute(),
        width=width,
        height=height,
        claim=number,
    )
    spare_records(options.target)
    with explained(options.target):
        call.windows.screenshot(options)
    return Answer(
        {"article_id": str(wanted), "path": str(options.target)}, lambda: str(options.target)
    )
