"""The whole work on one article, each step a process of its own, as a script does it."""

import json
import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

ARABIC = (
    "وزارة الأشغال تعلن افتتاح الجسر\n\n"
    "قال الوزير سالم البحري: “أنفقنا 75 مليون درهم على الجسر الجديد”، مضيفًا أن العمل بدأ في"
    " 9 آذار 2023.\n\n- يبلغ طول الجسر نحو 2.4 كيلومتر؛\n- تعبره 30 ألف سيارة يوميًا.\n"
)
ENGLISH = (
    "Ministry opens the new bridge\n\n"
    "“We spent 75 million dirhams on the bridge,” said minister Salim Bahri. Work began on"
    " 9 March 2023.\n\n- The bridge is about 2.4 km long;\n- 30,000 cars cross it every day.\n"
)
STORIES = {
    "ar": (ARABIC, "75 مليون درهم", "9 آذار 2023", "windows-1256", "زائف"),
    "en": (ENGLISH, "75 million dirhams", "9 March 2023", "utf-16", "False"),
}


@pytest.fixture
def factcheck(tmp_path, request):
    language = request.param

    def run(*words, code=0, stdin=b""):
        done = subprocess.run(
            [sys.executable, "-m", "factcheck", "--home", tmp_path / "home", "--language",
             language, *map(str, words)],
            input=stdin, capture_output=True, check=False, cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )  # fmt: skip
        assert done.returncode == code, done.stderr.decode()
        assert b"Traceback" not in done.stderr
        return done.stdout.decode()

    run.language = language
    return run


@pytest.mark.parametrize("factcheck", ["ar", "en"], indirect=True)
def test_from_the_article_to_the_report(factcheck, tmp_path):
    text, figure, day, encoding, word = STORIES[factcheck.language]
    source, report, picture = (tmp_path / name for name in ("a.txt", "r.html", "p.png"))
    source.write_bytes(text.encode(encoding))

    def ask(*words):
        return json.loads(factcheck(*words, "--json"))

    factcheck("settings", "set", "reviewer", "سلمى")
    article = ask("article", "add", source, "--published", "12 شوال 1446")
    assert article["text"].strip() == text.strip()
    assert (article["published"], article["language"]) == ("2025-04-10", factcheck.language)

    first = ask("claim", "add", article["id"], "--exact", figure, "--kind", "quantity")
    start = article["text"].index(day)
    second = ask(
        "claim", "add", article["id"], "--start", start, "--end", start + len(day), "--kind", "date"
    )
    ask("evidence", "add", first["id"], "--url", "https://example.org/1", "--stance", "refutes")
    ask(
        "claim", "set", first["id"], "--verdict", "false", "--rationale", "62", "--state",
        "checked", "--claimed", "75", "--found", "62", "--note", "خاص",
    )  # fmt: skip
    ask("claim", "delete", second["id"])
    factcheck("undo")

    claims = ask("claim", "list", article["id"])
    assert [each["id"] for each in claims] == [first["id"], second["id"]]
    assert claims[0]["verdict"] == "false"
    assert claims[0]["reviewer"] == "سلمى"
    assert claims[0]["evidence"][0]["stance"] == "refutes"
    assert word in factcheck("claim", "list", article["id"])

    factcheck("report", article["id"], "--format", "html", "-o", report)
    page = report.read_text(encoding="utf-8")
    assert figure in page
    assert word in page
    assert "خاص" not in page

    size = ("--size", "800x600", "--claim", 1, "--theme", "dark")
    factcheck("screenshot", article["id"], "-o", picture, *size)
    assert struct.unpack(">II", picture.read_bytes()[16:24]) == (800, 600)

    factcheck("article", "delete", article["id"])
    factcheck("claim", "show", first["id"], code=1)
    factcheck("undo")
    assert ask("article", "show", article["id"])["text"] == article["text"]
    assert [each["id"] for each in ask("claim", "list", article["id"])] == [
        first["id"],
        second["id"],
    ]
