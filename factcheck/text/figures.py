"""What a claim states beside what the checker found: numbers and dates, and how far apart they are.

Tolerances, the same wherever a figure is shown:

* The claimed words set the grain. `10 آلاف` speaks in thousands, `3.5 million` in hundred
  thousands, `10,243` in ones. A found number that rounds to the claimed one (half a grain either
  way) is *within tolerance*.
* "About" (نحو, `~`) allows for 10 % of the claimed number either way, or for a date for one step
  of its precision (a day, a month, a year).
* "More than", "at least", "less than", "at most" are bounds: what lies beyond them agrees, without
  any further tolerance.
* Dates are compared at the coarser of both precisions: June 2024 agrees with 19 June 2024.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from factcheck.domain.errors import N_, InvalidInputError
from factcheck.domain.figure import Comparator, Figure
from factcheck.text.folding import fold_key
from factcheck.text.readings import Number, Period, read_number, read_period

ABOUT_SHARE = Decimal("0.1")
"""How far "about" reaches, as a share of the claimed number."""

NOTHING_GIVEN = N_("One of the two values is missing.")
OTHER_UNITS = N_("The two values have different units.")
OTHER_NATURES = N_("One value is a number, the other a date.")
UNREADABLE_FIGURE = N_("One of the two values could not be read.")
LEFT_OPEN = N_("The found value is not exact enough to decide.")
BY_ROUNDING = N_("The claimed number is the found one, rounded.")
BY_ABOUT = N_("“About” allows for 10 percent either way.")
BY_ABOUT_DATE = N_("“About” allows for one day, month or year either way.")

_ENDLESS = Decimal("Infinity")


class Agreement(StrEnum):
    """How a found figure stands to the claimed one."""

    AGREES = "agrees"
    WITHIN_TOLERANCE = "within_tolerance"
    DIFFERS = "differs"
    NOT_COMPARABLE = "not_comparable"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outcome of comparing two figures.

    `difference` is found minus claimed: in the unit of the figures, or in days where `in_days`. Of
    ranges and periods the nearest ends count, so it is 0 where they touch. `percent` is the
    difference as a share of the claimed number, None for dates and for a claimed 0. `reason` is a
    msgid: why they cannot be compared, or which tolerance covers them; empty otherwise.
    """

    agreement: Agreement
    difference: Decimal | None = None
    percent: Decimal | None = None
    in_days: bool = False
    reason: str = ""


def read_value(text: str) -> Number | Period:
    """Read the value of a figure: a number, a range, a date or an interval.

    Four bare digits are a number here; beside a date, `compare` takes them for a year.

    Raises:
        InvalidInputError: It is neither, with a sentence.
    """
    return read_period(text) if _is_date(text) else read_number(text)


def compare(claimed: Figure, found: Figure) -> Comparison:
    """Say how `found` stands to `claimed`; never raises, what cannot be read is not comparable."""
    if not claimed or not found:
        return _not_comparable(NOTHING_GIVEN)
    try:
        stated, actual = read_value(claimed.value), read_value(found.value)
        if isinstance(stated, Period) != isinstance(actual, Period):
            stated, actual = _as_period(claimed, stated), _as_period(found, actual)
    except InvalidInputError:
        return _not_comparable(UNREADABLE_FIGURE)
    if isinstance(stated, Period) and isinstance(actual, Period):
        return _compare_periods(stated, actual, claimed.comparator, found.comparator)
    if isinstance(stated, Number) and isinstance(actual, Number):
        return _compare_numbers((claimed, stated), (found, actual))
    return _not_comparable(OTHER_NATURES)


def _not_comparable(reason: str) -> Comparison:
    return Comparison(Agreement.NOT_COMPARABLE, reason=reason)


def _is_date(text: str) -> bool:
    try:
        period = read_period(text)
    except InvalidInputError:
        return False
    return period.precision != "year" or not text.strip().isdigit()


def _as_period(figure: Figure, reading: Number | Period) -> Number | Period:
    """Take a bare year beside a date for a year."""
    if isinstance(reading, Number) and reading.could_be_year:
        return read_period(figure.value)
    return reading


@dataclass(frozen=True, slots=True)
class _Span:
    """The numbers from `low` to `high`; an open end is not included."""

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    def holds(self, other: "_Span") -> bool:
        reaches_low = other.low > self.low or (
            other.low == self.low and (other.low_open or not self.low_open)
        )
        reaches_high = other.high < self.high or (
            other.high == self.high and (other.high_open or not self.high_open)
        )
        return reaches_low and reaches_high

    def meets(self, other: "_Span") -> bool:
        return not (self.ends_before(other) or other.ends_before(self))

    def ends_before(self, other: "_Span") -> bool:
        return self.high < other.low or (
            self.high == other.low and (self.high_open or other.low_open)
        )

    def gap_to(self, other: "_Span") -> Decimal:
        """Return `other` minus this one between the nearest ends, 0 where they overlap."""
        if other.low > self.high:
            return other.low - self.high
        if other.high < self.low:
            return other.high - self.low
        return Decimal(0)

    def widened(self, slack: Decimal) -> "_Span":
        return _Span(self.low - slack, self.high + slack)


_BOUNDS: dict[Comparator, Callable[[_Span], _Span]] = {
    Comparator.MORE: lambda span: _Span(span.high, _ENDLESS, low_open=True),
    Comparator.AT_LEAST: lambda span: _Span(span.low, _ENDLESS),
    Comparator.LESS: lambda span: _Span(-_ENDLESS, span.low, high_open=True),
    Comparator.AT_MOST: lambda span: _Span(-_ENDLESS, span.high),
}


def _meant(span: _Span, comparator: Comparator) -> _Span:
    """Return the values that satisfy a figure taken literally; "about" is no literal bound."""
    bound = _BOUNDS.get(comparator)
    return bound(span) if bound else span


def _judge(
    meant: _Span, tolerances: tuple[tuple[_Span, str], ...], actual: _Span
) -> tuple[Agreement, str]:
    """Return the agreement, and the reason of the first tolerance that covers the found values."""
    if meant.holds(actual):
        return Agreement.AGREES, ""
    for span, reason in tolerances:
        if span.holds(actual):
            return Agreement.WITHIN_TOLERANCE, reason
    if any(span.meets(actual) for span in (meant, *(span for span, _ in tolerances))):
        return Agreement.NOT_COMPARABLE, LEFT_OPEN
    return Agreement.DIFFERS, ""


def _compare_numbers(claimed: tuple[Figure, Number], found: tuple[Figure, Number]) -> Comparison:
    units = {fold_key(figure.unit or number.unit).strip() for figure, number in (claimed, found)}
    if len(units - {""}) > 1:
        return _not_comparable(OTHER_UNITS)
    stated, actual = claimed[1], found[1]
    comparator = _comparator(*claimed)
    first, second = _Span(stated.low, stated.high), _Span(actual.low, actual.high)
    agreement, reason = _judge(
        _meant(first, comparator),
        _number_tolerances(first, stated.grain, comparator),
        _meant(second, _comparator(*found)),
    )
    difference = first.gap_to(second)
    nearest = abs(stated.high if difference > 0 else stated.low)
    percent = difference / nearest * 100 if nearest else None
    return Comparison(agreement, difference, percent, reason=reason)


def _comparator(figure: Figure, number: Number) -> Comparator:
    """Return the comparator chosen for the figure, or else the one its words begin with."""
    return number.comparator if figure.comparator is Comparator.EXACT else figure.comparator


def _number_tolerances(
    span: _Span, grain: Decimal, comparator: Comparator
) -> tuple[tuple[_Span, str], ...]:
    if comparator in _BOUNDS:
        return ()
    rounded = (span.widened(grain / 2), BY_ROUNDING)
    if comparator is Comparator.EXACT:
        return (rounded,)
    slack = ABOUT_SHARE * max(abs(span.low), abs(span.high))
    return (rounded, (span.widened(slack), BY_ABOUT))


def _compare_periods(
    stated: Period, actual: Period, claimed: Comparator, found: Comparator
) -> Comparison:
    precision = stated.coarser(actual)
    stated, actual = stated.widened(precision), actual.widened(precision)
    first, second = _days(stated), _days(actual)
    about = ((_days(stated.stretched()), BY_ABOUT_DATE),) if claimed is Comparator.ABOUT else ()
    agreement, reason = _judge(_meant(first, claimed), about, _meant(second, found))
    return Comparison(agreement, first.gap_to(second), in_days=True, reason=reason)


def _days(period: Period) -> _Span:
    return _Span(Decimal(period.first.toordinal()), Decimal(period.last.toordinal()))
