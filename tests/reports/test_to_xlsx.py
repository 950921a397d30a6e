import io
import re
import zipfile
from dataclasses import replace

import openpyxl
import pytest

from factcheck.reports import to_csv, to_xlsx
from factcheck.reports.model import ReportOptions
from tests.reports import sample


def _book(data):
    return openpyxl.load_workbook(io.BytesIO(data))


def _texts(data):
    return {str(cell.value) for page in _book(data) for row in page.iter_rows() for cell in row}


def test_sheets_run_from_right_to_left_in_arabic():
    book = _book(to_xlsx.write(sample.report()))
    assert book.sheetnames == ["الادعاءات", "الأدلة", "الأعداد"]
    assert all(page.sheet_view.rightToLeft for page in book)
    english = _book(to_xlsx.write(sample.english_report()))
    assert not english.worksheets[0].sheet_view.rightToLeft


def test_a_row_for_each_claim_and_each_piece_of_evidence():
    claims, evidence, counts = _book(to_xlsx.write(sample.report())).worksheets
    assert (claims.max_row, evidence.max_row, counts.max_row) == (6, 4, 6)
    assert claims["A2"].value == 1
    assert claims["C2"].value == "طوله 42 كيلومترا"
    assert claims.freeze_panes == "A2"
    links = [cell.hyperlink.target for cell in evidence["I"] if cell.hyperlink]
    assert len(links) == 3
    assert all(link.startswith("https://example.org/") for link in links)


@pytest.mark.parametrize("text", sample.HOSTILE)
def test_no_text_is_ever_a_formula_or_a_bad_link(text):
    data = to_xlsx.write(sample.hostile_report(text))
    texts = {openpyxl.utils.escape.unescape(each) for each in _texts(data)}
    assert text in texts
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            content = archive.read(name).decode("utf-8")
            assert "<f>" not in content
            assert "TargetMode" not in content
        styles = archive.read("xl/styles.xml").decode()
    assert ('quotePrefix="1"' in styles) == (to_csv.guard(text) != text)


def test_trigger_cells_carry_the_quote_prefix():
    book = _book(to_xlsx.write(sample.hostile_report("=1+1")))
    cell = next(
        c for row in book.worksheets[0].iter_rows(min_row=2) for c in row if c.value == "=1+1"
    )
    assert cell.quotePrefix
    assert cell.data_type == "s"


def test_a_text_longer_than_a_cell_goes_on_elsewhere():
    of = sample.article()
    long = "نص طويل " * 10_000
    only = replace(sample.claim(of, "البلدية"), rationale=long)
    book = _book(to_xlsx.write(sample.report(claims=[sample.told(only)], of=of)))
    first = next(
        c.value for c in book.worksheets[0][2] if c.value and str(c.value).startswith("نص")
    )
    rest = [row[1].value for row in book.worksheets[3].iter_rows(min_row=2)]
    assert first + "".join(rest) == long


def test_the_same_report_gives_the_same_bytes():
    report = sample.report()
    assert to_xlsx.write(report) == to_xlsx.write(report)


def test_notes_and_names_only_when_asked_for():
    assert "اتصلت بالمكتب." not in _texts(to_xlsx.write(sample.report()))
    with_notes = _texts(to_xlsx.write(sample.report(ReportOptions(with_notes=True))))
    assert "اتصلت بالمكتب." in with_notes
    assert not any(re.search("مريم", each) for each in _texts(
        to_xlsx.write(sample.report(ReportOptions(with_names=False)))))  # fmt: skip
