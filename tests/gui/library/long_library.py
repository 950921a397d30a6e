"""A record with some hundreds of articles, and what its library has to show."""

from factcheck.domain.article import ArticleDraft
from factcheck.gui.library.model import _KEYS
from factcheck.operations import articles
from factcheck.storage import library

COUNT, PAGE = 230, 40
OUTLETS = ("المرصد", "The Post", "")


def fill(store, count=COUNT):
    """Add articles in one transaction."""
    with store.write("add_article") as session:
        for at in range(count):
            draft = ArticleDraft(f"مقال {at:03}", "نص قصير.", OUTLETS[at % len(OUTLETS)])
            articles.add_article(session, draft=draft)


def titles(view):
    """What is shown, in its order."""
    return [each.title for each in view._model.rows]


def is_idle(view):
    """Whether everything is read."""
    return not view._filling._is_reading and not view._filling._due


def expected(view, search="", column=None, *, falling=False):
    """What a single query finds, sorted as a whole."""
    found = view._workspace.read(library.articles, search)
    return found if column is None else sorted(found, key=_KEYS[column], reverse=falling)
