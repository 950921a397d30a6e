"""A report of the open article: chosen, written whole or not at all, and offered to be opened."""

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog

from factcheck.gui.reporting.export_dialog import ExportDialog
from factcheck.gui.reporting.exporting import Exporting
from factcheck.reports.model import ReportOptions
from factcheck.reports.registry import FORMATS


@pytest.fixture
def exporting(desk):
    return Exporting(desk.workspace, desk.window, desk.window.frame.message_bar)


NEED_MORE = {"claimreview"}
"""Formats that ask for more than an article has by itself."""


@pytest.mark.parametrize("key", sorted(FORMATS.keys() - NEED_MORE))
def test_every_format_is_written_and_said(desk, exporting, tmp_path, key):
    path = tmp_path / f"تقرير.{FORMATS[key].ending}"
    exporting.write(path, key, ReportOptions())
    assert path.stat().st_size > 200
    bar = desk.window.frame.message_bar
    assert "تقرير" in bar.text
    assert not bar.is_refusal
    assert bar._button.isVisibleTo(bar)


@pytest.mark.parametrize("key", sorted(NEED_MORE & FORMATS.keys()))
def test_a_format_that_needs_more_says_what(desk, exporting, tmp_path, key):
    path = tmp_path / "report.json"
    exporting.write(path, key, ReportOptions())
    assert desk.window.frame.message_bar.is_refusal
    assert not path.exists()


def test_what_cannot_be_written_is_said_and_nothing_is_left(desk, exporting, tmp_path):
    exporting.write(tmp_path / "absent" / "r.html", "html", ReportOptions())
    assert desk.window.frame.message_bar.is_refusal
    assert list(tmp_path.glob("*.html")) == []


def test_the_command_asks_and_goes_on_to_the_file(desk):
    desk.window.frame.actions_table["export_report"].trigger()
    dialog = desk.window.findChild(ExportDialog)
    box = dialog.findChild(QComboBox, "formatBox")
    box.setCurrentIndex(box.findData("csv"))
    assert not dialog.kind.isEnabled()
    box.setCurrentIndex(box.findData("html"))
    assert dialog.kind.isEnabled()
    dialog._go_on()
    chooser = desk.window.findChild(QFileDialog)
    assert chooser.defaultSuffix() == "html"
    assert chooser.selectedFiles()[0].endswith(".html")
    chooser.reject()


def test_without_an_article_there_is_nothing_to_export(desk, exporting, tmp_path):
    desk.workspace.open_article(None)
    assert not desk.window.frame.actions_table["export_report"].isEnabled()
    exporting.write(tmp_path / "r.html", "html", ReportOptions())
    assert list(tmp_path.glob("*.html")) == []
