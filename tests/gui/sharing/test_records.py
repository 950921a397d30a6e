"""Opening another record, a new one, and one on a server."""

import sqlite3
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QLineEdit, QToolButton

from factcheck.domain.presence import Presence
from factcheck.storage import library
from factcheck.storage.presence import ServerBoard
from tests.gui.conftest import settle
from tests.gui.sharing.conftest import dialog


@pytest.fixture
def records(linked):
    from factcheck.gui.sharing.feature import Sharing

    [feature] = linked.window.findChildren(Sharing)
    return feature._records


def test_a_new_record_takes_the_place_of_the_first_one(linked, tmp_path):
    first = linked.workspace.store.path
    article = linked.workspace.article.id
    linked.workspace.select_claim(linked.workspace.claims[1].id)
    linked.switch(tmp_path / "جديد.factcheck")
    settle()
    assert linked.workspace.store.path.name == "جديد.factcheck"
    assert linked.workspace.read(library.articles) == []
    assert not linked.window.frame.is_desk
    linked.link.start()
    linked.switch(first)
    settle()
    assert linked.workspace.article.id == article
    assert linked.workspace.selected == linked.workspace.claims[1].id


def test_what_cannot_be_opened_leaves_the_first_one_open(linked, tmp_path):
    path = tmp_path / "صورة.factcheck"
    path.write_bytes(b"not a record at all")
    before = linked.workspace.store
    linked.switch(path)
    settle()
    assert linked.workspace.store is before
    assert linked.window.frame.message_bar.is_refusal
    assert linked.workspace.claims


def test_half_typed_text_is_saved_before_another_record_is_opened(linked, tmp_path):
    from tests.gui.keyboard import press, type_text
    from tests.gui.sharing.conftest import Colleague

    path = linked.workspace.store.path
    claim = linked.workspace.claims[0].id
    linked.workspace.select_claim(claim)
    settle()
    press("Alt+N")
    type_text("قبل الانتقال")
    linked.switch(tmp_path / "جديد.factcheck")
    reader = Colleague(path)
    assert "قبل الانتقال" in reader.claim(claim).note
    reader.close()


def test_an_address_that_is_none_is_refused_in_the_dialog(qtbot, linked):
    linked.window.frame.actions_table["connect_server"].trigger()
    shown = dialog("connectDialog")
    assert shown.password.echoMode() == QLineEdit.EchoMode.Password
    shown.address.setText("http://example.org")
    shown.connect_now()
    qtbot.waitUntil(shown.notice.isVisible, timeout=10_000)
    shown.reject()


def test_the_password_goes_into_the_key_ring_and_nowhere_else(records, monkeypatch):
    from factcheck.storage import server

    asked = {}

    class Store:
        def close(self):
            asked["closed"] = True

    def open_server(address, **_who):
        asked["password"] = address.password
        return Store()

    monkeypatch.setattr(server, "open_server", open_server)
    monkeypatch.setattr(
        server, "remember_password", lambda _address, word: asked.update(ring=word) or True
    )
    address = records._try("postgresql://huda@db.example.org/desk", "سر", False)
    assert asked == {"password": "سر", "ring": "سر", "closed": True}
    assert "سر" not in address
    assert "***" not in address
    monkeypatch.setattr(server, "remember_password", lambda _address, _word: False)
    assert (
        server.parse_address(
            records._try("postgresql://huda@db.example.org/desk", "s3", False)
        ).password
        == "s3"
    )


def test_the_whole_desk_on_a_server(qtbot, qapp, cluster, paths):
    from factcheck.gui import application
    from factcheck.gui.main import DeskSession
    from factcheck.runtime.launching import DeskOptions
    from factcheck.runtime.settings import Settings
    from tests.postgres import create_database

    create_database(cluster, "desk_gui")
    address = f"postgresql://desk@/desk_gui?host={cluster}"
    settings = Settings(reviewer="هدى")
    desk = DeskSession(application.create(settings), DeskOptions(paths, settings, address))
    desk.start()
    qtbot.waitUntil(lambda: desk.desk is not None, timeout=30_000)
    desk.guard.close()
    desk.link.start()
    qtbot.waitUntil(lambda: desk.link.backstage.is_idle, timeout=10_000)
    settle()
    assert desk.workspace.claims
    board = ServerBoard(desk.workspace.store.engine)
    her = Presence(uuid4(), "نورة", None, desk.workspace.claims[0].id)
    board.tell(her)
    desk.link.presence.tell()
    qtbot.waitUntil(lambda: bool(desk.workspace.company.others), timeout=5000)
    assert [each.name for each in board.others(her.window)] == ["هدى"]
    board.leave(her.window)
    assert "desk_gui" in desk.window.findChild(QToolButton, "recordStatus").text()
    desk.window.close()
    desk.window.deleteLater()
    desk.deleteLater()
    settle()


def test_a_read_only_record_says_so(qtbot, linked, tmp_path):
    import shutil

    path = tmp_path / "أرشيف.factcheck"
    shutil.copyfile(linked.workspace.store.path, path)
    with sqlite3.connect(path) as raw:
        raw.execute("PRAGMA user_version = 99")
        raw.execute("UPDATE meta SET value = '1' WHERE key = 'min_reader'")
    raw.close()
    linked.switch(path)
    linked.link.start()
    settle()
    assert "للقراءة فقط" in linked.window.findChild(QToolButton, "recordStatus").text()
