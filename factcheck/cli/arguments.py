"""The parts that the table of commands is made of."""

import argparse
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from factcheck.domain.errors import N_
from factcheck.runtime.i18n import tr

BAD_SIZE = N_("{value} is not a size such as 1280x800, between 320x240 and 8000x8000.")


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a command; `help` is a msgid, `options` goes to argparse as it is."""

    names: tuple[str, ...]
    help: str
    options: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_option(self) -> bool:
        """Whether it is written with dashes."""
        return self.names[0].startswith("-")


@dataclass(frozen=True, slots=True)
class Command:
    """One command: `words` as typed, `run` as `module:function` below `factcheck.cli.commands`."""

    words: tuple[str, ...]
    help: str
    run: str
    arguments: tuple[Argument, ...] = ()

    def takes(self, name: str) -> bool:
        """Whether the command has the argument `name` of its own."""
        return any(name in argument.names for argument in self.arguments)


def positional(name: str, help_: str, **options: object) -> Argument:
    """Return an argument that is known by its place; `name` is shown in capitals."""
    return Argument((name,), help_, {"metavar": name.upper(), **options})


def option(
    name: str, help_: str, metavar: str | tuple[str, ...] = "TEXT", **options: object
) -> Argument:
    """Return an argument with a value; it is None when it is left out."""
    return Argument((name,), help_, {"metavar": metavar, **options})


def choice(name: str, keys: type[StrEnum] | Iterable[str], help_: str, dest: str = "") -> Argument:
    """Return an argument that takes one of a few keys, None when it is left out."""
    options: dict[str, Any] = {"choices": [str(key) for key in keys]}
    return Argument((name,), help_, options | ({"dest": dest} if dest else {}))


def flag(name: str, help_: str) -> Argument:
    """Return an argument that is there or not."""
    return Argument((name,), help_, {"action": "store_true"})


def size(text: str) -> tuple[int, int]:
    """Read `WIDTHxHEIGHT` in pixels.

    Raises:
        argparse.ArgumentTypeError: The text is not a size that a window can have.
    """
    found = re.fullmatch(r"(\d{1,5})[xX×](\d{1,5})", text)
    width, height = map(int, found.groups()) if found else (0, 0)
    if not (320 <= width <= 8000 and 240 <= height <= 8000):
        raise argparse.ArgumentTypeError(tr(BAD_SIZE, value=text))
    return width, height
