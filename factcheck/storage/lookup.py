"""Finding a row by a part of its id, as people type it."""

from uuid import UUID

from sqlalchemy import Text, cast, func, select
from sqlalchemy.orm import Session

from factcheck.storage.recording import row_types


def matching_ids(session: Session, table: str, digits: str, limit: int = 2) -> list[UUID]:
    """Return up to `limit` ids of living rows that begin or end with `digits`.

    Args:
        session: A session of the file.
        table: Name of the stored table, such as `claim`.
        digits: Lower-case hexadecimal digits without dashes.
        limit: Two are enough to know that the digits are ambiguous.
    """
    row_type = row_types()[table]
    if session.get_bind().dialect.name == "sqlite":
        whole = func.lower(func.hex(row_type.id))
    else:
        whole = func.replace(cast(row_type.id, Text), "-", "")
    is_part = whole.startswith(digits, autoescape=True) | whole.endswith(digits, autoescape=True)
    query = select(row_type.id).where(row_type.deleted_at.is_(None), is_part)
    return list(session.scalars(query.limit(limit)))
