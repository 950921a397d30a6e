"""Names for files that come from titles, links and other people's folders."""

import re
import unicodedata

_LONGEST = 200
"""Bytes of UTF-8; file systems allow 255, and copies get suffixes."""
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE
)
_LONGEST_ENDING = 20


def safe_file_name(name: str, *, default: str = "file") -> str:
    """Return `name` as the name of one file that every system can hold.

    Only the last component of a path is kept; invisible and direction characters go, so that the
    shown ending is the real one; forbidden characters become `_`; names that Windows reserves get
    a `_` in front; at most 200 bytes of UTF-8 in NFC, the ending kept. `default`
    stands for a name of which nothing is left.
    """
    visible = _HIDDEN.sub("", unicodedata.normalize("NFC", name))
    last = re.split(r"[/\\]", visible.rstrip("/\\ "))[-1]
    plain = unicodedata.normalize("NFC", _FORBIDDEN.sub("_", last)).strip(" ").rstrip(". ")
    if not plain.strip("."):
        return default
    if _RESERVED.fullmatch(plain.split(".")[0].rstrip(" ")):
        plain = "_" + plain
    return _shortened(plain)


def _shortened(name: str) -> str:
    if len(name.encode()) <= _LONGEST:
        return name
    stem, point, ending = name.rpartition(".")
    if not stem or len(ending.encode()) > _LONGEST_ENDING:
        stem, point, ending = name, "", ""
    room = _LONGEST - len((point + ending).encode())
    return stem.encode()[:room].decode(errors="ignore").rstrip(". ") + point + ending
