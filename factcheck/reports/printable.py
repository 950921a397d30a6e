"""Stored text made fit for a document: nothing breaks a format, nothing readable is lost."""

import re

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_DIRECTING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_FALLBACK = "#52606d"


def printable(text: str) -> str:
    """Return `text` with controls that XML forbids shown as signs (NUL as `␀`); tabs become spaces.

    Direction overrides, embeddings and isolates go: they make text look like other text (`gpj.exe`
    like `exe.jpg`) or tear the page apart, and writers isolate by themselves. Marks (U+200E,
    U+200F) stay.
    """
    return _DIRECTING.sub("", _CONTROL.sub(_sign, text)).replace("\t", " ")


def safe_colour(colour: str) -> str:
    """Return a colour that is certainly `#rrggbb`, grey for anything else."""
    return colour.lower() if _COLOUR.fullmatch(colour) else _FALLBACK


def _sign(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"
