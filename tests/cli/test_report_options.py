"""The report command: kinds, options, several articles, formats, and a record read back."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import WORDS


@pytest.fixture
def checked(program, article, claim):
    program.json("settings", "set", "reviewer", "ليلى حداد")
    program.json(
        "claim", "set", claim, "--verdict", "false", "--note", "سرّ", "--state", "checked",
        "--rationale", "السجل يقول غير ذلك",
    )  # fmt: skip
    return claim


def report(program, article, target, *options):
    program.json("report", article, "--format", "md", "-o", target, *options)
    return Path(target).read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_formats_are_listed(program, language):
    program.language = language
    found = program.json("report", "--formats")
    keys = {each["format"] for each in found}
    assert {"pdf", "docx", "xlsx", "csv", "html", "md", "json", "claimreview"} <= keys
    assert all(each["name"] and each["ending"] for each in found)


@pytest.mark.parametrize("typed", [(), ("--format", "html"), ("-o", "x")])
def test_what_is_missing_is_wrong_usage(program, article, typed):
    result = program("report", article, *typed)
    assert result.code == 2
    assert "--formats" in result.err


def test_notes_are_in_a_checking_copy_unless_told_otherwise(program, article, checked, tmp_path):
    target = tmp_path / "a.md"
    assert "سرّ" not in report(program, article, target)
    assert "سرّ" in report(program, article, target, "--notes")
    assert "سرّ" in report(program, article, target, "--kind", "checking")
    assert "سرّ" not in report(program, article, target, "--kind", "checking", "--no-notes")


def test_the_report_speaks_its_own_language(program, article, checked, tmp_path):
    program.language = "ar"
    assert "False" in report(program, article, tmp_path / "a.md", "--language", "en")


def test_names_can_be_left_out(program, article, checked, tmp_path):
    program.json("claim", "set", checked, "--priority", "high")
    options = ("--kind", "checking")
    assert "ليلى حداد" in report(program, article, tmp_path / "a.md", *options)
    assert "ليلى حداد" not in report(program, article, tmp_path / "a.md", *options, "--no-names")


def test_claims_by_number_and_by_id(program, article, checked, tmp_path):
    other = program.json("claim", "add", article, "--start", "0", "--end", "4")["id"]
    for wanted, number in (("1", 1), (other, 1), (checked[-12:], 2), ("1-2", 3)):
        target = tmp_path / "a.json"
        program.json("report", article, "--format", "json", "-o", target, "--claims", wanted)
        found = {each["id"] for each in json.loads(target.read_text("utf-8"))["claims"]}
        assert found == {1: {other}, 2: {checked}, 3: {other, checked}}[number]
    for bad in ("7", "1,7", "x"):
        program.refused(
            "report", article, "--format", "md", "-o", tmp_path / "b.md", "--claims", bad
        )
    assert not (tmp_path / "b.md").exists()


def test_the_same_moment_gives_the_same_bytes(program, article, checked, tmp_path):
    for name in "ab":
        program.json(
            "report", article, "--format", "json", "-o", tmp_path / name,
            "--timestamp", "2025-07-11T10:30:00+03:00",
        )  # fmt: skip
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert "2025-07-11T07:30:00" in (tmp_path / "a").read_text("utf-8")
    said = program.refused(
        "report", article, "--format", "md", "-o", tmp_path / "c", "--timestamp", "noon"
    )
    assert "noon" in said


def test_several_articles_go_into_a_folder(program, article, checked, tmp_path):
    source = tmp_path / "b.txt"
    source.write_text("وصل عشرون قاربًا إلى الميناء.", encoding="utf-8")
    titles = ["عنوان / غريب", "عنوان / غريب"]
    others = [program.json("article", "add", source, "--title", each)["id"] for each in titles]
    folder = tmp_path / "reports"
    written = program.json("report", article, *others, "--format", "html", "-o", folder)
    assert len({each["path"] for each in written}) == 3
    assert {Path(each["path"]) for each in written} == set(folder.iterdir())
    assert program("report", article, *others, "--format", "html", "-o", "-").code == 2


def test_a_record_comes_back_whole(program, article, checked, tmp_path):
    first, second = tmp_path / "a.json", tmp_path / "b.json"
    moment = ("--timestamp", "2025-07-11T07:30:00Z")
    program.json("report", article, "--format", "json", "-o", first, *moment, "--notes")
    other = tmp_path / "other.factcheck"
    taken = program.json("--database", other, "import", first)
    assert taken["id"] == article
    again = ("report", article, "--format", "json", "-o", second, *moment, "--notes")
    program.json("--database", other, *again)
    assert first.read_bytes() == second.read_bytes()
    assert WORDS in second.read_text("utf-8")
    assert program.refused("--database", other, "import", first)
    second.write_text(second.read_text("utf-8")[:-40], encoding="utf-8")
    assert program.refused("--database", tmp_path / "new.factcheck", "import", second)
    assert program.refused("import", tmp_path / "none.json")


def test_an_overall_rating_needs_a_reason(program, article, checked, tmp_path):
    options = ("--overall", "misleading")
    program.refused("report", article, "--format", "md", "-o", tmp_path / "a", *options)
    page = report(program, article, tmp_path / "a", *options, "--reason", "العنوان يبالغ")
    assert "العنوان يبالغ" in page


def test_new_wording_and_question_reach_the_writer(program, article, checked, tmp_path):
    program.json(
        "claim", "set", checked, "--new-wording", "نحو ألف جندي", "--question", "من أين الرقم؟"
    )
    changes = report(program, article, tmp_path / "a.md", "--kind", "checked")
    assert "نحو ألف جندي" in changes
    assert "من أين الرقم" in report(program, article, tmp_path / "b.md", "--kind", "queries")
    assert "نحو ألف جندي" not in report(program, article, tmp_path / "c.md")
