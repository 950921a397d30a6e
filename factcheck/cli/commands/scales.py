"""The rating scales of a file."""

from typing import TYPE_CHECKING

from factcheck.cli.call import Call, ask, run
from factcheck.cli.output import Answer, table
from factcheck.cli.records import scale_record
from factcheck.cli.values import find_scale, given, something
from factcheck.domain.rating import RatingScale
from factcheck.runtime.i18n import language, tr

if TYPE_CHECKING:
    from factcheck.storage.store import Store

_FIELDS = ("name_ar", "name_en")


def list_all(call: Call) -> Answer:
    """List every scale with its ratings, retired ones included."""
    with call.store() as store:
        scales = read_scales(store)
    chosen = call.settings.scale or next((each.key for each in scales), "")
    return Answer(
        [scale_record(each) for each in scales],
        lambda: "\n\n".join(scale_text(each, chosen) for each in scales),
    )


def add(call: Call) -> Answer:
    """Make a scale without ratings."""
    from factcheck.operations import scales  # noqa: PLC0415 - SQLAlchemy only where needed

    values = something(given(call.arguments, _FIELDS), call.arguments)
    with call.store() as store:
        made = run(store, scales.add_scale, values=values).created
        (scale,) = (each for each in read_scales(store) if each.id == made)
    return Answer(scale_record(scale), lambda: scale_text(scale))


def edit(call: Call) -> Answer:
    """Change the names of a scale; its key stays."""
    from factcheck.operations import scales  # noqa: PLC0415 - SQLAlchemy only where needed

    values = something(given(call.arguments, _FIELDS), call.arguments)
    key = call.arguments.scale
    with call.store() as store:
        wanted = find_scale(key, read_scales(store))
        run(store, scales.edit_scale, scale_id=wanted.id, values=values)
        scale = find_scale(key, read_scales(store))
    return Answer(scale_record(scale), lambda: scale_text(scale))


def read_scales(store: "Store") -> list[RatingScale]:
    """Return every scale of the file."""
    from factcheck.storage import queries  # noqa: PLC0415 - SQLAlchemy only where needed

    return ask(store, queries.scales)


def scale_text(scale: RatingScale, chosen: str = "") -> str:
    """Show a scale with its ratings; the one with the key `chosen` is marked."""
    mark = f" ({tr('in use')})" if scale.key == chosen else ""
    rows = [
        (each.key, each.glyph, each.name(language()), tr("retired") if each.is_retired else "")
        for each in scale.ratings
    ]
    heading = f"{scale.key}: {scale.name(language())}{mark}"
    below = table((tr("Key"), "", tr("Verdict"), ""), rows)
    return f"{heading}\n{below}".rstrip()
