"""A desk: one record with one article, and a way to run operations on it."""

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
from factcheck.storage.server import open_server
from factcheck.storage.store import Store
from tests.postgres import address_of, cluster_or_skip, create_database
from tests.records import new_record

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
    reopen: Callable[..., Store]

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
        """The same record, opened by somebody else."""
        return Desk(self.reopen(actor), self.article_id, self.reopen)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Path]:
    """A PostgreSQL server with an empty record to copy, for the whole run."""
    with cluster_or_skip() as socket:
        create_database(socket, "template_desk")
        address = address_of(socket, "template_desk")
        open_server(address, **someone("قالب"), create=True).close()
        yield socket


def someone(actor: str) -> dict[str, Any]:
    """Who opens a record, from an installation of their own."""
    return {"actor": actor, "replica": str(uuid4()), "patience": 2.0}


@pytest.fixture(params=["file", "server"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """A desk with the sample text, on a file and on a server.

    Tests about files as such ask for `@on_files`.
    """
    opened: list[Store] = []
    if request.param == "file":
        path = new_record(tmp_path / "desk.factcheck")

        def reopen(actor: str, **options: Any) -> Store:
            opened.append(Store.open(path, **someone(actor) | options))
            return opened[-1]
    else:
        socket = request.getfixturevalue("cluster")
        name = f"desk_{uuid4().hex}"
        create_database(socket, name, template="template_desk")

        def reopen(actor: str, **options: Any) -> Store:
            opened.append(open_server(address_of(socket, name), **someone(actor) | options))
            return opened[-1]

    store = reopen("ليلى")
    with store.write("add_article") as session:
        made = articles.add_article(session, draft=ArticleDraft("عودة المياه", TEXT))
    assert made.created is not None
    yield Desk(store, ArticleId(made.created), reopen)
    for each in opened:
        each.close()


on_files = pytest.mark.parametrize("desk", ["file"], indirect=True)
"""For tests that look at the file itself."""
