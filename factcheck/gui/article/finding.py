"""Finding words in the article however they are spelt.

Both the text and what is looked for are folded (`factcheck.text.folding`): hamza, ya, ta marbuta,
marks, tatweel and both sets of digits. Nothing is listed: counting and finding the next match are
single passes of the string search, so a letter that stands a hundred thousand times is no slower.
"""

from factcheck.text.folding import Folded, fold_key


class Finding:
    """One thing looked for in one article, and the match where the reader is."""

    def __init__(self, article: Folded, wanted: str) -> None:
        self._article = article
        self._text = article.text
        self._wanted = fold_key(wanted)
        self._at: int | None = None

    @property
    def total(self) -> int:
        """How many matches there are."""
        return self._text.count(self._wanted) if self._wanted else 0

    @property
    def place(self) -> int:
        """Which match is the current one, from 1; 0 where there is none."""
        return 0 if self._at is None else self._text.count(self._wanted, 0, self._at) + 1

    @property
    def current(self) -> tuple[int, int] | None:
        """The current match in code points of the article."""
        return None if self._at is None else self._span(self._at)

    def start_at(self, at: int) -> None:
        """Make the first match from code point `at` on the current one, going round at the end."""
        self._at = self._find(self._article.folded(at, at)[0])

    def next(self) -> None:
        """Go to the next match, after the last one to the first."""
        self._at = self._find(0 if self._at is None else self._at + len(self._wanted))

    def previous(self) -> None:
        """Go to the match before, before the first one to the last."""
        if not self._wanted:
            return
        found = self._text.rfind(self._wanted, 0, self._at or 0)
        found = found if found >= 0 else self._text.rfind(self._wanted)
        self._at = found if found >= 0 else None

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the matches that begin within [start, end) of the article."""
        if not self._wanted:
            return []
        first, last = self._article.folded(start, end)
        found = []
        at = self._text.find(self._wanted, max(0, first - len(self._wanted) + 1))
        while 0 <= at < last:
            found.append(self._span(at))
            at = self._text.find(self._wanted, at + len(self._wanted))
        return found

    def _find(self, at: int) -> int | None:
        if not self._wanted:
            return None
        found = self._text.find(self._wanted, at)
        found = found if found >= 0 else self._text.find(self._wanted)
        return found if found >= 0 else None

    def _span(self, at: int) -> tuple[int, int]:
        return self._article.original(at, at + len(self._wanted))
