"""The record of last time, those before it, and the ways out where it cannot be opened."""

import shutil
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPushButton, QToolButton

from factcheck.gui.main import DeskSession
from factcheck.gui.recent import MOST, RecentRecords, name_of_record
from factcheck.gui.window_state import WindowState
from factcheck.operations import sample
from factcheck.operations.safekeeping import back_up_now
from factcheck.runtime.launching import DeskOptions
from factcheck.runtime.settings import Settings
from factcheck.storage import library
from factcheck.storage.server import open_server, parse_address
from tests.gui.conftest import settle
from tests.gui.keyboard import press
from tests.postgres import cluster_or_skip, create_database


@pytest.fixture
def team(desk, paths, tmp_path):
    """The record that was open last, which is not the person's own one."""
    path = tmp_path / "فريق & النشر.factcheck"
    shutil.copyfile(desk.workspace.store.path, path)
    desk.switch(path)
    settle()
    assert desk.workspace.store.path == path
    return path


@pytest.fixture
def server():
    """The address of a record with an article on a real server."""
    with cluster_or_skip() as socket:
        create_database(socket, "desk")
        address = f"postgresql://desk@/desk?host={socket}"
        store = open_server(parse_address(address), actor="نورة", replica=str(uuid4()), create=True)
        with store.write("load_sample") as session:
            sample.load_sample(session)
        store.close()
        yield address


def buttons(session):
    """The buttons of the failure page, in reading order."""
    shown = session.window.frame._opening.findChildren(QPushButton)
    return [each for each in shown if each.isVisible()]


def choose_recent(session, keys):
    """Open the menu of recent records and press keys in it."""
    session.window.activateWindow()
    session.window.frame.actions_table["open_recent"].trigger()
    settle()
    menu = session.window.findChild(QMenu, "recentRecords")
    assert QApplication.activePopupWidget() is menu
    for key in keys:
        press(key, menu)
    settle()


def test_the_record_of_last_time_is_opened_where_one_left_it(desk, team, open_desk, paths):
    article = desk.workspace.read(_first_article)
    desk.workspace.open_article(article)
    claim = desk.workspace.claims[1].id
    desk.workspace.select_claim(claim)
    desk.window.close()
    again = open_desk()
    assert again.workspace.store.path == team
    assert again.workspace.selected == claim
    again.window.close()
    assert "فريق" not in paths.settings_file.read_text(encoding="utf-8")


def _first_article(session):
    return library.articles(session, "", 1)[0].id


def test_a_record_that_is_named_comes_before_the_last_one(desk, team, qtbot, qapp, paths):
    desk.window.close()
    settings = Settings.load(paths.settings_file)
    options = DeskOptions(paths, settings, paths.database, is_named=True)
    session = DeskSession(qapp, options)
    with qtbot.waitSignal(session.opened, timeout=20_000):
        session.start()
    session.guard.close()
    assert session.workspace.store.path == paths.database
    session.window.close()
    settle()


def test_a_missing_record_is_no_dead_end(desk, team, open_desk, qtbot, paths):
    desk.window.close()
    team.unlink()
    again = open_desk()
    assert "فريق" in again.window.frame.message_bar.text
    assert not team.exists()
    assert [each.text() for each in buttons(again)] == [
        "أعد المحاولة", "فتح سجلّي الخاص", "فتح سجلّ آخر…", "الاتصال بخادم…"
    ]  # fmt: skip
    assert QApplication.focusWidget() is buttons(again)[0]
    press("Return")
    settle()
    assert again.workspace.store is None
    assert not team.exists()
    assert len(buttons(again)) == 4
    press("Tab")
    with qtbot.waitSignal(again.opened, timeout=20_000):
        press("Return")
    settle()
    assert again.workspace.store.path == paths.database
    assert again.workspace.article is not None
    assert not again.window.frame.message_bar.is_refusal
    assert again.window.frame.actions_table["quit"].isEnabled()


def test_a_record_that_came_back_is_opened_by_trying_again(desk, team, open_desk, qtbot):
    desk.window.close()
    away = team.with_suffix(".away")
    team.rename(away)
    again = open_desk()
    away.rename(team)
    with qtbot.waitSignal(again.opened, timeout=20_000):
        press("Return", buttons(again)[0])
    settle()
    assert again.workspace.store.path == team


def test_an_own_record_that_is_damaged_leaves_the_way_to_another(open_desk, qtbot, paths, tmp_path):
    paths.database.write_bytes(b"not a database at all")
    session = open_desk()
    texts = [each.text() for each in buttons(session)]
    assert texts == ["أعد المحاولة", "فتح سجلّ آخر…", "الاتصال بخادم…"]
    for wanted in ("open_record", "new_record", "connect_server", "quit"):
        assert session.window.frame.actions_table[wanted].isEnabled()
    press("Tab")
    press("Return")
    [dialog] = session.window.findChildren(QFileDialog)
    with qtbot.waitSignal(session.opened, timeout=20_000):
        dialog.fileSelected.emit(str(tmp_path / "آخر.factcheck"))
    settle()
    assert session.workspace.store.path.name == "آخر.factcheck"
    assert session.desk is not None
    assert paths.database.read_bytes() == b"not a database at all"


def test_an_own_record_that_is_damaged_is_restored_from_a_backup(open_desk, qtbot, paths):
    whole = open_desk()
    title = whole.workspace.read(library.articles)[0].title
    back_up_now(whole.workspace.store, backup_dir=paths.backup_dir)
    whole.window.close()
    paths.database.write_bytes(b"not a database at all")
    session = open_desk()
    texts = [each.text() for each in buttons(session)]
    assert texts[:2] == ["أعد المحاولة", "استعادة نسخة احتياطية…"]
    press("Tab")
    press("Return")
    settle()
    with qtbot.waitSignal(session.opened, timeout=20_000):
        press("Return")
    settle()
    assert session.workspace.read(library.articles)[0].title == title
    [kept] = paths.backup_dir.glob("*.damaged-*")
    assert kept.read_bytes() == b"not a database at all"
    assert kept.name in session.window.frame.message_bar.text


def test_recent_records_are_reached_by_keys(desk, team, paths):
    menu = desk.window.frame.actions_table["open_recent"].menu()
    menu.aboutToShow.emit()
    assert [each.text() for each in menu.actions()] == ["سجلّي الخاص"]
    choose_recent(desk, ["Return"])
    assert desk.workspace.store.path == paths.database
    menu = desk.window.frame.actions_table["open_recent"].menu()
    menu.aboutToShow.emit()
    [action] = menu.actions()
    assert action.text() == f"\u2068فريق && النشر.factcheck\u2069 — \u2066{team.parent}\u2069"
    team.unlink()
    choose_recent(desk, ["Return"])
    assert desk.window.frame.message_bar.is_refusal
    assert "فريق" in desk.window.frame.message_bar.text
    assert desk.workspace.store.path == paths.database
    assert not team.exists()


def test_a_server_that_cannot_be_reached_is_no_dead_end(open_desk, qtbot, paths):
    pytest.importorskip("psycopg")
    recent = RecentRecords(WindowState(paths.window_file))
    recent.note("postgresql://huda:s3cret@127.0.0.1:9/desk")
    session = open_desk()
    assert "s3cret" not in session.window.frame.message_bar.text
    assert "desk@127.0.0.1" in session.window.frame.message_bar.text
    assert len(buttons(session)) == 4
    with qtbot.waitSignal(session.opened, timeout=20_000):
        press("Return")
    assert session.window.frame.message_bar.is_refusal
    settle()
    press("Tab")
    with qtbot.waitSignal(session.opened, timeout=20_000):
        press("Return")
    assert session.workspace.store.path == paths.database


def test_the_server_of_last_time_is_opened(open_desk, paths, server):
    recent = RecentRecords(WindowState(paths.window_file))
    recent.note(server)
    session = open_desk()
    assert not session.workspace.store.is_file
    assert session.workspace.read(_first_article)
    menu = session.window.frame.actions_table["open_recent"].menu()
    menu.aboutToShow.emit()
    assert not menu.actions()[0].isEnabled()


def test_an_ampersand_in_a_name_is_shown(desk, team):
    desk.link.start()
    settle()
    status = desk.window.findChild(QToolButton, "recordStatus")
    assert "فريق && النشر" in status.text()
    assert "فريق & النشر" in status.accessibleName()


def test_a_first_start_has_no_other_record_to_offer(desk):
    menu = desk.window.frame.actions_table["open_recent"].menu()
    menu.aboutToShow.emit()
    [action] = menu.actions()
    assert not action.isEnabled()


def test_records_are_kept_newest_first_and_once(qapp, tmp_path):
    recent = RecentRecords(WindowState(tmp_path / "window.ini"))
    assert (recent.all, recent.last) == ([], None)
    paths = [tmp_path / f"{at}.factcheck" for at in range(MOST + 3)]
    for path in (*paths, paths[5]):
        recent.note(path)
    again = RecentRecords(WindowState(tmp_path / "window.ini"))
    assert again.last == paths[5]
    assert again.all[1:] == [each for each in reversed(paths[2:]) if each != paths[5]]


def test_a_server_is_kept_without_its_password(qapp, tmp_path):
    pytest.importorskip("psycopg")
    path = tmp_path / "window.ini"
    state = WindowState(path)
    recent = RecentRecords(state)
    recent.note("postgresql://huda:s3cret@localhost:5433/desk?password=s3cret")
    recent.note("postgresql://huda@localhost:5433/desk")
    assert recent.all == ["postgresql+psycopg://huda@localhost:5433/desk"]
    assert name_of_record(recent.last, tmp_path) == "\u2066desk@localhost\u2069"
    state._store.sync()
    assert "s3cret" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("kept", ["", "{", '{"a": 1}', "[1, null]", '"text"'])
def test_nonsense_is_no_record(qapp, tmp_path, kept):
    state = WindowState(tmp_path / "window.ini")
    state.keep_text("records", kept)
    assert RecentRecords(state).all == []
