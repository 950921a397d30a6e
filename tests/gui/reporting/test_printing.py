"""Paper: a real printer driver, that of PDF, gets the pages of the report."""

import shutil

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication

from factcheck.gui.reporting.choices import Choices
from factcheck.gui.reporting.printing import chosen_pages, new_printer
from tests.gui.keyboard import press
from tests.reports.pdf_reading import run


@pytest.fixture
def paper(tmp_path):
    """A printer that prints into a file."""
    printer = new_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    printer.setResolution(72)
    return printer


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page_reaches_the_printer(desk, reporting, qtbot, paper, tmp_path, language):
    said = []
    desk.workspace.said.connect(said.append)
    reporting.printing.print_report(paper, Choices(language=language))
    qtbot.waitUntil(lambda: said == ["أُرسل إلى الطابعة."], timeout=30_000)
    data = (tmp_path / "paper.pdf").read_bytes()
    assert data.startswith(b"%PDF")
    if shutil.which("pdfinfo"):
        facts = run("pdfinfo", data)
        assert "A4" in facts
        assert int(facts.split("Pages:")[1].split()[0]) > 1


def test_only_the_pages_asked_for(paper):
    pages = [b"1", b"2", b"3"]
    assert chosen_pages(paper, pages) == pages
    paper.setPrintRange(QPrinter.PrintRange.PageRange)
    paper.setFromTo(2, 3)
    assert chosen_pages(paper, pages) == [b"2", b"3"]


def test_a_printer_that_takes_nothing_is_said(desk, reporting, qtbot, paper, tmp_path):
    paper.setOutputFileName(str(tmp_path / "absent" / "paper.pdf"))
    reporting.printing.print_report(paper, Choices())
    bar = desk.window.frame.message_bar
    qtbot.waitUntil(lambda: bar.is_refusal, timeout=30_000)


@pytest.mark.parametrize("key", ["Ctrl+P", "Ctrl+ح"])
def test_the_key_asks_for_the_report_then_the_printer(desk, qtbot, key):
    press(key, desk.window)
    dialog = desk.window.findChild(object, "exportDialog")
    assert dialog.choices.format == "pdf"
    assert "format" not in dialog.form._rows
    dialog.go_on()
    [chooser] = desk.window.findChildren(QPrintDialog)
    assert chooser in QApplication.topLevelWidgets()
    chooser.reject()
