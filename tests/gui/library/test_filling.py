"""A long library: shown at once, filled in steps, and left in peace by what arrives."""

import sqlite3
from uuid import uuid4

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication

from factcheck.domain.article import ArticleDraft
from factcheck.domain.changes import Changes
from factcheck.gui.library.model import Column
from factcheck.gui.library.view import LibraryView
from factcheck.operations import articles
from factcheck.storage.store import Store
from tests.gui.keyboard import press, type_text
from tests.gui.library.long_library import COUNT, PAGE, expected, fill, is_idle, titles


@pytest.fixture
def long(workspace):
    """A record with some hundreds of articles."""
    fill(workspace.store)
    return workspace


@pytest.fixture
def view(long, qtbot):
    """The library before it is shown: between a fixture and its test Qt goes on working."""
    made = LibraryView(long, page=PAGE)
    qtbot.addWidget(made)
    made.resize(1100, 500)
    return made


def show(view):
    """Show the library: its first page is there then, the others are not."""
    view.show()
    view.activateWindow()
    view.table.setFocus()


@pytest.fixture
def full(view, qtbot):
    """The library once it is filled."""
    show(view)
    qtbot.waitUntil(lambda: is_idle(view), timeout=10_000)
    return view


@pytest.fixture
def colleague(long):
    """Somebody else on the same file; `tell` lets the desk hear of it."""
    store = Store.open(long.store.path, actor="نورة", replica=str(uuid4()), patience=5)

    def tell(operation, **values):
        with store.write(operation.__name__) as session:
            changes = operation(session, **values)
        long.catch_up()
        return changes

    long.catch_up()
    yield tell
    store.close()


def test_the_first_page_is_there_at_once_and_the_rest_follows(view, qtbot):
    show(view)
    assert titles(view) == [f"مقال {at:03}" for at in range(COUNT - 1, COUNT - 1 - PAGE, -1)]
    assert view._count.text() == f"\u2068{PAGE}\u2069 من \u2068{COUNT}\u2069 مقالًا…"
    assert view.table.chosen == [view._model.rows[0].id]
    qtbot.waitUntil(lambda: is_idle(view), timeout=10_000)
    assert view._model.rows == expected(view)
    assert view._count.text() == f"\u2068{COUNT}\u2069 مقالًا"


def test_the_count_follows_the_digits_in_use(full, long):
    long.update_settings(digits="arabic")
    assert full._count.text() == "٢٣٠ مقالًا"


def test_a_search_says_how_many_it_has_found_so_far(view, qtbot):
    show(view)
    view.search.setText("مقال")
    assert view._count.text() == f"\u2068{PAGE}\u2069 مقالًا حتى الآن…"
    qtbot.waitUntil(lambda: is_idle(view), timeout=10_000)
    assert view._count.text() == f"\u2068{COUNT}\u2069 مقالًا"


def test_another_search_abandons_the_filling_under_way(view, qtbot):
    show(view)
    view.search.setFocus()
    type_text("مقال 012", view.search)
    assert titles(view) == ["مقال 012"]
    qtbot.waitUntil(lambda: is_idle(view), timeout=10_000)
    assert titles(view) == ["مقال 012"]
    view.search.clear()
    assert len(titles(view)) == PAGE + 1
    assert view.table.current == view._model.rows[-1].id


def test_nothing_is_read_while_nobody_looks(view, qtbot):
    show(view)
    view.hide()
    assert not view._filling._timer.isActive()
    view._workspace.run(
        articles.edit_article, article_id=expected(view)[0].id, values={"title": "أول الكل"}
    )
    assert "أول الكل" not in titles(view)
    view.show()
    assert titles(view)[0] == "أول الكل"
    qtbot.waitUntil(lambda: is_idle(view), timeout=10_000)
    assert view._model.rows == expected(view)


def test_pages_arrive_around_what_a_person_has_chosen(view, qtbot):
    show(view)
    table = view.table
    table.sortByColumn(Column.TITLE, Qt.SortOrder.AscendingOrder)
    rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    table.go_to(view._model.rows[30].id)
    for row in (5, 17):
        table.selectionModel().select(view._model.index(row, 0), rows)
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum() // 2 + 3)
    chosen, current = table.chosen, table.current
    QApplication.processEvents()
    row = table.rowAt(0)
    top, offset = view._model.rows[row].id, table.rowViewportPosition(row)
    qtbot.waitUntil(lambda: is_idle(view), timeout=10_000)
    assert view._model.rows == expected(view, "", Column.TITLE)
    assert (table.chosen, table.current) == (chosen, current)
    assert view._model.row_of(current) > 200
    assert view._model.rows[table.rowAt(0)].id == top
    assert table.rowViewportPosition(table.rowAt(0)) == offset


def test_a_title_half_typed_outlives_the_pages_and_the_others(view, colleague, qtbot):
    show(view)
    first = view._model.rows[0].id
    press("F2", view.table)
    editor = QApplication.focusWidget()
    editor.selectAll()
    type_text("نصف عن", editor)
    colleague(articles.edit_article, article_id=first, values={"outlet": "المرصد"})
    qtbot.waitUntil(lambda: is_idle(view), timeout=10_000)
    assert (editor.text(), QApplication.focusWidget()) == ("نصف عن", editor)
    type_text("وان", editor)
    press("Return", editor)
    assert (view._model.rows[0].title, view._model.rows[0].outlet) == ("نصف عنوان", "المرصد")


def test_a_change_reads_only_what_it_names(full, colleague, monkeypatch):
    from factcheck.storage import library

    read = []
    summaries, pages = library.summaries, library.articles
    monkeypatch.setattr(library, "summaries", lambda s, ids: read.extend(ids) or summaries(s, ids))
    monkeypatch.setattr(library, "articles", lambda *args: read.append("page") or pages(*args))
    wanted = full._model.rows[COUNT // 2].id
    colleague(articles.edit_article, article_id=wanted, values={"outlet": "المنبر"})
    assert read == [wanted]
    assert full._model.rows[COUNT // 2].outlet == "المنبر"


def test_articles_appear_move_and_go_where_they_belong(full, colleague):
    full.table.sortByColumn(Column.TITLE, Qt.SortOrder.DescendingOrder)
    made = colleague(articles.add_article, draft=ArticleDraft("مقال 100 ونصف", "نص")).created
    at = full._model.row_of(made)
    assert titles(full)[at - 1 : at + 2] == ["مقال 101", "مقال 100 ونصف", "مقال 100"]
    full.table.go_to(made)
    colleague(articles.edit_article, article_id=made, values={"title": "آخر الكل"})
    assert full._model.row_of(made) == COUNT
    assert full.table.chosen == [made]
    colleague(articles.delete_articles, article_ids=[made])
    assert len(titles(full)) == COUNT
    assert full.table.chosen == [full._model.rows[-1].id]
    assert full._count.text() == f"\u2068{COUNT}\u2069 مقالًا"


def test_what_a_search_shows_follows_the_record(full, colleague, qtbot):
    full.search.setText("مقال 10")
    found = titles(full)
    assert len(found) == 10
    colleague(articles.delete_articles, article_ids=[full._model.rows[0].id])
    assert titles(full) == found[1:]
    colleague(articles.add_article, draft=ArticleDraft("شيء آخر", "نص"))
    colleague(articles.add_article, draft=ArticleDraft("مقال 10 مكرر", "نص"))
    qtbot.waitUntil(lambda: is_idle(full), timeout=10_000)
    assert titles(full) == ["مقال 10 مكرر", *found[1:]]


def test_all_of_it_goes_at_once_and_comes_back(full, qtbot):
    full.table.selectAll()
    press("Del", full.table)
    qtbot.waitUntil(lambda: is_idle(full), timeout=10_000)
    assert titles(full) == []
    assert full._pages.currentWidget() is full._nothing_yet
    full._workspace.undo()
    qtbot.waitUntil(lambda: is_idle(full), timeout=10_000)
    assert full._model.rows == expected(full)


def test_a_locked_file_only_delays_the_filling(view, qtbot):
    show(view)
    other = sqlite3.connect(view._workspace.store.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    changed = view._model.rows[3]
    qtbot.waitUntil(lambda: view._filling._timer.interval() > 100, timeout=10_000)
    assert len(titles(view)) < COUNT
    view._filling.touch([changed.id])
    assert changed.id in view._filling._due
    other.execute("ROLLBACK")
    other.close()
    qtbot.waitUntil(lambda: is_idle(view), timeout=10_000)
    assert view._model.rows == expected(view)


def test_another_record_takes_the_place_of_the_first_one(view, tmp_path, qtbot):
    show(view)
    workspace, first = view._workspace, view._workspace.store
    other = Store.open(tmp_path / "other.factcheck", actor="هدى", replica=str(uuid4()), create=True)
    fill(other, 3)
    workspace.attach(other)
    first.close()
    assert titles(view) == ["مقال 002", "مقال 001", "مقال 000"]
    qtbot.waitUntil(lambda: is_idle(view), timeout=10_000)
    assert len(titles(view)) == 3


def test_the_same_record_opened_once_more_is_read_behind_what_is_shown(full, long, qtbot):
    again = Store.open(long.store.path, actor="هدى", replica=str(uuid4()))
    gone, kept = full._model.rows[3].id, full._model.rows[60].id
    with again.write("delete_articles") as session:
        articles.delete_articles(session, article_ids=[gone])
    full.table.go_to(kept)
    place = full.table.verticalScrollBar().value()
    long.store.close()
    long.store = again
    long.take(Changes(frozenset({kept})))
    qtbot.waitUntil(lambda: is_idle(full), timeout=10_000)
    assert full._model.rows == expected(full)
    assert (full.table.current, full._model.row_of(gone)) == (kept, -1)
    assert full.table.verticalScrollBar().value() == place - full.table.rowHeight(0)


def test_closing_the_record_ends_the_filling(view, qtbot):
    show(view)
    view._workspace.close()
    qtbot.waitUntil(lambda: not view._filling._timer.isActive(), timeout=10_000)
    assert len(titles(view)) == PAGE


def test_a_backup_that_was_put_back_names_nothing_and_is_seen(full, long, qtbot):
    """What it took away is told by no change; the desk attaches the record once more."""
    gone = full._model.rows[7].id
    with long.store.write("delete_articles") as session:
        articles.delete_articles(session, article_ids=[gone])
    long.attach(long.store)
    qtbot.waitUntil(lambda: is_idle(full), timeout=10_000)
    assert full._model.row_of(gone) < 0
    assert full._model.rows == expected(full)


def test_what_arrives_while_a_search_is_filling_is_found_too(view, colleague, qtbot):
    show(view)
    view.search.setText("مقال")
    colleague(articles.add_article, draft=ArticleDraft("مقال وصل الآن", "نص"))
    colleague(articles.add_article, draft=ArticleDraft("شيء آخر", "نص"))
    qtbot.waitUntil(lambda: is_idle(view), timeout=10_000)
    assert titles(view)[0] == "مقال وصل الآن"
    assert view._model.rows == expected(view, "مقال")
