"""From the words typed to the command meant."""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NoReturn

from factcheck import __version__
from factcheck.cli.arguments import Argument, Command
from factcheck.cli.options import GLOBAL
from factcheck.cli.table import COMMANDS, NOUNS
from factcheck.cli.wording import sentence
from factcheck.domain.errors import N_
from factcheck.runtime.i18n import tr

__all__ = ["COMMANDS", "WrongUsageError", "build_parser", "find_early"]

_PROGRAM = "factcheck"
_ABOUT = N_("Check articles claim by claim. Without a command the desk opens.")


class WrongUsageError(Exception):
    """The words typed make no command; the text is a sentence, translated."""


class _Formatter(argparse.HelpFormatter):
    """Help with a translated first word."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Put our word for "usage: " in front; a prefix that is given stays."""
        super().add_usage(usage, actions, groups, tr("Usage: ") if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A parser that raises instead of leaving the program, and knows no abbreviations."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - those of argparse
        super().__init__(**options, add_help=False, allow_abbrev=False, formatter_class=_Formatter)
        self.places = self.add_argument_group(tr("Arguments"))
        self.options = self.add_argument_group(tr("Options"))
        self.options.add_argument("-h", "--help", action="help", help=tr("show this help"))

    def error(self, message: str) -> NoReturn:
        """Turn the message of argparse into a sentence.

        Raises:
            WrongUsageError: Always.
        """
        help_line = tr("Help: {command}", command=f"{self.prog} --help")
        raise WrongUsageError(f"{sentence(message)}\n{help_line}")

    def take(self, arguments: Sequence[Argument], **more: object) -> None:
        """Add arguments of the table, each to its group."""
        for argument in arguments:
            group = self.options if argument.is_option else self.places
            options = {"help": _help(argument), **argument.options, **more}
            if "choices" in options:
                options["metavar"] = argument.names[0].lstrip("-").upper()
            group.add_argument(*argument.names, **options)


def _help(argument: Argument) -> str:
    choices = argument.options.get("choices")
    return f"{tr(argument.help)}: {', '.join(choices)}" if choices else tr(argument.help)


def build_parser() -> argparse.ArgumentParser:
    """Build the parser of the whole table, its help in the language in use.

    The namespace it returns holds `command` (a `Command`, or None) and the arguments.
    """
    parser = _Parser(prog=_PROGRAM, description=tr(_ABOUT))
    parser.take(GLOBAL)
    version = f"{_PROGRAM} {__version__}"
    parser.options.add_argument(
        "--version", action="version", version=version, help=tr("show the version")
    )
    parser.set_defaults(command=None)
    top = _add_level(parser)
    alone: dict[str, _Parser] = {}
    levels: dict[str, Any] = {}
    for command in COMMANDS:
        noun = command.words[0]
        if len(command.words) == 1:
            alone[noun] = _add_command(top, command)
            continue
        if noun in alone and noun not in levels:
            levels[noun] = _add_level(alone[noun])
        elif noun not in levels:
            help_ = tr(NOUNS[noun])
            added = top.add_parser(noun, help=help_, description=help_)
            levels[noun] = _add_level(added, is_required=True)
        _add_command(levels[noun], command)
    return parser


def _add_level(parser: _Parser, *, is_required: bool = False) -> Any:  # noqa: ANN401 - of argparse
    """Add commands below `parser`; without `is_required` it is a command by itself too."""
    return parser.add_subparsers(
        title=tr("Commands"), metavar="COMMAND", required=is_required, parser_class=_Parser
    )


def _add_command(level: Any, command: Command) -> _Parser:  # noqa: ANN401 - as above
    help_ = tr(command.help)
    parser: _Parser = level.add_parser(command.words[-1], help=help_, description=help_)
    parser.take(command.arguments)
    later = [each for each in GLOBAL if not command.takes(each.names[0])]
    parser.take(later, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    parser.set_defaults(command=command)
    return parser


def find_early(arguments: Sequence[str]) -> dict[str, str]:
    """Find `--home`, `--database` and `--language` before anything is parsed.

    The language has to be known before the parser, whose help it is written in. Where a command
    has a `--language` of its own (that of a text), only one before the command counts.
    """
    found: dict[str, str] = {}
    names = {argument.names[0] for argument in GLOBAL}
    words: list[str] = []
    rest: Iterator[str] = iter(arguments)
    for word in rest:
        name, equals, value = word.partition("=")
        if not word.startswith("-"):
            words.append(word)
        elif name in names and not (name == "--language" and _has_own_language(words)):
            found[name[2:]] = value if equals else next(rest, "")
    return found


def _has_own_language(words: Sequence[str]) -> bool:
    return any(
        command.takes("--language") and tuple(words[: len(command.words)]) == command.words
        for command in COMMANDS
    )
