"""The base direction of a paragraph.

The first strong letter, which Unicode proposes, lays "WHO" at the head of an Arabic paragraph out
from left to right. Counting letters does not.
"""

import re

_RTL_LETTERS = re.compile(
    "[\u05d0-\u05f2\u0620-\u064a\u066e-\u06d3\u06d5\u06e5\u06e6\u06ee\u06ef\u06fa-\u06ff"
    "\u0710-\u07ea\u0860-\u08c9\ufb1d-\ufdff\ufe70-\ufefc]+"
)
_OTHER_LETTERS = re.compile(r"[^\W\d_\u05d0-\u05f2\u0620-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+")
_LATIN_SHARE = 2


def is_rtl(paragraph: str, *, default: bool = True) -> bool:
    """Whether `paragraph` runs from right to left.

    It does unless it holds more than twice as many left-to-right letters as right-to-left ones: a
    short Arabic line full of Latin names is still Arabic. Without letters, `default` holds.
    """
    rtl = _count(_RTL_LETTERS, paragraph)
    other = _count(_OTHER_LETTERS, paragraph)
    if not rtl and not other:
        return default
    return other <= _LATIN_SHARE * rtl


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the span of each line of `text`, without its line feed; empty lines included."""
    spans = []
    start = 0
    for line in text.split("\n"):
        spans.append((start, start + len(line)))
        start += len(line) + 1
    return spans


def _count(letters: re.Pattern[str], text: str) -> int:
    return sum(match.end() - match.start() for match in letters.finditer(text))
