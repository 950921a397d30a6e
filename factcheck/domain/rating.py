"""Verdicts: an editable scale of ratings."""

from dataclasses import dataclass
from enum import StrEnum

from factcheck.domain.ids import RatingId, ScaleId


class Neutral(StrEnum):
    """The small set that every rating maps to, so that scales can be compared and exported."""

    TRUE = "true"
    MOSTLY_TRUE = "mostly_true"
    MIXED = "mixed"
    MISLEADING = "misleading"
    FALSE = "false"
    UNPROVEN = "unproven"
    NOT_RATED = "not_rated"


@dataclass(frozen=True, slots=True)
class Rating:
    """One verdict of a scale.

    `key` is the stable English word of files and of the command line. `colour` is `#rrggbb`, dark
    enough for white text (contrast 4.5:1). `glyph` is one character. `value` places the rating
    between the scale's worst and best and is None for verdicts outside that order. A retired
    rating is offered no longer and changes nothing already recorded.
    """

    id: RatingId
    scale_id: ScaleId
    rev: int
    key: str
    name_ar: str
    name_en: str
    colour: str
    glyph: str
    value: int | None
    neutral: Neutral
    position: int
    is_retired: bool = False

    def name(self, language: str) -> str:
        """Return the name in `language` (`ar` or `en`), or the other one where it is empty."""
        first, second = (
            (self.name_ar, self.name_en)
            if language.startswith("ar")
            else (self.name_en, self.name_ar)
        )
        return first or second or self.key


@dataclass(frozen=True, slots=True)
class RatingScale:
    """A set of ratings in order, retired ones included."""

    id: ScaleId
    rev: int
    key: str
    name_ar: str
    name_en: str
    ratings: tuple[Rating, ...]

    def name(self, language: str) -> str:
        """Return the name in `language` (`ar` or `en`), or the other one where it is empty."""
        first, second = (
            (self.name_ar, self.name_en)
            if language.startswith("ar")
            else (self.name_en, self.name_ar)
        )
        return first or second or self.key
