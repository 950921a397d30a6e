"""Dates as people type them: whole or partial, Gregorian or Hijri, in any digits.

Read are ISO dates (`2025-07`), day, month and year in this order (`11/7/2025`), and month names
of all families (`12 شوال 1446`, `كانون الثاني 2025`, `July 11, 2025`). A year is always needed, in
four digits. A year counts as Hijri only where a Hijri month or a mark (`هـ`, `AH`) says so. Hijri
dates are converted by the Umm al-Qura calendar (years 1343 to 1500), which `hijridate` holds.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from factcheck.domain.errors import N_, InvalidInputError
from factcheck.text.folding import fold_key
from factcheck.text.months import Calendar, month_of

if TYPE_CHECKING:
    from hijridate import Hijri

UNREADABLE = N_(
    "“{text}” could not be read as a date."
    " Write it like 2025-07-11, 11/7/2025, 11 July 2025 or 12 Shawwal 1446; month and day may be"
    " left out."
)
NO_SUCH_DAY = N_("There is no such day as “{text}”. Check day, month and year.")

_LONGEST = 80
_ERA = re.compile(
    r"\s*\b(هـ|ه|ه\.|للهجره|هجري|هجريه|م|ميلادي|ميلاديه|للميلاد|ah|a\.h\.|ad|a\.d\.|ce)\.?$"
)
_HIJRI_ERAS = ("ه", "لله", "هجر", "ah", "a.h")
_FILLERS = re.compile(
    r"\b(?:يوم|يومي|شهر|عام|سنه|العام|سنة|من|في|الموافق|تاريخ|on|in|the|of|year"
    r"|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الاحد"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
_YEAR_FIRST = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_DAY_FIRST = re.compile(r"(?:(\d{1,2})[-/.])?(\d{1,2})[-/.](\d{4})")
_NAMED = re.compile(r"(?:(\d{1,2}) )?(\D[^\d]*?(?: [12](?!\d))?(?:/\D+?(?: [12](?!\d))?)?) (\d{4})")
_ENGLISH_ORDER = re.compile(r"([a-z]+\.?) (\d{1,2})(?:st|nd|rd|th)? (\d{4})")
_ORDINAL = re.compile(r"(\d)(?:st|nd|rd|th)\b")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month or a year of `calendar`; `original` is the text it was read from.

    `year`, `month` and `day` are those of `calendar`, not converted; `day` implies `month`.
    """

    year: int
    month: int | None = None
    day: int | None = None
    calendar: Calendar = Calendar.GREGORIAN
    original: str = ""

    @property
    def precision(self) -> str:
        """`day`, `month` or `year`."""
        return "day" if self.day else "month" if self.month else "year"

    def first_day(self) -> date:
        """Return the first day of the period, Gregorian."""
        month, day = self.month or 1, self.day or 1
        if self.calendar is Calendar.HIJRI:
            return _gregorian(_hijri(self.year, month, day))
        return date(self.year, month, day)

    def last_day(self) -> date:
        """Return the last day of the period, Gregorian, included in it."""
        if self.day:
            return self.first_day()
        month = self.month or 12
        if self.calendar is Calendar.HIJRI:
            start = _hijri(self.year, month, 1)
            return _gregorian(start) + timedelta(days=start.month_length() - 1)
        return date(self.year, month, calendar.monthrange(self.year, month)[1])

    def iso(self) -> str:
        """Return the date in ISO 8601, Gregorian: `2025`, `2025-07` or `2025-07-11`.

        A Hijri month or year is no Gregorian one: it gives the interval of its first and last day,
        `2025-03-30/2025-04-28`.
        """
        if self.calendar is Calendar.HIJRI:
            first, last = self.first_day().isoformat(), self.last_day().isoformat()
            return first if self.day else f"{first}/{last}"
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)


def parse_partial_date(text: str) -> PartialDate:
    """Read a whole or partial date as a person types it.

    Raises:
        InvalidInputError: `text` is no date that can be read, or no such day exists.
    """
    original = text.strip()
    if not original or len(original) > _LONGEST:
        raise InvalidInputError(UNREADABLE, text=original[:_LONGEST])
    plain, era = _cut_era(_ORDINAL.sub(r"\1", fold_key(original)))
    parts = _numeric(plain) or _named(plain)
    if parts is None:
        raise InvalidInputError(UNREADABLE, text=original)
    year, month, day, named_calendar = parts
    if era and named_calendar and era is not named_calendar:
        raise InvalidInputError(UNREADABLE, text=original)
    found = PartialDate(year, month, day, named_calendar or era or Calendar.GREGORIAN, original)
    try:
        found.first_day(), found.last_day()
    except (ValueError, OverflowError) as error:
        raise InvalidInputError(NO_SUCH_DAY, text=original) from error
    if month == 0 or day == 0:
        raise InvalidInputError(NO_SUCH_DAY, text=original)
    return found


_Parts = tuple[int, int | None, int | None, Calendar | None]


def _cut_era(text: str) -> tuple[str, Calendar | None]:
    """Split a closing era mark off; a mark may touch the year (`1446هـ`)."""
    spaced = re.sub(r"(\d)([^\W\d])", r"\1 \2", text).strip()
    match = _ERA.search(spaced)
    if not match or not match.start():
        return text, None
    is_hijri = match.group(1).startswith(_HIJRI_ERAS)
    return spaced[: match.start()], Calendar.HIJRI if is_hijri else Calendar.GREGORIAN


def _numeric(text: str) -> _Parts | None:
    squeezed = re.sub(r"\s*([-/.])\s*", r"\1", _FILLERS.sub(" ", text).strip(" ،,"))
    if match := _YEAR_FIRST.fullmatch(squeezed):
        year, month, day = match.groups()
    elif match := _DAY_FIRST.fullmatch(squeezed):
        day, month, year = match.groups()
    else:
        return None
    return int(year), int(month) if month else None, int(day) if day else None, None


def _named(text: str) -> _Parts | None:
    plain = re.sub(r"\s*/\s*", "/", _FILLERS.sub(" ", text))
    plain = " ".join(plain.replace(",", " ").replace("،", " ").split())
    if match := _ENGLISH_ORDER.fullmatch(plain):
        name, day, year = match.groups()
    elif match := _NAMED.fullmatch(plain):
        day, name, year = match.groups()
    else:
        return None
    month = month_of(name)
    if month is None:
        return None
    return int(year), month[0], int(day) if day else None, month[1]


def _hijri(year: int, month: int, day: int) -> Hijri:
    from hijridate import Hijri  # noqa: PLC0415 - its tables, which most records never need

    return Hijri(year, month, day)


def _gregorian(day: Hijri) -> date:
    return date(*day.to_gregorian().datetuple())
