"""The rows of the schema.

Rules: UUID keys, tombstones instead of deletion, no CASCADE, no natural UNIQUE, enumerations as
text without CHECK so that an older program can carry a newer value. Per-person view state and the
replica id are never in here.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from factcheck.domain.ids import new_id
from factcheck.storage.types import Id, Utc, now

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Common metadata and the types behind the annotations."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {UUID: Id(), datetime: Utc(), str: Text()}  # noqa: RUF012 - SQLAlchemy's


class Row(Base):
    """What every recorded row has: identity, revision, times (UTC) and a tombstone."""

    __abstract__ = True

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    rev: Mapped[int] = mapped_column(Integer, default=1)
    created_at: Mapped[datetime] = mapped_column(default=now)
    updated_at: Mapped[datetime] = mapped_column(default=now)
    deleted_at: Mapped[datetime | None] = mapped_column(default=None)


class MetaRow(Base):
    """A fact about the file itself, such as its workspace id; not recorded in the change log."""

    __tablename__ = "meta"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class ReviewerRow(Row):
    """A person, known by name (the id is the UUIDv5 of the name)."""

    __tablename__ = "reviewer"

    name: Mapped[str]


class ScaleRow(Row):
    """A rating scale."""

    __tablename__ = "rating_scale"

    key: Mapped[str]
    name_ar: Mapped[str] = mapped_column(default="")
    name_en: Mapped[str] = mapped_column(default="")


class RatingRow(Row):
    """A rating of a scale; `is_retired` is 0 or 1."""

    __tablename__ = "rating"

    scale_id: Mapped[UUID] = mapped_column(ForeignKey("rating_scale.id"), index=True)
    key: Mapped[str]
    name_ar: Mapped[str] = mapped_column(default="")
    name_en: Mapped[str] = mapped_column(default="")
    colour: Mapped[str] = mapped_column(default="#5b6875")
    glyph: Mapped[str] = mapped_column(default="?")
    value: Mapped[int | None] = mapped_column(Integer, default=None)
    neutral: Mapped[str] = mapped_column(default="not_rated")
    position: Mapped[int] = mapped_column(Integer, default=0)
    is_retired: Mapped[int] = mapped_column(Integer, default=0)


class ArticleRow(Row):
    """An article without its text, which belongs to its versions."""

    __tablename__ = "article"

    title: Mapped[str]
    outlet: Mapped[str] = mapped_column(default="")
    author: Mapped[str] = mapped_column(default="")
    url: Mapped[str] = mapped_column(default="")
    published: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="ar")


class ArticleVersionRow(Row):
    """A text of an article; never changed once stored. `number` counts from 1."""

    __tablename__ = "article_version"

    article_id: Mapped[UUID] = mapped_column(ForeignKey("article.id"), index=True)
    number: Mapped[int] = mapped_column(Integer, default=1)
    text: Mapped[str]


class _Figures:
    """Columns of the claimed and the found figure of a claim."""

    claimed_value: Mapped[str] = mapped_column(default="")
    claimed_unit: Mapped[str] = mapped_column(default="")
    claimed_comparator: Mapped[str] = mapped_column(default="=")
    claimed_as_of: Mapped[str] = mapped_column(default="")
    found_value: Mapped[str] = mapped_column(default="")
    found_unit: Mapped[str] = mapped_column(default="")
    found_comparator: Mapped[str] = mapped_column(default="=")
    found_as_of: Mapped[str] = mapped_column(default="")


class ClaimRow(_Figures, Row):
    """A claim; `start` and `end` are code points into the text of its version."""

    __tablename__ = "claim"

    @declared_attr.directive
    def __table_args__(cls) -> tuple[Index, ...]:  # noqa: N805 - SQLAlchemy calls it on the class
        return (
            Index(None, "article_id", "start"),
            Index(None, "state", "updated_at"),
        )

    article_id: Mapped[UUID] = mapped_column(ForeignKey("article.id"))
    version_id: Mapped[UUID] = mapped_column(ForeignKey("article_version.id"))
    start: Mapped[int] = mapped_column(Integer)
    end: Mapped[int] = mapped_column(Integer)
    exact: Mapped[str]
    prefix: Mapped[str] = mapped_column(default="")
    suffix: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="other")
    state: Mapped[str] = mapped_column(default="open")
    priority: Mapped[str] = mapped_column(default="normal")
    statement: Mapped[str] = mapped_column(default="")
    claimant: Mapped[str] = mapped_column(default="")
    said_on: Mapped[str] = mapped_column(default="")
    said_where: Mapped[str] = mapped_column(default="")
    rating_id: Mapped[UUID | None] = mapped_column(ForeignKey("rating.id"), default=None)
    rationale: Mapped[str] = mapped_column(default="")
    new_wording: Mapped[str] = mapped_column(default="")
    question: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    rule: Mapped[str] = mapped_column(default="")
    reviewer_id: Mapped[UUID | None] = mapped_column(ForeignKey("reviewer.id"), default=None)


class EvidenceRow(Row):
    """A piece of evidence of a claim."""

    __tablename__ = "evidence"

    claim_id: Mapped[UUID] = mapped_column(ForeignKey("claim.id"), index=True)
    position: Mapped[int] = mapped_column(Integer, default=0)
    url: Mapped[str] = mapped_column(default="")
    stance: Mapped[str] = mapped_column(default="context")
    source_class: Mapped[str] = mapped_column(default="secondary")
    title: Mapped[str] = mapped_column(default="")
    publisher: Mapped[str] = mapped_column(default="")
    author: Mapped[str] = mapped_column(default="")
    quote: Mapped[str] = mapped_column(default="")
    locator: Mapped[str] = mapped_column(default="")
    published: Mapped[str] = mapped_column(default="")
    accessed: Mapped[datetime] = mapped_column(default=now)
    archive_url: Mapped[str] = mapped_column(default="")


class ActionRow(Base):
    """One operation of one person: the unit of undo. `kind` is `do`, `undo` or `redo`.

    `seq` counts the actions of this copy of the file and is not the same in another copy; `hlc`
    is the hybrid logical clock that orders actions across copies. `target_id` is the action that
    an undo or redo plays back.
    """

    __tablename__ = "action"

    seq: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True
    )
    id: Mapped[UUID] = mapped_column(index=True)
    hlc: Mapped[int] = mapped_column(BigInteger, index=True)
    at: Mapped[datetime]
    actor_id: Mapped[UUID | None]
    actor: Mapped[str]
    replica: Mapped[UUID] = mapped_column(index=True)
    name: Mapped[str]
    kind: Mapped[str] = mapped_column(default="do")
    target_id: Mapped[UUID | None] = mapped_column(default=None)


class ChangeRow(Base):
    """One field of one row set from `old` to `new`; append-only.

    `field` is `*` for the making of the row. `prev` lists (as hex, joined by spaces) the changes
    of the same field that this one replaces: the heads standing when it was made. A deletion
    names the heads of every field of the row and of its parts, so that a later merge can tell
    whether somebody edited what was deleted. Values are text, None where there was none.
    """

    __tablename__ = "change"
    __table_args__ = (Index(None, "row_id", "field"),)

    seq: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True
    )
    id: Mapped[UUID] = mapped_column(index=True)
    hlc: Mapped[int] = mapped_column(BigInteger)
    action_id: Mapped[UUID] = mapped_column(index=True)
    actor: Mapped[str]
    replica: Mapped[UUID]
    tbl: Mapped[str]
    row_id: Mapped[UUID]
    field: Mapped[str]
    old: Mapped[str | None]
    new: Mapped[str | None]
    prev: Mapped[str] = mapped_column(default="")


class ConflictRow(Base):
    """A field with several standing values, or a row deleted here and edited there.

    Derived from the change log and kept up to date with it; merging a copy fills it, deciding
    empties it.
    """

    __tablename__ = "conflict"

    tbl: Mapped[str] = mapped_column(primary_key=True)
    row_id: Mapped[UUID] = mapped_column(primary_key=True)
    field: Mapped[str] = mapped_column(primary_key=True)


class SearchPartRow(Base):
    """A part of the names or of a text of an article, whose words are indexed under `seq`.

    `row_id` is the row that the part was cut from. A local cache, see `factcheck.storage.search`.
    """

    __tablename__ = "search_part"
    __table_args__ = (Index(None, "article_id", "seq"),)

    seq: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True
    )
    row_id: Mapped[UUID] = mapped_column(index=True)
    article_id: Mapped[UUID]
