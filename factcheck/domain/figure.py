"""A figure: the number or date that a claim states, or that the checker found."""

from dataclasses import dataclass
from enum import StrEnum


class Comparator(StrEnum):
    """How a figure bounds the true value; the symbols are the stable keys of files."""

    EXACT = "="
    ABOUT = "~"
    MORE = ">"
    AT_LEAST = ">="
    LESS = "<"
    AT_MOST = "<="


@dataclass(frozen=True, slots=True)
class Figure:
    """A value as typed, with what bounds it.

    `value` is a number (`10000`, `10 آلاف`, `3.5`), a range (`20-30`), or an ISO partial date or
    interval (`2024-06`, `2025-07-14/2025-07-15`), in any digits; `factcheck.text.figures` reads
    it. `unit` is a word or code for a number. `as_of` is an ISO partial date or empty.
    """

    value: str = ""
    unit: str = ""
    comparator: Comparator = Comparator.EXACT
    as_of: str = ""

    def __bool__(self) -> bool:
        """Whether a value was given."""
        return bool(self.value.strip())
