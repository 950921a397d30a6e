import sys
from dataclasses import replace

import pytest

from factcheck.domain.errors import ExportError
from factcheck.reports import to_docx, to_html, to_pdf, typesetting
from factcheck.reports.model import ReportOptions
from tests.reports import pdf_reading, sample


@pytest.fixture
def frozen(monkeypatch):
    """As in a frozen program, which has no Python to start."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)


def test_a_frozen_program_sets_in_its_own_process(frozen):
    assert to_pdf.write(sample.report()) == to_pdf.write(sample.report())
    assert to_docx.write(sample.report())


def test_both_ways_give_the_same_bytes(monkeypatch):
    apart = to_pdf.write(sample.report())
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert to_pdf.write(sample.report()) == apart


def test_letters_without_a_font_are_found_and_named(frozen, monkeypatch):
    monkeypatch.setattr(typesetting, "_MOST_PROBES", 4)
    of = sample.article("خبر 😀 عن 中文 ＝ ﷺ ✓ ≈ ½ שלום 👍🏽.\n")
    pdf = to_pdf.write(sample.report(claims=[], of=of))
    assert pdf.startswith(b"%PDF-1.7")


def test_a_dead_process_is_a_sentence(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(ExportError, match="PDF could not be made"):
        to_pdf.write(sample.report())
    with pytest.raises(ExportError, match="pictures could not be drawn"):
        to_docx.write(sample.report())


def test_no_pictures_need_no_process(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert typesetting.rasterise([]) == []


def test_the_logo_of_the_newsroom_stands_first():
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/>'
    picture = typesetting.rasterise([f"{svg}</svg>"])[0]
    report = sample.report(ReportOptions(logo=picture, newsroom="غرفة الأخبار"))
    page = to_html.write(report)
    assert page.index(b"data:image/png;base64,") < page.index(b"<h1")
    assert 'alt="غرفة الأخبار"'.encode() in page
    assert to_pdf.write(report).startswith(b"%PDF")
    assert to_docx.write(replace(report, claims=())).startswith(b"PK")


@pdf_reading.needs_poppler
def test_pages_are_drawn_as_the_pdf_has_them():
    pages = to_pdf.pages(sample.report(), 60.0)
    assert all(page.startswith(b"\x89PNG") for page in pages)
    assert len(pages) == pdf_reading.text_of(to_pdf.write(sample.report())).count("\f") > 1


def test_pages_that_cannot_be_drawn_are_a_sentence(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(ExportError, match="pages could not be drawn"):
        to_pdf.pages(sample.report(), 60.0)
