"""What a file is, by its first bytes and then by the ending of its name.

Knows many formats by name that it cannot read, so that a person is told what they chose.
"""

import io
import zipfile
from dataclasses import dataclass

from factcheck.domain.errors import N_

_WORD, _ODT, _PDF = N_("a Word document"), N_("an OpenDocument text"), N_("a PDF document")
_SHEET, _SLIDES, _BOOK = N_("a spreadsheet"), N_("a presentation"), N_("an e-book")
_ZIP, _PICTURE, _WEB = N_("an archive"), N_("a picture"), N_("a web page")
_RTF, _OLD_OFFICE = N_("an RTF document"), N_("an old Office document")
_SOUND, _VIDEO, _PROGRAM = N_("a sound recording"), N_("a video"), N_("a program")
_MAIL, _DATABASE = N_("a mail message"), N_("a database")


@dataclass(frozen=True, slots=True)
class Format:
    """A format by its stable `key` and by `name`, the msgid of what a person calls it."""

    key: str
    name: str


TEXT = Format("text", N_("a text"))

_FIRST_BYTES = (
    (b"%PDF-", "pdf", _PDF),
    (b"{\\rtf", "rtf", _RTF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole", _OLD_OFFICE),
    (b"\x89PNG\r\n\x1a\n", "png", _PICTURE),
    (b"\xff\xd8\xff", "jpeg", _PICTURE),
    (b"GIF8", "gif", _PICTURE),
    (b"II*\x00", "tiff", _PICTURE),
    (b"MM\x00*", "tiff", _PICTURE),
    (b"\x1f\x8b", "gzip", _ZIP),
    (b"7z\xbc\xaf\x27\x1c", "7z", _ZIP),
    (b"Rar!\x1a\x07", "rar", _ZIP),
    (b"BZh", "bzip2", _ZIP),
    (b"\xfd7zXZ\x00", "xz", _ZIP),
    (b"SQLite format 3\x00", "sqlite", _DATABASE),
    (b"\x7fELF", "elf", _PROGRAM),
    (b"MZ\x90\x00", "exe", _PROGRAM),
    (b"ID3", "mp3", _SOUND),
    (b"OggS", "ogg", _SOUND),
    (b"fLaC", "flac", _SOUND),
    (b"\x1aE\xdf\xa3", "webm", _VIDEO),
)
_RIFF = {b"WEBP": ("webp", _PICTURE), b"WAVE": ("wav", _SOUND), b"AVI ": ("avi", _VIDEO)}
_MEMBERS = (
    ("word/document.xml", "docx", _WORD),
    ("xl/workbook.xml", "xlsx", _SHEET),
    ("ppt/presentation.xml", "pptx", _SLIDES),
)
_MIME_MEMBERS = {
    b"application/vnd.oasis.opendocument.text": ("odt", _ODT),
    b"application/vnd.oasis.opendocument.spreadsheet": ("ods", _SHEET),
    b"application/vnd.oasis.opendocument.presentation": ("odp", _SLIDES),
    b"application/epub+zip": ("epub", _BOOK),
}
_ENDINGS = {
    "html": ("html", _WEB),
    "htm": ("html", _WEB),
    "xhtml": ("html", _WEB),
    "mhtml": ("mhtml", _WEB),
    "eml": ("eml", _MAIL),
}
_WEB_STARTS = (b"<!doctype html", b"<html", b"<?xml")


def recognise(data: bytes, name: str = "") -> Format:
    """Return the format of `data`; `name` is the file name, of which only the ending counts."""
    known = _by_first_bytes(data)
    if known:
        return known
    start = data[:512].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").lower()
    if start.startswith(_WEB_STARTS):
        return Format("html", _WEB)
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    return Format(*_ENDINGS[ending]) if ending in _ENDINGS else TEXT


def _by_first_bytes(data: bytes) -> Format | None:
    for first, key, name in _FIRST_BYTES:
        if data.startswith(first):
            return Format(key, name)
    if data.startswith(b"RIFF") and data[8:12] in _RIFF:
        return Format(*_RIFF[data[8:12]])
    if data[4:8] == b"ftyp":
        return Format("mp4", _VIDEO)
    return _inside_zip(data) if data.startswith((b"PK\x03\x04", b"PK\x05\x06")) else None


def _inside_zip(data: bytes) -> Format:
    """Name an archive by its table of contents; nothing but a short type member is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            for member, key, name in _MEMBERS:
                if member in names:
                    return Format(key, name)
            if "mimetype" in names:
                with archive.open("mimetype") as member_file:
                    kind = _MIME_MEMBERS.get(member_file.read(100).strip())
                if kind:
                    return Format(*kind)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError):
        pass
    return Format("zip", _ZIP)
