"""From a file, from bytes or from pasted text to an `ArticleDraft`, by the format it is in.

To read another format, write a module with `read(data, encoding) -> ArticleDraft` and enter it in
`_READERS` under its key of `factcheck.importing.formats`.
"""

from collections.abc import Callable
from pathlib import Path

from factcheck.domain.article import ArticleDraft
from factcheck.domain.errors import N_, ImportRefusedError, Phrase
from factcheck.importing import plain_text
from factcheck.importing.draft import guess_title, make_draft
from factcheck.importing.encodings import CHOICES, LABELS, Reading
from factcheck.importing.formats import TEXT, Format, recognise
from factcheck.runtime import held_files

__all__ = ["CHOICES", "ENDINGS", "LABELS", "MOST_BYTES", "Reading", "guess_title"]
__all__ += ["load", "preview", "read", "read_text"]

MOST_BYTES = 10 * 1024 * 1024
"""Larger files are refused before they are read."""

ENDINGS = ("txt", "text", "md")
"""Endings that a file dialog offers."""

_READERS: dict[str, Callable[[bytes, str | None], ArticleDraft]] = {TEXT.key: plain_text.read}


def read(source: Path | bytes, encoding: str | None = None, *, name: str = "") -> ArticleDraft:
    """Read an article from a file or from bytes.

    `encoding` is a Python codec name chosen by a person; None lets the text decide. `name` is a
    file name for bytes that came from one.

    Raises:
        ImportRefusedError: It cannot be read; the sentence says why.
    """
    data, found = _open(source, name)
    return _READERS[found.key](data, encoding)


def preview(source: Path | bytes, *, name: str = "") -> list[Reading]:
    """Return the ways to read a text, the most likely first, for a person to look at and choose.

    Raises:
        ImportRefusedError: As `read`.
    """
    data, _ = _open(source, name)
    return plain_text.preview(data)


def read_text(text: str) -> ArticleDraft:
    """Make a draft of pasted text.

    Raises:
        ImportRefusedError: The text is empty or too long.
    """
    if len(text) > MOST_BYTES or len(text.encode(errors="replace")) > MOST_BYTES:
        raise _too_large()
    return make_draft(text)


def load(path: Path) -> bytes:
    """Return the bytes of a file of bearable size.

    Raises:
        ImportRefusedError: It is missing, no file, unreadable or larger than `MOST_BYTES`.
    """
    try:
        if held_files.is_held(path.stat()):
            raise ImportRefusedError(
                N_("{path} is the record that is open here, not a text to be checked."), path=path
            )
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise ImportRefusedError(
            N_("The file {path} was not found. Check the name."), path=path
        ) from None
    except IsADirectoryError:
        raise ImportRefusedError(
            N_("{path} is a folder. Choose a file in it."), path=path
        ) from None
    except (OSError, ValueError) as error:
        raise ImportRefusedError(
            N_("The file {path} could not be read. Check that you may open it."), path=path
        ) from error
    if len(data) > MOST_BYTES:
        raise _too_large()
    return data


def _open(source: Path | bytes, name: str) -> tuple[bytes, Format]:
    data = source if isinstance(source, bytes) else load(source)
    if len(data) > MOST_BYTES:
        raise _too_large()
    found = recognise(data, name or ("" if isinstance(source, bytes) else source.name))
    if found.key not in _READERS:
        raise ImportRefusedError(
            N_(
                "This looks like {format}, which cannot be taken in yet."
                " Save it as a text file, or copy its text and paste it."
            ),
            format=Phrase(found.name),
        )
    return data, found


def _too_large() -> ImportRefusedError:
    return ImportRefusedError(
        N_("The text is larger than {limit} MB. Split it, or paste the part to be checked."),
        limit=MOST_BYTES // (1024 * 1024),
    )
