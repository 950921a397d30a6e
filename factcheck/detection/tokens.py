"""One pass from text to tokens, and the few questions that rules ask about them.

Tokens are kept as parallel sequences, because a long text has hundreds of thousands of them and a
rule looks at few: token `i` is the folded letters ``text[starts[i]:ends[i]]`` and its meaning is
``words[i]`` (see `lexicon.Word`). White space makes no tokens; line ends do. Marks are one token
each. Rules pass token positions around and turn them into spans of the original at the end::

    tokens = tokenise("بأكثر من 10 آلاف جندي")
    tokens.words[2].key             # "10"
    tokens.words[3].senses          # {"number": Entry(kind="scale", value="1000", …)}
    tokens.words[0].lead            # 1: the ب before "اكثر"
    tokens.is_glued(2)              # False: a space stands before token 2
    tokens.span(0, 5, lead=1)       # original code points of tokens 0..4, the first without its ب
    tokens.match(0, "comparator")   # (2, Entry ">") when a form of that table begins at token 0
    tokens.match_before(2, "comparator")   # (0, 1, Entry ">"): it ends before token 2
    tokens.sentence(4)              # (first, last exclusive) token of the sentence around token 4
    tokens.paragraph(4)

Token ranges are half open everywhere. Positions outside the text are answered by `END`, a word
that has no meaning, through `tokens.word(i)`.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, compress
from operator import sub

from factcheck.detection.lexicon import (
    BREAK,
    MARK,
    NUMBER,
    STOP,
    TOKEN,
    WORD,
    Entry,
    Word,
    lexicon,
)
from factcheck.text.folding import Folded, fold

__all__ = ["BREAK", "END", "MARK", "NUMBER", "STOP", "WORD", "Tokens", "tokenise"]

END = Word("\n", BREAK, bare="\n")
"""What stands before the first and after the last token."""

_PADDING = 100
_PROCLITICS = frozenset(
    {"", "و", "ف", "ب", "ل", "ك", "س", "وب", "ول", "وك", "وس", "فب", "فل", "فك", "فس"}
)
_CLOSING = frozenset("\"'”“’»›)]}")
_ABBREVIATIONS = re.compile(
    "(?:mr|mrs|ms|dr|prof|gen|col|lt|sgt|capt|sen|rep|gov|st|vs|no|jan|feb|mar|apr|jun|jul|aug"
    "|sep|sept|oct|nov|dec|inc|ltd|co|corp)$"
)


@dataclass(eq=False)
class Tokens:
    """The tokens of one text; see the module for how to use them."""

    folded: Folded
    starts: Sequence[int]
    ends: Sequence[int]
    words: list[Word] = field(repr=False)
    _padded: list[Word] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Put `END` on both sides, since a negative place counts from the end of a list."""
        self._padded = [*self.words, *[END] * _PADDING]

    def __len__(self) -> int:
        """How many tokens."""
        return len(self.words)

    @property
    def text(self) -> str:
        """The folded text."""
        return self.folded.text

    @cached_property
    def known(self) -> list[int]:
        """Places of digits and of words that the lexicon knows, in order."""
        return [
            place for place, word in enumerate(self.words) if word.tables or word.kind == NUMBER
        ]

    def word(self, place: int) -> Word:
        """The word at `place`, `END` outside the text."""
        try:
            return self._padded[place]
        except IndexError:
            return END

    def key(self, place: int) -> str:
        """The folded token at `place`, a line end outside the text."""
        return self.word(place).key

    def is_glued(self, place: int) -> bool:
        """Whether token `place` follows the one before it without a space."""
        return 0 < place < len(self.words) and self.starts[place] == self.ends[place - 1]

    def span(self, first: int, last: int, lead: int = 0) -> tuple[int, int]:
        """Original code points of tokens `first` to `last` (exclusive).

        `lead` letters of the first token stay outside.
        """
        return self.folded.original(self.starts[first] + lead, self.ends[last - 1])

    def match(self, place: int, table: str) -> tuple[int, Entry] | None:
        """The longest form of `table` that begins at `place`: (token after it, entry).

        The first word may carry proclitics or ال (`words[place].lead` says how many letters);
        the other words of a phrase must stand as written.
        """
        word = self.word(place)
        if table not in word.tables:
            return None
        if table in word.opens:
            for keys, entry in word.opens[table]:
                if self._has(place + 1, keys[1:]):
                    return place + len(keys), entry
        entry_alone = word.senses.get(table)
        return (place + 1, entry_alone) if entry_alone else None

    def match_before(self, place: int, table: str) -> tuple[int, int, Entry] | None:
        """The longest form of `table` that ends before `place`: (first token, lead, entry)."""
        word = self.word(place - 1)
        if table not in word.senses and table not in word.closes:
            return None
        for keys, entry in word.closes.get(table, ()):
            first = place - len(keys)
            if first < 0 or not self._has(first + 1, keys[1:]):
                continue
            key = self.words[first].key
            if key.endswith(keys[0]) and key[: -len(keys[0])] in _PROCLITICS:
                return first, len(key) - len(keys[0]), entry
        alone = word.senses.get(table)
        return (place - 1, word.lead, alone) if alone else None

    def sentence(self, place: int) -> tuple[int, int]:
        """The token range of the sentence around `place`; never crosses a line end."""
        return _range_around(self._sentence_starts, place, len(self))

    def paragraph(self, place: int) -> tuple[int, int]:
        """The token range of the line around `place`, its line end included."""
        return _range_around(self._paragraph_starts, place, len(self))

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Token ranges of all sentences, in order, none empty."""
        starts = self._sentence_starts
        return list(zip(starts, [*starts[1:], len(self)], strict=True)) if self.words else []

    def _has(self, place: int, keys: tuple[str, ...]) -> bool:
        padded = self._padded
        if place + len(keys) > len(padded):
            return False
        return all(padded[at].key == key for at, key in enumerate(keys, place))

    @cached_property
    def _sentence_starts(self) -> list[int]:
        stops = [place for place, word in enumerate(self.words) if word.kind >= STOP]
        starts = [0]
        for place in stops:
            if self.words[place].kind == BREAK or self._ends_sentence(place):
                after = place + 1
                while self.key(after) in _CLOSING and self.is_glued(after):
                    after += 1
                if after > starts[-1]:
                    starts.append(after)
        if starts[-1] >= len(self) and len(starts) > 1:
            starts.pop()
        return starts

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        breaks = [place + 1 for place, word in enumerate(self.words) if word.kind == BREAK]
        return [0, *(place for place in breaks if place < len(self))]

    def _ends_sentence(self, place: int) -> bool:
        if self.words[place].key != ".":
            return True
        after = place + 1
        if self.is_glued(after) and self.key(after) not in _CLOSING:
            return False
        before = self.word(place - 1)
        if before.kind != WORD or not self.is_glued(place):
            return True
        return len(before.key) > 1 and _ABBREVIATIONS.match(before.key) is None


def tokenise(text: str) -> Tokens:
    """Fold `text` and cut it into tokens; linear, a second pass over the letters never happens."""
    folded = fold(text)
    pieces = TOKEN.findall(folded.text)
    kept = list(map(" ".__ne__, pieces))
    keys = list(compress(pieces, kept))
    ends = array("I", compress(accumulate(map(len, pieces)), kept))
    starts = array("I", map(sub, ends, map(len, keys)))
    return Tokens(folded, starts, ends, list(map(lexicon().__getitem__, keys)))


def _range_around(starts: list[int], place: int, length: int) -> tuple[int, int]:
    at = bisect_right(starts, place)
    return starts[at - 1], starts[at] if at < len(starts) else length
