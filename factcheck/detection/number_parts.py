"""The parts of a number in words and digits, and how they are added up.

    part      = ( digits | group ) { scale } | dual | scale | fraction scale
    group     = hundreds [ join tens ] | unit hundred [ join tens ] | tens
    tens      = unit join ten | unit "عشر" | teen | ten

Arabic joins by و (its own token before digits, else the first letter of the word), English by
“and”, a hyphen or nothing.
"""

from decimal import Decimal

from factcheck.detection.digits import read_number
from factcheck.detection.lexicon import Entry
from factcheck.detection.tokens import NUMBER, Tokens

ONE = Decimal(1)

Part = tuple[Decimal, Decimal, int]
"""(value, smallest scale used or 1, token after)."""


class PartReader:
    """The grammar over one text; every method answers None when its rule does not fit."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.words = tokens.words

    def _joined(self, place: int) -> tuple[int, int] | None:
        """(token, lead) of what is joined at `place` by و, and, or a hyphen."""
        word = self.tokens.word(place)
        if word.lead == 1 and word.key[0] == "و":
            return place, 1
        if word.key == "واحد" and self._is_ten(place + 1):
            return place, 0  # وأحد عشر folds to the letters of واحد
        if word.key in ("و", "and") or (word.key == "-" and self.tokens.is_glued(place)):
            return place + 1, 0
        return None

    def _is_ten(self, place: int) -> bool:
        ten = self.sense(place)
        return ten is not None and ten.kind == "ten"

    def sense(self, place: int, lead: int = 0) -> Entry | None:
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
        following = self.sense(place + 1)
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
            unit = self.sense(unit_place)
            if unit and unit.kind == "unit":
                return entry.number + unit.number, unit_place + 1
        return entry.number, place + 1

    def _after_unit(self, unit: Entry, place: int) -> tuple[Decimal, int]:
        ten = self.sense(place)
        if ten and ten.kind == "ten":
            return unit.number + ten.number, place + 1
        joined = self._joined(place)
        tens = self.sense(*joined) if joined else None
        if joined and tens and tens.kind == "tens" and not tens.form.isascii():
            return unit.number + tens.number, joined[0] + 1
        return unit.number, place

    # parts

    def part(self, place: int, lead: int) -> Part | None:
        """Digits or a group with its scales, a dual, a scale alone, a fraction of a scale."""
        word = self.tokens.word(place)
        if word.kind == NUMBER:
            number = read_number(self.tokens, place)
            return self._scaled(number[0], number[1], is_digits=True) if number else None
        entry = self._first_sense(place, lead)
        if entry is None:
            return self.fraction_of_scale(place, lead)
        if entry.kind == "dual":
            return entry.number, entry.number / 2, place + 1
        if entry.kind in ("scale", "scale_or_dual"):
            return self._bare_scale(entry, place + 1)
        group = self._group(place, lead)
        return self._scaled(*group) if group else None

    def _scaled(self, value: Decimal, place: int, *, is_digits: bool = False) -> Part:
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
            is_glued = is_digits and self.tokens.is_glued(place)
            return entry if is_glued and self._is_scale_letter(place) else None
        if entry.kind == "hundred" and is_digits and entry.number == 100:
            return entry
        return entry if entry.kind in ("scale", "scale_or_dual", "dozen") else None

    def _is_scale_letter(self, place: int) -> bool:
        """20m is metres but in $20m and 20m people."""
        if self.words[place].key != "m" or "currency" in self.tokens.word(place - 2).tables:
            return True
        following = self.tokens.word(place + 1)
        is_many = following.key.endswith("s") and len(following.key) > 4
        return "plural" in following.tables or (is_many and "stop" not in following.tables)

    def _bare_scale(self, entry: Entry, place: int) -> Part:
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

    def fraction_of_scale(self, place: int, lead: int) -> Part | None:
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

    def add_parts(self, part: Part) -> Part:
        """Add the smaller parts that are joined to the first one."""
        value, scale, place = part
        while True:
            following = self._next_part(place, scale)
            if following is None:
                return self._add_classical(value, scale, place)
            value += following[0]
            scale, place = following[1], following[2]

    def _next_part(self, place: int, scale: Decimal) -> Part | None:
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
        part = self.part(*joined)
        if part is None or not part[0] < scale or part[0] != int(part[0]):
            return None
        return part

    def _goes_on_bare(self, place: int) -> bool:
        """Two thousand five, and in dialect ألف خمسمية."""
        entry = self.sense(place)
        if entry is None:
            return False
        following = self.sense(place + 1)
        is_hundred = entry.kind == "hundred" or (
            entry.kind == "unit" and following is not None and following.kind == "hundred"
        )
        return entry.form.isascii() or is_hundred

    def _add_classical(self, value: Decimal, scale: Decimal, place: int) -> Part:
        """Years spelled upwards: خمس وسبعين وتسعمائة وألف."""
        if scale != ONE or not 0 < value < 100 or self.words[place - 1].kind == NUMBER:
            return value, scale, place
        joined = self._joined(place)
        hundreds = self.sense(*joined) if joined else None
        if joined is None or hundreds is None or hundreds.kind != "hundred":
            return value, scale, place
        thousand = self._joined(joined[0] + 1)
        entry = self.sense(*thousand) if thousand else None
        if thousand is None or entry is None or entry.number not in (1000, 2000):
            return value, scale, place
        return value + hundreds.number + entry.number, entry.number, thousand[0] + 1

    def add_point(self, value: Decimal, scale: Decimal, place: int) -> Part:
        """Decimals in words: ثلاثة فاصلة خمسة, three point five."""
        point = self.tokens.word(place).senses.get("decimal")
        if point is None or scale != ONE or value != int(value):
            return value, scale, place
        part = self.part(place + 1, 0)
        if part is None or (part[1] != ONE and part[0] % part[1]):
            return value, scale, place
        digits, scale, after = part
        decimals = str(int(digits / scale))
        return (value + Decimal(f"0.{decimals}")) * scale, scale, after

    def add_fraction(self, value: Decimal, scale: Decimal, place: int) -> Part:
        """مليون ونصف المليون, ثلاثة ونصف مليون, two and a half million."""
        joined = self._joined(place)
        if joined is None:
            return value, scale, place
        at, lead = joined
        at += self.tokens.key(at) in ("a", "one") and not lead
        fraction = self.simple_fraction(at, lead)
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

    def simple_fraction(self, place: int, lead: int) -> tuple[Decimal, int] | None:
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
