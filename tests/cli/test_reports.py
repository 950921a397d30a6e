import csv
import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.reports import registry
from tests.cli.conftest import WORDS

ROOT = Path(__file__).parents[2]


def test_html(program, article, claim, tmp_path):
    program.json("claim", "set", claim, "--verdict", "false", "--note", "سرّ", "--state", "checked")
    target = tmp_path / "report.html"
    written = program.json("report", article, "--format", "html", "-o", target)
    assert (written["article_id"], written["path"]) == (article, str(target))
    page = target.read_text(encoding="utf-8")
    assert WORDS in page
    assert "سرّ" not in page
    program.json("report", article, "--format", "html", "-o", target, "--notes")
    assert "سرّ" in target.read_text(encoding="utf-8")


def test_a_record_is_never_replaced_by_a_report_or_a_picture(program, article, tmp_path):
    own, link = program.home / "data" / "factcheck.sqlite", tmp_path / "link"
    link.symlink_to(own)
    before = own.read_bytes()
    for target in (own, link):
        said = program.refused("report", article, "--format", "html", "-o", target)
        assert str(target) in said
        assert program.refused("screenshot", article, "-o", target) == said
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "وصول قوات.csv").write_bytes(before)
    second = program.json("article", "add", "-", stdin="قال 3 شهود.".encode())["id"]
    program.refused("report", article, second, "--format", "csv", "-o", folder)
    assert (folder / "وصول قوات.csv").read_bytes() == before
    assert [each["id"] for each in program.json("article", "list")] == [second, article]


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_report_that_is_stopped_is_not_written(program, article, tmp_path, monkeypatch):
    def be_stopped(*_):
        os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr(registry, "write", be_stopped)
    result = program("report", article, "--format", "html", "-o", tmp_path / "a.html")
    assert (result.code, result.err) == (143, "Stopped. No report was written.\n")
    assert not (tmp_path / "a.html").exists()


def test_report_speaks_the_language_of_the_call(program, article, claim, tmp_path):
    program.json("claim", "set", claim, "--verdict", "false", "--state", "checked")
    pages = {}
    for language in ("ar", "en"):
        program.language = language
        target = tmp_path / f"{language}.html"
        program.json("report", article, "--format", "html", "-o", target)
        pages[language] = target.read_text(encoding="utf-8")
    assert 'dir="rtl"' in pages["ar"].split("<body")[0]
    assert "زائف" in pages["ar"]
    assert "False" in pages["en"]


def test_csv_to_the_output(program, article, claim):
    result = program("report", article, "--format", "csv", "-o", "-")
    rows = list(csv.reader(io.StringIO(result.out.removeprefix("\ufeff"))))
    assert any(WORDS in cell for row in rows for cell in row)
    assert result.err == ""


def test_path_is_printed(program, article, tmp_path):
    result = program("report", article, "--format", "csv", "-o", tmp_path / "a.csv")
    assert (result.out.strip(), result.err) == (str(tmp_path / "a.csv"), "")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_unknown_format(program, article, tmp_path, language):
    program.language = language
    said = program.refused("report", article, "--format", "xyz", "-o", tmp_path / "a")
    assert all(known in said for known in ("xyz", "html", "csv"))
    assert list(tmp_path.iterdir()) == [program.home]


@pytest.mark.parametrize("target", ["no/a.html", "."])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_places_that_cannot_be_written(program, article, tmp_path, target, language):
    program.language = language
    said = program.refused("report", article, "--format", "html", "-o", tmp_path / target)
    assert str(tmp_path) in said


def test_unknown_article(program, tmp_path):
    program.refused("report", "0" * 12, "--format", "html", "-o", tmp_path / "a.html")
    assert not (tmp_path / "a.html").exists()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/dev/full of Linux")
@pytest.mark.parametrize("language", ["ar", "en"])
def test_full_disk(program, article, language):
    program.language = language
    said = program.refused("report", article, "--format", "csv", "-o", "/dev/full")
    assert {"ar": "ممتلئ", "en": "full"}[language] in said


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/dev/full of Linux")
def test_output_on_a_full_disk(tmp_path):
    command = [sys.executable, "-m", "factcheck", "--home", tmp_path, "--language", "en"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*command, "scale", "list"], stdout=full, stderr=subprocess.PIPE, check=False, cwd=ROOT
        )
    assert done.returncode == 1
    assert done.stderr.decode().startswith("The output cannot be written: the disk is full")
    assert len(done.stderr.splitlines()) == 1
