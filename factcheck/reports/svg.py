"""Pictures as SVG.

No `direction` is written and none may be inherited: renderers disagree about what it does to the
edges of text. Whoever puts the picture into a right-to-left page wraps it in a left-to-right box.
"""

from html import escape

from factcheck.reports.pictures import INK, Bar, Dot, Label, Picture
from factcheck.reports.printable import printable, safe_colour
from factcheck.text.isolation import isolate

_FONTS = "Amiri, 'IBM Plex Sans Arabic', 'Noto Naskh Arabic', sans-serif"


def draw(picture: Picture, description: str) -> str:
    """Return `picture` as an SVG element with `description` as its accessible name."""
    width, height = _number(picture.width), _number(max(picture.height, 1))
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">',
        f"<title>{escape(description)}</title>",
        *map(_bar, picture.bars),
        *map(_dot, picture.dots),
        *map(_label, picture.labels),
        "</svg>",
    ]
    return "".join(parts)


def _bar(bar: Bar) -> str:
    return (
        f'<rect x="{_number(bar.x)}" y="{_number(bar.y)}" width="{_number(bar.width)}"'
        f' height="{_number(bar.height)}" fill="{safe_colour(bar.colour)}"/>'
    )


def _dot(dot: Dot) -> str:
    inside = safe_colour(dot.colour) if dot.is_filled else "#ffffff"
    return (
        f'<circle cx="{_number(dot.x)}" cy="{_number(dot.y)}" r="5" fill="{inside}"'
        f' stroke="{safe_colour(dot.colour)}" stroke-width="2"/>'
    )


def _label(label: Label) -> str:
    anchor = "end" if label.ends_at_x else "start"
    shown = escape(isolate(printable(label.text)))
    return (
        f'<text x="{_number(label.x)}" y="{_number(label.y)}" text-anchor="{anchor}"'
        f' font-family="{_FONTS}" font-size="12" fill="{INK}">{shown}</text>'
    )


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
