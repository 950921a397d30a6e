"""Wrong usage, help, language, and what is loaded for them."""

import subprocess
import sys
from pathlib import Path

import pytest

from factcheck import __version__
from factcheck.cli.options import GLOBAL
from factcheck.cli.parser import COMMANDS, find_early

ROOT = Path(__file__).parents[2]


def test_version(program):
    result = program("--version")
    assert (result.code, result.out.strip()) == (0, f"factcheck {__version__}")


def test_help_and_wrong_usage_leave_nothing_behind(program):
    program("--help")
    program("claim", "add")
    assert not program.home.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_help_that_nobody_reads_to_its_end(tmp_path):
    command = f"{sys.executable} -m factcheck --home {tmp_path} claim add --help"
    done = subprocess.run(
        ["/bin/sh", "-c", f"({command}; echo code $? >&2) | true"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.stderr == "code 0\n"


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command.words))
@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_command_has_help(program, command, language):
    program.language = language
    result = program(*command.words, "--help")
    assert result.code == 0
    assert " ".join(command.words) in result.out
    for argument in command.arguments:
        name = argument.options.get("metavar", "") if not argument.is_option else argument.names[0]
        assert name in result.out
    assert ("الاستعمال" in result.out) is (language == "ar")


def test_every_command_names_a_function_and_takes_json():
    from importlib import import_module

    for command in COMMANDS:
        module, _, name = command.run.partition(":")
        assert callable(getattr(import_module(f"factcheck.cli.commands.{module}"), name))
        assert command.takes("--json")


def test_commands_are_unique():
    words = [command.words for command in COMMANDS]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("words", "english", "arabic"),
    [
        (["artcle"], "There is no command artcle.", "لا يوجد أمر"),
        (["article"], "Something is missing: COMMAND", "ينقص الأمر"),
        (["article", "show"], "Something is missing: ARTICLE", "ينقص الأمر"),
        (["claim", "add", "x", "--start", "a"], "--start needs a whole number, not a", "عدد صحيح"),
        (
            ["claim", "set", "x", "--kind", "z"],
            "--kind cannot be z. It can be: quantity,",
            "لا تصلح",
        ),
        (["claim", "set", "x", "--kind"], "--kind needs a value", "إلى قيمة"),
        (["article", "list", "--colour"], "This was not understood: --colour", "لم يُفهم"),
        (["article", "list", "x"], "This was not understood: x", "لم يُفهم"),
        (["article", "list", "--json=1"], "--json takes no value", "قيمة"),
        (["article", "list", "--jso"], "This was not understood: --jso", "لم يُفهم"),
        (["screenshot", "x", "-o", "y", "--size", "9"], "9 is not a size", "ليس حجمًا"),
        (["screenshot", "x"], "Something is missing: -o", "ينقص الأمر"),
        (["claim", "set", "123456", "--json"], "Nothing to change was given", "لم يُذكر"),
        (["claim", "add", "123456"], "Say where the claim stands", "بيّن موضع"),
        (["claim", "add", "123456", "--start", "1"], "Say where the claim stands", "بيّن موضع"),
        (["claim", "add", "123456", "--start", "1", "--exact", "x"], "Say where", "بيّن موضع"),
    ],
    ids=str,
)
def test_wrong_usage_is_said_in_the_language_in_use(program, words, english, arabic):
    assert english in program.misused(*words)
    program.language = "ar"
    said = program.misused(*words)
    assert arabic in said
    assert english.split(":")[0] not in said


def test_global_options_go_before_and_after(program, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for words in (
        ["--database", "x.sqlite", "article", "list"],
        ["article", "--database", "x.sqlite", "list"],
        ["article", "list", "--database", "x.sqlite"],
    ):
        result = program(*words)
        if words[0] == "article" and words[1].startswith("--"):
            assert result.code == 2
        else:
            assert f"There is no file at {tmp_path.resolve() / 'x.sqlite'}." in result.err


def test_unknown_language_is_said_in_the_one_of_the_settings(program):
    assert "لا تصلح القيمة" in program.misused("--language", "fr", "undo")


def test_last_language_wins(program):
    program.language = "ar"
    assert "No articles yet." in program("article", "list", "--language", "en").err


def test_settings_give_the_language(program, capsys):
    from factcheck.cli.main import run

    program("settings", "set", "language", "en")
    run(["--home", str(program.home), "article", "list"], None)
    assert capsys.readouterr().err.strip() == "No articles yet."


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("--language en article list", {"language": "en"}),
        ("article list --language=en", {"language": "en"}),
        ("article add x --language en", {}),
        ("--language ar detect x --language en", {"language": "ar"}),
        ("undo --home", {"home": ""}),
        ("--home a --database b undo", {"home": "a", "database": "b"}),
        ("", {}),
    ],
)
def test_early_options(words, found):
    assert find_early(words.split()) == found


def test_own_language_of_a_text_is_not_the_program_s():
    own = [command.words for command in COMMANDS if command.takes("--language")]
    assert own == [("article", "add"), ("article", "set"), ("report",), ("detect",)]
    assert [each.names[0] for each in GLOBAL] == ["--home", "--database", "--language"]


@pytest.mark.parametrize("words", [["--help"], ["claim", "add", "--help"], ["claim", "add"]])
def test_help_loads_neither_qt_nor_the_database(words, tmp_path):
    code = (
        "import sys; sys.argv = ['factcheck', '--home', sys.argv[1], *sys.argv[2:]]\n"
        "from factcheck.__main__ import main; main()\n"
        "heavy = {'PySide6', 'sqlalchemy', 'alembic'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path, *words], cwd=ROOT, check=False, capture_output=True
    )
    assert done.returncode == 0, done.stderr


def test_home_that_cannot_be_used_is_a_sentence(program):
    program.home.write_text("a file, not a folder")
    assert "settings.json" in program.refused("article", "list")


def test_bug_ends_in_a_report_not_in_a_traceback(program, monkeypatch):
    monkeypatch.setattr("factcheck.cli.commands.settings.list_all", lambda call: 1 / 0)
    said = program.refused("settings", "list")
    assert "Traceback" not in said
    (report,) = (program.home / "log").glob("crash-*.txt")
    assert "ZeroDivisionError" in report.read_text()


def test_bug_without_a_place_for_its_report(program, monkeypatch):
    monkeypatch.setattr("factcheck.cli.commands.settings.list_all", lambda call: 1 / 0)
    program.home.mkdir()
    (program.home / "log").write_text("a file where the folder should be")
    assert "ZeroDivisionError" in program("settings", "list").err


def test_log_holds_steps_and_no_personal_text(program, article, claim):
    program("claim", "set", claim, "--note", "سرّ", "--verdict", "secretive")
    log = (program.home / "log" / "factcheck.log").read_text(encoding="utf-8")
    assert "command: claim set" in log
    assert "refused: There is no verdict {key}." in log
    for personal in ("سرّ", "secretive", "وصول", claim):
        assert personal not in log


def test_interrupt_is_quiet(program, monkeypatch):
    def interrupt(call):
        raise KeyboardInterrupt

    monkeypatch.setattr("factcheck.cli.commands.settings.list_all", interrupt)
    result = program("settings", "list")
    assert (result.code, result.out, result.err) == (130, "", "")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_reader_that_goes_away_is_quiet(tmp_path):
    command = f"{sys.executable} -m factcheck --home {tmp_path} --language en scale list --json"
    done = subprocess.run(
        ["/bin/sh", "-c", f"({command}; echo code $? >&2) | true"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.stderr == "code 0\n"


def test_output_is_utf_8_on_any_console(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "--home", tmp_path, "scale", "list"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        env={"PYTHONIOENCODING": "cp1252", "PATH": "", "SYSTEMROOT": "C:\\Windows"},
    )
    assert "صحيح" in done.stdout.decode("utf-8")
