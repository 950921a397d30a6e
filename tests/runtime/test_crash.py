import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from factcheck import __version__
from factcheck.runtime import crash, logs


@pytest.fixture
def reports():
    caught = []
    restore = crash.install_hooks(lambda error, report: caught.append((error, report)))
    yield caught
    restore()


@pytest.fixture
def usual_hook(monkeypatch):
    """Put Python's own hook where the test runner has its own."""
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)


def failed():
    return RuntimeError("went wrong")


def test_report_names_versions_and_trace(tmp_path):
    logs.start_log(tmp_path)
    try:
        logs.logging.getLogger("factcheck").info("last step")
        report = crash.build_report(failed())
    finally:
        logs.stop_log()
    assert f"factcheck: {__version__}" in report
    assert f"python: {sys.version_info.major}.{sys.version_info.minor}" in report
    assert "RuntimeError: went wrong" in report
    assert "last step" in report


def test_report_hides_the_account(monkeypatch, tmp_path):
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    error = OSError(f"cannot open {tmp_path}/data")
    report = crash.build_report(error)
    assert str(tmp_path) not in report
    assert "cannot open ~/data" in report


def test_uncaught_exceptions_are_reported(reports):
    error = failed()
    sys.excepthook(type(error), error, error.__traceback__)
    assert reports[0][0] is error
    assert "went wrong" in reports[0][1]


def test_uncaught_exceptions_of_threads_are_reported(reports):
    def work():
        raise LookupError("in a thread")

    thread = threading.Thread(target=work, name="worker")
    thread.start()
    thread.join()
    assert "in a thread" in reports[0][1]


def test_interrupt_goes_the_usual_way(usual_hook, reports, capsys):
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert reports == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_failing_listener_leaves_the_usual_trace(usual_hook, capsys):
    def fail(*args):
        raise ValueError("listener")

    restore = crash.install_hooks(fail)
    error = failed()
    sys.excepthook(type(error), error, error.__traceback__)
    restore()
    assert "went wrong" in capsys.readouterr().err


def run_watched(folder, end):
    code = (
        "import os, sys; from pathlib import Path; from factcheck.runtime import crash;"
        f"print(crash.watch_hard_crashes(Path({str(folder)!r}))); sys.stdout.flush(); {end}"
    )
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": "."},
        check=False,
    )


def test_hard_crash_is_told_at_the_next_start(tmp_path):
    died = run_watched(tmp_path, "os.abort()")
    assert died.returncode != 0
    assert died.stdout.strip() == "None"
    told = run_watched(tmp_path, "pass")
    assert "Fatal Python error: Aborted" in told.stdout
    assert "factcheck:" in told.stdout
    assert run_watched(tmp_path, "pass").stdout.strip() == "None"
    assert list(tmp_path.iterdir()) == []


def test_trace_of_a_running_process_is_left_alone(tmp_path):
    other, old = tmp_path / "fault-1.txt", tmp_path / "fault-0.txt"
    other.touch()
    old.touch()
    os.utime(old, (0, 0))
    assert run_watched(tmp_path, "pass").stdout.strip() == "None"
    assert list(tmp_path.iterdir()) == [other]


def test_unusable_folder_turns_watching_off(tmp_path):
    (tmp_path / "log").write_text("a file")
    assert crash.watch_hard_crashes(tmp_path / "log") is None
