"""The commands of `dev.py`: run, test, lock."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import environment
from environment import ROOT
from system import SetupError

USAGE = "usage: dev.py run [arguments of factcheck] | test [arguments of pytest] | lock [--upgrade]"
STEPS = {
    "ruff format": ["ruff", "format", "--check", "--quiet", "."],
    "ruff check": ["ruff", "check", "--quiet", "."],
    "imports": ["lint-imports"],
    "types": ["mypy"],
}
# What everything else stands on is tested to the last branch.
COMPLETE = (
    "factcheck/domain/*,factcheck/text/*,factcheck/operations/*,factcheck/storage/migrations/*"
)
_ROOM = 4 * 1024**3
"""Bytes that the files of a run may need."""
LONG_RUNS = {"--campaign": "campaign", "--benchmark": "benchmark"}


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    commands = {"run": run, "test": test, "lock": lock}
    if not arguments or arguments[0] not in commands:
        print(USAGE, file=sys.stderr)
        return 0 if arguments and arguments[0] in {"-h", "--help"} else 2
    try:
        return commands[arguments[0]](list(arguments[1:]))
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def run(arguments: list[str]) -> int:
    """Start factcheck with `arguments` in place of this process (Windows: beside it)."""
    environment.prepare("run")
    # -P: a folder named factcheck where the person stands is not the program.
    command = [str(environment.program("python")), "-P", "-m", "factcheck", *arguments]
    if os.name != "nt":
        sys.stdout.flush()
        os.execv(command[0], command)
    return subprocess.call(command)


def test(arguments: list[str]) -> int:
    """Run every check, or only pytest if it is given arguments of its own."""
    environment.prepare("test")
    os.chdir(ROOT)
    marks = [LONG_RUNS[argument] for argument in arguments if argument in LONG_RUNS]
    chosen = [argument for argument in arguments if argument not in LONG_RUNS]
    if marks:
        # One at a time and in the order of the files: the figures are compared with each other.
        long = ["-m", " or ".join(marks), "--timeout=3600", "-p", "no:randomly"]
        return _pytest([*long, *chosen])
    if chosen:
        return _pytest(chosen)
    for name, command in STEPS.items():
        print(f"== {name}", flush=True)
        if not _passes(command):
            print(f"failed: {name}", file=sys.stderr)
            return 1
    print("== tests", flush=True)
    with _folder_in_memory() as where:
        failed = _pytest(
            ["-n", "2", "--dist", "worksteal", "--cov", "--cov-report=term", "-q", *where]
        )
    if not failed and not _passes(
        ["coverage", "report", f"--include={COMPLETE}", "--fail-under=100"]
    ):
        print("failed: coverage of domain, text, operations and migrations", file=sys.stderr)
        return 1
    return failed


@contextmanager
def _folder_in_memory() -> Iterator[list[str]]:
    """Have pytest put its files where no write waits for a disk, if there is such a place."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK) or shutil.disk_usage(memory).free < _ROOM:
        yield []
        return
    with tempfile.TemporaryDirectory(prefix="factcheck-tests-", dir=memory) as folder:
        yield [f"--basetemp={folder}/run", "-o", "tmp_path_retention_policy=failed"]


def _passes(command: list[str]) -> bool:
    """Run a step of the checks; what it says is worth reading only when it fails."""
    arguments = [str(environment.program(command[0])), *command[1:]]
    done = subprocess.run(arguments, check=False, capture_output=True, text=True)
    if done.returncode:
        print(done.stdout + done.stderr, end="")
    return done.returncode == 0


def _pytest(arguments: list[str]) -> int:
    return subprocess.call([str(environment.program("python")), "-m", "pytest", *arguments])


def lock(arguments: list[str]) -> int:
    """Write the lock files anew; pins stay as they are without `--upgrade`.

    The lock for running is held to the versions of the one for developing, which has them all.
    """
    environment.prepare("test")
    uv = environment.program("uv")
    if not uv.exists():
        environment.pip("install", "uv", says="Installing uv")
    options = [
        *("--universal", "--python-version", "3.11", "--generate-hashes", "--no-header"),
        *("--no-annotate", "--no-emit-index-url", "--no-emit-find-links", "--no-config", "--quiet"),
        *[argument for argument in arguments if argument == "--upgrade"],
    ]
    everything = ["--all-extras", "--group", "dev"]
    to_run = ["--group", "build", "--constraints", str(environment.LOCKS["test"])]
    for purpose, scope in {"test": everything, "run": to_run}.items():
        target = environment.LOCKS[purpose]
        command = [str(uv), "pip", "compile", "pyproject.toml", *scope, *options, "-o", str(target)]
        if subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.DEVNULL).returncode:
            return 1
        print(f"{target.relative_to(ROOT)} written")
    return 0
