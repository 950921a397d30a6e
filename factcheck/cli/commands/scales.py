"""The rating scales of a file."""

from factcheck.cli.call import Call, ask
from factcheck.cli.output import Answer, table
from factcheck.cli.records import scale_record
from factcheck.domain.rating import RatingScale
from factcheck.runtime.i18n import language, tr


def list_all(call: Call) -> Answer:
    """List every scale with its ratings, retired ones included."""
    from factcheck.storage import queries  # noqa: PLC0415 - SQLAlchemy only where needed

    with call.store() as store:
        scales = ask(store, queries.scales)
    return Answer(
        [scale_record(each) for each in scales],
        lambda: "\n\n".join(_shown(each, call.settings.scale) for each in scales),
    )


def _shown(scale: RatingScale, chosen: str) -> str:
    mark = f" ({tr('in use')})" if scale.key == chosen else ""
    rows = [
        (each.key, each.glyph, each.name(language()), tr("retired") if each.is_retired else "")
        for each in scale.ratings
    ]
    heading = f"{scale.key}: {scale.name(language())}{mark}"
    return f"{heading}\n{table((tr('Key'), '', tr('Verdict'), ''), rows)}"
