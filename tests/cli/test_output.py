import pytest

from factcheck.cli.output import Answer, fields, show, table


def test_columns_stand_below_each_other_in_any_script():
    text = table(("No.", "كلمات", "x"), [(1, "قَالَ\nأحمد", "a"), (22, "e\u0301te\u0301", "b")])
    lines = text.splitlines()
    assert len(lines) == 3
    assert "قَالَ أحمد" in lines[1]
    shown = [line.replace("\u064e", "").replace("\u0301", "") for line in lines]
    assert len({line.index(last) for line, last in zip(shown, "xab", strict=True)}) == 1


def test_long_cells_are_cut():
    (_, line) = table(("a",), [("كلمة " * 50,)]).splitlines()
    assert len(line) <= 56
    assert line.endswith("…")


def test_no_rows_no_table():
    assert table(("a", "b"), []) == ""


def test_fields_leave_out_what_is_empty_and_indent_what_is_long():
    assert fields([("Name", "x"), ("No", ""), ("Why", "one\ntwo")]) == (
        "Name  x\nWhy   one\n      two"
    )
    assert fields([]) == ""


@pytest.mark.parametrize("as_json", [True, False])
def test_answer_is_printed_once(capsys, as_json):
    answer = Answer({"id": "ن"}, lambda: "for people", said="said", code=1)
    assert show(answer, as_json=as_json) == 1
    out, err = capsys.readouterr()
    assert out == ('{\n  "id": "ن"\n}\n' if as_json else "for people\n")
    assert err == "said\n"


def test_text_is_not_made_where_nobody_reads_it(capsys):
    def fail():
        raise AssertionError

    show(Answer([], fail), as_json=True)
    assert capsys.readouterr().out == "[]\n"


def test_program_without_a_console(monkeypatch):
    monkeypatch.setattr("sys.stdout", None)
    monkeypatch.setattr("sys.stderr", None)
    assert show(Answer({}, lambda: "text", said="said"), as_json=False) == 0
