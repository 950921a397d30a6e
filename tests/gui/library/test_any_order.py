"""Whatever happens to a library in whatever order, it shows what one query finds, sorted."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from factcheck.domain.article import ArticleDraft
from factcheck.gui.library.model import Column
from factcheck.gui.library.view import LibraryView
from factcheck.operations import articles
from tests.gui.library.long_library import expected, fill, is_idle

PLACE = st.integers(0, 10_000)
TITLE = st.sampled_from(("مقال", "المرصد", "the post", "The Post", "أخبار", "اخبار", "ياء"))
SEARCH = st.sampled_from(("", "", "مقال", "post", "مقال 01", "اخبار"))
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), TITLE),
        st.tuples(st.just("rename"), PLACE, TITLE),
        st.tuples(st.just("delete"), PLACE, st.integers(1, 30)),
        st.tuples(st.just("undo")),
        st.tuples(st.just("sort"), st.sampled_from([-1, *Column]), st.booleans()),
        st.tuples(st.just("search"), SEARCH),
        st.tuples(st.just("look away")),
        st.tuples(st.just("wait")),
        st.tuples(st.just("step")),
    ),
    min_size=1,
    max_size=14,
)


class Hands:
    """Does one thing after the other in a library that is shown, whether it is filled or not."""

    def __init__(self, workspace, view, qtbot):
        self.workspace, self.view, self.qtbot = workspace, view, qtbot
        self.column, self.falling = -1, False

    def do(self, name, *values):
        getattr(self, f"_{name.replace(' ', '_')}")(*values)

    def _add(self, title):
        self.workspace.run(articles.add_article, draft=ArticleDraft(title, "نص قصير."))

    def _rename(self, place, title):
        found = expected(self.view)
        if found:
            which = found[place % len(found)].id
            self.workspace.run(articles.edit_article, article_id=which, values={"title": title})

    def _delete(self, place, count):
        ids = [each.id for each in expected(self.view)[place % 40 :][:count]]
        if ids:
            self.workspace.run(articles.delete_articles, article_ids=ids)

    def _undo(self):
        self.workspace.undo()

    def _sort(self, column, falling):
        self.column, self.falling = column, falling and column >= 0
        order = Qt.SortOrder.DescendingOrder if falling else Qt.SortOrder.AscendingOrder
        self.view.table.sortByColumn(column, order)

    def _search(self, words):
        self.view.search.setText(words)

    def _look_away(self):
        self.view.setVisible(not self.view.isVisible())

    def _step(self):
        self.view._filling._step()

    def _wait(self):
        self.view.show()
        self.qtbot.waitUntil(lambda: is_idle(self.view), timeout=10_000)

    def sorted(self, search=""):
        column = None if self.column < 0 else Column(self.column)
        return expected(self.view, search, column, falling=self.falling)


@pytest.fixture
def hands(workspace, qtbot):
    fill(workspace.store, 60)
    view = LibraryView(workspace, page=7)
    qtbot.addWidget(view)
    view.show()
    return Hands(workspace, view, qtbot)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_what_is_shown_is_what_one_query_finds(hands, steps):
    for step in steps:
        hands.do(*step)
    hands.do("wait")
    view, search = hands.view, hands.view.search.text()
    found = hands.sorted(search)
    shown = view._model.rows
    # What lost its words while it was looked at may stay until the next search.
    stayed = {each.id for each in shown} - {each.id for each in found}
    assert bool(search.strip()) or not stayed
    whole = hands.sorted()
    assert shown == [each for each in whole if each in found or each.id in stayed]
    current = view.table.current
    assert (current is None) == (not shown)
    hands.do("search", f"{search} ")
    hands.do("wait")
    assert view._model.rows == found
