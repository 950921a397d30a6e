"""The folded view: one spelling for every way of writing the same letters.

Arabic text writes one word in many ways: with and without vowel marks, tatweel and hamza, with
Persian letters or Arabic-Indic digits, with invisible direction controls inside numbers. Search,
detection and lexicons work on the *folded* text; the article itself is never edited. The view
knows where each of its characters came from, so a span found in it is a span of the original.
"""

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
_TATWEEL = "\u0640"
_CONTROLS = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
_DROPPED = re.compile(f"[{_MARKS}{_TATWEEL}{_CONTROLS}]+")
_TRAILING_MARKS = re.compile(f"[{_MARKS}{_TATWEEL}]*")


def _presentation_forms() -> dict[int, int]:
    """Single letters of the Arabic presentation forms blocks (old PDF text) to plain letters."""
    codes = (*range(0xFB50, 0xFBB2), *range(0xFE80, 0xFEF5))
    return {code: ord(unicodedata.normalize("NFKC", chr(code))) for code in codes}


def _letters() -> dict[int, int]:
    """Every replacement of one code point by one other."""
    table = _presentation_forms()
    pairs = {
        "أإآٱٲٳ": "ا",
        "ىیۍې": "ي",
        "ةۀہەۃ": "ه",
        "کڪګ": "ك",
        "٫": ".",
        "٬": ",",
        "٪": "%",
        "İ": "i",
        "\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006": " ",
        "\u2007\u2008\u2009\u200a\u202f\u205f\u3000": " ",
    }
    for variants, plain in pairs.items():
        table.update(dict.fromkeys(map(ord, variants), ord(plain)))
    for zero in (0x0660, 0x06F0, 0xFF10):
        table.update({zero + digit: 0x30 + digit for digit in range(10)})
    for code, plain_code in tuple(table.items()):
        table[code] = table.get(plain_code, plain_code)
    return table


_LETTERS = _letters()


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back.

    `text` is the folded text, `source` the text it was made from. `index[i]` is the code point
    offset in `source` of folded character `i`; it has one entry more than `text`, the length of
    the source. `index` is None when nothing was dropped, so both have the same offsets.
    """

    text: str
    source: str
    index: Sequence[int] | None = None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the source for the folded span; both in code points, `end` exclusive.

        Vowel marks and tatweel after the last letter belong to it; invisible controls at the
        edges stay outside.
        """
        if self.index is None:
            return start, end
        if start >= end:
            return self.index[start], self.index[start]
        last = self.index[end - 1] + 1
        if last == self.index[end]:
            return self.index[start], last
        marks = _TRAILING_MARKS.match(self.source, last)
        return self.index[start], marks.end() if marks else last

    def folded(self, start: int, end: int) -> tuple[int, int]:
        """The folded span for a span of the source; what was dropped at its edges shrinks it."""
        if self.index is None:
            return start, end
        return bisect_left(self.index, start), bisect_left(self.index, end)


def fold(text: str) -> Folded:
    """Fold `text`, linear in its length.

    Drops vowel marks, tatweel, bidi controls and zero-width characters; joins the forms of alef,
    ya, ta marbuta and Persian letters; writes digits, separators and percent signs in ASCII;
    turns white space other than line ends into spaces; lowers Latin letters.
    """
    if text.isascii():
        return Folded(text.translate(_ASCII).lower(), text)
    if _DROPPED.search(text) is None:
        return Folded(_fold_letters(text), text)
    index = array("I")
    pieces = []
    at = 0
    for dropped in _DROPPED.finditer(text):
        start, end = dropped.span()
        pieces.append(text[at:start])
        index.extend(range(at, start))
        at = end
    pieces.append(text[at:])
    index.extend(range(at, len(text) + 1))
    return Folded(_fold_letters("".join(pieces)), text, index)


def fold_key(text: str) -> str:
    """The folded string alone, for keys and for search."""
    if text.isascii():
        return text.translate(_ASCII).lower()
    return _fold_letters(_DROPPED.sub("", text))


_ASCII = {0x09: 0x20}


def _fold_letters(text: str) -> str:
    """Replace letters one for one; `lower` keeps the length because U+0130 is replaced before."""
    return text.translate(_LETTERS).lower()
