"""Numbers, dates and moments as a reader is used to seeing them.

For screens and reports only; machine formats write ASCII digits and ISO dates. Dates are written
with the name of the month: the hyphens of an ISO date let it turn around in right-to-left text.
"""

from datetime import datetime, tzinfo
from decimal import Decimal
from typing import Protocol

from factcheck.domain.errors import InvalidInputError
from factcheck.text.dates import PartialDate, parse_partial_date
from factcheck.text.months import ENGLISH, FAMILIES, HIJRI, HIJRI_ENGLISH, Calendar

_ARABIC_DIGITS = {48 + value: 0x660 + value for value in range(10)}
_ASCII_DIGITS = {
    zero + value: 48 + value for zero in (0x660, 0x6F0) for value in range(10)
}  # fmt: skip
_ARABIC_SEPARATORS = {ord(","): "٬", ord("."): "٫", ord("-"): "\u2212", ord("%"): "٪"}


class Style(Protocol):
    """What a reader has chosen; the settings of a person and the options of a report fit it."""

    @property
    def language(self) -> str:
        """`ar` or `en`."""

    @property
    def digits(self) -> str:
        """`ascii` (012) or `arabic` (٠١٢)."""

    @property
    def months(self) -> str:
        """`egypt`, `levant` or `maghreb`: the Arabic names of the Gregorian months."""


def format_digits(text: str, style: Style) -> str:
    """Return `text` with its digits, of either set, written in the digits of `style`."""
    table = _ARABIC_DIGITS if _is_arabic(style) else _ASCII_DIGITS
    return text.translate(table)


def format_number(value: float | Decimal, style: Style, *, places: int | None = None) -> str:
    """Return a number with grouped thousands; `places` rounds to that many decimals."""
    plain = Decimal(str(value))
    if places is not None:
        plain = round(plain, places)
    text = f"{plain:,f}"
    if "." in text and places is None:
        text = text.rstrip("0").rstrip(".")
    if not _is_arabic(style):
        return text
    return text.translate(_ARABIC_SEPARATORS).translate(_ARABIC_DIGITS)


def format_percent(value: float | Decimal, style: Style, *, places: int = 1) -> str:
    """Return a percentage; `value` is in percent already. Whole numbers show no decimals."""
    rounded = round(Decimal(str(value)), places)
    number = format_number(rounded.normalize() + 0, style)
    return number + ("٪" if _is_arabic(style) else "%")


def format_date(iso: str, style: Style) -> str:
    """Return a partial ISO date, or an interval of two, in words: `11 يوليو 2025`, `July 2025`.

    What is no date comes back as it is, so that nothing stored is ever hidden.
    """
    first, slash, last = iso.partition("/")
    if slash and "-" in first and "-" in last:
        return f"{format_date(first, style)} – {format_date(last, style)}"
    try:
        return format_partial_date(parse_partial_date(iso), style)
    except InvalidInputError:
        return iso


def format_partial_date(partial: PartialDate, style: Style) -> str:
    """Return a date in its own calendar; a Hijri one ends in `هـ` or `AH`."""
    is_arabic = style.language.startswith("ar")
    is_hijri = partial.calendar is Calendar.HIJRI
    names: tuple[str, ...]
    if is_hijri:
        names = HIJRI if is_arabic else HIJRI_ENGLISH
    else:
        names = FAMILIES[style.months] if is_arabic else ENGLISH
    parts = [str(partial.day)] if partial.day else []
    parts += [names[partial.month - 1]] if partial.month else []
    parts.append(str(partial.year))
    if is_hijri:
        parts.append("هـ" if is_arabic else "AH")
    return format_digits(" ".join(parts), style) if _is_arabic(style) else " ".join(parts)


def format_moment(moment: datetime, style: Style, zone: tzinfo | None = None) -> str:
    """Return an aware moment as local date and time, to the minute: `11 يوليو 2025، 14:02`.

    `zone` is where the reader is, the zone of this machine when not given.

    Raises:
        ValueError: `moment` has no time zone.
    """
    if moment.tzinfo is None:
        raise ValueError(moment)
    local = moment.astimezone(zone)
    day = format_partial_date(PartialDate(local.year, local.month, local.day), style)
    comma = "، " if style.language.startswith("ar") else ", "
    return day + comma + format_digits(f"{local:%H:%M}", style)


def _is_arabic(style: Style) -> bool:
    """Arabic digits are a choice within Arabic; English keeps its own."""
    return style.digits == "arabic" and style.language.startswith("ar")
