"""Finding rows to change, and setting their fields from checked values."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.domain.errors import N_, InvalidInputError, NotFoundError
from factcheck.storage.heads import CHUNK
from factcheck.storage.queries import NO_ARTICLE, NO_CLAIM
from factcheck.storage.tables import ArticleRow, ClaimRow, EvidenceRow, Row
from factcheck.text.dates import parse_partial_date

R = TypeVar("R", bound=Row)
Check = Callable[[object], object]

UNKNOWN_KEY = N_("“{value}” is not one of: {known}.")
NOT_TEXT = N_("This field takes text, not {value}.")
UNKNOWN_FIELD = N_("There is no field called “{field}”.")


def find_row(session: Session, row_type: type[R], row_id: UUID, missing: str) -> R:
    """Return the row with this id.

    Raises:
        NotFoundError: It does not exist or is deleted; `missing` is the sentence.
    """
    row = session.get(row_type, row_id)
    if row is None or row.deleted_at is not None:
        raise NotFoundError(missing)
    return row


def find_rows(session: Session, row_type: type[R], ids: Iterable[UUID], missing: str) -> list[R]:
    """Return the rows with these ids, all of them.

    Raises:
        NotFoundError: One of them does not exist or is deleted; `missing` is the sentence.
    """
    wanted = list(dict.fromkeys(ids))
    found: list[R] = []
    for at in range(0, len(wanted), CHUNK):
        some = wanted[at : at + CHUNK]
        query = select(row_type).where(row_type.id.in_(some), row_type.deleted_at.is_(None))
        found += session.scalars(query)
    if len(found) != len(wanted):
        raise NotFoundError(missing)
    return found


def refuse_orphans(session: Session, rows: Iterable[Row]) -> None:
    """Refuse to change what belongs to something deleted, which would bring it back half-way.

    Raises:
        NotFoundError: The claim of one of the rows, or the article of its claim, is deleted.
    """
    claim_ids = {row.claim_id for row in rows if isinstance(row, EvidenceRow)}
    owners = find_rows(session, ClaimRow, claim_ids, NO_CLAIM)
    found = [*owners, *(row for row in rows if isinstance(row, ClaimRow))]
    find_rows(session, ArticleRow, {row.article_id for row in found}, NO_ARTICLE)


def set_fields(row: Row, values: Mapping[str, object], checks: Mapping[str, Check]) -> None:
    """Set the named fields of a row after checking every value.

    Raises:
        InvalidInputError: A field is unknown or a value does not fit; the row is unchanged.
    """
    checked = check_fields(values, checks)
    for name, value in checked.items():
        setattr(row, name, value)


def check_fields(values: Mapping[str, object], checks: Mapping[str, Check]) -> dict[str, object]:
    """Return the values as they will be stored.

    Raises:
        InvalidInputError: A field is unknown or a value does not fit.
    """
    checked = {}
    for name, value in values.items():
        if name not in checks:
            raise InvalidInputError(UNKNOWN_FIELD, field=name)
        checked[name] = checks[name](value)
    return checked


def text(value: object) -> str:
    """Check that a value is text that can be stored.

    Lone surrogates, which no encoding can write, become `?`; NUL, which no server stores, U+FFFD.

    Raises:
        InvalidInputError: It is something else.
    """
    if not isinstance(value, str):
        raise InvalidInputError(NOT_TEXT, value=repr(value))
    return storable(value)


def storable(value: str) -> str:
    """Return text of the same length without what cannot be stored (see `text`)."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        value = value.encode("utf-8", "replace").decode("utf-8")
    return value.replace("\x00", "\ufffd")


def partial_date(value: object) -> str:
    """Check a date as typed and return it as an ISO partial date; empty stays empty.

    Raises:
        InvalidInputError: It is not understood as a date.
    """
    typed = text(value).strip()
    return parse_partial_date(typed).iso() if typed else ""


def one_of(kinds: type[StrEnum]) -> Check:
    """Return a check that takes a member of `kinds` or its stable key.

    The check raises InvalidInputError for anything else, naming the keys that are known.
    """

    def check(value: object) -> str:
        try:
            return kinds(str(value)).value
        except ValueError:
            known = ", ".join(each.value for each in kinds)
            raise InvalidInputError(UNKNOWN_KEY, value=value, known=known) from None

    return check
