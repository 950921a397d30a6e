"""Where a claim stands in its article version."""

from dataclasses import dataclass

CONTEXT_LENGTH = 32
"""Code points of context kept on each side of the quote (as the W3C annotation model suggests)."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A span of an article version, by position and by its words.

    `start` and `end` are code points, `end` exclusive. `exact` is the text between them, `prefix`
    and `suffix` at most `CONTEXT_LENGTH` code points around it (W3C TextQuoteSelector).
    """

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    def __len__(self) -> int:
        """Length in code points."""
        return self.end - self.start
