import pytest

WHOLE = {
    "url": "https://example.org/a?b=1",
    "stance": "refutes",
    "source_class": "official",
    "title": "عنوان",
    "publisher": "ناشر",
    "author": "كاتب",
    "quote": "اقتباس",
    "locator": "ص 3",
    "published": "2024-05",
    "archive_url": "https://example.org/archive",
}


def options(fields):
    return [
        part for name, value in fields.items() for part in (f"--{name}".replace("_", "-"), value)
    ]


@pytest.fixture
def evidence(program, claim):
    return program.json("evidence", "add", claim, "--url", "https://example.org/1")["id"]


def test_add_keeps_everything(program, claim):
    added = program.json("evidence", "add", claim, *options(WHOLE))
    assert {name: added[name] for name in WHOLE} == WHOLE
    assert added["claim_id"] == claim
    assert added["accessed"].endswith("+00:00")
    assert program.json("evidence", "list", claim) == [added]


def test_defaults(program, claim):
    added = program.json("evidence", "add", claim, "--url", "https://example.org")
    assert (added["stance"], added["source_class"]) == ("context", "secondary")


def test_a_book_needs_no_address(program, claim):
    assert program.json("evidence", "add", claim, "--title", "كتاب")["url"] == ""


def test_nothing_is_no_evidence(program, claim):
    assert "address" in program.refused("evidence", "add", claim, "--stance", "supports")
    assert program.json("evidence", "list", claim) == []


@pytest.mark.parametrize(("field", "value"), WHOLE.items())
def test_set_changes_one_field_only(program, evidence, field, value):
    after = program.json("evidence", "set", evidence, *options({field: value}))
    assert after[field] == value
    assert after["id"] == evidence


def test_move_counts_from_one(program, claim, evidence):
    other = program.json("evidence", "add", claim, "--url", "https://example.org/2")["id"]
    program.json("evidence", "move", other, "--to", 1)
    assert [each["id"] for each in program.json("evidence", "list", claim)] == [other, evidence]
    program.json("evidence", "move", other, "--to", 99)
    assert [each["id"] for each in program.json("evidence", "list", claim)] == [evidence, other]


def test_delete_and_undo(program, claim, evidence):
    assert program.json("evidence", "delete", evidence) == {"id": evidence, "deleted": True}
    assert program("evidence", "list", claim).err == "No evidence yet.\n"
    program.json("undo")
    assert len(program.json("evidence", "list", claim)) == 1


@pytest.mark.parametrize("language", ["ar", "en"])
def test_list_for_people(program, claim, evidence, language):
    program.language = language
    listed = program("evidence", "list", claim).out
    assert evidence[-12:] in listed
    assert "https://example.org/1" in listed
    assert {"ar": "سياق", "en": "Context"}[language] in listed


def test_unknown_evidence_and_claim(program, evidence):
    program.refused("evidence", "set", "0" * 12, "--title", "x")
    program.refused("evidence", "add", "0" * 12, "--url", "https://example.org")


def test_bad_date(program, evidence):
    assert "soon" in program.refused("evidence", "set", evidence, "--published", "soon")
