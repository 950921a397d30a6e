"""Files with articles and claims in them, made through the operations."""

from collections.abc import Iterator
from pathlib import Path

from factcheck.domain.article import ArticleDraft
from factcheck.domain.claim import ClaimDraft
from factcheck.domain.ids import ArticleId
from factcheck.operations import articles, claims
from factcheck.storage.store import Store
from factcheck.text.anchoring import make_anchor
from tests.benchmarks.workload import Workload


def open_new(path: Path) -> Store:
    """A new file."""
    replica = "01890000-0000-7000-8000-000000000001"
    return Store.open(path, actor="مدققة", replica=replica, create=True)


def drafts(workload: Workload) -> Iterator[ClaimDraft]:
    """The claims of a workload, ready to be stored."""
    for span in workload.spans:
        yield ClaimDraft(make_anchor(workload.text, span.start, span.end), kind=span.kind)


def add_article(store: Store, workload: Workload, title: str = "مياه المدينة") -> ArticleId:
    """Store the text without claims."""
    with store.write("add_article") as session:
        draft = ArticleDraft(title=title, text=workload.text)
        return articles.add_article(session, draft=draft).created


def add_claims(store: Store, article_id: ArticleId, workload: Workload) -> None:
    """Store the claims in one action."""
    made = list(drafts(workload))
    with store.write("add_claims") as session:
        claims.add_claims(session, article_id=article_id, drafts=made)


def add_all(store: Store, workload: Workload, title: str = "مياه المدينة") -> ArticleId:
    """Store text and claims."""
    article_id = add_article(store, workload, title)
    add_claims(store, article_id, workload)
    return article_id
