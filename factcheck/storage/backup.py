"""Copies of the database made by SQLite's backup API, never by copying the live file."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine


def back_up(engine: Engine, path: Path, *, reason: str) -> Path:
    """Write a sound copy of the database beside it and return where it is.

    The name holds the UTC time and the reason, so that no backup replaces another one.
    """
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    target = path.with_name(f"{path.stem}.{stamp}.{reason}{path.suffix}")
    copy = sqlite3.connect(target)
    try:
        with engine.connect() as connection:
            source: Any = connection.connection.dbapi_connection
            source.backup(copy)
    finally:
        copy.close()
    return target
