"""Pictures as geometry: numbers that the screen and the report draw alike.

Lengths are in points of a picture `width` wide, x from the left edge, y downward. The order of
things follows the reading direction: in a right-to-left picture the first bar stands at the right.
Texts are placed by their left or right edge, so that no renderer has to know a direction.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

WIDTH = 480.0
_BAR = 18.0
_ROW = 24.0
_LABEL = 150.0
_COUNT = 34.0
_LETTER = 6.2
"""Rough width of a letter at 11 points; labels only need room, not measure."""
PALE = "#d7dbe0"
INK = "#1f2933"
ACCENT = "#1d5b79"


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    colour: str


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text whose left edge, or right edge where `ends_at_x`, is `x`; `y` the baseline."""

    x: float
    y: float
    text: str
    ends_at_x: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A date on a line: filled for what was claimed, hollow for what was found."""

    x: float
    y: float
    colour: str
    is_filled: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing of bars, dots and labels."""

    width: float
    height: float
    bars: tuple[Bar, ...] = ()
    dots: tuple[Dot, ...] = ()
    labels: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """One part of a whole: its name, how many, and its colour."""

    name: str
    count: int
    colour: str
    shown: str = ""


def distribution(shares: Sequence[Share], *, rtl: bool) -> Picture:
    """Draw one row for each share: name, bar, count. Bars are proportional, the longest fills."""
    if not shares:
        return Picture(WIDTH, 0)
    most = max(share.count for share in shares) or 1
    room = WIDTH - _LABEL - _COUNT
    bars, labels = [], []
    for row, share in enumerate(shares):
        y = row * _ROW
        length = room * share.count / most
        bars.append(_bar(_LABEL, y, length, share.colour, rtl=rtl))
        labels.append(_label(0, y, _LABEL - 8, share.name, rtl=rtl))
        shown = share.shown or str(share.count)
        labels.append(_label(_LABEL + length + 6, y, _COUNT, shown, rtl=rtl))
    return Picture(WIDTH, len(shares) * _ROW, tuple(bars), (), tuple(labels))


def stacked(shares: Sequence[Share], *, rtl: bool) -> Picture:
    """Draw one bar over the whole width, cut in proportion, first share at the leading edge."""
    total = sum(share.count for share in shares)
    bars = []
    at = 0.0
    for share in shares:
        length = WIDTH * share.count / total if total else 0.0
        if length:
            bars.append(_bar(at, 0, length, share.colour, rtl=rtl))
        at += length
    return Picture(WIDTH, _BAR, tuple(bars) or (_bar(0, 0, WIDTH, PALE, rtl=rtl),))


@dataclass(frozen=True, slots=True)
class Moment:
    """A claim's dates on a timeline: `claimed` and `found` are Gregorian days."""

    name: str
    claimed: date
    found: date | None = None


def timeline(moments: Sequence[Moment], *, rtl: bool, ends: tuple[str, str]) -> Picture:
    """Draw one line for each moment, time running with the reading direction.

    `ends` are the shown names of the first and the last day.
    """
    days = [day for each in moments for day in (each.claimed, each.found) if day]
    if not days:
        return Picture(WIDTH, 0)
    first, span = min(days), max((max(days) - min(days)) / timedelta(days=1), 1.0)
    room = WIDTH - _LABEL - 12

    def place(day: date) -> float:
        x = _LABEL + 6 + room * ((day - first) / timedelta(days=1)) / span
        return WIDTH - x if rtl else x

    bars, dots, labels = [], [], []
    for row, each in enumerate(moments):
        y = row * _ROW
        line = _bar(_LABEL, y, WIDTH - _LABEL, PALE, rtl=rtl)
        bars.append(Bar(line.x, y + _BAR / 2 - 0.5, line.width, 1, PALE))
        labels.append(_label(0, y, _LABEL - 8, each.name, rtl=rtl))
        dots.append(Dot(place(each.claimed), y + _BAR / 2, INK, is_filled=True))
        if each.found:
            dots.append(Dot(place(each.found), y + _BAR / 2, ACCENT, is_filled=False))
    y = len(moments) * _ROW
    half = (WIDTH - _LABEL) / 2
    labels.append(_label(_LABEL, y, half, ends[0], rtl=rtl))
    labels.append(Label(0 if rtl else WIDTH, y + _BAR - 5, ends[1], ends_at_x=not rtl))
    return Picture(WIDTH, y + _ROW, tuple(bars), tuple(dots), tuple(labels))


def _bar(x: float, y: float, width: float, colour: str, *, rtl: bool) -> Bar:
    return Bar(WIDTH - x - width if rtl else x, y, width, _BAR, colour)


def _label(x: float, y: float, room: float, text: str, *, rtl: bool) -> Label:
    """Place a text at the leading edge of its room; too long a one is cut with an ellipsis."""
    letters = max(int(room / _LETTER), 1)
    shown = text if len(text) <= letters else text[: letters - 1].rstrip() + "…"
    return Label(WIDTH - x if rtl else x, y + _BAR - 5, shown, ends_at_x=rtl)
