"""Column types that behave alike on SQLite and PostgreSQL."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import DateTime, Dialect, LargeBinary, Text, Uuid
from sqlalchemy.types import TypeDecorator, TypeEngine


class UnreadableError(ValueError):
    """What is stored is no value of the type of its column: the file is damaged."""


class Id(TypeDecorator[UUID]):
    """A UUID: 16 bytes on SQLite (`Uuid` would store 32 letters), the native type elsewhere."""

    impl = LargeBinary(16)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the type of the database at hand."""
        native: TypeEngine[Any] = Uuid() if dialect.name == "postgresql" else LargeBinary(16)
        return dialect.type_descriptor(native)

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> Any:  # noqa: ANN401
        """Write a UUID."""
        return value.bytes if value is not None and dialect.name != "postgresql" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> UUID | None:  # noqa: ANN401, ARG002
        """Read a UUID.

        Raises:
            UnreadableError: There is something else.
        """
        if value is None or isinstance(value, UUID):
            return value
        if not isinstance(value, bytes) or len(value) != 16:
            raise UnreadableError(repr(value))
        return UUID(bytes=value)

    @property
    def python_type(self) -> type[UUID]:
        """The type of the values."""
        return UUID


class Utc(TypeDecorator[datetime]):
    """An aware UTC moment to the millisecond: ISO 8601 text on SQLite, timestamptz elsewhere."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the type of the database at hand."""
        native: TypeEngine[Any] = (
            DateTime(timezone=True) if dialect.name == "postgresql" else Text()
        )
        return dialect.type_descriptor(native)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:  # noqa: ANN401
        """Write a moment; naive ones are refused.

        Raises:
            ValueError: The moment has no time zone.
        """
        if value is None:
            return None
        if value.tzinfo is None:
            msg = f"naive moment: {value!r}"
            raise ValueError(msg)
        return value if dialect.name == "postgresql" else moment_text(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ANN401, ARG002
        """Read a moment as aware UTC.

        Raises:
            UnreadableError: There is something else.
        """
        if value is None or isinstance(value, datetime):
            return value.astimezone(UTC) if value is not None else None
        try:
            return datetime.fromisoformat(value)
        except (TypeError, ValueError) as error:
            raise UnreadableError(repr(value)) from error

    @property
    def python_type(self) -> type[datetime]:
        """The type of the values."""
        return datetime


def moment_text(moment: datetime) -> str:
    """Return an aware moment as ISO 8601 UTC text with milliseconds, which sorts as time does."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def now() -> datetime:
    """Return the present moment, aware UTC, cut to the millisecond that is stored."""
    moment = datetime.now(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)
