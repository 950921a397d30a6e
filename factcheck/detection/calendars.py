"""Calendar arithmetic: what days a year, a month, a quarter or "three weeks ago" covers.

Days are `datetime.date`, periods are inclusive at both ends, weeks are ISO weeks (Monday to
Sunday). Hijri dates follow the Umm al-Qura calendar; sightings may differ from it by a day.
"""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache

HIJRI_YEARS = range(1343, 1501)
"""The years that the Umm al-Qura tables of hijridate cover."""

_HIJRI_EPOCH = 227015
_MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "year": 12}


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, inclusive; `is_approximate` when the calendar was only computed."""

    start: date
    end: date
    is_approximate: bool = False

    def distance(self, day: date) -> int:
        """Days between the period and `day`; 0 inside, negative when the period is over."""
        if day > self.end:
            return (self.end - day).days
        return max(0, (self.start - day).days)


def day_period(year: int, month: int, day: int, calendar: str) -> Period | None:
    """One day; None when there is no such day."""
    if calendar == "hijri":
        return _hijri_days(year, month, day, day)
    if not MINYEAR <= year <= MAXYEAR or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return Period(date(year, month, day), date(year, month, day))


def month_period(year: int, month: int, calendar: str, months: int = 1) -> Period | None:
    """A month, or `months` of them from that month on."""
    if calendar == "hijri":
        return _hijri_days(year, month, 1, None)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    last = month + months - 1
    return Period(date(year, month, 1), date(year, last, monthrange(year, last)[1]))


def year_period(year: int, calendar: str, years: int = 1) -> Period | None:
    """A year, or `years` of them."""
    if calendar == "hijri":
        first, last = _hijri_days(year, 1, 1, None), _hijri_days(year + years - 1, 12, 1, None)
        return Period(first.start, last.end, first.is_approximate) if first and last else None
    if not MINYEAR <= year <= MAXYEAR - years + 1:
        return None
    return Period(date(year, 1, 1), date(year + years - 1, 12, 31))


def shifted(day: date, grain: str, amount: int) -> Period | None:
    """The day, week, month, quarter, half, year or decade that holds `day` moved by `amount`."""
    try:
        if grain in ("day", "week"):
            day += timedelta(days=amount * (7 if grain == "week" else 1))
            return Period(day, day) if grain == "day" else week_of(day)
        if grain == "decade":
            return year_period(day.year - day.year % 10 + 10 * amount, "gregorian", 10)
        from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - slow to import

        months = _MONTHS_OF[grain]
        day += relativedelta(months=amount * months)
    except (OverflowError, ValueError):
        return None
    first = (day.month - 1) // months * months + 1
    return month_period(day.year, first, "gregorian", months)


def week_of(day: date) -> Period:
    """The ISO week that holds `day`."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6))


def choose(
    periods: list[Period], reference: date, direction: int | None, prefer: str
) -> Period | None:
    """The one of several yearly occurrences that is meant.

    `direction` -1 and 1 take the last before and the first after `reference`, 0 the one of its
    year; None follows `prefer`: `nearest` (the past one in doubt), `past`, `future`.
    """
    wanted = _wanted(direction, prefer)
    fitting = [period for period in periods if wanted(period.distance(reference), period)]
    if direction == 0:
        fitting = [period for period in periods if period.start.year == reference.year]
    if not fitting:
        return None
    return min(fitting, key=lambda period: (abs(period.distance(reference)), period.start))


def _wanted(direction: int | None, prefer: str) -> Callable[[int, Period], bool]:
    if direction is not None and direction < 0:
        return lambda distance, _: distance < 0
    if direction is not None and direction > 0:
        return lambda distance, _: distance > 0
    if direction is None and prefer == "past":
        return lambda distance, _: distance <= 0
    if direction is None and prefer == "future":
        return lambda distance, _: distance >= 0
    return lambda _, __: True


@lru_cache(maxsize=1024)
def hijri_year_of(day: date) -> int:
    """The Hijri year that holds a Gregorian day, close enough to look for occurrences around."""
    return int((day.toordinal() - _HIJRI_EPOCH) / 354.36667) + 1


@lru_cache(maxsize=1024)
def _hijri_days(year: int, month: int, first: int, last: int | None) -> Period | None:
    """Days `first` to `last` (None: the end) of a Hijri month."""
    if year in HIJRI_YEARS:
        from hijridate import Hijri  # noqa: PLC0415 - 12 ms that most texts never need

        length = Hijri(year, month, 1).month_length()
        if first > length:
            return None
        start = Hijri(year, month, first).to_gregorian()
        days = (length if last is None else last) - first
        start_day = date(start.year, start.month, start.day)
        return Period(start_day, start_day + timedelta(days=days))
    return _computed_hijri(year, month, first, last)


def _computed_hijri(year: int, month: int, first: int, last: int | None) -> Period | None:
    """Outside the tables: the arithmetical calendar of 30 years, good to a day or two."""
    length = 30 if month % 2 == 1 else 29
    before = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    ordinal = _HIJRI_EPOCH + before + first - 1
    days = (length if last is None else last) - first
    if ordinal < 1 or ordinal + days > date.max.toordinal() or first > 30:
        return None
    return Period(date.fromordinal(ordinal), date.fromordinal(ordinal + days), is_approximate=True)
