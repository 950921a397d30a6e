"""A date as it is written, and the days it means once the day of publication is known."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from factcheck.detection.calendars import (
    Period,
    choose,
    day_period,
    hijri_year_of,
    month_period,
    shifted,
    week_of,
    year_period,
)
from factcheck.detection.items import frozen
from factcheck.detection.measures import Mark
from factcheck.domain.errors import N_

NO_REFERENCE = N_("The day of publication is not known, so this date cannot be placed.")
NO_SUCH_DAY = N_("There is no such day in the calendar.")
COMPUTED = N_("This Hijri year lies outside the published tables; the day may be off by two.")

PREFERENCES = frozenset({"nearest", "past", "future"})
"""Which occurrence a date without year may mean."""

_SEASON_MONTHS = {1: 12, 2: 3, 3: 6, 4: 9}


# Not frozen: setting seventeen fields through a frozen class takes four times as long.
@dataclass(slots=True)
class When:
    """A date phrase; tokens `first` to `last`, `lead` letters of the first left outside.

    `grain` is the precision (day week month quarter half season year decade). What is not said
    is None. `part` numbers the quarter, half, season or week of its `base` or year, or counts
    its first months. `offset` counts grains from the day of publication; `direction` (-1, 0, 1)
    picks the occurrence of a date without year. `until` is the end of a range.
    """

    first: int
    last: int
    lead: int = 0
    grain: str = "day"
    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    calendar: str = "gregorian"
    part: int | None = None
    offset: int | None = None
    direction: int | None = None
    mod: str | None = None
    base: "When | None" = None
    until: "When | None" = None
    parts: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def is_placed(self) -> bool:
        """Whether the day of publication alone places it."""
        return self.offset is not None or self.direction is not None

    @property
    def is_relative(self) -> bool:
        """Whether the day of publication is needed to place it."""
        if self.until is not None:
            return self.until.is_relative or replace(self, until=None).is_relative
        if self.base is not None:
            return self.base.is_relative
        return self.year is None


@dataclass(frozen=True, slots=True)
class Resolver:
    """Turns phrases into days. `reference` is the day of publication or None."""

    reference: date | None
    prefer: str = "nearest"

    def value(self, when: When) -> Mapping[str, object]:
        """The value of a date item, see `items.Item`."""
        period, reason = self._placed(when)
        values: dict[str, object] = {
            "start": period.start.isoformat() if period else None,
            "end": period.end.isoformat() if period else None,
            "precision": _precision(when),
            "calendar": when.calendar,
            "relative": when.is_relative,
            "mod": when.mod,
        }
        if reason:
            values["reason"] = reason
        return frozen(**values)

    def period(self, when: When) -> Period | None:
        """The days meant, None when they cannot be told."""
        if when.until is not None:
            return self._range(when, when.until)
        if when.base is not None:
            return self._within(when, when.base)
        if when.offset is not None:
            return shifted(self.reference, when.grain, when.offset) if self.reference else None
        if when.year is not None:
            return _absolute(when, when.year)
        return self._occurrence(when)

    def _placed(self, when: When) -> tuple[Period | None, str]:
        period = self.period(when)
        if period is None:
            return None, NO_REFERENCE if when.is_relative and not self.reference else NO_SUCH_DAY
        return period, COMPUTED if period.is_approximate else ""

    def _range(self, when: When, until: When) -> Period | None:
        first, last = self.period(replace(when, until=None)), self.period(until)
        if first is None or last is None:
            return None
        if first.start > last.end and when.year is None and when.base is None:
            first = self._before(replace(when, until=None), last)
        if first is None or first.start > last.end:
            return None
        return Period(first.start, last.end, first.is_approximate or last.is_approximate)

    def _before(self, when: When, last: Period) -> Period | None:
        """The last occurrence of a range's start that is not after its end."""
        return replace(self, reference=last.end, prefer="past").period(
            replace(when, direction=None)
        )

    def _within(self, when: When, base: When) -> Period | None:
        """A day, month or part of a period that is said by itself (يوليو من العام الماضي)."""
        whole = self.period(base)
        if whole is None:
            return None
        if when.part is not None:
            return _part(when, whole)
        if when.weekday is not None and when.month is None:
            day = whole.start + timedelta(days=when.weekday)
            return Period(day, day)
        if when.month is None and when.day is not None:
            return day_period(whole.start.year, whole.start.month, when.day, "gregorian")
        return _absolute(replace(when, base=None), whole.start.year)

    def _occurrence(self, when: When) -> Period | None:
        """A date without year: the occurrence that is meant."""
        if self.reference is None:
            return None
        if when.weekday is not None and when.day is None and when.month is None:
            return self._weekday(self.reference, when)
        if when.month is None and when.day is not None:
            return self._day_of_month(self.reference, when)
        hijri = when.calendar == "hijri"
        year = hijri_year_of(self.reference) if hijri else self.reference.year
        periods = [_absolute(when, year + step) for step in (-2, -1, 0, 1, 2)]
        if when.month == 2 and when.day == 29 and not hijri:
            periods = [_absolute(when, year + step) for step in range(-8, 9)]
        found = [period for period in periods if period is not None]
        return choose(found, self.reference, when.direction, self.prefer)

    def _day_of_month(self, reference: date, when: When) -> Period | None:
        months = [shifted(reference, "month", step) for step in (-1, 0, 1)]
        days = [
            day_period(month.start.year, month.start.month, when.day or 1, "gregorian")
            for month in months
            if month is not None
        ]
        found = [day for day in days if day is not None]
        if when.direction == 0:
            found = found[1:2]
        return choose(found, reference, when.direction or None, self.prefer)

    def _weekday(self, reference: date, when: When) -> Period:
        """The latest such day not after the publication, or as الماضي and المقبل say."""
        behind = (reference.weekday() - (when.weekday or 0)) % 7
        direction = when.direction
        if direction == 0:
            day = week_of(reference).start + timedelta(days=when.weekday or 0)
        elif direction == 1 or (direction is None and self.prefer == "future"):
            day = reference + timedelta(days=7 - behind)
        elif direction is None:
            day = reference - timedelta(days=behind)
        else:
            day = reference - timedelta(days=behind or 7)
        return Period(day, day)


def _precision(when: When) -> str:
    grains = {when.grain, when.until.grain} if when.until else {when.grain}
    grain = when.until.grain if when.until and len(grains) > 1 else when.grain
    return "quarter" if grain == "season" else grain


def _absolute(when: When, year: int) -> Period | None:
    """The days of a phrase in a given year."""
    if when.part is not None:
        whole = year_period(year, when.calendar)
        return _part(when, whole) if whole else None
    if when.month is None:
        return year_period(year, when.calendar, 10 if when.grain == "decade" else 1)
    if when.day is None:
        return month_period(year, when.month, when.calendar)
    return day_period(year, when.month, when.day, when.calendar)


def _part(when: When, whole: Period) -> Period | None:
    """A quarter, half, season or week of a year or month, or its first months."""
    number, year = when.part or 1, whole.start.year
    if when.grain == "season":
        start = _SEASON_MONTHS[number]
        first = month_period(year, start, "gregorian")
        last = month_period(year + (start == 12), (start + 1) % 12 + 1, "gregorian")
        return Period(first.start, last.end) if first and last else None
    if when.grain == "week":
        start_day = whole.start + timedelta(days=7 * (number - 1))
        return Period(start_day, min(start_day + timedelta(days=6), whole.end))
    if when.grain == "day":
        return _half_of_month(number, whole)
    if when.grain == "month":
        return month_period(year, 1, "gregorian", number) if 1 <= number <= 12 else None
    months = 3 if when.grain == "quarter" else 6
    first_month = (number - 1) * months + 1
    return month_period(year, first_month, "gregorian", months) if first_month <= 12 else None


def _half_of_month(number: int, whole: Period) -> Period:
    middle = whole.start + timedelta(days=14)
    if number == 1:
        return Period(whole.start, middle)
    return Period(middle + timedelta(days=1), whole.end)
