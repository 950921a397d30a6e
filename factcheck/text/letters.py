"""Letters as a reader counts them: boundaries of grapheme clusters.

Follows the rules of Unicode Annex 29 that matter for news text: a mark stays with its base, an
emoji joined by U+200D, coloured by a skin tone, or built from two flag letters is one letter, CR LF
is one line end, Hangul syllables stay whole. Each step looks at one cluster only, so walking a text
is linear, also through thousands of marks on one letter.
"""

import unicodedata

_ZWJ = "\u200d"
_ZWNJ = "\u200c"
_JAMO_MIDDLE = ("\u1160", "\u11ff")
_SYLLABLES = ("\uac00", "\ud7a3")
_LEADING_JAMO = ("\u1100", "\u115f")


def is_mark(char: str) -> bool:
    """Whether `char` extends the letter before it (mark, joiner, variation, skin tone, tag)."""
    if char < "\u0300":
        return False
    return (
        unicodedata.category(char) in ("Mn", "Me", "Mc")
        or char in (_ZWJ, _ZWNJ)
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or "\U000e0020" <= char <= "\U000e007f"
    )


def next_letter(text: str, at: int) -> int:
    """Return the boundary after the letter that starts at `at`, at most `len(text)`.

    `at` must be a boundary itself; where it is not, the rest of its cluster is stepped over.
    """
    length = len(text)
    if at >= length:
        return length
    if _is_flag_letter(text[at]):
        end = at + 1 + (at + 1 < length and _is_flag_letter(text[at + 1]))
        return _after_marks(text, end)
    end = at + 1
    while end < length and not _breaks(text, end):
        end += 1
    return end


def previous_letter(text: str, at: int) -> int:
    """Return the boundary before the letter that ends at `at`, at least 0."""
    start = min(at, len(text)) - 1
    if start <= 0:
        return 0
    while start > 0 and not _breaks(text, start):
        start -= 1
    return _flag_start(text, start)


def letter_span(text: str, at: int) -> tuple[int, int]:
    """Return the span of the letter that holds the code point at `at`, empty at the end."""
    if at >= len(text):
        return len(text), len(text)
    start = previous_letter(text, at + 1)
    return start, max(next_letter(text, start), at + 1)


def _after_marks(text: str, at: int) -> int:
    while at < len(text) and is_mark(text[at]):
        at += 1
    return at


def _is_flag_letter(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _flag_start(text: str, at: int) -> int:
    """Pair flag letters from the beginning of their run, as a reader does."""
    if not _is_flag_letter(text[at]):
        return at
    run = at
    while run > 0 and _is_flag_letter(text[run - 1]):
        run -= 1
    return at - (at - run) % 2


def _breaks(text: str, at: int) -> bool:
    """Whether a boundary stands before `text[at]`; flags are paired elsewhere."""
    before, after = text[at - 1], text[at]
    if before == "\r" and after == "\n":
        return False
    if before in "\r\n":
        return True
    if is_mark(after):
        return False
    if before == _ZWJ:
        return not (_is_pictograph(after) and _joins_pictograph(text, at - 1))
    return not _is_hangul_pair(before, after)


def _joins_pictograph(text: str, joiner: int) -> bool:
    """Whether the joiner at `joiner` follows an emoji, perhaps with its own marks."""
    at = joiner - 1
    while at > 0 and is_mark(text[at]) and text[at] != _ZWJ:
        at -= 1
    return at >= 0 and _is_pictograph(text[at])


def _is_pictograph(char: str) -> bool:
    return "\U0001f000" <= char <= "\U0001faff" or (
        char > "\u2000" and unicodedata.category(char) == "So"
    )


def _is_hangul_pair(before: str, after: str) -> bool:
    if before < "\u1100":
        return False
    is_leading = _LEADING_JAMO[0] <= before <= _LEADING_JAMO[1]
    is_open = is_leading or _JAMO_MIDDLE[0] <= before <= _JAMO_MIDDLE[1]
    if _JAMO_MIDDLE[0] <= after <= _JAMO_MIDDLE[1]:
        return is_open or _SYLLABLES[0] <= before <= _SYLLABLES[1]
    return is_leading and (
        _LEADING_JAMO[0] <= after <= _LEADING_JAMO[1] or _SYLLABLES[0] <= after <= _SYLLABLES[1]
    )
