"""Ratings of a scale: adding, changing, ordering, retiring."""

from typing import Any

from factcheck.cli.call import Call, run
from factcheck.cli.commands.scales import read_scales, scale_text
from factcheck.cli.output import Answer
from factcheck.cli.records import rating_record
from factcheck.cli.values import CLEARED, find_rating, find_scale, given, something
from factcheck.domain.changes import Changes
from factcheck.domain.errors import N_, InvalidInputError
from factcheck.domain.rating import RatingScale

BAD_NUMBER = N_("{value} is not a whole number. Give one, or none.")
_FIELDS = ("name_ar", "name_en", "colour", "glyph", "neutral")


def add(call: Call) -> Answer:
    """Add a rating at the end of a scale."""
    from factcheck.operations import scales  # noqa: PLC0415 - SQLAlchemy only where needed

    values = something(_values(call), call.arguments)
    with call.store() as store:
        scale = find_scale(call.arguments.scale, read_scales(store))
        changes = run(store, scales.add_rating, scale_id=scale.id, values=values)
        return _shown(read_scales(store), changes.created)


def edit(call: Call) -> Answer:
    """Change a rating; its key stays."""
    from factcheck.operations import scales  # noqa: PLC0415 - SQLAlchemy only where needed

    values = something(_values(call), call.arguments)
    return _changed(call, scales.edit_rating, values=values)


def move(call: Call) -> Answer:
    """Put a rating at another place of its scale, counted from 1."""
    from factcheck.operations import scales  # noqa: PLC0415 - SQLAlchemy only where needed

    return _changed(call, scales.move_rating, position=call.arguments.to - 1)


def retire(call: Call) -> Answer:
    """Offer a rating no longer; claims that carry it keep it."""
    from factcheck.operations import scales  # noqa: PLC0415 - SQLAlchemy only where needed

    return _changed(call, scales.retire_rating, is_retired=True)


def restore(call: Call) -> Answer:
    """Offer a retired rating again."""
    from factcheck.operations import scales  # noqa: PLC0415 - SQLAlchemy only where needed

    return _changed(call, scales.retire_rating, is_retired=False)


def _changed(call: Call, operation: Any, **values: object) -> Answer:  # noqa: ANN401
    with call.store() as store:
        wanted = find_rating(call.arguments.rating, read_scales(store), call.settings.scale).id
        changes: Changes = run(store, operation, rating_id=wanted, **values)
        return _shown(read_scales(store), changes.created or wanted)


def _shown(scales: list[RatingScale], wanted: object) -> Answer:
    scale, rating = next(
        (scale, each) for scale in scales for each in scale.ratings if each.id == wanted
    )
    return Answer(rating_record(rating), lambda: scale_text(scale))


def _values(call: Call) -> dict[str, Any]:
    """Return the typed fields; the number of a rating may be `none`.

    Raises:
        InvalidInputError: The number is not one.
    """
    values: dict[str, Any] = given(call.arguments, _FIELDS)
    number = call.arguments.value
    if number == CLEARED:
        values["value"] = None
    elif number is not None:
        try:
            values["value"] = int(number)
        except ValueError:
            raise InvalidInputError(BAD_NUMBER, value=number) from None
    return values
