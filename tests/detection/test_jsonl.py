"""The line protocol for other programs."""

import json
import subprocess
import sys

import pytest

from factcheck.detection.jsonl import answers
from factcheck.runtime import i18n


def ask(*lines):
    return [json.loads(line) for line in answers(lines)]


def test_items_have_the_schema():
    text = "وصل 5 آلاف شخص أمس"
    request = {"id": 7, "text": text, "lang": "ar", "reference_date": "2025-07-11"}
    (answer,) = ask(json.dumps(request))
    assert answer["id"] == 7
    quantity, day = answer["items"]
    assert quantity == {
        "kind": "quantity",
        "text": "5 آلاف شخص",
        "start": 4,
        "end": 14,
        "value": {"comparator": "=", "number": 5000, "low": None, "high": None, "unit": "شخص"},
        "rule": "quantity.digits+scale+noun",
        "evidence": [["number", 4, 10], ["unit", 11, 14]],
    }
    assert day["value"]["start"] == "2025-07-10"
    assert text[day["start"] : day["end"]] == day["text"] == "أمس"


def test_bad_lines_are_answered_and_the_rest_goes_on():
    i18n.set_language("en")
    found = ask(
        "nope {", "[1]", '{"id": 1}', '{"id": 2, "text": "x", "reference_date": "soon"}', "",
        '{"id": 3, "text": "ثلاثة جنود"}', '{"id": 4, "text": "x", "prefer": "never"}',
        "[" * 100_000,
    )  # fmt: skip
    assert [answer.get("id") for answer in found] == [None, None, 1, 2, 3, 4, None]
    assert ["error" in answer for answer in found] == [True, True, True, True, False, True, True]
    assert "soon" in found[3]["error"]


def test_lone_surrogates_come_back():
    (answer,) = ask('{"id": "s", "text": "\\ud800 5 دول"}')
    assert answer["items"][0]["start"] == 2


@pytest.mark.parametrize("prefer", ["past", "future"])
def test_preference(prefer):
    request = {"text": "في 1 مارس", "reference_date": "2025-07-11", "prefer": prefer}
    (answer,) = ask(json.dumps(request))
    assert answer["items"][0]["value"]["start"][:4] == {"past": "2025", "future": "2026"}[prefer]


def test_as_a_program_without_qt_and_database():
    probe = (
        "import sys; from factcheck.detection.__main__ import main; code = main(['--jsonl']);"
        "assert not {'PySide6', 'sqlalchemy', 'dateparser'} & set(sys.modules); sys.exit(code)"
    )
    lines = (
        '{"id": 1, "text": "ثلاثة جنود"}\n\nbad\n'.encode() + b'\xff\xfe\n{"id": 2, "text": ""}\n'
    )
    done = subprocess.run(
        [sys.executable, "-c", probe], input=lines, capture_output=True, check=True
    )
    found = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [answer.get("id") for answer in found] == [1, None, None, 2]
    assert done.stderr == b""


def test_wrong_call_says_how():
    done = subprocess.run(
        [sys.executable, "-m", "factcheck.detection", "--what"], capture_output=True, check=False
    )
    assert done.returncode == 2
    assert b"--jsonl" in done.stderr
