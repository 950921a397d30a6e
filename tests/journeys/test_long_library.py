"""At the keyboard in a library that is longer than one page, while it still fills."""

import pytest

from factcheck.domain.article import ArticleDraft
from factcheck.operations import articles
from factcheck.storage import library
from tests.journeys.hands import Hands

COUNT = 450


@pytest.fixture
def session(open_desk):
    """The desk of a first start, with hundreds of articles beside the sample."""
    opened = open_desk(reviewer="هدى")
    with opened.workspace.store.write("add_article") as session:
        for at in range(COUNT):
            articles.add_article(session, draft=ArticleDraft(f"مقال {at:03}", "نص قصير."))
    opened.workspace.catch_up()
    return opened


def titles(view):
    return [each.title for each in view.table.articles.rows]


def is_full(view):
    return len(titles(view)) == COUNT + 1


@pytest.mark.parametrize("layout", ["ar", "en"])
def test_an_article_is_found_opened_and_renamed_while_the_rest_arrives(session, layout, qtbot):
    hands, workspace = Hands(session, layout=layout), session.workspace
    hands.press("Ctrl+L")
    view = session.window.frame.panes()[0]
    qtbot.waitUntil(lambda: bool(titles(view)))
    hands.press("Down", "Down", "Return")
    assert workspace.article.title == f"مقال {COUNT - 3:03}"
    hands.press("Ctrl+L")
    assert view.table.current == workspace.article.id
    hands.press("F2")
    hands.type("عنوان كُتب والمكتبة تمتلئ")
    hands.press("Return")
    assert titles(view)[2] == "عنوان كُتب والمكتبة تمتلئ"
    qtbot.waitUntil(lambda: is_full(view), timeout=10_000)
    assert view.table.articles.rows == workspace.read(library.articles)
    assert view.table.chosen == [workspace.article.id]


def test_the_search_is_typed_while_the_rest_arrives(session, qtbot):
    hands, workspace = Hands(session, layout="ar"), session.workspace
    hands.press("Ctrl+L", "Shift+Tab", "Shift+Tab")
    view = session.window.frame.panes()[0]
    assert view.search.hasFocus()
    hands.type("مقال 003")
    assert titles(view) == ["مقال 003"]
    hands.press("Return")
    assert workspace.article.title == "مقال 003"
    hands.press("Ctrl+L", "Shift+Tab", "Shift+Tab", "Esc", "Down")
    assert view.table.current == workspace.article.id
    qtbot.waitUntil(lambda: is_full(view), timeout=10_000)
    assert view.table.chosen == [workspace.article.id]
    hands.press("Del")
    qtbot.waitUntil(lambda: len(titles(view)) == COUNT)
    hands.press("Ctrl+Z")
    qtbot.waitUntil(lambda: is_full(view))
    assert view.table.articles.rows == workspace.read(library.articles)
