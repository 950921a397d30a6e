"""Code points to UTF-16 units and back: the only place where the two meet."""

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Positions:
    """Converts offsets of one text between code points and Qt's UTF-16 units.

    Building costs one scan of the text, converting two bisects over the letters outside the basic
    plane (most articles have none).
    """

    def __init__(self, text: str) -> None:
        """Index `text`, which holds no lone surrogates and no line end but LF."""
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]
        self._units = [at + before for before, at in enumerate(self._astral)]

    def to_qt(self, at: int) -> int:
        """Return the UTF-16 offset of code point offset `at`."""
        return at + bisect_left(self._astral, at)

    def to_text(self, unit: int) -> int:
        """Return the code point offset of UTF-16 offset `unit`.

        Inside a surrogate pair this is the offset of the letter itself: no span begins or ends
        within one.
        """
        return unit - bisect_left(self._units, unit)
