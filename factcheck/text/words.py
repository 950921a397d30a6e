"""Words as an Arabic or English reader sees them, for picking and adjusting the edges of a claim.

A word is a run of letters and digits with their marks. Quotation marks, « and », the Arabic comma,
colons, brackets and dashes never belong to one. A point or comma between digits does (`1,250.5`),
an apostrophe between letters does (`don't`), and so does a percent sign on a number (`85%`, `٪٩`).
Edges never fall inside a letter (`factcheck.text.letters`).
"""

import unicodedata

from factcheck.text.letters import letter_span, next_letter, previous_letter

__all__ = [
    "next_letter",
    "next_word",
    "next_word_start",
    "previous_letter",
    "previous_word",
    "previous_word_end",
    "snap",
    "trim",
    "word_span",
]

_NUMBER_SEPARATORS = ".,٫٬"
_APOSTROPHES = "'’"
_PERCENT = "%٪"
_INVISIBLE = frozenset(
    "\u200b\u200e\u200f\u061c\u2060\u00ad\ufeff"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def word_span(text: str, at: int) -> tuple[int, int]:
    """Return the word that holds or touches position `at`, or `(at, at)` between words.

    Between two touching words there is none, so a position at the end of a word gives that word.
    """
    at = max(0, min(at, len(text)))
    start, end = letter_span(text, at)
    if not _is_word_letter(text, start):
        start = previous_letter(text, start)
        if start >= at or not _is_word_letter(text, start):
            return at, at
        end = next_letter(text, start)
    return _word_start(text, start), _word_end(text, end)


def next_word(text: str, at: int) -> int:
    """Return the end of the first word that ends after `at`, or the end of the text."""
    return _word_end(text, next_word_start(text, at))


def previous_word(text: str, at: int) -> int:
    """Return the start of the last word that starts before `at`, or 0."""
    return _word_start(text, previous_word_end(text, at))


def next_word_start(text: str, at: int) -> int:
    """Return the first position from `at` on that stands before a letter of a word."""
    while at < len(text) and not _is_word_letter(text, at):
        at = next_letter(text, at)
    return min(at, len(text))


def previous_word_end(text: str, at: int) -> int:
    """Return the last position up to `at` that stands behind a letter of a word."""
    at = min(at, len(text))
    while at > 0:
        start = previous_letter(text, at)
        if _is_word_letter(text, start):
            return at
        at = start
    return 0


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Shrink a span so that neither edge is white space or invisible.

    A span of nothing else shrinks to `(start, start)`.
    """
    start, end = max(0, start), min(end, len(text))
    first, last = start, end
    while first < last and _is_blank(text[first]):
        first += 1
    while last > first and _is_blank(text[last - 1]):
        last -= 1
    return (first, last) if first < last else (start, start)


def snap(text: str, start: int, end: int) -> tuple[int, int]:
    """Trim a span and widen its edges to whole words; an empty one becomes the word there."""
    if start >= end:
        return word_span(text, start)
    start, end = trim(text, start, end)
    if start == end:
        return start, end
    first, last = letter_span(text, start)[0], letter_span(text, end - 1)[1]
    if _is_word_letter(text, first):
        first = _word_start(text, first)
    if _is_word_letter(text, previous_letter(text, last)):
        last = _word_end(text, last)
    return first, last


def _is_blank(char: str) -> bool:
    return char.isspace() or char in _INVISIBLE


def _word_start(text: str, at: int) -> int:
    while at > 0:
        start = previous_letter(text, at)
        if not _is_word_letter(text, start):
            break
        at = start
    return at


def _word_end(text: str, at: int) -> int:
    while at < len(text) and _is_word_letter(text, at):
        at = next_letter(text, at)
    return at


def _is_word_letter(text: str, at: int) -> bool:
    """Whether the letter that starts at `at` belongs to a word."""
    if at >= len(text):
        return False
    char = text[at]
    if char.isalnum() or char == "ـ":
        return True
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if char in _NUMBER_SEPARATORS:
        return before.isdigit() and after.isdigit()
    if char in _APOSTROPHES:
        return before.isalpha() and after.isalpha()
    if char in _PERCENT:
        return before.isdigit() or after.isdigit()
    return unicodedata.category(char) in ("Mn", "Mc") and before.isalnum()
