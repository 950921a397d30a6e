"""Merging, deciding, and exchanging with a share, on the command line."""

import shutil

import pytest

from factcheck.operations import opening
from factcheck.operations.exchanging import GONE
from factcheck.runtime.i18n import tr
from factcheck.storage.places import Place


@pytest.fixture
def mailed(program, claim, tmp_path):
    """A copy that somebody else has worked on: returns a function that runs commands on it."""
    copy = tmp_path / "mailed.factcheck"
    shutil.copyfile(program.home / "data" / "factcheck.sqlite", copy)

    def work(*words):
        program.json("settings", "set", "reviewer", "Sami")
        found = program.json("--database", copy, *words)
        program.json("settings", "set", "reviewer", "Layla")
        return found

    work.path = copy
    return work


def disagree(program, claim, mailed, option="--note", mine="ملاحظتي", theirs="ملاحظته"):
    mailed("claim", "set", claim, option, theirs)
    program.json("claim", "set", claim, option, mine)
    return program.json("merge", mailed.path)


def test_merging_counts_and_is_done_once(program, article, claim, mailed):
    made = mailed("claim", "add", article, "--exact", "الناطق")["id"]
    mailed("claim", "set", claim, "--note", "من سامي")
    found = program.json("merge", mailed.path, "--dry-run")
    assert (found["new"], found["changed"], found["conflicts"]) == (1, 1, 0)
    assert found["dry_run"]
    assert len(program.json("claim", "list", article)) == 1
    found = program.json("merge", mailed.path)
    assert sorted(found["claims"]) == sorted([claim, made])
    assert program.json("claim", "show", claim)["note"] == "من سامي"
    result = program("merge", mailed.path)
    assert result.out.split("\n")[0] == "0 things are new."
    assert [each["reason"] for each in program.json("backup", "list")] == ["before-merge"] * 2


def test_a_bad_copy_is_a_sentence(program, claim, tmp_path):
    bad = tmp_path / "bad.factcheck"
    bad.write_bytes(b"")
    assert "half-copied" in program.refused("merge", bad)
    assert str(tmp_path / "gone") in program.refused("merge", tmp_path / "gone")


def test_another_record_is_merged_only_on_demand(program, article, tmp_path):
    other = tmp_path / "other.factcheck"
    text = "قال الناطق غير ذلك.".encode()
    program.json("--database", other, "article", "add", "-", "--title", "غيره", stdin=text)
    said = program.refused("merge", other)
    assert str(other) in said
    assert "--another-record" in said
    assert len(program.json("article", "list")) == 1
    program.refused("merge", other, "--dry-run")
    assert program.json("merge", other, "--another-record")["new"] == 1
    assert len(program.json("article", "list")) == 2


def test_conflicts_name_every_value_with_who_and_when(program, claim, mailed):
    assert disagree(program, claim, mailed)["conflicts"] == 1
    (conflict,) = program.json("conflicts")
    assert (conflict["claim_id"], conflict["field"], conflict["shown"]) == (claim, "note", 2)
    assert [(each["who"], each["value"]) for each in conflict["values"]] == [
        ("Sami", "ملاحظته"),
        ("Layla", "ملاحظتي"),
    ]
    assert all(each["at"].endswith("+00:00") for each in conflict["values"])
    shown = program("conflicts").out
    for part in ("Sami", "ملاحظته", "Layla", "ملاحظتي", "20 ألف جندي", "Note"):
        assert part in shown


@pytest.mark.parametrize(
    ("decision", "note"), [(["--take", 1], "ملاحظته"), (["--value", "وسط"], "وسط")], ids=str
)
def test_deciding_for_a_value(program, claim, mailed, decision, note):
    disagree(program, claim, mailed)
    decided = program.json("conflicts", "--resolve", claim[-6:], "note", *decision)
    assert decided["left"] == 0
    assert program.json("claim", "show", claim)["note"] == note
    assert program("conflicts").err == "Nothing is to decide.\n"
    assert program.json("history", claim)[0]["action"] == "resolve_conflict"


def test_verdicts_are_decided_by_their_keys(program, claim, mailed):
    disagree(program, claim, mailed, "--verdict", "true", "false")
    (conflict,) = program.json("conflicts")
    assert conflict["field"] == "verdict"
    assert [each["value"] for each in conflict["values"]] == ["false", "true"]
    program.json("conflicts", "--resolve", claim, "verdict", "--value", "false")
    assert program.json("claim", "show", claim)["verdict"] == "false"


@pytest.mark.parametrize(("decision", "left"), [("--keep", 1), ("--delete", 0)])
def test_deleted_here_and_edited_there(program, article, claim, mailed, decision, left):
    mailed("claim", "set", claim, "--note", "مهم")
    program.json("claim", "delete", claim)
    program.json("merge", mailed.path)
    (conflict,) = program.json("conflicts")
    assert (conflict["field"], conflict["shown"]) == ("deleted_at", None)
    shown = program("conflicts").out
    assert "deleted it" in shown
    assert "went on working on it" in shown
    program.json("conflicts", "--resolve", claim, "deleted", decision)
    assert len(program.json("claim", "list", article)) == left
    assert program.json("conflicts") == []


def test_what_is_decided_must_be_said_clearly(program, claim, mailed):
    disagree(program, claim, mailed)
    resolve = ["conflicts", "--resolve", claim, "note"]
    assert "--take, --value" in program.misused(*resolve)
    assert "--take, --value" in program.misused(*resolve, "--take", 1, "--keep")
    assert "--resolve CLAIM FIELD" in program.misused("conflicts", "--take", 1)
    assert "needs two values" in program.misused("conflicts", "--resolve", claim)
    assert "--take or --value" in program.misused(*resolve, "--keep")
    assert "no value number 3" in program.refused(*resolve, "--take", 3)
    for name in ("state", "verdict"):
        said = program.refused("conflicts", "--resolve", claim, name, "--keep")
        assert f"the field {name} " in said
    assert "not an id" in program.refused("conflicts", "--resolve", "x", "note", "--take", 1)
    assert len(program.json("conflicts")) == 1


def test_a_state_that_nobody_set_is_refused(program, claim, mailed):
    disagree(program, claim, mailed, "--state", "checked", "checking")
    resolve = ["conflicts", "--resolve", claim, "state", "--value"]
    assert "“nonsense”" in program.refused(*resolve, "nonsense")
    program.json(*resolve, "checking")
    assert program.json("claim", "show", claim)["state"] == "checking"


def test_a_local_file_needs_no_exchange(program, claim):
    found = program.json("exchange")
    assert found == {"place": "local", "shared": None}
    assert "nothing to exchange" in program("exchange").err


@pytest.fixture
def shared(program, tmp_path, monkeypatch):
    """Folder of a share; commands on files in it go through private copies."""
    folder = tmp_path / "share"
    folder.mkdir()
    monkeypatch.setattr(
        opening, "place_of", lambda path: Place.NETWORK if folder in path.parents else Place.LOCAL
    )
    return folder / "team.factcheck"


def elsewhere(program, tmp_path, name, *words):
    """Run a command at another person's machine."""
    home, program.home = program.home, tmp_path / name
    try:
        return program.json(*words)
    finally:
        program.home = home


def test_work_on_a_share_is_seen_by_the_next_command_of_others(program, shared, tmp_path):
    text = tmp_path / "text.txt"
    text.write_text("عنوان\n\nأربعون قاربًا غادرت الميناء.", encoding="utf-8")
    on_share = ["--database", shared]
    made = program.json(*on_share, "article", "add", text)["id"]
    found = elsewhere(program, tmp_path, "other", *on_share, "article", "list")
    assert [each["id"] for each in found] == [made]
    elsewhere(program, tmp_path, "other", *on_share, "article", "set", made, "--outlet", "صحيفة")
    assert program.json(*on_share, "article", "show", made)["outlet"] == "صحيفة"
    assert [each.name for each in shared.parent.iterdir()] == [shared.name]
    state = program.json(*on_share, "exchange")
    assert (state["place"], state["waiting"], state["published"]) == ("network", 0, False)
    assert (state["shared"], state["problem"]) == (str(shared), None)
    assert str(shared) in program(*on_share, "exchange").out


def test_a_share_that_is_gone_is_said_and_the_work_goes_on(program, shared, tmp_path):
    on_share = ["--database", shared]
    made = program.json(*on_share, "article", "add", "-", stdin="نص للتجربة".encode())["id"]
    away = shared.with_name("away")
    shared.rename(away)
    result = program(*on_share, "article", "set", made, "--outlet", "صحيفة")
    assert (result.code, result.err) == (0, f"{tr(GONE, path=shared)}\n")
    result = program(*on_share, "exchange", "--json")
    assert (result.code, result.data["waiting"] > 0) == (1, True)
    away.rename(shared)
    assert program.json(*on_share, "exchange")["published"] is True
    found = elsewhere(program, tmp_path, "other", *on_share, "article", "list")
    assert found[0]["outlet"] == "صحيفة"


def test_backups_of_what_is_shared_are_merged_not_restored(program, shared):
    on_share = ["--database", shared]
    program.json(*on_share, "article", "add", "-", stdin="نص للتجربة".encode())
    program.json(*on_share, "backup")
    assert "Merge the backup" in program.refused(*on_share, "restore", 1)


def test_the_private_copy_is_put_in_the_place_of_a_damaged_file(program, shared, tmp_path):
    on_share = ["--database", shared]
    program.json(*on_share, "article", "add", "-", stdin="نص للتجربة".encode())
    shared.write_bytes(b"")
    result = program(*on_share, "exchange", "--json")
    assert (result.code, result.data["can_put_back"]) == (1, True)
    assert program.json(*on_share, "exchange", "--put-back")["published"] is True
    assert len(elsewhere(program, tmp_path, "other", *on_share, "article", "list")) == 1
