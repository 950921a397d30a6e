"""Runs one command: language first, then the parser, then the command, then its answer."""

import logging
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from factcheck.cli.arguments import Command
from factcheck.cli.call import Call, Windows
from factcheck.cli.output import Answer, discard_output, prepare_streams, say, show
from factcheck.cli.parser import COMMANDS, WrongUsageError, build_parser, find_early
from factcheck.cli.stopping import saying, stoppable
from factcheck.domain.errors import UserError
from factcheck.runtime.crash import build_report
from factcheck.runtime.i18n import LANGUAGES, explain, language, set_language, tr
from factcheck.runtime.logs import start_log, stop_log
from factcheck.runtime.paths import Paths
from factcheck.runtime.settings import Settings

_log = logging.getLogger(__name__)

DONE, SAID_NO, WRONG_USAGE = 0, 1, 2
_DEFAULT = next(command for command in COMMANDS if command.words == ("open",))


def run(arguments: Sequence[str], windows: Windows) -> int:
    """Run the program with `arguments` (without its name) and return the exit code.

    0 means done, 1 said no, 2 wrong usage; 130 stands for an interrupt from the keyboard, and
    other numbers above 128 for other signals.
    """
    prepare_streams()
    try:
        with stoppable():
            return _run(arguments, windows)
    except BrokenPipeError:
        discard_output()
        return DONE
    except KeyboardInterrupt as stop:
        if str(stop):
            say(str(stop))
        return saying(stop, "").code
    finally:
        stop_log()


def _run(arguments: Sequence[str], windows: Windows) -> int:
    early = find_early(arguments)
    paths = Paths.under(Path(early["home"])) if early.get("home") else Paths.default()
    _speak(paths, early.get("language", ""))
    try:
        parsed = build_parser().parse_args(arguments)
    except WrongUsageError as error:
        say(str(error))
        return WRONG_USAGE
    except SystemExit as end:  # help and version have been printed
        return show(Answer(code=int(end.code or 0)), as_json=False)
    command: Command = parsed.command or _DEFAULT
    if parsed.command is None:
        parsed.file, parsed.json = None, False
    start_log(paths.log_dir)
    try:
        settings = Settings.load(paths.settings_file).replace(language=language())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        say(tr("{path} cannot be used: {reason}", path=paths.settings_file, reason=reason))
        return SAID_NO
    return _answer(command, Call(parsed, paths, settings, windows))


def _speak(paths: Paths, typed: str) -> None:
    """Choose the language: of the command line, else of the settings, else the default."""
    try:
        set_language(Settings.read(paths.settings_file).language)
    except OSError:  # said when the settings are needed
        set_language(LANGUAGES[0])
    with suppress(ValueError):  # said by the parser
        set_language(typed)


def _answer(command: Command, call: Call) -> int:
    _log.info("command: %s", " ".join(command.words))
    module, _, name = command.run.partition(":")
    function: Callable[[Call], Answer] = getattr(
        import_module(f"factcheck.cli.commands.{module}"), name
    )
    try:
        return show(function(call), as_json=call.arguments.json)
    except WrongUsageError as error:
        say(str(error))
        return WRONG_USAGE
    except UserError as error:
        _log.info("refused: %s", error.message)
        say(explain(error))
        return SAID_NO
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - the boundary of the program
        return _report(error, call.paths.log_dir)


def _report(error: Exception, folder: Path) -> int:
    """Keep the report of a bug in a file and say where; on stderr if it cannot be kept."""
    report = build_report(error)
    path = folder / f"crash-{time.strftime('%Y%m%d-%H%M%S')}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(report, encoding="utf-8")
    except OSError:
        say(report)
        return SAID_NO
    say(
        tr(
            "The program made a mistake and stopped. A report for its makers is in {path}",
            path=path,
        )
    )
    return SAID_NO
