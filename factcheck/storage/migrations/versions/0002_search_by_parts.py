"""Parts of texts as a table, so that a page of a search need not read what it does not show."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from factcheck.storage import search

revision = "0002"
down_revision: str | None = "0001"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

ID = sa.LargeBinary(16).with_variant(postgresql.UUID(), "postgresql")
COUNT = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the table of parts and index all texts anew; an older program cannot search these."""
    op.create_table(
        "search_part",
        sa.Column("seq", COUNT, nullable=False, autoincrement=True),
        sa.Column("row_id", ID, nullable=False),
        sa.Column("article_id", ID, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_search_part"),
    )
    op.create_index("ix_search_part_row_id", "search_part", ["row_id"])
    op.create_index("ix_search_part_article_id_seq", "search_part", ["article_id", "seq"])
    op.execute("DROP TABLE search")
    if op.get_bind().dialect.name == "sqlite":
        # Words come folded and parted by spaces: this tokenizer leaves them as they are, and no
        # place of a word is asked for. One or two letters begin nearly every word.
        op.execute(
            "CREATE VIRTUAL TABLE search USING"
            " fts5(body, tokenize='ascii', detail=none, prefix='1 2')"
        )
    else:
        op.execute("CREATE TABLE search (rowid bigint PRIMARY KEY, words tsvector NOT NULL)")
        op.execute("CREATE INDEX ix_search_words ON search USING gin (words)")
    op.execute("UPDATE meta SET value = '2' WHERE key IN ('min_reader', 'min_writer')")
    search.rebuild(op.get_bind())
