"""Editing rating scales; retiring a rating changes nothing already recorded."""

import re
from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.domain.changes import Changes
from factcheck.domain.errors import N_, InvalidInputError
from factcheck.domain.ids import RatingId, ScaleId, new_id
from factcheck.domain.rating import Neutral
from factcheck.operations.rows import Check, check_fields, find_row, one_of, set_fields, text
from factcheck.storage.queries import NO_RATING, NO_SCALE
from factcheck.storage.tables import RatingRow, Row, ScaleRow
from factcheck.storage.touching import recorded

BAD_COLOUR = N_("“{value}” is not a colour. Write it as # and six hexadecimal digits.")
PALE_COLOUR = N_("White text cannot be read on {value}. Choose a darker colour.")
BAD_GLYPH = N_("The sign of a verdict is one character.")
BAD_VALUE = N_("The number of a verdict is a whole number, or nothing.")
NO_NAME = N_("A verdict needs a name in Arabic or in English.")

LEAST_CONTRAST = 4.5
"""Contrast of white text on a rating's colour (WCAG 2.1, 1.4.3)."""


def contrast_with_white(colour: str) -> float:
    """Return the WCAG 2.1 contrast ratio, 1 to 21, of white on `#rrggbb`."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _colour(value: object) -> str:
    colour = text(value).strip().lower()
    if not re.fullmatch("#[0-9a-f]{6}", colour):
        raise InvalidInputError(BAD_COLOUR, value=colour)
    if contrast_with_white(colour) < LEAST_CONTRAST:
        raise InvalidInputError(PALE_COLOUR, value=colour)
    return colour


def _glyph(value: object) -> str:
    glyph = text(value).strip()
    if len(glyph) != 1:
        raise InvalidInputError(BAD_GLYPH)
    return glyph


def _value(value: object) -> int | None:
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise InvalidInputError(BAD_VALUE)


_NAMES: dict[str, Check] = {"name_ar": text, "name_en": text}
_RATING_CHECKS: dict[str, Check] = _NAMES | {
    "colour": _colour,
    "glyph": _glyph,
    "value": _value,
    "neutral": one_of(Neutral),
}


def _check_name(row: ScaleRow | RatingRow) -> None:
    if not (row.name_ar or "").strip() and not (row.name_en or "").strip():
        raise InvalidInputError(NO_NAME)


def _key(name: str, taken: set[str], row: Row) -> str:
    """Make a stable key of the English name; the last digits of the id where that is not free."""
    key = re.sub("[^a-z0-9]+", "_", name.lower()).strip("_")
    return key if key and key not in taken else f"{key or 'rating'}_{row.id.hex[-6:]}"


def _ratings(session: Session, scale_id: object) -> list[RatingRow]:
    query = select(RatingRow).where(RatingRow.scale_id == scale_id, RatingRow.deleted_at.is_(None))
    return list(session.scalars(query.order_by(RatingRow.position, RatingRow.id)))


def add_scale(session: Session, *, values: Mapping[str, object]) -> Changes:
    """Make an empty scale of the names `name_ar` and `name_en`; `created` is its id.

    Raises:
        InvalidInputError: It has no name.
    """
    row = ScaleRow(id=new_id(), **check_fields(values, _NAMES))
    _check_name(row)
    taken = set(session.scalars(select(ScaleRow.key)))
    row.key = _key(row.name_en or "", taken, row)
    session.add(row)
    return recorded(session, created=row.id)


def edit_scale(session: Session, *, scale_id: ScaleId, values: Mapping[str, object]) -> Changes:
    """Set the names of a scale; its key stays.

    Raises:
        NotFoundError: There is no such scale.
        InvalidInputError: It would have no name.
    """
    row = find_row(session, ScaleRow, scale_id, NO_SCALE)
    set_fields(row, values, _NAMES)
    _check_name(row)
    return recorded(session)


def add_rating(session: Session, *, scale_id: ScaleId, values: Mapping[str, object]) -> Changes:
    """Add a rating at the end of a scale; `created` is its id.

    `values` are `name_ar`, `name_en`, `colour`, `glyph`, `value` and `neutral`; its key is made of
    the English name and stays when the names change.

    Raises:
        NotFoundError: There is no such scale.
        InvalidInputError: A value does not fit, or there is no name.
    """
    find_row(session, ScaleRow, scale_id, NO_SCALE)
    ratings = _ratings(session, scale_id)
    row = RatingRow(id=new_id(), scale_id=scale_id, **check_fields(values, _RATING_CHECKS))
    _check_name(row)
    row.key = _key(row.name_en or "", {each.key for each in ratings}, row)
    row.position = ratings[-1].position + 1 if ratings else 0
    session.add(row)
    return recorded(session, created=row.id)


def edit_rating(session: Session, *, rating_id: RatingId, values: Mapping[str, object]) -> Changes:
    """Set names, colour, glyph, number or neutral meaning of a rating; its key stays.

    Raises:
        NotFoundError: There is no such rating.
        InvalidInputError: A value does not fit.
    """
    row = find_row(session, RatingRow, rating_id, NO_RATING)
    set_fields(row, values, _RATING_CHECKS)
    _check_name(row)
    return recorded(session)


def retire_rating(session: Session, *, rating_id: RatingId, is_retired: bool = True) -> Changes:
    """Offer a rating no longer, or again; claims that carry it keep it.

    Raises:
        NotFoundError: There is no such rating.
    """
    row = find_row(session, RatingRow, rating_id, NO_RATING)
    row.is_retired = int(is_retired)
    return recorded(session)


def move_rating(session: Session, *, rating_id: RatingId, position: int) -> Changes:
    """Put a rating at `position` (from 0) of its scale.

    Raises:
        NotFoundError: There is no such rating.
    """
    row = find_row(session, RatingRow, rating_id, NO_RATING)
    others = [each for each in _ratings(session, row.scale_id) if each.id != row.id]
    others.insert(max(0, min(position, len(others))), row)
    for place, each in enumerate(others):
        each.position = place
    return recorded(session)
