"""The measure of the text column: no line longer than is good to read, centred in its pane."""

from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF

LINE_LENGTH = 75
"""Letters in a line at most (Bringhurst and WCAG 2.2 1.4.8 ask for no more than 80)."""

_SAMPLE = 4000
_FULL_LINE = 0.9
"""Share of `LINE_LENGTH` to aim at: the letters of some lines are narrower than the average."""


class Column(NamedTuple):
    """Widths in pixels, from the leading edge of the pane."""

    leading: int
    text: int
    trailing: int


def widest_text(font: QFont, text: str) -> int:
    """Return the width at which the lines of `text` hold about `LINE_LENGTH` letters at most."""
    sample = text[:_SAMPLE].replace("\n", " ") or "n"
    letters = len(sample) or 1
    return round(QFontMetricsF(font).horizontalAdvance(sample) / letters * LINE_LENGTH * _FULL_LINE)


def fit_column(available: int, widest: int, least_leading: int, least_trailing: int) -> Column:
    """Share out the width of a pane; what the text does not need goes to both sides evenly."""
    text = max(1, min(widest, available - least_leading - least_trailing))
    rest = available - text
    leading = max(least_leading, rest // 2)
    return Column(leading, text, max(0, rest - leading))
