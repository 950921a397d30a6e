"""Make `.venv` and keep it in step with the lock files; do nothing when it already is.

A stamp inside `.venv` holds a fingerprint of what was installed (lock file, pyproject.toml, build
hook, Python, place of the checkout). A set-up that was killed half-way leaves a marker, and the
next one starts from nothing.
"""

import contextlib
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import system
from system import SetupError

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "factcheck.json"
UNFINISHED = VENV / "factcheck-unfinished"
LOCKS = {
    "run": ROOT / "packaging" / "requirements.lock",
    "test": ROOT / "packaging" / "requirements-dev.lock",
}


def program(name: str) -> Path:
    """A program of `.venv`."""
    return VENV / "Scripts" / f"{name}.exe" if os.name == "nt" else VENV / "bin" / name


def prepare(purpose: str) -> None:
    """Make `.venv` fit for "run" or "test".

    Raises:
        SetupError: something is missing that this script cannot get.
    """
    if _is_ready(purpose):
        return
    with _one_at_a_time():
        if _is_ready(purpose):
            return
        started = time.monotonic()
        system.ensure(purpose)
        stamp = _stamp()
        if not _is_installed(purpose, stamp):
            _install(purpose)
            stamp = {"run": _fingerprint("run")}
            if purpose == "test":
                stamp["test"] = _fingerprint("test")
        checked = {*str(stamp.get("checked", "")).split(), purpose}
        stamp["checked"] = " ".join(sorted(checked))
        STAMP.write_text(json.dumps(stamp), "utf-8")
        print(f"Ready after {time.monotonic() - started:.0f} s.", flush=True)


def _is_ready(purpose: str) -> bool:
    stamp = _stamp()
    return _is_installed(purpose, stamp) and purpose in stamp.get("checked", "").split()


def _is_installed(purpose: str, stamp: dict[str, str]) -> bool:
    return stamp.get(purpose) == _fingerprint(purpose) and not UNFINISHED.exists()


def _stamp() -> dict[str, str]:
    try:
        stamp = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) and program("python").exists() else {}


def _fingerprint(purpose: str) -> str:
    digest = hashlib.sha256(f"{sys.version}\n{ROOT}\n".encode())
    for path in (LOCKS[purpose], ROOT / "pyproject.toml", ROOT / "packaging" / "hatch_build.py"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _install(purpose: str) -> None:
    if VENV.exists() and (UNFINISHED.exists() or not _works()):
        print("Removing a .venv that is incomplete or of another Python", flush=True)
        shutil.rmtree(VENV)
    if not VENV.exists():
        print("Making .venv", flush=True)
        _run([_base_python(), "-m", "venv", str(VENV)])
    lock = LOCKS[purpose]
    number = sum(1 for line in lock.read_text("utf-8").splitlines() if "==" in line)
    UNFINISHED.touch()
    pip("install", "--require-hashes", "-r", str(lock), says=f"Installing {number} locked packages")
    project = ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
    pip("install", *project, says="Installing factcheck")
    UNFINISHED.unlink()


def _works() -> bool:
    check = "import sys, pip; print(sys.version)"
    try:
        done = subprocess.run(
            [program("python"), "-c", check], check=False, capture_output=True, text=True
        )
    except OSError:
        return False
    return done.returncode == 0 and done.stdout.strip() == sys.version.strip()


def _base_python() -> str:
    """The Python under a virtual environment, so that `.venv` does not build on itself."""
    return getattr(sys, "_base_executable", "") or sys.executable


def pip(*arguments: str, says: str) -> None:
    """Run pip of `.venv` quietly, with one line of progress.

    Raises:
        SetupError: pip failed; what it said is on the screen.
    """
    print(says, flush=True)
    options = ["--quiet", "--disable-pip-version-check", "--no-input", "--retries", "8"]
    _run([str(program("python")), "-m", "pip", *arguments, *options])


def _run(command: list[str]) -> None:
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        print(done.stdout + done.stderr, file=sys.stderr)
        # A step that ended by itself leaves nothing half-made; only a killed one does.
        UNFINISHED.unlink(missing_ok=True)
        raise SetupError("The set-up did not finish; the lines above say why. Start it again.")


@contextlib.contextmanager
def _one_at_a_time() -> Iterator[None]:
    """A second start waits for the first to finish (not on Windows, which has no flock)."""
    if importlib.util.find_spec("fcntl") is None:
        yield
        return
    import fcntl  # noqa: PLC0415

    folder = os.open(ROOT / "packaging", os.O_RDONLY)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Waiting for another set-up to finish", flush=True)
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)
