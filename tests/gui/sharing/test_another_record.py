"""A file that is no copy of the open record is merged only where the person says so."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt

from factcheck.domain.article import ArticleDraft
from factcheck.operations import articles
from factcheck.storage import library
from factcheck.storage.backup import backups
from factcheck.storage.store import Store
from tests.gui.conftest import settle
from tests.gui.sharing.conftest import dialog, press_on


@pytest.fixture
def question(qtbot, linked, tmp_path):
    """The question about a record with one article."""
    from factcheck.gui.sharing.feature import Sharing

    store = Store.open(tmp_path / "غيره.factcheck", actor="س", replica=str(uuid4()), create=True)
    with store.write("add_article") as session:
        articles.add_article(session, draft=ArticleDraft("مقال غيره", "نص آخر."))
    store.close()
    [feature] = linked.window.findChildren(Sharing)
    feature._safekeeping.merge(store.path)
    qtbot.waitUntil(lambda: dialog("anotherRecord") is not None, timeout=10_000)
    shown = dialog("anotherRecord")
    shown.desk = linked
    return shown


def titles(desk):
    return [each.title for each in desk.workspace.read(library.articles)]


def test_both_records_are_named_and_enter_merges_nothing(question):
    desk = question.desk
    assert "غيره" in question.label.text()
    assert desk.workspace.store.name in question.label.text()
    assert not desk.window.frame.message_bar.is_refusal
    press_on(question, Qt.Key.Key_Return)
    settle()
    assert dialog("anotherRecord") is None
    assert "مقال غيره" not in titles(desk)
    assert backups(desk.link.paths.backup_dir, desk.workspace.store.origin()) == []


def test_its_articles_are_added_on_demand_and_can_be_taken_back(qtbot, question):
    desk = question.desk
    question.acting.click()
    qtbot.waitUntil(lambda: desk.link.backstage.is_idle, timeout=10_000)
    settle()
    assert "مقال غيره" in titles(desk)
    desk.window.frame.message_bar._act()
    qtbot.waitUntil(lambda: desk.link.backstage.is_idle, timeout=10_000)
    settle()
    assert "مقال غيره" not in titles(desk)
