"""What reaches the desk, and what happens without a screen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.domain.errors import UserError
from tests.cli.conftest import TEXT

linux = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="a screen is always there")


@pytest.fixture
def no_screen(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def screen(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")


@pytest.mark.parametrize("words", [[], ["open"]])
def test_no_command_opens_the_desk(program, screen, words):
    assert program(*words).code == 0
    (options,) = program.opened
    assert options.database == options.paths.database
    assert options.database.is_relative_to(program.home)
    assert options.article is None
    assert options.settings.language == "en"
    assert not options.is_named


def test_a_database_that_is_named_is_meant_even_where_it_is_the_own_one(program, screen):
    assert program("open").code == 0
    own = program.opened[0].database
    assert program("--database", own, "open").code == 0
    assert program.opened[1].is_named
    assert program.opened[1].database == own


def test_exit_code_is_that_of_the_desk(program, screen, monkeypatch):
    monkeypatch.setattr(program, "_open", lambda options: 3)
    assert program("open").code == 3


def test_open_tells_a_database_from_an_article(program, screen, article, tmp_path):
    database = program.home / "data" / "factcheck.sqlite"
    copy, text = tmp_path / "copy.anything", tmp_path / "مقال.txt"
    copy.write_bytes(database.read_bytes())
    text.write_text(TEXT, encoding="utf-8")
    program("open", copy)
    program("open", text)
    as_database, as_article = program.opened
    assert (as_database.database, as_database.article) == (copy, None)
    assert (as_article.database, as_article.article) == (database, text)


def test_open_takes_the_address_of_a_server(program, screen):
    address = "postgresql://layla@db.example.org/desk"
    program("open", address)
    program("--database", address, "open")
    assert [each.database for each in program.opened] == [address, address]


def test_open_says_that_it_makes_a_named_file(program, screen, tmp_path):
    path = tmp_path / "team.sqlite"
    assert str(path) in program("--database", path, "open").err
    assert program.opened[0].database == path


@pytest.mark.parametrize("language", ["ar", "en"])
def test_open_what_is_not_there(program, screen, tmp_path, language):
    program.language = language
    assert "no.txt" in program.refused("open", tmp_path / "no.txt")
    assert tmp_path.name in program.refused("open", tmp_path)
    assert program.opened == []


@pytest.mark.parametrize("words", [["open"], ["article", "list"]], ids=str)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_folder_that_cannot_be_made(program, screen, words, language):
    program.language = language
    program.home.mkdir()
    (program.home / "data").write_text("a file where the folder should be")
    assert str(program.home / "data") in program.refused(*words)
    assert program.opened == []


@linux
@pytest.mark.parametrize("language", ["ar", "en"])
def test_without_a_screen_the_work_is_done_here(program, no_screen, language):
    program.language = language
    result = program("open")
    assert result.code == 0
    assert len(result.err.splitlines()) == 1
    report, picture = program.home / "data" / "report.html", program.home / "data" / "desk.png"
    assert str(report) in result.out
    assert str(picture) in result.out
    assert picture.read_bytes().startswith(b"\x89PNG")
    page = report.read_text(encoding="utf-8")
    (article,) = program.json("article", "list")
    assert article["title"] in page
    assert article["claims"] >= 10
    assert article["language"] == language
    assert program.opened == []
    assert program.drawn[0].claim == 1


@linux
def test_without_a_screen_a_second_time_adds_nothing(program, no_screen):
    first = program("open", "--json").data
    assert program("open", "--json").data == first
    assert len(program.json("article", "list")) == 1


@linux
def test_without_a_screen_a_given_article_is_taken_in(program, no_screen, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    found = program("open", path, "--json").data
    assert (found["title"], found["claims"]) == ("الجيش يعلن وصول قوات", 0)
    assert program.drawn[0].claim is None


def test_screenshot(program, claim, article, tmp_path):
    target = tmp_path / "a.png"
    drawn = program.json(
        "screenshot", article, "-o", target, "--theme", "dark", "--size", "640x480", "--claim", 1
    )
    assert drawn == {"article_id": article, "path": str(target)}
    (options,) = program.drawn
    assert (options.width, options.height, options.claim) == (640, 480, 1)
    assert options.settings.theme == "dark"
    assert str(options.article_id) == article


def test_screenshot_keeps_the_theme_of_the_settings(program, article, tmp_path):
    program.json("settings", "set", "theme", "contrast")
    assert program("screenshot", article, "-o", tmp_path / "a.png").out.strip().endswith("a.png")
    assert program.drawn[0].settings.theme == "contrast"


@pytest.mark.parametrize("number", [0, -1, 2])
def test_screenshot_of_no_such_claim(program, article, claim, tmp_path, number):
    said = program.refused("screenshot", article, "-o", tmp_path / "a.png", f"--claim={number}")
    assert str(number) in said
    assert program.drawn == []


def test_screenshot_into_no_folder(program, article, tmp_path):
    said = program.refused("screenshot", article, "-o", tmp_path / "no" / "a.png")
    assert "a.png" in said


@pytest.mark.parametrize("size", ["0x0", "100x100", "9000x9000", "1280", "x", "١٢٨٠"])
def test_screenshot_of_no_size(program, article, tmp_path, size):
    assert size in program.misused("screenshot", article, "-o", tmp_path / "a.png", "--size", size)


@linux
def test_picture_that_cannot_be_drawn_costs_only_the_picture(program, no_screen, monkeypatch):
    def fail(options):
        raise UserError("No window can be drawn: {reason}", reason="libEGL")

    monkeypatch.setattr(program, "_draw", fail)
    result = program("open", "--json")
    assert result.code == 1
    assert result.data["picture"] == ""
    assert "libEGL" in result.err
    assert (program.home / "data" / "report.html").exists()


def test_missing_qt_is_a_sentence(tmp_path):
    code = (
        "import sys; sys.modules['PySide6'] = None\n"
        "sys.argv = ['factcheck', '--home', sys.argv[1], '--language', 'en', 'open']\n"
        "from factcheck.__main__ import main; sys.exit(main())"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path],
        check=False,
        capture_output=True,
        text=True,
        env=environment,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 1
    assert done.stderr.startswith("No window can be drawn")
    assert "Traceback" not in done.stderr
