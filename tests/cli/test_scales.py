import pytest


@pytest.fixture
def scale(program):
    return program.json("scale", "add", "--name-ar", "سلّمنا", "--name-en", "Our scale")["key"]


def keys(program, scale="standard"):
    (found,) = (each for each in program.json("scale", "list") if each["key"] == scale)
    return [each["key"] for each in found["ratings"]]


def test_own_scale_with_own_ratings(program, scale, claim):
    rating = program.json(
        "rating", "add", scale, "--name-ar", "مقلوب", "--name-en", "Upside down", "--colour",
        "#7a1f1f", "--glyph", "↔", "--value", "2", "--neutral", "false",
    )  # fmt: skip
    assert (scale, rating["key"]) == ("our_scale", "upside_down")
    assert (rating["value"], rating["neutral"], rating["glyph"]) == (2, "false", "↔")
    verdict = program.json("claim", "set", claim, "--verdict", "our_scale/upside_down")["verdict"]
    assert verdict == "upside_down"


def test_names_of_a_scale(program, scale):
    changed = program.json("scale", "set", scale, "--name-en", "Theirs")
    assert (changed["key"], changed["name_en"], changed["name_ar"]) == (scale, "Theirs", "سلّمنا")


def test_rating_changes_field_by_field(program):
    before = program.json("scale", "list")[0]["ratings"][0]
    after = program.json("rating", "set", "true", "--name-ar", "سليم")
    assert after == before | {"name_ar": "سليم"}
    assert program.json("rating", "set", "true", "--value", "none")["value"] is None


def test_rating_of_a_named_scale(program):
    changed = program.json("rating", "set", "simple/false", "--glyph", "✗")
    scales = program.json("scale", "list")
    assert changed in scales[1]["ratings"]
    assert "✗" not in {each["glyph"] for each in scales[0]["ratings"]}


def test_preferred_scale_is_searched_first(program):
    program.json("settings", "set", "scale", "simple")
    changed = program.json("rating", "set", "false", "--glyph", "✗")
    assert changed in program.json("scale", "list")[1]["ratings"]


def test_move_counts_from_one(program):
    first, second, *rest = keys(program)
    program.json("rating", "move", second, "--to", 1)
    assert keys(program) == [second, first, *rest]


def test_retired_rating_stays_where_it_is_and_is_given_no_more(program, article, claim):
    program.json("claim", "set", claim, "--verdict", "misleading")
    assert program.json("rating", "retire", "misleading")["is_retired"] is True
    assert program.json("claim", "show", claim)["verdict"] == "misleading"
    other = program.json("claim", "add", article, "--exact", "الناطق")["id"]
    assert "retired" in program.refused("claim", "set", other, "--verdict", "misleading")
    assert "retired" in program("scale", "list").out
    assert program.json("rating", "restore", "misleading")["is_retired"] is False
    assert program.json("claim", "set", other, "--verdict", "misleading")["verdict"] == "misleading"


def test_changes_of_scales_can_be_undone(program, scale):
    assert program.json("undo")["action"] == "add_scale"
    assert scale not in {each["key"] for each in program.json("scale", "list")}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["rating", "set", "true", "--colour", "red"], "red"),
        (["rating", "set", "true", "--colour", "#ffffff"], "#ffffff"),
        (["rating", "set", "true", "--glyph", "ab"], "one character"),
        (["rating", "set", "true", "--value", "many"], "many"),
        (["rating", "set", "true", "--name-ar", "", "--name-en", ""], "name"),
        (["rating", "set", "nothing", "--glyph", "a"], "nothing"),
        (["rating", "set", "none/true", "--glyph", "a"], "none/true"),
        (["rating", "add", "nowhere", "--name-en", "a"], "nowhere"),
        (["scale", "set", "nowhere", "--name-en", "a"], "nowhere"),
        (["scale", "add", "--name-en", " "], "name"),
    ],
    ids=str,
)
def test_what_does_not_fit_is_refused(program, words, said):
    before = program.json("scale", "list")
    assert said in program.refused(*words)
    assert program.json("scale", "list") == before


@pytest.mark.parametrize("words", [["scale", "add"], ["rating", "set", "true"]], ids=str)
def test_nothing_to_change(program, words):
    assert "Nothing to change" in program.misused(*words)


def test_scales_for_people(program, scale):
    program.language = "ar"
    out = program("scale", "list").out
    assert "سلّمنا" in out
    assert "زائف" in out
    assert out.count("المستعمل") == 1
