"""History, undo, redo, scales and settings."""

import pytest


def test_history_is_newest_first(program, claim):
    program.json("claim", "set", claim, "--note", "واحد")
    program.json("claim", "set", claim, "--note", "اثنان")
    newest, before = program.json("history", claim)[:2]
    assert (newest["field"], newest["old"], newest["new"]) == ("note", "واحد", "اثنان")
    assert (newest["action"], newest["kind"], newest["table"]) == ("edit_claims", "do", "claim")
    assert newest["row_id"] == claim
    assert before["new"] == "واحد"


def test_history_of_a_claim_holds_its_evidence_and_nothing_else(program, article, claim):
    program.json("evidence", "add", claim, "--url", "https://example.org")
    other = program.json("claim", "add", article, "--exact", "الناطق")["id"]
    rows = program.json("history", claim)
    assert {each["table"] for each in rows} == {"claim", "evidence"}
    assert other not in {each["row_id"] for each in rows}
    assert other in {each["row_id"] for each in program.json("history")}


def test_history_names_who(program, claim):
    program.json("settings", "set", "reviewer", "Mona")
    program.json("claim", "set", claim, "--verdict", "false")
    newest = program.json("history", claim)[0]
    assert (newest["actor"], newest["field"], newest["new"]) == ("Mona", "verdict", "false")
    lines = program("history", claim).out.splitlines()
    assert "Mona" in lines[1]
    assert "Giving a verdict" in lines[1]


def test_history_in_arabic(program, claim):
    program.language = "ar"
    assert "إضافة ادعاء" in program("history", claim).out


def test_history_can_be_cut(program, claim):
    assert len(program.json("history", "--limit", 1)) == 1
    assert len(program.json("history", "--limit", -5)) == 1


def test_empty_history(program):
    assert program.json("history") == []
    assert program("history").err == "Nothing was changed yet.\n"


def test_undo_and_redo(program, article, claim):
    undone = program.json("undo")
    assert undone["action"] == "add_claim"
    assert undone["kind"] == "undo"
    assert (undone["articles"], undone["claims"]) == ([article], [claim])
    assert program.json("claim", "list", article) == []
    assert program("redo").err == "Done again: Adding a claim\n"
    assert len(program.json("claim", "list", article)) == 1


@pytest.mark.parametrize("command", ["undo", "redo"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_nothing_to_undo(program, command, language):
    program.language = language
    program.refused(command)


def test_scales(program):
    scales = program.json("scale", "list")
    assert [each["key"] for each in scales] == ["standard", "simple"]
    keys = [each["key"] for each in scales[0]["ratings"]]
    assert {"true", "false", "misleading", "opinion"} <= set(keys)
    rating = scales[0]["ratings"][0]
    assert {"id", "key", "name_ar", "name_en", "colour", "glyph", "value", "is_retired"} <= set(
        rating
    )


@pytest.mark.parametrize(
    ("name", "value", "stored"),
    [
        ("reviewer", "سلمى", "سلمى"),
        ("language", "en", "en"),
        ("digits", "arabic", "arabic"),
        ("months", "levant", "levant"),
        ("theme", "contrast", "contrast"),
        ("text_size", "150", 150),
        ("scale", "simple", "simple"),
        ("detect_on_import", "true", True),
    ],
)
def test_settings_stay(program, name, value, stored):
    assert program.json("settings", "set", name, value)[name] == stored
    assert program.json("settings", "list")[name] == stored


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "fr"),
        ("text_size", "7"),
        ("text_size", "big"),
        ("detect_on_import", "maybe"),
        ("theme", "pink"),
        ("reviewer", "a\nb"),
    ],
)
def test_bad_settings_are_refused(program, name, value):
    before = program.json("settings", "list")
    result = program("settings", "set", name, value)
    assert (result.code, result.out) == (1, "")
    assert name in result.err
    assert program.json("settings", "list") == before


@pytest.mark.parametrize("name", ["replica", "colour", ""])
def test_unknown_settings_are_refused(program, name):
    assert "detect_on_import" in program.refused("settings", "set", name, "x")


def test_language_of_the_command_line_is_not_kept(program):
    program.language = "en"
    assert program.json("settings", "set", "digits", "arabic")["language"] == "ar"
