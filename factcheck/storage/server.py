"""A record on a PostgreSQL server: the same rows, the same log, many people at once.

Writers take turns by an advisory lock, so that a change always names the heads it replaces, as
BEGIN IMMEDIATE does for a file. Passwords come from the address, the environment or the key ring of
the operating system and are kept in memory only.
"""

import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError

from factcheck.domain.errors import N_, DatabaseError
from factcheck.storage import schema
from factcheck.storage.faults import explained
from factcheck.storage.opening import NEWER
from factcheck.storage.store import Identity, Store

SCHEMES = ("postgresql://", "postgresql+psycopg://")
PASSWORD_VARIABLE = "FACTCHECK_DATABASE_PASSWORD"  # noqa: S105 - the name of a variable
KEYRING_SERVICE = "factcheck"

NO_DRIVER = N_(
    "This installation cannot speak to PostgreSQL. Install it with: pip install"
    " 'factcheck[postgresql]'"
)
BAD_ADDRESS = N_("“{address}” is not the address of a server. Write postgresql://name@host/base.")
NO_RECORD = N_("There is no factcheck record in {path} yet. Create one there first.")

_LOCK = 0x46435243
"""Advisory lock that writers hold for one transaction."""
_SLOW_POLL = 5.0
"""Seconds between two looks where notifications do not arrive (some poolers drop LISTEN)."""
_LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """Where a record is on a server; `url` never holds a password."""

    url: URL
    password: str | None = None

    @property
    def shown(self) -> str:
        """The address as people see it: name, host and database, without a password."""
        host = self.url.host or self.url.query.get("host", "")
        return f"{self.url.database}@{host or 'localhost'}"

    @property
    def account(self) -> str:
        """The key under which the key ring keeps the password."""
        return self.url.set(query={}).render_as_string(hide_password=True)


def is_address(text_: str) -> bool:
    """Return whether a text names a server rather than a file."""
    return text_.startswith(SCHEMES)


def parse_address(text_: str) -> ServerAddress:
    """Read an address as typed.

    Raises:
        DatabaseError: It is not one.
    """
    try:
        url = make_url(text_)
    except (ArgumentError, ValueError):
        raise DatabaseError(BAD_ADDRESS, address=text_) from None
    if not is_address(text_) or not url.database:
        raise DatabaseError(BAD_ADDRESS, address=url.render_as_string(hide_password=True))
    password = url.password
    return ServerAddress(_without_password(url), str(password) if password else None)


def _without_password(url: URL) -> URL:
    plain = URL.create(
        "postgresql+psycopg",
        username=url.username,
        host=url.host,
        port=url.port,
        database=url.database,
        query=url.query,
    )
    host = url.host or url.query.get("host")
    is_remote = bool(host) and host not in _LOCAL_HOSTS and not str(host).startswith("/")
    if is_remote and "sslmode" not in url.query:
        return plain.update_query_dict({"sslmode": "require"})
    return plain


def password_of(address: ServerAddress) -> str | None:
    """Find the password: as typed, in the environment, in the key ring; None asks libpq."""
    return address.password or os.environ.get(PASSWORD_VARIABLE) or _from_keyring(address)


def _from_keyring(address: ServerAddress) -> str | None:
    try:
        import keyring  # noqa: PLC0415 - part of the extra, and slow to load
        from keyring.errors import KeyringError  # noqa: PLC0415
    except ImportError:
        return None
    try:
        return keyring.get_password(KEYRING_SERVICE, address.account)
    except KeyringError:
        return None


def remember_password(address: ServerAddress, password: str) -> bool:
    """Keep a password in the key ring; False where this machine has none."""
    try:
        import keyring  # noqa: PLC0415
        from keyring.errors import KeyringError  # noqa: PLC0415

        keyring.set_password(KEYRING_SERVICE, address.account, password)
    except (ImportError, KeyringError):
        return False
    return True


def open_server(
    address: ServerAddress,
    *,
    actor: str,
    replica: str,
    create: bool = False,
    patience: float = 10.0,
) -> Store:
    """Open the record on a server; made new there when `create` allows it.

    Raises:
        DatabaseError: The server cannot be reached, holds no record, or a newer one.
    """
    path = Path(address.shown)
    engine = _open_engine(address, patience)
    try:
        with explained(path):
            _prepare(engine, path, create=create)
            store = Store(path, engine, Identity(actor, UUID(replica)))
            listener = Listener(engine)
            store.has_news = listener.has_news
            store.on_close.append(listener.close)
            store.poll()
    except BaseException:
        engine.dispose()
        raise
    return store


def _open_engine(address: ServerAddress, patience: float) -> Engine:
    url = address.url
    password = password_of(address)
    if password:
        url = url.set(password=password)
    arguments = {"connect_timeout": 10, "application_name": "factcheck"}
    try:
        engine = create_engine(url, pool_size=1, max_overflow=8, connect_args=arguments)
    except ModuleNotFoundError:
        raise DatabaseError(NO_DRIVER) from None
    event.listen(engine, "begin", lambda connection: _begin(connection, patience))
    return engine


def _begin(connection: Connection, patience: float) -> None:
    if connection.get_execution_options().get("write"):
        connection.execute(text(f"SET LOCAL lock_timeout = {int(patience * 1000)}"))
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))


def _prepare(engine: Engine, path: Path, *, create: bool) -> None:
    version = schema.version_on_server(engine)
    if version is None:
        if not create:
            raise DatabaseError(NO_RECORD, path=path)
        schema.create(engine)
    elif version > schema.VERSION:
        raise DatabaseError(NEWER, path=path)
    elif version < schema.VERSION:
        schema.upgrade_server(engine)


class Listener:
    """Hears of commits by LISTEN, on a connection of its own."""

    def __init__(self, engine: Engine) -> None:
        """Start listening."""
        self._pooled = engine.raw_connection()
        driver: Any = self._pooled.driver_connection
        self._driver = driver
        self._driver.autocommit = True
        self._driver.execute("LISTEN factcheck")
        self._looked = 0.0

    def has_news(self) -> bool:
        """Return whether somebody has committed, or it is time to look anyway."""
        heard = list(self._driver.notifies(timeout=0))
        is_time = time.monotonic() - self._looked >= _SLOW_POLL
        if heard or is_time:
            self._looked = time.monotonic()
        return bool(heard) or is_time

    def close(self) -> None:
        """Stop listening."""
        self._pooled.invalidate()
        self._pooled.close()
