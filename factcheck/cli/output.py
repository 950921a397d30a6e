"""What a command answers, and how it reaches the terminal."""

import json
import os
import sys
import unicodedata
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TextIO

from factcheck.cli.writing import explained
from factcheck.domain.errors import N_, ExportError, Phrase

THE_OUTPUT = N_("The output")
_CUT = 56
"""Columns that one cell of a table may take."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The result of a command.

    Attributes:
        data: One object or list, for `--json`; None prints nothing.
        text: The same for people; called only when it is shown.
        said: A sentence for stderr, translated.
        code: The exit code.
    """

    data: object = None
    text: Callable[[], str] = str
    said: str = ""
    code: int = 0


def prepare_streams() -> None:
    """Make output UTF-8 whatever the console is set to, and never fail on a letter."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            with suppress(ValueError, OSError):
                reconfigure(encoding="utf-8", errors="backslashreplace")


def show(answer: Answer, *, as_json: bool) -> int:
    """Print an answer and return its exit code.

    Raises:
        ExportError: The output goes to a place that cannot be written, such as a full disk.
        BrokenPipeError: Whoever read the output has gone.
    """
    try:
        with explained(Phrase(THE_OUTPUT)):
            _print(answer, as_json=as_json)
    except ExportError:
        discard_output()
        raise
    if answer.said:
        say(answer.said)
    return answer.code


def _print(answer: Answer, *, as_json: bool) -> None:
    if as_json and answer.data is not None:
        print(json.dumps(answer.data, ensure_ascii=False, indent=2))
    elif not as_json:
        text = answer.text()
        if text:
            print(text)
    if sys.stdout is not None:  # a program started without a console has none
        sys.stdout.flush()


def discard_output() -> None:
    """Let what could not be printed go nowhere, so that nothing complains about it at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(sentence: str, stream: TextIO | None = None) -> None:
    """Print a message for people, beside the result."""
    print(sentence, file=stream or sys.stderr)


def table(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Set rows in columns, long cells cut; empty without rows."""
    if not rows:
        return ""
    cells = [[_cell(each) for each in row] for row in (headings, *rows)]
    widths = [max(_width(row[at]) for row in cells) for at in range(len(headings))]
    lines = ("  ".join(map(_padded, row, widths)).rstrip() for row in cells)
    return "\n".join(lines)


def fields(pairs: Sequence[tuple[str, object]]) -> str:
    """Set names and values one below the other, leaving out what is empty.

    Further lines of a value stand below its first one.
    """
    shown = [(name, str(value)) for name, value in pairs if value not in (None, "")]
    width = max((_width(name) for name, _ in shown), default=0)
    below = "\n" + " " * (width + 2)
    return "\n".join(
        f"{_padded(name, width)}  {below.join(value.splitlines())}" for name, value in shown
    )


def _cell(value: object) -> str:
    text = " ".join(str(value).split())
    return text if _width(text) <= _CUT else f"{text[: _CUT - 1].rstrip()}…"


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    """Return the columns that `text` takes: marks and format characters take none."""
    return sum(
        0
        if unicodedata.category(char) in ("Mn", "Me", "Cf")
        else 2
        if unicodedata.east_asian_width(char) in "WF"
        else 1
        for char in text
    )
