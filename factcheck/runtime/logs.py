"""The log file: what the program did, never what people wrote.

Messages name steps, counts and error types. Titles, texts, addresses and names of people stay out,
so that a log can be sent to someone else.
"""

import contextlib
import logging
from collections import deque
from pathlib import Path

_ROOT = "factcheck"
_FILE = "factcheck.log"
_LARGEST = 512 * 1024
_KEPT = 2
_FORMAT = "%(asctime)s %(levelname)s %(process)d %(name)s %(message)s"


class _QuietFileHandler(logging.FileHandler):
    """Keeps a few files of bounded size, and stays quiet where it cannot (full disk, folder gone).

    `logging.handlers` has one too; it brings sockets and pickling into every start.
    """

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record, into a new file where the old one is full."""
        with contextlib.suppress(OSError):
            if self.stream is not None and self.stream.tell() > _LARGEST:
                self._roll_over()
            super().emit(record)

    def _roll_over(self) -> None:
        self.close()
        path = Path(self.baseFilename)
        for number in range(_KEPT, 0, -1):
            older = path if number == 1 else path.with_name(f"{path.name}.{number - 1}")
            if older.exists():
                older.replace(path.with_name(f"{path.name}.{number}"))

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """Drop the record."""


def start_log(log_dir: Path) -> None:
    """Send the program's log to `log_dir`, replacing an earlier destination.

    A folder that cannot be used turns logging off; nothing is raised.
    """
    stop_log()
    logger = logging.getLogger(_ROOT)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        log_dir.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = _QuietFileHandler(log_dir / _FILE, encoding="utf-8", delay=True)
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter(_FORMAT))
    logger.addHandler(handler)


def stop_log() -> None:
    """Close the log file and go back to the library's defaults."""
    logger = logging.getLogger(_ROOT)
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()
    logger.setLevel(logging.NOTSET)
    logger.propagate = True


def log_file() -> Path | None:
    """Return the file that the log goes to, or None when it goes nowhere."""
    for handler in logging.getLogger(_ROOT).handlers:
        if isinstance(handler, logging.FileHandler):
            return Path(handler.baseFilename)
    return None


def last_lines(count: int = 40) -> list[str]:
    """Return the newest lines of the log, oldest first; empty when there is none."""
    path = log_file()
    if path is None:
        return []
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return [line.rstrip("\n") for line in deque(file, maxlen=count)]
    except OSError:
        return []
