"""`article detect`: suggestions of a stored article, once, with what is left uncovered."""

import pytest


def test_suggestions_are_stored_with_what_is_uncovered(program, article):
    answer = program.json("article", "detect", article)
    assert answer["article_id"] == article
    assert answer["proposed"] == len(answer["claims"]) >= 2
    assert answer["accepted"] == 0
    assert {each["state"] for each in answer["claims"]} == {"suggested"}
    troops = next(each for each in answer["claims"] if each["kind"] == "quantity")
    assert troops["claimed"]["value"] == "20000"
    assert troops["priority"] == "high"
    coverage = answer["coverage"]
    assert coverage["checkable"] == len(coverage["uncovered"]) >= 2
    assert coverage["covered"] == 0
    sentence = next(each for each in coverage["uncovered"] if "20 ألف" in each["text"])
    assert {"quantity", "date"} <= set(sentence["holds"])
    listed = program.json("claim", "list", article)
    assert [each["id"] for each in listed] == [each["id"] for each in answer["claims"]]


def test_a_second_run_adds_nothing_and_accepts_what_is_there(program, article):
    first = program.json("article", "detect", article)
    again = program.json("article", "detect", article)
    assert (again["proposed"], again["claims"]) == (0, [])
    answer = program.json("article", "detect", article, "--accept", "quantity", "quote")
    kinds = [each["kind"] for each in first["claims"]]
    assert answer["accepted"] == kinds.count("quantity") + kinds.count("quote") > 0
    assert {each["state"] for each in answer["claims"]} == {"open"}
    assert {each["kind"] for each in answer["claims"]} <= {"quantity", "quote"}
    assert answer["coverage"]["covered"] == answer["accepted"]


def test_undo_takes_the_suggestions_back(program, article):
    program.json("article", "detect", article)
    program("undo")
    assert program.json("claim", "list", article) == []
    assert program.json("article", "detect", article)["proposed"] >= 2


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "statements proposed", "Nothing new to propose."),
        ("ar", "اقتُرحت", "لا جديد لاقتراحه."),
    ],
)
def test_people_are_told_in_their_language(program, article, language, first, second):
    program.language = language
    told = program("article", "detect", article)
    assert told.code == 0
    assert first in told.err
    assert "20 ألف" in told.out
    assert second in program("article", "detect", article).err


def test_a_wrong_kind_is_wrong_usage_and_a_wrong_article_is_refused(program, article):
    assert "number" in program.misused("article", "detect", article, "--accept", "number")
    assert program.refused("article", "detect", "ffffffff")
