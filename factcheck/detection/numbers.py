"""Numbers in words, digits and both: one additive and multiplicative grammar for two languages.

    number    = part { join part } [ join fraction ]     parts descend: 3 million, 200 thousand, 5
    part      = ( digits | group ) { scale } | dual | scale | fraction scale
    group     = hundreds [ join tens ] | unit hundred [ join tens ] | tens
    tens      = unit join ten | unit "عشر" | teen | ten

Arabic joins by و (its own token before digits, else the first letter of the word), English by
“and”, a hyphen or nothing. What a number counts is not looked at here (see `quantities`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from factcheck.detection.digits import read_number
from factcheck.detection.lexicon import Entry
from factcheck.detection.tokens import NUMBER, Tokens

ONE = Decimal(1)
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


_Part = tuple[Decimal, Decimal, int]
"""(value, smallest scale, token after)."""


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
    """The grammar over one text; every method answers None when its rule does not fit."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.words = tokens.words

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
        part = self._part(place, self.words[place].lead)
        if part is None:
            return None
        value, scale, after = self._add_parts(part)
        value, scale, after = self._add_point(value, scale, after)
        value, scale, after = self._add_fraction(value, scale, after)
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

    # joining

    def _joined(self, place: int) -> tuple[int, int] | None:
        """(token, lead) of what is joined at `place` by و, and, or a hyphen."""
        word = self.tokens.word(place)
        if word.lead == 1 and word.key[0] == "و":
            return place, 1
        if word.key in ("و", "and") or (word.key == "-" and self.tokens.is_glued(place)):
            return place + 1, 0
        return None

    def _sense(self, place: int, lead: int = 0) -> Entry | None:
        """The number sense of a word in the middle of a phrase."""
        word = self.tokens.word(place)
        if word.lead != lead or word.has_article:
            return None
        return word.senses.get("number")

    # groups below one thousand

    def _group(self, place: int, lead: int) -> tuple[Decimal, int] | None:
        entry = self._first_sense(place, lead)
        if entry is None:
            return None
        if entry.kind == "hundred":
            return self._after_hundred(entry.number, place + 1)
        following = self._sense(place + 1)
        if entry.kind in ("unit", "teen") and following and following.number in (12, 100):
            return self._after_hundred(entry.number * following.number, place + 2)
        return self._below_hundred(place, lead)

    def _first_sense(self, place: int, lead: int) -> Entry | None:
        word = self.tokens.word(place)
        return word.senses.get("number") if word.lead == lead else None

    def _after_hundred(self, value: Decimal, place: int) -> tuple[Decimal, int]:
        joined = self._joined(place)
        if joined and self._is_word(place):
            tens = self._below_hundred(*joined)
        else:
            tens = self._below_hundred(place, 0)
        return (value + tens[0], tens[1]) if tens and value % 100 == 0 else (value, place)

    def _is_word(self, place: int) -> bool:
        return self.tokens.word(place).key != "-"

    def _below_hundred(self, place: int, lead: int) -> tuple[Decimal, int] | None:
        entry = self._first_sense(place, lead)
        if entry is None or entry.kind not in ("unit", "ten", "teen", "tens", "zero", "dozen"):
            return None
        if entry.kind == "unit":
            return self._after_unit(entry, place + 1)
        if entry.kind == "tens" and entry.form.isascii():
            unit_place = place + 1 + (self.tokens.key(place + 1) == "-")
            unit = self._sense(unit_place)
            if unit and unit.kind == "unit":
                return entry.number + unit.number, unit_place + 1
        return entry.number, place + 1

    def _after_unit(self, unit: Entry, place: int) -> tuple[Decimal, int]:
        ten = self._sense(place)
        if ten and ten.kind == "ten":
            return unit.number + ten.number, place + 1
        joined = self._joined(place)
        tens = self._sense(*joined) if joined else None
        if joined and tens and tens.kind == "tens" and not tens.form.isascii():
            return unit.number + tens.number, joined[0] + 1
        return unit.number, place

    # parts

    def _part(self, place: int, lead: int) -> _Part | None:
        word = self.tokens.word(place)
        if word.kind == NUMBER:
            number = read_number(self.tokens, place)
            return self._scaled(number[0], number[1], is_digits=True) if number else None
        entry = self._first_sense(place, lead)
        if entry is None:
            return self._fraction_of_scale(place, lead)
        if entry.kind == "dual":
            return entry.number, entry.number / 2, place + 1
        if entry.kind in ("scale", "scale_or_dual"):
            return self._bare_scale(entry, place + 1)
        group = self._group(place, lead)
        return self._scaled(*group) if group else None

    def _scaled(self, value: Decimal, place: int, *, is_digits: bool = False) -> _Part:
        scale = ONE
        while (entry := self._scale(place, is_digits=is_digits)) is not None:
            value *= entry.number
            scale *= entry.number
            place += 1
            is_digits = False
        return value, scale, place

    def _scale(self, place: int, *, is_digits: bool) -> Entry | None:
        word = self.tokens.word(place)
        entry = word.senses.get("number")
        if entry is None or word.lead:
            return None
        if entry.kind == "glued_scale":
            return entry if is_digits and self.tokens.is_glued(place) else None
        if entry.kind == "hundred" and is_digits and entry.number == 100:
            return entry
        return entry if entry.kind in ("scale", "scale_or_dual", "dozen") else None

    def _bare_scale(self, entry: Entry, place: int) -> _Part:
        value = entry.number
        if entry.kind == "scale_or_dual" and self._is_noun(place):
            value *= 2
        scaled, scale, after = self._scaled(value, place)
        return scaled, scale * entry.number, after

    def _is_noun(self, place: int) -> bool:
        """Whether an Arabic word that may be counted stands at `place`."""
        word = self.tokens.word(place)
        return (
            "ء" <= word.key[0] <= "ي"
            and word.key[0] != "و"
            and not word.lead
            and not word.has_article
            and "stop" not in word.senses
            and "number" not in word.senses
        )

    def _fraction_of_scale(self, place: int, lead: int) -> _Part | None:
        """نصف مليون, half a million."""
        word = self.tokens.word(place)
        fraction = word.senses.get("fraction")
        if fraction is None or word.lead != lead or fraction.kind == "plural":
            return None
        after = place + 1 + (self.tokens.key(place + 1) in ("a", "of"))
        scale = self.tokens.word(after).senses.get("number")
        if scale is None or scale.kind not in ("scale", "scale_or_dual", "hundred", "dozen"):
            return None
        if self.tokens.word(after).lead:
            return None
        return fraction.number * scale.number, scale.number, after + 1

    def _add_parts(self, part: _Part) -> _Part:
        value, scale, place = part
        while True:
            following = self._next_part(place, scale)
            if following is None:
                return self._add_classical(value, scale, place)
            value += following[0]
            scale, place = following[1], following[2]

    def _next_part(self, place: int, scale: Decimal) -> _Part | None:
        """A smaller part joined at `place`; English may join by nothing."""
        if scale == ONE:
            return None
        joined = self._joined(place)
        if joined is None:
            if not self._goes_on_bare(place):
                return None
            joined = place, 0
        if self.tokens.key(place) == "-":
            return None
        part = self._part(*joined)
        if part is None or not part[0] < scale or part[0] != int(part[0]):
            return None
        return part

    def _goes_on_bare(self, place: int) -> bool:
        """Two thousand five, and in dialect ألف خمسمية."""
        entry = self._sense(place)
        if entry is None:
            return False
        following = self._sense(place + 1)
        is_hundred = entry.kind == "hundred" or (
            entry.kind == "unit" and following is not None and following.kind == "hundred"
        )
        return entry.form.isascii() or is_hundred

    def _add_classical(self, value: Decimal, scale: Decimal, place: int) -> _Part:
        """Years spelled upwards: خمس وسبعين وتسعمائة وألف."""
        if scale != ONE or not 0 < value < 100 or self.words[place - 1].kind == NUMBER:
            return value, scale, place
        joined = self._joined(place)
        hundreds = self._sense(*joined) if joined else None
        if joined is None or hundreds is None or hundreds.kind != "hundred":
            return value, scale, place
        thousand = self._joined(joined[0] + 1)
        entry = self._sense(*thousand) if thousand else None
        if thousand is None or entry is None or entry.number not in (1000, 2000):
            return value, scale, place
        return value + hundreds.number + entry.number, entry.number, thousand[0] + 1

    def _add_point(self, value: Decimal, scale: Decimal, place: int) -> _Part:
        """Decimals in words: ثلاثة فاصلة خمسة, three point five."""
        point = self.tokens.word(place).senses.get("decimal")
        if point is None or scale != ONE or value != int(value):
            return value, scale, place
        part = self._part(place + 1, 0)
        if part is None or (part[1] != ONE and part[0] % part[1]):
            return value, scale, place
        digits, scale, after = part
        decimals = str(int(digits / scale))
        return (value + Decimal(f"0.{decimals}")) * scale, scale, after

    def _add_fraction(self, value: Decimal, scale: Decimal, place: int) -> _Part:
        """مليون ونصف المليون, ثلاثة ونصف مليون, two and a half million."""
        joined = self._joined(place)
        if joined is None:
            return value, scale, place
        at, lead = joined
        at += self.tokens.key(at) in ("a", "one") and not lead
        fraction = self._simple_fraction(at, lead)
        if fraction is None:
            return value, scale, place
        amount, after = fraction
        word = self.tokens.word(after)
        entry = None if word.lead else word.senses.get("number")
        if entry and entry.kind in ("scale", "scale_or_dual"):
            if scale == ONE and not word.has_article:
                return (value + amount) * entry.number, entry.number, after + 1
            if entry.number == scale and word.has_article:
                after += 1
        return value + amount * scale, scale, after

    # fractions and magnitudes

    def _simple_fraction(self, place: int, lead: int) -> tuple[Decimal, int] | None:
        """A fraction word, or a unit with one: ربع, ثلثا, ثلاثة أرباع, two thirds, 3/4 in words."""
        word = self.tokens.word(place)
        if word.lead != lead:
            return None
        unit = word.senses.get("number")
        after = place + 1 + (self.tokens.key(place + 1) == "-")
        many = self.tokens.word(after).senses.get("fraction")
        if unit and many and self._are_parts(unit, many) and not self.tokens.word(after).lead:
            return unit.number * many.number, after + 1
        fraction = word.senses.get("fraction")
        if fraction is None or fraction.kind == "plural" or unit:
            return None
        return fraction.number, place + 1

    @staticmethod
    def _are_parts(unit: Entry, part: Entry) -> bool:
        is_third = unit.number == 1 and part.form.isascii()
        return unit.kind == "unit" and (part.kind == "plural" or is_third)

    def _fraction(self, place: int) -> Chunk | None:
        word = self.words[place]
        simple = self._simple_fraction(place, word.lead)
        if simple is None:
            simple = self._part_of_whole(place)
        if simple is None:
            return None
        value, after = simple
        scaled = self._fraction_of_scale(place, word.lead)
        if scaled is None and after - place > 1:
            entry = self.tokens.word(after).senses.get("number")
            if entry and entry.kind in ("scale", "scale_or_dual") and not self.words[after].lead:
                scaled = value * entry.number, entry.number, after + 1
        if scaled is not None:
            return self._made(place, scaled[2], scaled[0], Form.WORDS, scaled[1])
        return self._made(place, after, value, Form.FRACTION)

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
        entry = self._sense(place + 1)
        if entry is None or entry.kind not in ("hundred", "scale", "dozen"):
            return None
        return self._number(place + 1, first=place)


def inside(chunks: list[Chunk], taken: set[int]) -> Iterator[Chunk]:
    """The chunks of which no token is in `taken`."""
    return (
        chunk for chunk in chunks if not any(at in taken for at in range(chunk.first, chunk.last))
    )
