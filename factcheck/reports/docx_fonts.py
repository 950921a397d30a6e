"""Amiri inside the DOCX, so that its Arabic looks alike and can be searched on every machine.

Office Open XML part 4, 17.8.1: an embedded font is obfuscated by XOR of its first 32 bytes with a
GUID. Word and LibreOffice read it; a program that cannot, falls back to a font of its own.
"""

from typing import Any
from uuid import uuid5

from docx.opc.packuri import PackURI
from docx.opc.part import Part

from factcheck.domain.ids import NAMESPACE

FONT = "Amiri"
"""Two-glyph lam-alef: the text of a PDF made from the document stays searchable."""

_FONT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_FONT_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_TABLE_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable"
_FACES = (("embedRegular", "Amiri-Regular.ttf"), ("embedBold", "Amiri-Bold.ttf"))
_TABLE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<w:font w:name="{font}"><w:charset w:val="B2"/><w:family w:val="roman"/>'
    '<w:pitch w:val="variable"/>{faces}</w:font></w:fonts>'
)


def embed(target: Any) -> None:  # noqa: ANN401 - python-docx
    """Put the regular and the bold face into a document of the plain template."""
    import fontpkg_amiri  # noqa: PLC0415 - only where a document is written

    table = target.part.part_related_by(_TABLE_RELATION)
    faces = []
    for number, (tag, name) in enumerate(_FACES, 1):
        key = str(uuid5(NAMESPACE, name)).upper()
        data = obfuscate((fontpkg_amiri.ROOT / "files" / name).read_bytes(), key)
        place = PackURI(f"/word/fonts/font{number}.odttf")
        part = Part(place, _FONT_TYPE, data, target.part.package)
        relation = table.relate_to(part, _FONT_RELATION)
        faces.append(f'<w:{tag} r:id="{relation}" w:fontKey="{{{key}}}"/>')
    table._blob = _TABLE.format(font=FONT, faces="".join(faces)).encode()  # noqa: SLF001


def obfuscate(data: bytes, key: str) -> bytes:
    """Return a font with its first 32 bytes hidden by a GUID; doing it again brings it back."""
    mask = bytes.fromhex(key.replace("-", ""))[::-1]
    head = bytes(byte ^ mask[at % 16] for at, byte in enumerate(data[:32]))
    return head + data[32:]
