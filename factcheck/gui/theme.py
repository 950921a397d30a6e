"""The look: three palettes, the fonts and the measures; paper-like, with one accent colour.

Verdict colours belong to verdicts only. A rating's own colour is dark enough for white text;
`Theme` turns it into what can be read on each background.
"""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from factcheck.gui.contrast import contrast, mix, readable_on
from factcheck.gui.outlines import outlines

GRID = 8
"""The grid of margins and gaps, in pixels."""

FAMILY = "IBM Plex Sans Arabic"

_BODY_POINTS = 10.5
_SMALL_POINTS = 9.0
_READING_POINTS = 14.0
_TITLE_POINTS = 13.0


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours of one look.

    `chrome` lies behind controls, `paper` behind text and lists, `ink` is text, `muted` is text
    of second rank, `line` separates, `accent` marks focus and selection, `warning` is the colour
    of refusals.
    """

    key: str
    chrome: QColor
    paper: QColor
    ink: QColor
    muted: QColor
    line: QColor
    accent: QColor
    on_accent: QColor
    warning: QColor
    is_dark: bool
    is_contrast: bool = False
    _shades: dict[tuple[str, str], QColor] = field(default_factory=dict, compare=False)

    @property
    def selection(self) -> QColor:
        """The ground of a selected row; ink is readable on it."""
        return mix(self.paper, self.accent, 0.35 if self.is_contrast else 0.13)

    def verdict_ink(self, colour: str) -> QColor:
        """Return a rating's colour as text, line or glyph on paper."""
        return self._shade("ink", colour)

    def verdict_tint(self, colour: str) -> QColor:
        """Return a rating's colour as the background of ink."""
        return self._shade("tint", colour)

    def verdict_fill(self, colour: str) -> QColor:
        """Return a rating's colour as the background of a badge; its text is `verdict_text`."""
        return self._shade("fill", colour)

    def verdict_text(self, colour: str) -> QColor:
        """Return the colour of words on `verdict_fill`."""
        return self._shade("text", colour)

    @property
    def _tint_share(self) -> float:
        return 0.22 if not self.is_dark else 0.34

    def _shade(self, role: str, colour: str) -> QColor:
        shade = self._shades.get((role, colour))
        if shade is None:
            shade = self._shades[role, colour] = self._make_shade(role, QColor(colour))
        return shade

    def _make_shade(self, role: str, colour: QColor) -> QColor:
        white, black = QColor("#ffffff"), QColor("#000000")
        fill = readable_on(white, colour) if not self.is_contrast else readable_on(black, colour)
        match role:
            case "ink":
                return readable_on(self.paper, colour)
            case "tint":
                tint = mix(self.paper, readable_on(self.paper, colour), self._tint_share)
                return tint if contrast(tint, self.ink) >= 7 else mix(self.paper, tint, 0.6)
            case "fill":
                return fill
            case _:
                return black if self.is_contrast else white


def _theme(key: str, colours: str, *, is_dark: bool, is_contrast: bool = False) -> Theme:
    chrome, paper, ink, muted, line, accent, on_accent, warning = map(QColor, colours.split())
    return Theme(
        key,
        chrome,
        paper,
        ink,
        muted,
        line,
        accent,
        on_accent,
        warning,
        is_dark=is_dark,
        is_contrast=is_contrast,
    )


#                chrome  paper   ink     muted   line    accent  on it   warning
LIGHT = _theme(
    "light", "#f3f0e9 #fffdf8 #24221e #645e54 #d9d3c6 #22577a #ffffff #9c2f1f", is_dark=False
)
DARK = _theme(
    "dark", "#1c1b1a #2b2a28 #ece7dd #aea79b #45423d #8cc0d8 #10222c #f0a58f", is_dark=True
)
CONTRAST = _theme(
    "contrast",
    "#000000 #000000 #ffffff #ffffff #ffffff #ffe14d #000000 #ffb3a1",
    is_dark=True,
    is_contrast=True,
)
THEMES = {theme.key: theme for theme in (LIGHT, DARK, CONTRAST)}


class _Current:
    theme: Theme = LIGHT
    scale: float = 1.0


def current() -> Theme:
    """Return the theme in use."""
    return _Current.theme


def choose(key: str, app: QApplication) -> Theme:
    """Return the theme of a setting; `system` follows what the desktop asks for."""
    if key != "system":
        return THEMES[key]
    hints = app.styleHints()
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def apply(app: QApplication, key: str, text_size: int) -> Theme:
    """Give `app` the colours of `key` and fonts of `text_size` percent; return the theme.

    Widgets that exist already follow; those with a font of their own ask for it again.
    """
    theme = choose(key, app)
    _Current.theme, _Current.scale = theme, text_size / 100
    colours = palette(theme)
    app.setPalette(colours)
    QToolTip.setPalette(colours)
    app.setFont(body_font())
    sheet = outlines(colours) if theme.is_contrast else ""
    if app.styleSheet() != sheet:
        app.setStyleSheet(sheet)
    return theme


def palette(theme: Theme) -> QPalette:
    """Return the Qt palette of a theme."""
    roles = QPalette.ColorRole
    result = QPalette()
    button = theme.chrome if theme.is_contrast else mix(theme.chrome, theme.paper, 0.6)
    for role, colour in {
        roles.Window: theme.chrome,
        roles.WindowText: theme.ink,
        roles.Base: theme.paper,
        roles.AlternateBase: mix(theme.paper, theme.chrome, 0.5),
        roles.Text: theme.ink,
        roles.Button: button,
        roles.ButtonText: theme.ink,
        roles.BrightText: theme.warning,
        roles.ToolTipBase: theme.paper,
        roles.ToolTipText: theme.ink,
        roles.PlaceholderText: theme.muted,
        roles.Highlight: theme.accent,
        roles.HighlightedText: theme.on_accent,
        roles.Accent: theme.accent,
        roles.Link: theme.accent,
        roles.LinkVisited: theme.accent,
        roles.Light: mix(theme.chrome, theme.paper, 0.8),
        roles.Midlight: mix(theme.chrome, theme.line, 0.3),
        roles.Mid: theme.line,
        roles.Dark: mix(theme.line, theme.ink, 0.3),
        roles.Shadow: mix(theme.line, theme.ink, 0.5),
    }.items():
        result.setColor(role, colour)
    faint = theme.muted if theme.is_contrast else mix(theme.muted, theme.chrome, 0.35)
    for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.HighlightedText):
        result.setColor(QPalette.ColorGroup.Disabled, role, faint)
    result.setColor(QPalette.ColorGroup.Disabled, roles.Highlight, theme.line)
    return result


def header_style() -> str:
    """Return the style sheet of column headings: flat, with the padding of the cells."""
    theme = _Current.theme
    ground, ink, line = (each.name() for each in (theme.chrome, theme.muted, theme.line))
    return (
        f"QHeaderView {{ background: {ground}; border: none; }}"
        f"QHeaderView::section {{ background: {ground}; color: {ink}; border: none;"
        f" border-bottom: 1px solid {line}; padding: {GRID - 2}px {GRID + 2}px; }}"
    )


def _font(points: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont()
    font.setFamilies([FAMILY, "sans-serif"])
    font.setPointSizeF(points * _Current.scale)
    font.setWeight(weight)
    return font


def body_font() -> QFont:
    """Return the font of controls and lists."""
    return _font(_BODY_POINTS)


def strong_font() -> QFont:
    """Return the body font in a heavier weight."""
    return _font(_BODY_POINTS, QFont.Weight.DemiBold)


def small_font() -> QFont:
    """Return the font of second-rank text."""
    return _font(_SMALL_POINTS)


def title_font() -> QFont:
    """Return the font of headings."""
    return _font(_TITLE_POINTS, QFont.Weight.DemiBold)


def reading_font() -> QFont:
    """Return the font of the article."""
    return _font(_READING_POINTS)


def scaled(pixels: int) -> int:
    """Return a measure that grows with the text size, in pixels."""
    return round(pixels * max(1.0, _Current.scale))
