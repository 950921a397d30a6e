"""Taking figures: CPU seconds of this process, ratios within one run, resident memory.

CPU time and ratios say the same on a busy machine as on an idle one; a clock on the wall does not.
"""

import json
import math
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
_NO_BYTECODE = {"PYTHONDONTWRITEBYTECODE"}
RESULTS = ROOT / "build" / "benchmarks.json"


def cpu_seconds(action: Callable[[], object]) -> float:
    """CPU seconds, user and system, that `action` takes in this process."""
    started = time.process_time()
    action()
    return time.process_time() - started


def median_seconds(action: Callable[[], object], times: int = 5) -> float:
    """The median of so many runs."""
    return statistics.median(cpu_seconds(action) for _ in range(times))


def percentile(values: Iterable[float], percent: float) -> float:
    """The smallest value that `percent` of all are not above (nearest rank).

    Raises:
        ValueError: there are no values.
    """
    ordered = sorted(values)
    if not ordered:
        raise ValueError(percent)
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]


def resident_megabytes() -> float | None:
    """Memory of this process that is in use now; None where there is no /proc."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return None
    return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def in_fresh_process(script: str, *arguments: str) -> dict[str, float]:
    """Run Python on `script`, which prints one JSON object as its last line, and return it.

    Bytecode is kept in a folder of the tests, as it is kept beside an installed program.

    Raises:
        RuntimeError: the script failed; what it said is the message.
    """
    command = [sys.executable, "-c", script, *arguments]
    environment = {key: value for key, value in os.environ.items() if key not in _NO_BYTECODE}
    environment["PYTHONPYCACHEPREFIX"] = str(Path.home() / "bytecode")
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, cwd=ROOT, env=environment
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return dict(json.loads(done.stdout.splitlines()[-1]))


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value beside the value it should stay below."""

    name: str
    value: float
    unit: str
    target: float | None = None

    @property
    def is_met(self) -> bool:
        """Whether the value is no more than the target."""
        return self.target is None or self.value <= self.target

    def __str__(self) -> str:
        wanted = "" if self.target is None else f"≤ {self.target:g}"
        mark = "" if self.is_met else "  over"
        return f"{self.name:<58} {self.value:>10.4g} {self.unit:<4} {wanted:>9}{mark}"


@dataclass(slots=True)
class Figures:
    """What one run of the benchmarks found."""

    all: list[Figure] = field(default_factory=list)

    def add(self, name: str, value: float, unit: str, target: float | None = None) -> None:
        """Take note of one value; a target that is missed fails nothing, the table shows it."""
        self.all.append(Figure(name, value, unit, target))

    def add_series(self, name: str, seconds: Sequence[float], target: float | None = None) -> None:
        """Take note of the median and the 95th percentile of CPU times, in milliseconds."""
        self.add(f"{name}, median", statistics.median(seconds) * 1_000, "ms")
        self.add(f"{name}, p95", percentile(seconds, 95) * 1_000, "ms", target)

    def write(self, path: Path = RESULTS) -> None:
        """Keep the figures as JSON."""
        path.parent.mkdir(parents=True, exist_ok=True)
        rows = [asdict(figure) | {"met": figure.is_met} for figure in self.all]
        path.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", "utf-8")
