"""Moments as they are typed and shown in a field: UTC, to the minute."""

import unicodedata
from datetime import UTC, datetime


def show_moment(moment: datetime) -> str:
    """Return an aware moment as `2025-07-11 14:02`, in UTC."""
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M}"


def read_moment(text: str) -> datetime:
    """Read an ISO date and time in any digits; without a zone it is UTC.

    Raises:
        ValueError: It is no date with or without a time.
    """
    plain = "".join(_ascii(letter) for letter in text.strip())
    moment = datetime.fromisoformat(plain)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _ascii(letter: str) -> str:
    return str(unicodedata.digit(letter)) if letter.isdigit() else letter
