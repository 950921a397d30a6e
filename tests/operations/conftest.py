"""A desk: one file with one article, and a way to run operations on it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from factcheck.domain.article import ArticleDraft
from factcheck.domain.changes import Changes
from factcheck.domain.claim import Claim
from factcheck.domain.ids import ArticleId, ClaimId
from factcheck.domain.rating import Rating
from factcheck.operations import articles, claims
from factcheck.storage import queries
from factcheck.storage.store import Store

TEXT = (
    "قال الناطق باسم البلدية إن «المياه ستعود قبل المساء».\n"
    "ووصل أكثر من ١٢ ألف متطوع 🚒 إلى الميناء في آذار 2023، وفق بيان نُشر أمس.\n"
    "The mayor said 40 boats left on 3 May."
)


@dataclass
class Desk:
    """A store with an article; `run` is what the window and the command line do."""

    store: Store
    article_id: ArticleId

    def run(self, operation: Callable[..., Changes], **args: Any) -> Changes:
        with self.store.write(operation.__name__) as session:
            return operation(session, **args)

    def read(self, query: Callable[..., Any], *args: Any) -> Any:
        with self.store.read() as session:
            return query(session, *args)

    def claim(self, words: str = "١٢ ألف", **values: Any) -> ClaimId:
        start = TEXT.index(words)
        made = self.run(
            claims.add_claim,
            article_id=self.article_id,
            start=start,
            end=start + len(words),
            **values,
        )
        assert made.created is not None
        return ClaimId(made.created)

    def get(self, claim_id: UUID) -> Claim:
        found: Claim = self.read(queries.claim, claim_id)
        return found

    def all(self) -> list[Claim]:
        found: list[Claim] = self.read(queries.claims, self.article_id)
        return found

    def rating(self, key: str) -> Rating:
        scale = self.read(queries.scales)[0]
        return next(each for each in scale.ratings if each.key == key)

    def joined_by(self, actor: str) -> "Desk":
        """The same file, opened by somebody else."""
        other = Store.open(self.store.path, actor=actor, replica=str(uuid4()), patience=0.2)
        return Desk(other, self.article_id)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk with the sample text."""
    store = Store.open(
        tmp_path / "desk.factcheck", actor="ليلى", replica=str(uuid4()), create=True, patience=0.2
    )
    with store.write("add_article") as session:
        made = articles.add_article(session, draft=ArticleDraft("عودة المياه", TEXT))
    assert made.created is not None
    yield Desk(store, ArticleId(made.created))
    store.close()
