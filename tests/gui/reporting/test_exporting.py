"""Reports written off the thread of the window, whole or not at all, and offered to be opened."""

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QPushButton

from factcheck.domain.article import ArticleDraft
from factcheck.gui.reporting.choices import Choices, Scope
from factcheck.gui.reporting.writing import free_names
from factcheck.operations.articles import add_article
from factcheck.reports.registry import FORMATS
from tests.gui.keyboard import press

NEED_MORE = {"claimreview"}
"""Formats that ask for more than an article has by itself."""


@pytest.mark.parametrize("key", sorted(FORMATS.keys() - NEED_MORE))
def test_every_format_is_written_and_said(desk, exporting, idle, tmp_path, key):
    path = tmp_path / f"تقرير.{FORMATS[key].ending}"
    exporting.write([(desk.workspace.article.id, path)], Choices(key))
    idle()
    assert path.stat().st_size > 200
    bar = desk.window.frame.message_bar
    assert "تقرير" in bar.text
    assert not bar.is_refusal


def test_the_file_and_its_folder_are_offered(desk, exporting, idle, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    path = tmp_path / "r.md"
    exporting.write([(desk.workspace.article.id, path)], Choices("md"))
    idle()
    bar = desk.window.frame.message_bar
    by_name = {each.text(): each for each in bar.findChildren(QPushButton)}
    assert by_name["إظهار في المجلد"].isVisibleTo(bar)
    by_name["إظهار في المجلد"].click()
    by_name["فتح"].click()
    assert opened == [str(tmp_path), str(path)]


def test_a_format_that_needs_more_says_what_and_keeps_the_old_file(desk, exporting, idle, tmp_path):
    path = tmp_path / "report.jsonld"
    path.write_text("old")
    exporting.write([(desk.workspace.article.id, path)], Choices("claimreview"))
    idle()
    assert desk.window.frame.message_bar.is_refusal
    assert path.read_text() == "old"


def test_the_open_record_is_never_replaced(desk, exporting, idle):
    path = desk.workspace.store.path
    before = path.read_bytes()
    exporting.write([(desk.workspace.article.id, path)], Choices("html"))
    idle()
    assert path.name in desk.window.frame.message_bar.text
    assert desk.window.frame.message_bar.is_refusal
    assert path.read_bytes() == before


def test_what_cannot_be_written_is_said_and_nothing_is_left(desk, exporting, idle, tmp_path):
    path = tmp_path / "absent" / "r.html"
    exporting.write([(desk.workspace.article.id, path)], Choices("html"))
    idle()
    assert desk.window.frame.message_bar.is_refusal
    assert list(tmp_path.glob("**/r.html")) == []


def test_a_cancelled_report_leaves_the_old_file(desk, exporting, idle, tmp_path):
    path = tmp_path / "r.pdf"
    path.write_text("old")
    exporting.write([(desk.workspace.article.id, path)], Choices("pdf"))
    line = desk.window.frame.job_line
    line.cancel.click()
    idle()
    assert path.read_text() == "old"
    assert desk.window.frame.message_bar.text == ""
    assert sorted(each.name for each in tmp_path.iterdir()) == ["home", "r.pdf"]


def test_several_articles_get_a_file_each(desk, exporting, idle, tmp_path):
    workspace = desk.workspace
    first = workspace.article.id
    draft = ArticleDraft(workspace.article.title, "نص آخر فيه ٣ أرقام.")
    others = [workspace.run(add_article, draft=draft).created for _ in range(2)]
    folder = tmp_path / "تقارير"
    folder.mkdir()
    choices = Choices("html", scope=Scope.CHOSEN, page_url="https://example.org")
    exporting.write_all([first, *others], folder, choices)
    idle()
    assert len(list(folder.glob("*.html"))) == 3
    assert "تقارير" in desk.window.frame.message_bar.text


def test_names_of_files_are_safe_and_free(tmp_path):
    (tmp_path / "خبر.pdf").touch()
    found = free_names(tmp_path, ["خبر", "a/b: c?", "A_B", "a_b", "", "CON"], "pdf")
    assert [each.name for each in found] == [
        "خبر 2.pdf", "b_ c_.pdf", "A_B.pdf", "a_b 2.pdf", "report.pdf", "_CON.pdf",
    ]  # fmt: skip


def test_the_key_asks_and_goes_on_to_the_file(desk, dialog, choose, idle):
    choose("format", "html")
    dialog.go_on()
    chooser = desk.window.findChild(QFileDialog)
    assert chooser.defaultSuffix() == "html"
    assert chooser.selectedFiles()[0].endswith(".html")
    chooser.reject()


def test_articles_chosen_in_the_library_are_exported_by_key(desk, qtbot):
    window = desk.window
    press("Ctrl+L", window)
    window.findChild(object, "articleTable").selectAll()
    press("Ctrl+Shift+R", window)
    dialog = window.findChild(object, "exportDialog")
    assert dialog is not None
    dialog.reject()


def test_without_an_article_there_is_nothing_to_export(desk, reporting):
    desk.workspace.open_article(None)
    assert not desk.window.frame.actions_table["export_report"].isEnabled()
    reporting._articles = list
    desk.window.frame.actions_table["export_articles"].trigger()
    assert desk.window.findChild(object, "exportDialog") is None
    assert desk.window.frame.message_bar.text
