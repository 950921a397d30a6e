"""Reading the value of a figure: one number, a range of numbers, a date or a period.

Digits of all sets; separators of thousands and decimals as they are used from Rabat to Baghdad;
scale words (`10 آلاف`, `3.5 million`, `مليون ونصف`); a word of comparison before the number.
Numbers spelt out in words are left to detection.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from math import prod

from factcheck.domain.errors import N_, InvalidInputError
from factcheck.domain.figure import Comparator
from factcheck.text.dates import parse_partial_date
from factcheck.text.folding import fold_key

UNREADABLE = N_(
    "“{text}” could not be read as a number or a date."
    " Write it like 10000, 10 thousand, 3.5 million, 20-30, 85% or 2025-07-11."
)
_LONGEST = 120
_PRECISIONS = ("day", "month", "year")


@dataclass(frozen=True, slots=True)
class Number:
    """A number, or a range where `low` and `high` are unequal.

    `grain` is the worth of the last digit as written (`10 آلاف` → 1000, `3.5` → 0.1). `unit` is the
    word or sign written beside the number, folded. `comparator` is the one it was written with.
    """

    low: Decimal
    high: Decimal
    grain: Decimal = Decimal(1)
    unit: str = ""
    comparator: Comparator = Comparator.EXACT
    could_be_year: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, included; `precision` is `day`, `month` or `year`."""

    first: date
    last: date
    precision: str

    def coarser(self, other: "Period") -> str:
        """Return the coarser of both precisions."""
        return max(self.precision, other.precision, key=_PRECISIONS.index)

    def widened(self, precision: str) -> "Period":
        """Return the whole months or years that hold the period."""
        first, last = self.first, self.last
        if precision == "year":
            first, last = date(first.year, 1, 1), date(last.year, 12, 31)
        elif precision == "month":
            days = calendar.monthrange(last.year, last.month)[1]
            first, last = first.replace(day=1), last.replace(day=days)
        return Period(first, last, precision)

    def stretched(self) -> "Period":
        """Return the period with one more step of its precision on either side."""
        try:
            edges = self.first - timedelta(days=1), self.last + timedelta(days=1)
        except OverflowError:
            return self
        return Period(*edges, self.precision).widened(self.precision)


_COMPARATORS = {
    Comparator.ABOUT: "~ نحو حوالي زهاء قرابه تقريبا about around roughly approximately some",
    Comparator.AT_LEAST: ">= ≥ على_الاقل ما_لا_يقل_عن لا_يقل_عن at_least",
    Comparator.AT_MOST: "<= ≤ على_الاكثر ما_لا_يزيد_على لا_يزيد_على كحد_اقصى at_most up_to",
    Comparator.MORE: "> اكثر_من ازيد_من ما_يزيد_على ما_يزيد_عن more_than over",
    Comparator.LESS: "< اقل_من دون less_than fewer_than under",
    Comparator.EXACT: "=",
}
_COMPARED = {
    words.replace("_", " "): comparator
    for comparator, each in _COMPARATORS.items()
    for words in each.split()
}
_SCALES = {
    100: "مئه مائه hundred",
    10**3: "الف الفا الاف thousand thousands k",
    10**6: "مليون مليونا ملايين million millions mn",
    10**9: "مليار مليارا مليارات بليون بلايين billion billions bn",
    10**12: "تريليون تريليونا تريليونات ترليون trillion trillions",
    2 * 10**3: "الفان الفين الفي",
    2 * 10**6: "مليونان مليونين مليوني",
    2 * 10**9: "ملياران مليارين ملياري",
}
_SCALE = {word: Decimal(worth) for worth, words in _SCALES.items() for word in words.split()}
_SHARES = {"نصف": Decimal("0.5"), "ربع": Decimal("0.25"), "half": Decimal("0.5")}

_DIGITS = r"\d{1,3}(?: \d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,'’]\d+)*"
_WORDS = "|".join(sorted((*_SCALE, *_SHARES), key=len, reverse=True))
_RANGE = r"\s*(?:[-–—]|\bالي\b|\bto\b|\band\b|\bو(?=[\d ]))\s*"


def _amount_pattern(n: int) -> str:
    return (
        rf"(?P<digits{n}>[+-]?(?:{_DIGITS}))?"
        rf"(?P<scale{n}>(?:\s*(?<![^\W\d])(?:{_WORDS})\b(?:\s+a\b)?)*)"
        rf"(?P<more{n}>\s+و(?:نصف|ربع)\b(?:\s+(?:المليون|المليار|الالف)\b)?)?"
    )


_VALUE = re.compile(
    r"(?:(?P<sign>[$€£%])\s*|(?:بين|ما بين|من|from|between)\s+)?"
    rf"{_amount_pattern(1)}(?:{_RANGE}{_amount_pattern(2)})?\s*(?P<unit>[^\d\s][^\d]*)?"
)
_PERCENT = re.compile(r"%|بالم[ئا]?ئه|في الم[ئا]?ئه|بالمايه|per ?cent")


def read_number(text: str) -> Number:
    """Read a number or a range of numbers, with a unit and a comparator where they are written.

    Raises:
        InvalidInputError: `text` does not begin with a number.
    """
    key = " ".join(fold_key(text).replace("−", "-").split())
    comparator, rest = _cut_comparator(re.sub(r"(?<=\d)،(?=\d)", ",", key))
    match = _VALUE.fullmatch(rest) if len(text) <= _LONGEST else None
    first = match and _amount(match, 1)
    if match is None or first is None:
        raise InvalidInputError(UNREADABLE, text=text.strip()[:_LONGEST])
    second = _amount(match, 2) or first
    if match["scale2"] and match["digits1"] and not match["scale1"]:
        worth = _worth(match["scale2"])
        first = first[0] * worth, first[1] * worth
    low, high = sorted((first[0], second[0]))
    is_bare = re.fullmatch(r"\d{4}", rest) is not None
    return Number(low, high, max(first[1], second[1]), _unit(match), comparator, is_bare)


def read_period(text: str) -> Period:
    """Read a date, or an interval of two dates (`2025-07-14/2025-07-15`, `1 مايو 2024 – 2025`).

    Raises:
        InvalidInputError: A part of it is no date.
    """
    iso = text.strip().split("/")
    parts = (
        iso
        if len(iso) == 2 and all("-" in part for part in iso)
        else re.split(r"\s*[–—]\s*|\s+-\s+|\s+إلى\s+|\s+to\s+", text.strip().removeprefix("من "))
    )
    dates = [parse_partial_date(part) for part in parts[:3]]
    first, last = dates[0].first_day(), dates[-1].last_day()
    if len(dates) > 2 or first > last:
        raise InvalidInputError(UNREADABLE, text=text.strip()[:_LONGEST])
    is_hijri_period = "/" in dates[0].iso() or "/" in dates[-1].iso()
    finest = min((each.precision for each in dates), key=_PRECISIONS.index)
    return Period(first, last, "day" if is_hijri_period else finest)


def _cut_comparator(key: str) -> tuple[Comparator, str]:
    for words in sorted(_COMPARED, key=len, reverse=True):
        if key.startswith(words) and not key[len(words) : len(words) + 1].isalpha():
            return _COMPARED[words], key[len(words) :].strip()
    return Comparator.EXACT, key


def _amount(match: re.Match[str], n: int) -> tuple[Decimal, Decimal] | None:
    """Return a number and its grain, or None where there is none."""
    digits, scale, more = match[f"digits{n}"], match[f"scale{n}"], match[f"more{n}"]
    if not digits and not scale:
        return None
    number, grain = _decimal(digits) if digits else (Decimal(1), Decimal(1))
    shares = [_SHARES[word] for word in scale.split() if word in _SHARES]
    if more:
        number += _SHARES[more.split()[0].removeprefix("و")]
    if more or shares:
        grain = min(grain, Decimal("0.1"))
    worth = _worth(scale)
    return number * prod(shares) * worth, grain * worth


def _worth(scale: str) -> Decimal:
    return prod((_SCALE[word] for word in scale.split() if word in _SCALE), start=Decimal(1))


def _decimal(digits: str) -> tuple[Decimal, Decimal]:
    """Return the number that `digits` writes and the worth of its last digit."""
    sign = -1 if digits.startswith("-") else 1
    plain = re.sub("[ '’+-]", "", digits)
    point = _decimal_point(plain)
    whole, part = (plain[:point], plain[point + 1 :]) if point >= 0 else (plain, "")
    if not all(len(group) == 3 for group in re.split("[.,]", whole)[1:]):
        raise InvalidInputError(UNREADABLE, text=digits)
    number = Decimal(f"{re.sub('[.,]', '', whole)}.{part or 0}") * sign
    return number, Decimal(1).scaleb(-len(part))


def _decimal_point(plain: str) -> int:
    """Return where the decimals begin, -1 for none.

    The last of two kinds of separator is the point; one kind used twice groups thousands; a comma
    before exactly three digits groups them too, a full stop never does.
    """
    last = max(plain.rfind("."), plain.rfind(","))
    if last < 0:
        return -1
    if "." in plain and "," in plain:
        return last
    if plain.count(plain[last]) > 1:
        return -1
    groups = plain[last] == "," and len(plain) - last == 4 and not plain.startswith("0")
    return -1 if groups else last


def _unit(match: re.Match[str]) -> str:
    unit = " ".join((match["unit"] or "").split()) or match["sign"] or ""
    return "%" if _PERCENT.fullmatch(unit) else unit
