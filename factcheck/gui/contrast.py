"""Colour arithmetic: contrast as WCAG 2.2 defines it, mixing, and shifting until it suffices."""

from PySide6.QtGui import QColor

READABLE = 4.5
"""Least contrast of text to its background (WCAG 2.2, 1.4.3)."""


def luminance(colour: QColor) -> float:
    """Return the relative luminance, 0 (black) to 1 (white)."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: QColor, second: QColor) -> float:
    """Return the contrast ratio of two opaque colours, 1 to 21."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def mix(colour: QColor, other: QColor, share: float) -> QColor:
    """Return `colour` with a `share` (0 to 1) of `other` mixed in."""
    return QColor.fromRgbF(
        colour.redF() * (1 - share) + other.redF() * share,
        colour.greenF() * (1 - share) + other.greenF() * share,
        colour.blueF() * (1 - share) + other.blueF() * share,
    )


def readable_on(background: QColor, colour: QColor, least: float = READABLE) -> QColor:
    """Return the nearest shade of `colour` that reaches the contrast `least` on `background`."""
    black, white = QColor("#000000"), QColor("#ffffff")
    goal = white if contrast(white, background) >= contrast(black, background) else black
    for step in range(21):
        shade = mix(colour, goal, step / 20)
        if contrast(shade, background) >= least:
            return shade
    return goal
