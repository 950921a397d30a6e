import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = "قال الوزير كريم النجار إن أكثر من 10 آلاف عامل عادوا أمس. ووُقّع الاتفاق في 5 مايو 2024."


def found(answer, kind):
    return [each for each in answer["items"] if each["kind"] == kind]


def test_items_and_candidates(program, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    answer = program.json("detect", path, "--published", "2024-06-02")
    assert (answer["language"], answer["published"]) == ("ar", "2024-06-02")
    (quantity,) = found(answer, "quantity")
    assert (quantity["value"]["comparator"], quantity["value"]["number"]) == (">", 10000)
    assert TEXT[quantity["start"] : quantity["end"]] == quantity["text"]
    assert {"2024-05-05", "2024-06-01"} <= {
        each["value"]["start"] for each in found(answer, "date")
    }
    assert found(answer, "attribution")
    candidate = min(answer["candidates"], key=lambda each: each["rank"])
    assert candidate["kind"] == "quantity"
    assert candidate["text"] == TEXT[candidate["start"] : candidate["end"]]
    assert candidate["claimed"]["comparator"] == ">"
    assert "النجار" in candidate["claimant"]
    assert candidate["reasons"]


def test_offsets_are_those_of_the_stored_article(program):
    data = f"\ufeff{TEXT}\r\n\r\nو15 يومًا".encode()
    article = program.json("article", "add", "-", stdin=data)
    for item in program.json("detect", "-", stdin=data)["items"]:
        assert article["text"][item["start"] : item["end"]] == item["text"]


def test_unknown_day_leaves_relative_dates_open(program):
    answer = program.json("detect", "-", stdin=TEXT.encode())
    assert answer["published"] is None
    assert None in {each["value"]["start"] for each in found(answer, "date")}


@pytest.mark.parametrize(
    ("typed", "day"), [("2 حزيران 2024", "2024-06-02"), ("٢٠٢٤-٠٦-٠٢", "2024-06-02"), ("", None)]
)
def test_day_of_publication_as_people_write_it(program, typed, day):
    answer = program.json("detect", "-", "--published", typed, stdin=TEXT.encode())
    assert answer["published"] == day


@pytest.mark.parametrize("typed", ["yesterday", "2024", "2024-06", "2024-13-01", "31/2/2024"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_bad_day_is_refused(program, typed, language):
    program.language = language
    said = program.refused("detect", "-", "--published", typed, stdin=TEXT.encode())
    assert typed in said


@pytest.mark.parametrize(("language", "word"), [("ar", "كمية"), ("en", "Quantity")])
def test_text_for_people_says_why_in_their_language(program, language, word):
    program.language = language
    result = program("detect", "-", stdin=TEXT.encode())
    assert result.out.startswith(f"1. {word} · ")
    assert "   - " in result.out
    assert {"ar": "للتحقق", "en": "to check"}[language] in result.err


@pytest.mark.parametrize("data", [b"", b" \n\t", "\ufeff".encode(), b"\xff\xfe"])
def test_nothing_to_read_is_an_empty_answer(program, data):
    answer = program.json("detect", "-", stdin=data)
    assert (answer["items"], answer["candidates"]) == ([], [])


@pytest.mark.parametrize("data", [bytes(range(256)) * 8, b"PK\x03\x04" + b"\x00" * 99])
def test_what_is_no_text_is_refused(program, data):
    program.refused("detect", "-", stdin=data)


def test_missing_file(program, tmp_path):
    assert "no.txt" in program.refused("detect", tmp_path / "no.txt")


@pytest.mark.parametrize("words", [[], ["a.txt", "--jsonl"]], ids=str)
def test_a_file_or_lines(program, words):
    assert "not both" in program.misused("detect", *words)


def test_other_language_of_the_text(program):
    assert "fr" in program.misused("detect", "-", "--language", "fr")


def test_lines_in_lines_out_without_qt_and_database(tmp_path):
    requests = [
        {"id": 1, "text": TEXT, "lang": "ar", "reference_date": "2024-06-02"},
        {"id": 2, "text": "", "lang": "en"},
        {"id": 3},
    ]
    lines = [json.dumps(each, ensure_ascii=False) for each in requests]
    code = (
        "import sys; sys.argv = ['factcheck', '--home', sys.argv[1], 'detect', '--jsonl']\n"
        "from factcheck.__main__ import main; code = main()\n"
        "heavy = {'PySide6', 'sqlalchemy', 'alembic'} & set(sys.modules)\n"
        "assert not heavy, heavy; sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path],
        input="\n".join([*lines, "{", "", "[]"]).encode(),
        capture_output=True,
        check=False,
        cwd=ROOT,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each.get("id") for each in answers] == [1, 2, 3, None, None]
    assert {each["kind"] for each in answers[0]["items"]} >= {"quantity", "date", "attribution"}
    assert answers[1]["items"] == []
    assert all("error" in each for each in answers[2:])
