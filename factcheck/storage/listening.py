"""Hearing of commits on a server, and going on when the connection for it is lost."""

import threading
import time
from contextlib import suppress
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

SLOW_POLL = 5.0
"""Seconds between two looks where notifications do not arrive (some poolers drop LISTEN)."""


class Listener:
    """Hears of commits by LISTEN, on a connection of its own.

    A connection that is lost (the server restarts, a laptop wakes up) is made anew on a thread,
    because that may take seconds; meanwhile it is time to look every `SLOW_POLL` seconds.
    """

    def __init__(self, engine: Engine) -> None:
        """Start listening.

        Raises:
            sqlalchemy.exc.DBAPIError: The server cannot be reached.
        """
        self._engine = engine
        self._lock = threading.Lock()
        self._pooled: Any = None
        self._is_closed = False
        self._looked = 0.0
        self._seeking: threading.Thread | None = None
        self._listen()

    def has_news(self) -> bool:
        """Return whether somebody has committed, or it is time to look anyway."""
        heard = self._heard()
        is_time = time.monotonic() - self._looked >= SLOW_POLL
        if is_time and self._pooled is None:
            self._seek()
        if heard or is_time:
            self._looked = time.monotonic()
        return heard or is_time

    def close(self) -> None:
        """Stop listening."""
        with self._lock:
            self._is_closed = True
            self._drop()

    def _listen(self) -> None:
        pooled: Any = self._engine.raw_connection()
        driver = pooled.driver_connection
        driver.autocommit = True
        driver.execute("LISTEN factcheck")
        with self._lock:
            self._pooled = pooled
            if self._is_closed:
                self._drop()

    def _heard(self) -> bool:
        """Return whether notifications arrived; a lost connection is let go of."""
        with self._lock:
            if self._pooled is None:
                return False
            driver = self._pooled.driver_connection
            try:
                return bool(list(driver.notifies(timeout=0)))
            except self._engine.dialect.loaded_dbapi.Error:
                self._drop()
                return False

    def _seek(self) -> None:
        if self._seeking is not None and self._seeking.is_alive():
            return
        self._seeking = threading.Thread(target=self._listen_again, name="listen", daemon=True)
        self._seeking.start()

    def _listen_again(self) -> None:
        with suppress(DBAPIError, self._engine.dialect.loaded_dbapi.Error):
            self._listen()
            self._looked = 0.0  # what was committed meanwhile was not heard

    def _drop(self) -> None:
        pooled, self._pooled = self._pooled, None
        if pooled is not None:
            pooled.invalidate()
            pooled.close()
