"""The first schema: articles and their versions, claims, evidence, rating scales, change log."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision: str | None = None
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

ID = sa.LargeBinary(16).with_variant(postgresql.UUID(), "postgresql")
MOMENT = sa.Text().with_variant(sa.DateTime(timezone=True), "postgresql")
COUNT = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def text(*names: str) -> list[sa.Column[Any]]:
    """Name several columns that hold text and are never absent."""
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def number(*names: str) -> list[sa.Column[Any]]:
    """Name several columns that hold whole numbers and are never absent."""
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]


def row(name: str, *columns: sa.Column[Any], links: Sequence[tuple[str, str]] = ()) -> None:
    """Make a table of recorded rows, with named foreign keys for `links`."""
    op.create_table(
        name,
        sa.Column("id", ID, nullable=False),
        *number("rev"),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        *(
            sa.ForeignKeyConstraint([column], [f"{table}.id"], name=f"fk_{name}_{column}_{table}")
            for column, table in links
        ),
    )


def identity(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    """Name a column that holds an id."""
    return sa.Column(name, ID, nullable=nullable)


def upgrade() -> None:
    """Make every table, index and the search index."""
    op.create_table("meta", *text("key", "value"), sa.PrimaryKeyConstraint("key", name="pk_meta"))
    row("reviewer", *text("name"))
    row("rating_scale", *text("key", "name_ar", "name_en"))
    row(
        "rating",
        identity("scale_id"),
        *text("key", "name_ar", "name_en", "colour", "glyph"),
        sa.Column("value", sa.Integer(), nullable=True),
        *text("neutral"),
        *number("position", "is_retired"),
        links=[("scale_id", "rating_scale")],
    )
    row("article", *text("title", "outlet", "author", "url", "published", "language"))
    row(
        "article_version",
        identity("article_id"),
        *number("number"),
        *text("text"),
        links=[("article_id", "article")],
    )
    _claims()
    _log()
    _indexes()
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE search USING"
            " fts5(row_id UNINDEXED, article_id UNINDEXED, body, tokenize='unicode61')"
        )
    else:
        _search_on_server()


def _search_on_server() -> None:
    """Index words without a parser, so that they are the ones FTS5 sees; tell who listens."""
    op.execute(
        "CREATE TABLE search (row_id text NOT NULL, article_id text NOT NULL, body text NOT NULL,"
        " words tsvector GENERATED ALWAYS AS (array_to_tsvector(string_to_array(body, ' ')))"
        " STORED)"
    )
    op.execute("CREATE INDEX ix_search_row_id ON search (row_id)")
    op.execute("CREATE INDEX ix_search_words ON search USING gin (words)")
    op.execute(
        "CREATE FUNCTION factcheck_tell() RETURNS trigger LANGUAGE plpgsql AS"
        " $$BEGIN PERFORM pg_notify('factcheck', NEW.id::text); RETURN NULL; END$$"
    )
    op.execute(
        "CREATE TRIGGER factcheck_tell AFTER INSERT ON action"
        " FOR EACH ROW EXECUTE FUNCTION factcheck_tell()"
    )


def _claims() -> None:
    row(
        "claim",
        identity("article_id"),
        identity("version_id"),
        *number("start", "end"),
        *text("exact", "prefix", "suffix", "kind", "state", "priority", "statement", "claimant"),
        *text("said_on", "said_where"),
        identity("rating_id", nullable=True),
        *text("rationale", "new_wording", "question", "note", "rule"),
        identity("reviewer_id", nullable=True),
        *text("claimed_value", "claimed_unit", "claimed_comparator", "claimed_as_of"),
        *text("found_value", "found_unit", "found_comparator", "found_as_of"),
        links=[
            ("article_id", "article"),
            ("version_id", "article_version"),
            ("rating_id", "rating"),
            ("reviewer_id", "reviewer"),
        ],
    )
    row(
        "evidence",
        identity("claim_id"),
        *number("position"),
        *text("url", "stance", "source_class", "title", "publisher", "author", "quote"),
        *text("locator", "published"),
        sa.Column("accessed", MOMENT, nullable=False),
        *text("archive_url"),
        links=[("claim_id", "claim")],
    )


def _log() -> None:
    op.create_table(
        "action",
        sa.Column("seq", COUNT, nullable=False, autoincrement=True),
        identity("id"),
        sa.Column("hlc", sa.BigInteger(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        identity("actor_id", nullable=True),
        *text("actor"),
        identity("replica"),
        *text("name", "kind"),
        identity("target_id", nullable=True),
        sa.PrimaryKeyConstraint("seq", name="pk_action"),
    )
    op.create_table(
        "change",
        sa.Column("seq", COUNT, nullable=False, autoincrement=True),
        identity("id"),
        sa.Column("hlc", sa.BigInteger(), nullable=False),
        identity("action_id"),
        *text("actor"),
        identity("replica"),
        *text("tbl"),
        identity("row_id"),
        *text("field"),
        sa.Column("old", sa.Text(), nullable=True),
        sa.Column("new", sa.Text(), nullable=True),
        *text("prev"),
        sa.PrimaryKeyConstraint("seq", name="pk_change"),
    )
    op.create_table(
        "conflict",
        *text("tbl"),
        identity("row_id"),
        *text("field"),
        sa.PrimaryKeyConstraint("tbl", "row_id", "field", name="pk_conflict"),
    )


def _indexes() -> None:
    for table, *columns in (
        ("rating", "scale_id"),
        ("article_version", "article_id"),
        ("claim", "article_id", "start"),
        ("claim", "state", "updated_at"),
        ("evidence", "claim_id"),
        ("action", "id"),
        ("action", "hlc"),
        ("action", "replica"),
        ("change", "id"),
        ("change", "action_id"),
        ("change", "row_id", "field"),
    ):
        op.create_index(f"ix_{table}_{'_'.join(columns)}", table, columns)
