"""A throw-away PostgreSQL for the tests: on a Unix socket, as a user who is not root.

Uses the newest server found on this machine (Debian's `postgresql` package). Without one, the
tests that need it are skipped and say so.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from factcheck.storage.server import ServerAddress, parse_address

NOBODY = 65534


def server_programs() -> Path | None:
    """Return the folder of the newest server's programs, None where there is none."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/postgres"),
        key=lambda path: int(path.parts[-3]),
    )
    if found:
        return found[-1].parent
    named = shutil.which("postgres")
    return Path(named).resolve().parent if named else None


@contextmanager
def running_cluster(programs: Path) -> Iterator[Path]:
    """Start a cluster; yields the folder of its socket. Durability is off: it is thrown away."""
    folder = Path(tempfile.mkdtemp(prefix="factcheck-pg-"))
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if is_root:
        os.chown(folder, NOBODY, NOBODY)

    def run(name: str, *arguments: str) -> None:
        subprocess.run(
            [str(programs / name), *arguments],
            check=True,
            cwd=folder,
            env={**os.environ, "HOME": str(folder), "LC_ALL": "C.UTF-8"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            user=NOBODY if is_root else None,
            group=NOBODY if is_root else None,
            extra_groups=[] if is_root else None,
        )

    data = str(folder / "data")
    options = (
        "-c listen_addresses='' -c fsync=off -c full_page_writes=off -c synchronous_commit=off"
    )
    try:
        run("initdb", "-D", data, "-U", "desk", "-A", "trust", "--no-sync", "-E", "UTF8")
        run(
            "pg_ctl",
            "-D",
            data,
            "-w",
            "-l",
            str(folder / "log"),
            "-o",
            f"{options} -c unix_socket_directories={folder}",
            "start",
        )
        try:
            yield folder
        finally:
            run("pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def create_database(socket: Path, name: str, template: str = "template0") -> None:
    """Make a database on a cluster."""
    import psycopg

    with psycopg.connect(f"host={socket} user=desk dbname=postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')


def address_of(socket: Path, name: str) -> ServerAddress:
    """Return the address of a database on a cluster."""
    return parse_address(f"postgresql://desk@/{name}?host={socket}")


@contextmanager
def cluster_or_skip() -> Iterator[Path]:
    """Start a cluster, or skip the test where no server is installed."""
    programs = server_programs()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed here")
    with running_cluster(programs) as socket:
        yield socket
