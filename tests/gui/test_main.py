"""From the first start to the next one: what opens, what is remembered, what a bad file says."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from factcheck.domain.errors import UserError
from factcheck.domain.ids import new_id
from factcheck.gui import application, theme
from factcheck.gui.main import DeskSession, screenshot
from factcheck.gui.widgets.crash_dialog import CrashDialog
from factcheck.operations import claims
from factcheck.runtime.launching import DeskOptions, PictureOptions
from factcheck.runtime.settings import Settings
from factcheck.storage import library
from tests.gui.conftest import settle


def titles(session):
    return [each.title for each in session.workspace.read(library.articles)]


def test_the_first_start_opens_the_sample_on_the_desk(desk):
    assert desk.workspace.article is not None
    assert len(desk.workspace.claims) > 3
    assert desk.window.frame.is_desk
    assert titles(desk) == [desk.workspace.article.title]


def test_the_next_start_goes_to_the_same_place(desk, open_desk):
    claim = desk.workspace.claims[2]
    desk.workspace.select_claim(claim.id)
    desk.window.resize(790, 640)
    settle()
    size = desk.window.size()
    desk.window.close()
    again = open_desk()
    assert again.workspace.article is not None
    assert again.workspace.selected == claim.id
    assert again.window.size() == size
    assert len(titles(again)) == 1


def test_a_sample_that_was_deleted_does_not_come_back(desk, open_desk):
    from factcheck.operations import articles

    desk.workspace.run(articles.delete_articles, article_ids=[desk.workspace.article.id])
    assert not desk.window.frame.is_desk
    desk.window.close()
    assert titles(open_desk()) == []


def test_a_file_named_on_the_command_line_is_taken_in_and_opened(open_desk, tmp_path):
    path = tmp_path / "خبر.txt"
    path.write_text("عنوان الخبر\nوصل 300 زائر إلى المعرض.", encoding="utf-8")
    session = open_desk(article=path)
    assert session.workspace.article.title == "عنوان الخبر"
    assert session.window.frame.is_desk


def test_a_file_that_is_not_there_is_refused_in_the_message_bar(open_desk, tmp_path):
    session = open_desk(article=tmp_path / "غائب.txt")
    assert session.window.frame.message_bar.is_refusal
    assert "غائب.txt" in session.window.frame.message_bar.text


def test_the_language_switches_live_and_the_article_stays(desk):
    workspace, before = desk.workspace, desk.window
    article, claim = workspace.article, workspace.claims[1]
    workspace.select_claim(claim.id)
    workspace.update_settings(language="en")
    settle()
    assert desk.window is not before
    assert desk.workspace is workspace
    assert workspace.article.id == article.id
    assert workspace.selected == claim.id
    assert desk.window.frame.is_desk
    assert QApplication.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert desk.window.frame.actions_table["undo"].text().startswith("Undo")
    workspace.update_settings(language="ar")
    settle()
    assert QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert workspace.selected == claim.id


def test_old_windows_go_away(desk, qapp):
    def windows():
        return [each for each in qapp.topLevelWidgets() if each.objectName() == "mainWindow"]

    others = set(windows()) - {desk.window}
    desk.workspace.update_settings(language="en")
    settle()
    assert set(windows()) - others == {desk.window}
    desk.workspace.update_settings(digits="arabic")
    claim = desk.workspace.claims[0]
    desk.workspace.run(claims.edit_claims, claim_ids=[claim.id], values={"note": "x"})
    settle()


def test_undo_names_what_it_takes_back_and_goes_there(desk):
    workspace, table = desk.workspace, desk.window.frame.actions_table
    first, last = workspace.claims[0], workspace.claims[-1]
    workspace.run(claims.edit_claims, claim_ids=[first.id], values={"note": "تعديل"})
    workspace.select_claim(last.id)
    settle()
    plain, named = table["undo"].text().split(":")
    assert plain == "تراجع"
    assert named.strip()
    table["undo"].trigger()
    settle()
    assert workspace.claim(first.id).note == first.note
    assert workspace.selected == first.id
    assert table["redo"].isEnabled()
    table["redo"].trigger()
    assert workspace.claim(first.id).note == "تعديل"


def test_progress_counts_what_is_done(desk):
    from PySide6.QtWidgets import QProgressBar

    workspace = desk.workspace
    bar = desk.window.frame.top_bar.findChild(QProgressBar)
    done = bar.value()
    unfinished = next(each for each in workspace.claims if each.number and each.state == "open")
    workspace.run(claims.edit_claims, claim_ids=[unfinished.id], values={"state": "checked"})
    settle()
    assert bar.value() == done + 1
    assert bar.maximum() == sum(1 for each in workspace.claims if each.number)
    assert desk.window.frame.saved.text()


@pytest.mark.parametrize(
    "content", [b"", b"not a database at all", b"SQLite format 3\0" + bytes(90)]
)
def test_a_bad_file_gets_its_sentence_and_stays_as_it_is(qapp, qtbot, paths, content):
    paths.database.write_bytes(content)
    settings = Settings.load(paths.settings_file)
    session = DeskSession(qapp, DeskOptions(paths, settings, paths.database))
    with qtbot.waitSignal(session.opened, timeout=20_000):
        session.start()
    assert session.window.frame.message_bar.is_refusal
    assert session.workspace.store is None
    assert not session.window.frame.actions_table["undo"].isEnabled()
    session.window.close()
    session.window.deleteLater()
    settle()
    assert paths.database.read_bytes() == content


def test_text_size_keys_stay_within_bounds(desk):
    table, workspace = desk.window.frame.actions_table, desk.workspace
    for _ in range(15):
        table["larger_text"].trigger()
    assert workspace.settings.text_size == 200
    for _ in range(15):
        table["smaller_text"].trigger()
    assert workspace.settings.text_size == 80
    table["normal_text"].trigger()
    assert workspace.settings.text_size == 100


def test_panes_are_reached_in_turn(desk):
    window = desk.window
    window.activateWindow()
    settle()
    panes = window.frame.panes()
    seen = []
    for _ in panes:
        window.frame.actions_table["next_pane"].trigger()
        focus = QApplication.focusWidget()
        seen.append(next(i for i, each in enumerate(panes) if each.isAncestorOf(focus)))
    assert sorted(seen) == [0, 1, 2]


def test_a_picture_shows_the_window_at_its_size(desk, paths, tmp_path):
    article = desk.workspace.article
    desk.window.close()
    target = tmp_path / "desk.png"
    settings = Settings(theme="dark", language="en")
    options = PictureOptions(
        paths, settings, paths.database, article.id, target, width=1100, height=700, claim=2
    )
    assert screenshot(options) == 0
    image = QImage(str(target))
    assert image.size().toTuple() == (1100, 700)
    assert image.pixelColor(2, 2).name() == theme.DARK.chrome.name()
    missing = PictureOptions(paths, settings, paths.database, new_id(), target)
    with pytest.raises(UserError):
        screenshot(missing)
    nowhere = PictureOptions(
        paths, settings, paths.database, article.id, tmp_path / "no" / "such" / "folder.png"
    )
    with pytest.raises(UserError):
        screenshot(nowhere)


def test_a_bug_is_shown_with_a_report_to_copy(qapp, qtbot):
    from factcheck.gui.crash_guard import CrashGuard

    rescued = []
    guard = CrashGuard(lambda: rescued.append(True))
    try:
        error = ZeroDivisionError("سبب الخلل")
        sys.excepthook(type(error), error, None)
        qtbot.waitUntil(lambda: bool(rescued))
    finally:
        guard.close()
    [dialog] = [each for each in qapp.topLevelWidgets() if isinstance(each, CrashDialog)]
    assert "ZeroDivisionError" in dialog.report.toPlainText()
    dialog._copy()
    assert QApplication.clipboard().text() == dialog.report.toPlainText()
    dialog.accept()


def test_qt_speaks_the_language_too(qapp):
    application.create(Settings())
    application.prepare_words()
    assert qapp.translate("QPlatformTheme", "Cancel") == "إلغاء"
    assert qapp.translate("QPlatformTheme", "&Yes") == "نعم"
    assert qapp.translate("QFileDialog", "Look in:") != "Look in:"
    application.create(Settings(language="en"))
    application.prepare_words()
    assert qapp.translate("QPlatformTheme", "Cancel") == "Cancel"
    application.create(Settings())
    application.prepare_words()
