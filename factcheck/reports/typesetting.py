"""Typst in a process of its own: a crash, a hang or its memory never touch the program.

The process sees one temporary folder with the template and the data and can read nothing else; it
needs no network and no system fonts. Amiri writes lam-alef as two glyphs, which keeps the Arabic
of a PDF searchable (most fonts do not). Run as `python -m factcheck.reports.typesetting FOLDER`.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from factcheck.domain.errors import N_, ExportError
from factcheck.reports import cancelling
from factcheck.runtime.resources import resource

FONTS = ("Amiri", "IBM Plex Sans Arabic")
"""The second one holds signs that the first one lacks, such as ✓ and arrows."""

_POLL = 0.05
_MOST_PROBES = 300
_PPI = 160.0
_PICTURES = (
    "#set page(width: auto, height: auto, margin: 0pt)\n#set text(font: {fonts})\n"
    '#for s in json("data.json") {{ page(image(bytes(s), format: "svg", width: 165mm)) }}\n'
)
_PROBE = '#set document(title: "x")\n#set text(font: {fonts})\n#json("data.json").at(0)\n'


def typeset(data: Mapping[str, Any], logo: bytes, timestamp: int) -> bytes:
    """Return the PDF/UA-1 of `data` drawn by the template; `timestamp` is in seconds (UTC).

    Raises:
        ExportError: Typst refused it, or its process died.
        StoppedError: It is not wanted any more.
    """
    with tempfile.TemporaryDirectory(prefix="factcheck-") as name:
        folder = Path(name)
        _prepare(folder, data, logo)
        (folder / "timestamp").write_text(str(timestamp), encoding="ascii")
        _run(folder)
        result = folder / "report.pdf"
        if not result.is_file():
            raise ExportError(N_("The PDF could not be made. Try another format."))
        return result.read_bytes()


def draw_pages(data: Mapping[str, Any], logo: bytes, ppi: float) -> list[bytes]:
    """Return the pages that `typeset` would make as PNG, `ppi` pixels an inch.

    Raises:
        ExportError: Typst refused it, or its process died.
        StoppedError: They are not wanted any more.
    """
    with tempfile.TemporaryDirectory(prefix="factcheck-") as name:
        folder = Path(name)
        _prepare(folder, data, logo)
        (folder / "ppi").write_text(str(ppi), encoding="ascii")
        _run(folder)
        pages = sorted(folder.glob("page-*.png"))
        if not pages:
            raise ExportError(N_("The pages could not be drawn. Try again with fewer claims."))
        return [page.read_bytes() for page in pages]


def _prepare(folder: Path, data: Mapping[str, Any], logo: bytes) -> None:
    """Put the template and what it draws into `folder`."""
    shutil.copyfile(resource("reports", "report.typ"), folder / "main.typ")
    text = json.dumps(data, ensure_ascii=False)
    (folder / "data.json").write_text(text, encoding="utf-8", errors="replace")
    if logo:
        (folder / "logo.png").write_bytes(logo)


def rasterise(svgs: Sequence[str]) -> list[bytes]:
    """Return pictures as PNG, for formats that know no SVG.

    Raises:
        ExportError: Typst refused one, or its process died.
        StoppedError: They are not wanted any more.
    """
    if not svgs:
        return []
    with tempfile.TemporaryDirectory(prefix="factcheck-") as name:
        folder = Path(name)
        (folder / "data.json").write_text(json.dumps(list(svgs)), encoding="utf-8")
        fonts = json.dumps(FONTS).replace("[", "(").replace("]", ")")
        (folder / "main.typ").write_text(_PICTURES.format(fonts=fonts), encoding="utf-8")
        _run(folder)
        pages = sorted(folder.glob("page-*.png"))
        if len(pages) != len(svgs):
            raise ExportError(N_("The pictures could not be drawn. Try another format."))
        return [page.read_bytes() for page in pages]


def _run(folder: Path) -> None:
    if getattr(sys, "frozen", False):
        compile_folder(folder)
        return
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-m", "factcheck.reports.typesetting", str(folder)]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 - our own module
            command, env=environment, stdout=log, stderr=log, stdin=subprocess.DEVNULL
        )
        try:
            while process.poll() is None:
                cancelling.check()
                try:
                    process.wait(_POLL)
                except subprocess.TimeoutExpired:
                    continue
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()


def compile_folder(folder: Path) -> None:
    """Compile what is in `folder`: a report to `report.pdf`, its pages or pictures to PNG."""
    source = folder / "main.typ"
    if (folder / "timestamp").exists():
        _make_drawable(folder)
        timestamp = int((folder / "timestamp").read_text(encoding="ascii"))
        (folder / "report.pdf").write_bytes(_compile(source, timestamp))
        return
    ppi = _PPI
    if (folder / "ppi").exists():
        _make_drawable(folder)
        ppi = float((folder / "ppi").read_text(encoding="ascii"))
    for number, page in enumerate(_compile_pages(source, ppi)):
        (folder / f"page-{number:05d}.png").write_bytes(page)


def _make_drawable(folder: Path) -> None:
    """Replace what no font can draw in the data of a report."""
    data = json.loads((folder / "data.json").read_text(encoding="utf-8"))
    strange = sorted({char for char in json.dumps(data, ensure_ascii=False) if _is_strange(char)})
    undrawable = _undrawable(strange, folder)
    if undrawable:
        table = {ord(char): _stand_in(char, undrawable) for char in undrawable}
        text = json.dumps(_replaced(data, table), ensure_ascii=False)
        (folder / "data.json").write_text(text, encoding="utf-8")


def _is_strange(char: str) -> bool:
    """Whether it is not certain that the fonts can draw `char`."""
    code = ord(char)
    return not (0x20 <= code < 0x7F or 0xA0 <= code < 0x100 or 0x60C <= code < 0x670)


def _undrawable(chars: list[str], folder: Path) -> set[str]:
    """Return the characters that no font of ours can draw; PDF/UA forbids empty boxes."""
    if not chars:
        return set()
    if len(chars) > _MOST_PROBES:
        return set().union(
            *(
                _undrawable(chars[at : at + _MOST_PROBES], folder)
                for at in range(0, len(chars), _MOST_PROBES)
            )
        )
    if _can_draw(chars, folder):
        return set()
    if len(chars) == 1:
        return set(chars)
    half = len(chars) // 2
    return _undrawable(chars[:half], folder) | _undrawable(chars[half:], folder)


def _can_draw(chars: Iterable[str], folder: Path) -> bool:
    import typst  # noqa: PLC0415 - 30 MB that only this process needs

    probe = folder / "probe"
    probe.mkdir(exist_ok=True)
    (probe / "data.json").write_text(json.dumps([" ".join(chars)]), encoding="utf-8")
    fonts = json.dumps(FONTS).replace("[", "(").replace("]", ")")
    (probe / "main.typ").write_text(_PROBE.format(fonts=fonts), encoding="utf-8")
    try:
        _compile(probe / "main.typ", 0)
    except typst.TypstError:
        return False
    return True


def _stand_in(char: str, undrawable: set[str]) -> str:
    """Return what is drawn instead: the plain form of the same character, or `[U+1F600]`."""
    plain = unicodedata.normalize("NFKC", char)
    if plain != char and not undrawable & set(plain):
        return plain
    return f"\u2066[U+{ord(char):04X}]\u2069"


def _replaced(value: Any, table: Mapping[int, str]) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(value, str):
        return value.translate(table)
    if isinstance(value, list):
        return [_replaced(each, table) for each in value]
    if isinstance(value, dict):
        return {key: _replaced(each, table) for key, each in value.items()}
    return value


def _font_folders() -> list[str]:
    import fontpkg_amiri  # noqa: PLC0415 - only this process needs it
    import fontpkg_ibm_plex_sans_arabic  # noqa: PLC0415

    packages = (fontpkg_amiri, fontpkg_ibm_plex_sans_arabic)
    return [str(package.ROOT / "files") for package in packages]


def _compile_pages(source: Path, ppi: float) -> list[bytes]:
    import typst  # noqa: PLC0415

    made: Any = typst.compile(
        str(source),
        root=str(source.parent),
        font_paths=list(_font_folders()),
        ignore_system_fonts=True,
        format="png",
        ppi=ppi,
    )
    return made if isinstance(made, list) else [made]


def _compile(source: Path, timestamp: int) -> bytes:
    import typst  # noqa: PLC0415

    pdf = typst.compile(
        str(source),
        root=str(source.parent),
        font_paths=list(_font_folders()),
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        timestamp=timestamp,
    )
    if not isinstance(pdf, bytes):
        raise TypeError(type(pdf))
    return pdf


if __name__ == "__main__":
    compile_folder(Path(sys.argv[1]))
