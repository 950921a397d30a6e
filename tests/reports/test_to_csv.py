import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reports import to_csv
from factcheck.reports.model import ReportOptions
from tests.reports import sample


def _rows(data, encoding="utf-8-sig"):
    return list(csv.reader(io.StringIO(data.decode(encoding), newline="")))


def test_a_mark_line_ends_and_equal_columns():
    data = to_csv.write(sample.report())
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\n" not in data.replace(b"\r\n", b"")
    rows = _rows(data)
    assert len({len(row) for row in rows}) == 1
    assert len(rows) == 1 + 6


def test_the_mark_and_the_guard_are_choices():
    plain = {"byte_order_mark": False, "formula_guard": False}
    data = to_csv.write(sample.hostile_report("=1+1", **plain))
    assert not data.startswith(b"\xef\xbb\xbf")
    assert "=1+1" in _rows(data, "utf-8")[1]


@pytest.mark.parametrize("text", sample.HOSTILE)
def test_reading_back_loses_nothing(text):
    rows = _rows(to_csv.write(sample.hostile_report(text)))
    names, row = rows
    cells = [to_csv.unguard(cell) for cell in row]
    assert cells.count(text) >= 7
    assert len(names) == len(row)


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+1+1",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "＝1",
        "\u200f=1",
        "|x",
        "%x",
    ],
)
def test_what_a_spreadsheet_would_run_is_guarded(cell):
    assert to_csv.guard(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["-2.4", "+5", "12,000", "7.3", "نص", "", "2024-05-03", "-5%"])
def test_plain_numbers_and_texts_stay_as_they_are(cell):
    assert to_csv.guard(cell) == cell


@given(st.text(st.sampled_from("'=+-@\t\r\n＝\u200f1a") | st.characters()))
def test_guarding_can_always_be_undone(cell):
    assert to_csv.unguard(to_csv.guard(cell)) == cell


def test_notes_and_names_are_columns_only_when_asked_for():
    with_notes = _rows(to_csv.write(sample.report(ReportOptions(with_notes=True))))
    without = _rows(to_csv.write(sample.report(ReportOptions(with_names=False))))
    assert len(with_notes[0]) == len(without[0]) + 2
    assert "اتصلت بالمكتب." in with_notes[1]
    assert all("مريم" not in row for row in without)
