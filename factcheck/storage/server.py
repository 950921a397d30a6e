"""A record on a PostgreSQL server: the same rows, the same log, many people at once.

Writers take turns by an advisory lock, so that a change always names the heads it replaces, as
BEGIN IMMEDIATE does for a file. Passwords come from the address, the environment or the key ring of
the operating system and are kept in memory only.
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError

from factcheck.domain.errors import N_, DatabaseError
from factcheck.storage import schema
from factcheck.storage.faults import explained
from factcheck.storage.listening import Listener
from factcheck.storage.opening import NEWER
from factcheck.storage.store import Identity, Store

SCHEMES = ("postgresql://", "postgresql+psycopg://", "postgres://")
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
_LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1")
_CONNECTION = {
    "connect_timeout": 10,
    "tcp_user_timeout": 10_000,
    "keepalives_idle": 30,
    "application_name": "factcheck",
}
"""So that a network that is gone is noticed within seconds, not after the quarter of an hour that
TCP waits (libpq, Parameter Key Words)."""


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
    """Return whether a text names a server rather than a file.

    What names a server of another kind is one too, and refused by `parse_address`: taken for the
    name of a file, its password would be shown.
    """
    return bool(re.match(r"[A-Za-z][A-Za-z0-9+.-]+://", text_))


def parse_address(text_: str) -> ServerAddress:
    """Read an address as typed.

    Raises:
        DatabaseError: It is not one.
    """
    shown = re.sub(r"(?<=://).*@", "…@", text_)
    try:
        url = make_url(text_)
    except (ArgumentError, ValueError):
        raise DatabaseError(BAD_ADDRESS, address=shown) from None
    is_ours = text_.lower().startswith(SCHEMES)
    # An @ behind the host is the rest of a password whose / or @ was not written as %2F or %40.
    if not is_ours or not url.database or "@" in f"{url.host}{url.database}":
        raise DatabaseError(BAD_ADDRESS, address=shown)
    password = url.password or url.query.get("password")
    return ServerAddress(_without_password(url), str(password) if password else None)


def _without_password(url: URL) -> URL:
    """Keep all but the password; TLS is on for other machines unless the address says how."""
    plain = URL.create(
        "postgresql+psycopg",
        username=url.username,
        host=url.host,
        port=url.port,
        database=url.database,
        query=url.query,
    ).difference_update_query(["password"])
    is_said = "sslmode" in url.query or "PGSSLMODE" in os.environ
    if is_said or all(map(_is_here, _hosts(url))):
        return plain
    return plain.update_query_dict({"sslmode": "require"})


def _hosts(url: URL) -> list[str]:
    """Return all hosts that libpq may connect to, in the address or in its environment."""
    named = url.host or url.query.get("host") or os.environ.get("PGHOST", "")
    numbers = url.query.get("hostaddr") or os.environ.get("PGHOSTADDR", "")
    return [
        host for each in (named, numbers) for text_ in _texts(each) for host in text_.split(",")
    ]


def _texts(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value


def _is_here(host: str) -> bool:
    """Return whether a host is this machine; without a name libpq takes its socket."""
    return host in _LOCAL_HOSTS or host.startswith(("/", "@")) or not host


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
    try:
        from psycopg import ProgrammingError  # noqa: PLC0415 - part of the extra
        from psycopg.conninfo import make_conninfo  # noqa: PLC0415

        make_conninfo(**{name: ",".join(_texts(each)) for name, each in url.query.items()})
    except ImportError:
        raise DatabaseError(NO_DRIVER) from None
    except ProgrammingError:
        shown = address.url.render_as_string(hide_password=True)
        raise DatabaseError(BAD_ADDRESS, address=shown) from None
    # Asked before each use, so that work goes on after the server was started anew.
    engine = create_engine(
        url, pool_size=1, max_overflow=8, pool_pre_ping=True, connect_args=_CONNECTION
    )
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
