import pytest

from tests.cli.conftest import TEXT, WORDS

KEYS = {
    "id", "article_id", "number", "start", "end", "exact", "kind", "state", "priority",
    "statement", "claimant", "said_on", "said_where", "verdict", "rationale", "note", "claimed",
    "new_wording", "question",
    "found", "rule", "reviewer", "rev", "created_at", "updated_at", "evidence",
}  # fmt: skip
FIELDS = {
    "kind": "date",
    "statement": "جملة",
    "claimant": "الناطق",
    "said_on": "2024-05-03",
    "said_where": "الميناء",
    "state": "checking",
    "priority": "high",
    "verdict": "misleading",
    "rationale": "سبب",
    "note": "خاص",
}


def options(fields):
    return [
        part for name, value in fields.items() for part in (f"--{name}".replace("_", "-"), value)
    ]


def test_add_by_offsets(program, article):
    start = TEXT.index(WORDS)
    added = program.json(
        "claim", "add", article, "--start", start, "--end", start + len(WORDS), *options(FIELDS)
    )
    assert set(added) == KEYS
    assert (added["start"], added["end"], added["exact"]) == (start, start + len(WORDS), WORDS)
    assert {name: added[name] for name in FIELDS} == FIELDS
    assert added["article_id"] == article
    assert added["number"] == 1
    assert added["evidence"] == []


def test_new_claim_is_open_and_without_verdict(program, article):
    added = program.json("claim", "add", article, "--exact", WORDS)
    assert (added["kind"], added["state"], added["verdict"]) == ("other", "open", None)
    assert (added["claimed"], added["found"], added["reviewer"]) == (None, None, None)


def test_reviewer_is_the_name_of_the_settings(program, article):
    program.json("settings", "set", "reviewer", "سلمى")
    assert program.json("claim", "add", article, "--exact", WORDS)["reviewer"] == "سلمى"


def test_list_is_in_the_order_of_the_text(program, article, claim):
    first = program.json("claim", "add", article, "--exact", "الناطق")["id"]
    found = program.json("claim", "list", article)
    assert [each["id"] for each in found] == [first, claim]
    assert [each["number"] for each in found] == [1, 2]
    assert all(set(each) == KEYS for each in found)


def test_list_holds_the_evidence(program, article, claim):
    program.json("evidence", "add", claim, "--url", "https://example.org")
    (found,) = program.json("claim", "list", article)
    assert found["evidence"][0]["url"] == "https://example.org"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_list_and_show_for_people(program, article, claim, language):
    program.language = language
    program("claim", "set", claim, "--verdict", "false")
    program("evidence", "add", claim, "--url", "https://example.org")
    verdict = {"ar": "زائف", "en": "False"}[language]
    listed, shown = program("claim", "list", article).out, program("claim", "show", claim).out
    assert WORDS in listed
    assert verdict in listed
    assert listed.splitlines()[1].split()[1] == claim[-12:]
    assert shown.splitlines()[0] == claim
    assert WORDS in shown
    assert verdict in shown
    assert "https://example.org" in shown


def test_article_without_claims(program, article):
    assert program.json("claim", "list", article) == []
    assert program("claim", "list", article).err == "No claims yet.\n"


@pytest.mark.parametrize(("field", "value"), FIELDS.items())
def test_set_changes_one_field_only(program, claim, field, value):
    before = program.json("claim", "show", claim)
    after = program.json("claim", "set", claim, *options({field: value}))
    assert after[field] == value
    changed = {name for name in KEYS if before[name] != after[name]}
    assert changed == {field, "rev", "updated_at"}


@pytest.mark.parametrize("field", ["statement", "claimant", "said_on", "rationale", "note"])
def test_empty_text_clears_a_field(program, claim, field):
    program.json("claim", "set", claim, *options({field: FIELDS.get(field, "x")}))
    assert program.json("claim", "set", claim, *options({field: ""}))[field] == ""


def test_several_fields_are_one_step(program, claim):
    program.json("claim", "set", claim, *options(FIELDS))
    program.json("undo")
    after = program.json("claim", "show", claim)
    assert after["verdict"] is None
    assert after["note"] == ""
    assert after["kind"] == "quantity"


def test_verdict_of_none_takes_the_verdict_back(program, claim):
    program.json("claim", "set", claim, "--verdict", "false")
    assert program.json("claim", "set", claim, "--verdict", "none")["verdict"] is None


def test_keys_of_another_scale_and_of_the_preferred_one(program, claim):
    assert program.json("claim", "set", claim, "--verdict", "unproven")["verdict"] == "unproven"
    program.json("claim", "set", claim, "--verdict", "true")
    program.json("settings", "set", "scale", "simple")
    program.json("claim", "set", claim, "--verdict", "true")
    newest = program.json("history", claim)[0]
    assert (newest["field"], newest["old"], newest["new"]) == ("verdict", "true", "true")


@pytest.mark.parametrize("verdict", ["wrong", "FALSE", "زائف"])
def test_unknown_verdict(program, claim, verdict):
    said = program.refused("claim", "set", claim, "--verdict", verdict)
    assert verdict in said
    assert "mostly_true" in said


def test_figures_are_set_part_by_part(program, claim):
    one = program.json(
        "claim", "set", claim, "--claimed", "20 ألف", "--claimed-unit", "جندي",
        "--claimed-comparator", ">",
    )  # fmt: skip
    assert one["claimed"] == {"value": "20 ألف", "unit": "جندي", "comparator": ">", "as_of": ""}
    two = program.json("claim", "set", claim, "--claimed-comparator", "at_least")
    assert two["claimed"] == one["claimed"] | {"comparator": ">="}
    three = program.json("claim", "set", claim, "--found", "18000", "--found-as-of", "مايو 2024")
    assert three["found"]["value"] == "18000"
    assert three["claimed"] == two["claimed"]
    assert program.json("claim", "set", claim, "--found", "")["found"] is None


def test_figures_for_people(program, claim):
    words = ("--claimed", "20 ألف", "--claimed-unit", "جندي", "--claimed-comparator", "more")
    shown = program("claim", "set", claim, *words, "--found", "2024", "--found-as-of", "2024-05")
    assert "more than 20 ألف جندي" in shown.out
    assert "2024 (2024-05)" in shown.out


def test_unknown_comparator(program, claim):
    assert "!=" in program.refused("claim", "set", claim, "--claimed-comparator", "!=")


def test_move(program, claim):
    start = TEXT.index(WORDS)
    moved = program.json("claim", "move", claim, "--start", start - 3)
    assert moved["exact"] == f"إن {WORDS}"
    assert moved["end"] == start + len(WORDS)
    assert program.json("claim", "move", claim, "--end", start + 4)["start"] == start - 3


def test_delete_and_undo(program, article, claim):
    assert program.json("claim", "delete", claim) == {"id": claim, "deleted": True}
    assert program.json("claim", "list", article) == []
    assert program("undo").err == "Taken back: Deleting claims\n"
    assert [each["id"] for each in program.json("claim", "list", article)] == [claim]


@pytest.mark.parametrize(
    ("start", "end"), [(-1, 5), (5, 5), (9, 3), (0, 10_000), (10_000, 10_001), (2**70, 2**71)]
)
def test_places_outside_the_text(program, article, start, end):
    program.refused("claim", "add", article, f"--start={start}", f"--end={end}")
    assert program.json("claim", "list", article) == []


@pytest.mark.parametrize(("words", "said"), [("ليس هنا", "does not hold"), ("", "does not hold")])
def test_words_that_are_not_there(program, article, words, said):
    assert said in program.refused("claim", "add", article, "--exact", words)


def test_words_that_are_there_twice(program, article):
    said = program.refused("claim", "add", article, "--exact", "ال")
    assert str(TEXT.count("ال")) in said


def test_bad_date(program, claim):
    assert "soon" in program.refused("claim", "set", claim, "--said-on", "soon")


def test_claim_of_a_deleted_article(program, article, claim):
    program.json("article", "delete", article)
    program.refused("claim", "show", claim)
    program.refused("claim", "list", article)


def test_offsets_are_code_points(program):
    text = "😀😀 قال 5 أشخاص"
    article = program.json("article", "add", "-", stdin=text.encode())["id"]
    start = text.index("5")
    added = program.json("claim", "add", article, "--start", start, "--end", start + 7)
    assert added["exact"] == "5 أشخاص"
