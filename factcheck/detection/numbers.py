"""Numbers in words, digits and both: one additive and multiplicative grammar for two languages.

    number    = part { join part } [ join fraction ]     parts descend: 3 million, 200 thousand, 5

What a part is stands in `number_parts`, what a number counts in `quantities`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from factcheck.detection.number_parts import ONE, PartReader
from factcheck.detection.tokens import NUMBER, Tokens

_NUMERIC = frozenset({"number", "fraction", "magnitude", "article"})


class Form(StrEnum):
    """How a number is written; part of the rule name of an item."""

    DIGITS = "digits"
    WORDS = "words"
    FRACTION = "fraction"
    MAGNITUDE = "magnitude"


@dataclass(frozen=True, slots=True)
class Chunk:
    """A number in the text: tokens `first` to `last` (exclusive) without proclitics.

    `lead` letters of the first token stay outside. `scale` is the smallest scale word used (1 for
    none); `has_scale` says whether there was one. `joined` says that و stands before it.
    """

    first: int
    last: int
    lead: int
    value: Decimal
    form: Form
    scale: Decimal = ONE
    has_scale: bool = False
    has_article: bool = False
    joined: bool = False


def read_chunks(tokens: Tokens) -> list[Chunk]:
    """All numbers of the text in order, without overlaps."""
    reader = _Reader(tokens)
    chunks = []
    done = 0
    for place in tokens.known:
        word = tokens.words[place]
        if place >= done and (word.kind == NUMBER or not word.tables.isdisjoint(_NUMERIC)):
            chunk = reader.chunk(place)
            if chunk is not None:
                chunks.append(chunk)
                done = chunk.last
    return chunks


class _Reader:
    """What begins at one place: every method answers None when its rule does not fit."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.words = tokens.words
        self.parts = PartReader(tokens)

    def chunk(self, place: int) -> Chunk | None:
        """The longest number that begins at `place`."""
        word = self.words[place]
        senses = word.senses
        if word.kind != NUMBER and not ("number" in senses or "fraction" in senses):
            return self._magnitude(place) if "magnitude" in senses else self._article(place)
        if "magnitude" in senses:
            return self._magnitude(place)
        return self._fraction(place) or self._number(place)

    def _number(self, place: int, first: int | None = None) -> Chunk | None:
        part = self.parts.part(place, self.words[place].lead)
        if part is None:
            return None
        value, scale, after = self.parts.add_parts(part)
        value, scale, after = self.parts.add_point(value, scale, after)
        value, scale, after = self.parts.add_fraction(value, scale, after)
        form = Form.DIGITS if self.words[place].kind == NUMBER else Form.WORDS
        return self._made(place if first is None else first, after, value, form, scale)

    def _made(
        self, place: int, after: int, value: Decimal, form: Form, scale: Decimal = ONE
    ) -> Chunk:
        word = self.words[place]
        joined = word.lead > 0 and word.key[0] == "و"
        has_scale = scale != ONE
        return Chunk(
            place, after, word.lead, value, form, scale, has_scale, word.has_article, joined
        )

    def _fraction(self, place: int) -> Chunk | None:
        word = self.words[place]
        simple = self.parts.simple_fraction(place, word.lead)
        if simple is None:
            simple = self._part_of_whole(place)
        if simple is None:
            return None
        value, after = simple
        scaled = self.parts.fraction_of_scale(place, word.lead)
        if scaled is None and after - place > 1:
            entry = self.tokens.word(after).senses.get("number")
            if entry and entry.kind in ("scale", "scale_or_dual") and not self.words[after].lead:
                scaled = value * entry.number, entry.number, after + 1
        if scaled is not None:
            return self._made(place, scaled[2], scaled[0], Form.WORDS, scaled[1])
        return self._made(self._with_article(place), after, value, Form.FRACTION)

    def _with_article(self, place: int) -> int:
        """The English article before a part belongs to it: a third of voters."""
        before = self.tokens.word(place - 1)
        is_article = "article" in before.senses and self.words[place].key.isascii()
        return place - is_article

    def _part_of_whole(self, place: int) -> tuple[Decimal, int] | None:
        """خمس السكان: a unit word before a definite noun is a part of it."""
        word = self.words[place]
        fraction = word.senses.get("fraction")
        following = self.tokens.word(place + 1)
        if fraction is None or word.has_article:
            return None
        is_definite = following.key.startswith("ال") and "stop" not in following.senses
        if not (is_definite or self._is_marked(place)) or "number" in following.senses:
            return None
        return fraction.number, place + 1

    def _is_marked(self, place: int) -> bool:
        """Whether the vowel u is written on the first letter: خُمس is a fifth, خمس is five."""
        start, end = self.tokens.span(place, place + 1, self.words[place].lead)
        return self.tokens.folded.source[start + 1 : end].startswith("\u064f")

    def _magnitude(self, place: int) -> Chunk | None:
        """عشرات, مئات الآلاف, بضع مئات, tens of thousands, several hundred."""
        entry = self.words[place].senses["magnitude"]
        value, after = entry.number, place + 1
        after += self.tokens.key(after) == "of"
        second = self.tokens.word(after).senses
        number = second.get("magnitude") or second.get("number")
        if number is not None and not self.words[after].lead and number.number >= 10:
            value, after = value * number.number, after + 1
        elif entry.kind == "some":
            return None
        else:
            after = place + 1
        return self._made(place, after, value, Form.MAGNITUDE, value)

    def _article(self, place: int) -> Chunk | None:
        """A hundred, a million, half a dozen: the English article counts as one."""
        if self.words[place].senses.get("article") is None:
            return None
        entry = self.parts.sense(place + 1)
        if entry is None or entry.kind not in ("hundred", "scale", "dozen"):
            return None
        return self._number(place + 1, first=place)


def inside(chunks: list[Chunk], taken: set[int]) -> Iterator[Chunk]:
    """The chunks of which no token is in `taken`."""
    return (
        chunk for chunk in chunks if not any(at in taken for at in range(chunk.first, chunk.last))
    )
