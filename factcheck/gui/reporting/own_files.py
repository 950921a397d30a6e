"""A newsroom's own files for its reports: a logo, and a Word file with its styles."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from factcheck.domain.errors import N_, InvalidInputError

LOGO_ENDINGS = "*.png *.jpg *.jpeg *.webp *.bmp *.gif"

NO_FILE = N_("{path} cannot be read ({reason}).")
NO_PICTURE = N_("{path} is not a picture. Choose a PNG or JPEG file.")
TOO_LARGE = N_("{path} is larger than {n} MB. Choose a smaller file.")

_MOST_MEGABYTES = 10
_WIDEST = 1200
"""Pixels; a wider logo only makes every report larger."""


def read_logo(path: str) -> bytes:
    """Return the picture at `path` as PNG, empty where no path is given.

    Raises:
        InvalidInputError: It cannot be read, is too large, or is no picture.
    """
    if not path:
        return b""
    image = QImage.fromData(_read(path))
    if image.isNull():
        raise InvalidInputError(NO_PICTURE, path=path)
    if image.width() > _WIDEST:
        image = image.scaledToWidth(_WIDEST)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())


def read_template(path: str) -> bytes:
    """Return the Word file at `path`, empty where no path is given.

    Raises:
        InvalidInputError: It cannot be read or is too large.
    """
    return _read(path) if path else b""


def _read(path: str) -> bytes:
    file = Path(path)
    try:
        if file.stat().st_size > _MOST_MEGABYTES << 20:
            raise InvalidInputError(TOO_LARGE, path=path, n=_MOST_MEGABYTES)
        return file.read_bytes()
    except OSError as error:
        raise InvalidInputError(NO_FILE, path=path, reason=error.strerror) from error
