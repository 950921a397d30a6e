"""Plain text files in any encoding of `factcheck.importing.encodings`."""

from factcheck.domain.article import ArticleDraft
from factcheck.domain.errors import N_, ImportRefusedError
from factcheck.importing.draft import make_draft
from factcheck.importing.encodings import LABELS, Reading, decode, looks_like_text, readings

NOT_TEXT = N_("This does not look like a text. Choose a text file, or paste the article.")


def read(data: bytes, encoding: str | None = None) -> ArticleDraft:
    """Read `data` as `encoding`, or as the most likely one.

    Raises:
        ImportRefusedError: It is empty, is no text, or is not in the encoding asked for.
    """
    if encoding:
        return make_draft(_read_as(data, encoding))
    return make_draft(preview(data)[0].text)


def preview(data: bytes) -> list[Reading]:
    """Return the ways to read `data` for a person to choose from, the most likely first.

    Raises:
        ImportRefusedError: It is empty or is no text.
    """
    if not data:
        return [Reading("utf-8", "")]
    found = readings(data)
    if not found or not looks_like_text(found[0].text):
        raise ImportRefusedError(NOT_TEXT)
    return found


def _read_as(data: bytes, encoding: str) -> str:
    text = decode(data, encoding)
    if text is None:
        raise ImportRefusedError(
            N_("The text cannot be read as {encoding}. Choose another encoding."),
            encoding=LABELS.get(encoding, encoding),
        )
    return text
