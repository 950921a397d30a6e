"""Reports of bugs: text that a person can read, copy and send.

Two kinds of end are covered. An exception nobody caught is reported at once through the hooks. A
hard crash (a fault in native code) kills the process; `faulthandler` writes a trace to a file as
it dies, and the next start finds it.
"""

import atexit
import faulthandler
import logging
import platform
import sys
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from factcheck import __version__
from factcheck.runtime.i18n import language
from factcheck.runtime.logs import last_lines

_PATTERN = "fault-*.txt"
_STALE = 7 * 24 * 3600
"""Seconds after which an empty trace file is surely nobody's."""

_log = logging.getLogger(__name__)

Listener = Callable[[BaseException, str], None]
"""Is given the exception and the report of it; may be called on any thread."""


def build_report(error: BaseException) -> str:
    """Return the report of `error`: versions, system, traceback, the last lines of the log.

    The home folder is shortened to `~`, so the report does not tell the account's name.
    """
    trace = "".join(traceback.format_exception(error)).rstrip()
    return _compose(trace)


def _compose(trace: str) -> str:
    log = "\n".join(last_lines()) or "-"
    text = f"{_facts()}\n\n{trace}\n\nlog:\n{log}\n"
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > 1 else text


def _facts() -> str:
    facts = {
        "factcheck": __version__,
        "python": f"{platform.python_version()} ({sys.executable})",
        "qt": _qt_version(),
        "system": platform.platform(),
        "language": language(),
        "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "thread": threading.current_thread().name,
    }
    return "\n".join(f"{name}: {value}" for name, value in facts.items())


def _qt_version() -> str:
    """Ask Qt for its version only where something else has loaded it."""
    core = sys.modules.get("PySide6.QtCore")
    return str(core.qVersion()) if core is not None else "not loaded"


def install_hooks(listener: Listener) -> Callable[[], None]:
    """Report every exception that nobody catches, on any thread, to `listener`.

    An interrupt from the keyboard goes the usual way. A listener that fails itself leaves the
    usual traceback on stderr.

    Returns:
        A function that puts the former hooks back.
    """
    former, former_thread = sys.excepthook, threading.excepthook

    def on_exception(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not isinstance(error, Exception):
            former(kind, error, trace)
            return
        _log.error("uncaught %s", kind.__name__)
        try:
            listener(error, build_report(error))
        except Exception:  # noqa: BLE001 - the last resort must not raise
            former(kind, error, trace)

    def on_thread_exception(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and args.exc_type is not SystemExit:
            on_exception(args.exc_type, args.exc_value, args.exc_traceback)

    def restore() -> None:
        sys.excepthook, threading.excepthook = former, former_thread

    sys.excepthook, threading.excepthook = on_exception, on_thread_exception
    return restore


def watch_hard_crashes(log_dir: Path) -> str | None:
    """Have native faults of this process traced, and return the report of an earlier one.

    Each process has its own file, taken away when it ends well. A folder that cannot be written
    turns this off.

    Returns:
        The report of a process that died of a fault since the last call, or None.
    """
    try:
        log_dir.mkdir(parents=True, exist_ok=True)
        trace = _take_traces(log_dir)
        path = log_dir / f"fault-{time.time_ns():x}.txt"
        file = path.open("xb")
    except OSError:
        return None
    faulthandler.enable(file)

    def close() -> None:
        faulthandler.disable()
        file.close()
        with suppress(OSError):
            path.unlink()

    atexit.register(close)
    return _compose(trace) if trace else None


def _take_traces(log_dir: Path) -> str:
    traces = []
    for path in sorted(log_dir.glob(_PATTERN)):
        with suppress(OSError):
            content = path.read_text(encoding="utf-8", errors="replace").strip()
            if content:
                traces.append(content)
            if content or path.stat().st_mtime < time.time() - _STALE:
                path.unlink()
    return "\n\n".join(traces)
