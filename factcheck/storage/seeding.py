"""The rating scales that a new file starts with.

Their ids come from their keys, so that every file has the same ones. Colours give white text a
contrast of at least 4.5:1; glyphs are in the bundled interface font.
"""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, insert

from factcheck.domain.ids import natural_id
from factcheck.domain.rating import Neutral
from factcheck.storage.tables import RatingRow, ScaleRow

DEFAULT_SCALE = "standard"
"""Key of the scale that is used where none was chosen."""

_Rating = tuple[str, str, str, str, str, int | None, Neutral]

_STANDARD: tuple[_Rating, ...] = (
    ("true", "صحيح", "True", "#1b7f37", "✓", 6, Neutral.TRUE),
    ("mostly_true", "صحيح في معظمه", "Mostly true", "#3f7d20", "≈", 5, Neutral.MOSTLY_TRUE),
    ("missing_context", "ناقص السياق", "Missing context", "#806000", "…", 4, Neutral.MISLEADING),
    ("misleading", "مضلل", "Misleading", "#a85b00", "!", 3, Neutral.MISLEADING),
    ("inaccurate", "غير دقيق", "Inaccurate", "#b04a16", "±", 2, Neutral.MIXED),
    ("false", "زائف", "False", "#b3261e", "×", 1, Neutral.FALSE),
    ("no_evidence", "لا دليل", "No evidence", "#5b6875", "?", None, Neutral.UNPROVEN),
    ("satire", "سخرية", "Satire", "#8a3f8f", "~", None, Neutral.NOT_RATED),
    ("opinion", "رأي", "Opinion", "#5f45b8", "“", None, Neutral.NOT_RATED),
)
_SIMPLE: tuple[_Rating, ...] = (
    ("true", "صحيح", "True", "#1b7f37", "✓", 3, Neutral.TRUE),
    ("partly_true", "صحيح جزئيًا", "Partly true", "#a85b00", "±", 2, Neutral.MIXED),
    ("false", "زائف", "False", "#b3261e", "×", 1, Neutral.FALSE),
    ("unproven", "غير مؤكد", "Unproven", "#5b6875", "?", None, Neutral.UNPROVEN),
)
_SCALES = (
    (DEFAULT_SCALE, "السلّم المعتمد", "Standard scale", _STANDARD),
    ("simple", "سلّم مبسّط", "Simple scale", _SIMPLE),
)
_MADE = datetime(2025, 1, 1, tzinfo=UTC)
"""When these scales say that they were made: the same in every record, so that copies are equal."""


def seed_scales(connection: Connection) -> None:
    """Store the default scales."""
    for number, (key, name_ar, name_en, ratings) in enumerate(_SCALES):
        scale_id = natural_id("scale", key)
        made = _MADE + timedelta(seconds=number)
        times = {"created_at": made, "updated_at": made}
        connection.execute(
            insert(ScaleRow),
            {"id": scale_id, "key": key, "name_ar": name_ar, "name_en": name_en, **times},
        )
        connection.execute(
            insert(RatingRow),
            [
                {
                    "id": natural_id("rating", key, rating[0]),
                    "scale_id": scale_id,
                    "key": rating[0],
                    "name_ar": rating[1],
                    "name_en": rating[2],
                    "colour": rating[3],
                    "glyph": rating[4],
                    "value": rating[5],
                    "neutral": rating[6].value,
                    "position": position,
                    **times,
                }
                for position, rating in enumerate(ratings)
            ],
        )
