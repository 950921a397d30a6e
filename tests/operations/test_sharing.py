"""Merging copies, and deciding conflicts, as a person meets them."""

import shutil
from uuid import uuid4

import pytest

from factcheck.domain.conflict import MergeResult
from factcheck.domain.errors import DatabaseError, InvalidInputError, NotFoundError
from factcheck.domain.evidence import EvidenceDraft
from factcheck.operations import claims, evidence, history
from factcheck.operations.conflicts import resolve_conflict
from factcheck.operations.merging import merge_copy
from factcheck.operations.safekeeping import check_file
from factcheck.storage.conflicts import conflicts
from factcheck.storage.store import Store
from tests.operations.conftest import Desk, on_files

pytestmark = on_files


@pytest.fixture
def mailed(desk, tmp_path):
    """Give somebody a copy of the file; returns their desk."""
    made = []

    def give(actor="سامي"):
        path = tmp_path / f"{actor}.factcheck"
        shutil.copyfile(desk.store.path, path)
        made.append(Store.open(path, actor=actor, replica=str(uuid4())))
        return Desk(made[-1], desk.article_id, desk.reopen)

    yield give
    for store in made:
        store.close()


def take(desk, other, tmp_path, **options):
    return merge_copy(desk.store, other.store.path, backup_dir=tmp_path / "backups", **options)


def set_note(desk, claim_id, note):
    desk.run(claims.edit_claims, claim_ids=[claim_id], values={"note": note})


def test_work_on_different_things_comes_together(desk, mailed, tmp_path):
    claim_id = desk.claim()
    other = mailed()
    set_note(desk, claim_id, "ملاحظتي")
    made = other.claim("3 May")
    other.run(claims.edit_claims, claim_ids=[claim_id], values={"rationale": "لأن"})
    other.run(evidence.add_evidence, claim_id=claim_id, draft=EvidenceDraft("https://x.org"))
    result, changes = take(desk, other, tmp_path)
    assert result == MergeResult(new=2, changed=1, conflicts=0)
    assert changes.claims == {claim_id, made}
    claim = desk.get(claim_id)
    assert (claim.note, claim.rationale, claim.evidence_count) == ("ملاحظتي", "لأن", 1)
    assert take(desk, other, tmp_path)[0] == MergeResult(0, 0, 0)
    assert not check_file(desk.store)


def test_two_values_of_one_field_both_stand_until_somebody_decides(desk, mailed, tmp_path):
    claim_id = desk.claim()
    other = mailed()
    set_note(desk, claim_id, "ملاحظتي")
    set_note(other, claim_id, "ملاحظته")
    assert take(desk, other, tmp_path)[0].conflicts == 1
    (conflict,) = desk.read(conflicts)
    assert (conflict.claim_id, conflict.article_id) == (claim_id, desk.article_id)
    assert conflict.field == "note"
    assert [(each.actor, each.value) for each in conflict.values] == [
        ("ليلى", "ملاحظتي"),
        ("سامي", "ملاحظته"),
    ]
    assert desk.get(claim_id).note == "ملاحظته"
    desk.run(
        resolve_conflict,
        table="claim",
        row_id=claim_id,
        field="note",
        value=conflict.values[0].value,
    )
    assert desk.get(claim_id).note == "ملاحظتي"
    assert desk.read(conflicts) == []
    take(other, desk, tmp_path)
    assert other.get(claim_id).note == "ملاحظتي"
    assert other.read(conflicts) == []


def test_deciding_for_the_value_that_is_shown_closes_the_conflict_everywhere(
    desk, mailed, tmp_path
):
    claim_id = desk.claim()
    other = mailed()
    set_note(desk, claim_id, "أ")
    set_note(other, claim_id, "ب")
    take(desk, other, tmp_path)
    desk.run(resolve_conflict, table="claim", row_id=claim_id, field="note", value="ب")
    assert desk.read(conflicts) == []
    take(other, desk, tmp_path)
    assert (other.get(claim_id).note, other.read(conflicts)) == ("ب", [])
    desk.run(history.undo)


def test_an_edit_of_the_field_decides_too(desk, mailed, tmp_path):
    claim_id = desk.claim()
    other = mailed()
    set_note(desk, claim_id, "أ")
    set_note(other, claim_id, "ب")
    take(desk, other, tmp_path)
    set_note(desk, claim_id, "ج")
    assert desk.read(conflicts) == []


@pytest.mark.parametrize("edit", ["field", "evidence"])
@pytest.mark.parametrize("decision", ["keep", "delete"])
def test_deleted_here_and_edited_there_stays_visible(desk, mailed, tmp_path, edit, decision):
    claim_id = desk.claim()
    other = mailed()
    desk.run(claims.delete_claims, claim_ids=[claim_id])
    if edit == "field":
        set_note(other, claim_id, "مهم")
    else:
        other.run(evidence.add_evidence, claim_id=claim_id, draft=EvidenceDraft("https://x.org"))
    take(desk, other, tmp_path)
    take(other, desk, tmp_path)
    for each in (desk, other):
        assert each.get(claim_id)
        (conflict,) = each.read(conflicts)
        assert (conflict.field, conflict.claim_id) == ("deleted_at", claim_id)
        assert {value.actor for value in conflict.values} == {"ليلى", "سامي"}
    value = None if decision == "keep" else "x"
    desk.run(resolve_conflict, table="claim", row_id=claim_id, field="deleted_at", value=value)
    take(other, desk, tmp_path)
    for each in (desk, other):
        assert each.read(conflicts) == []
        assert len(each.all()) == (decision == "keep")


def test_what_was_deleted_knowingly_stays_deleted(desk, mailed, tmp_path):
    claim_id = desk.claim()
    set_note(desk, claim_id, "قديم")
    other = mailed()
    other.run(claims.delete_claims, claim_ids=[claim_id])
    take(desk, other, tmp_path)
    assert desk.all() == []
    assert desk.read(conflicts) == []


def test_undo_refuses_to_take_back_what_a_merge_brought_over(desk, mailed, tmp_path):
    claim_id = desk.claim()
    other = mailed()
    set_note(other, claim_id, "ب")
    take(desk, other, tmp_path)
    with pytest.raises(Exception, match="سامي"):
        desk.run(history.undo)


def test_a_dry_run_counts_and_changes_nothing(desk, mailed, tmp_path):
    other = mailed()
    other.claim("3 May")
    result, _ = take(desk, other, tmp_path, is_dry_run=True)
    assert result == MergeResult(1, 0, 0)
    assert desk.all() == []
    assert not (tmp_path / "backups").exists()


def test_cancelling_takes_everything_back(desk, mailed, tmp_path):
    other = mailed()
    other.claim("3 May")

    def cancel(share):
        if share > 0.75:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        take(desk, other, tmp_path, progress=cancel)
    assert desk.all() == []
    assert not check_file(desk.store)


def test_a_bad_copy_is_refused_and_nothing_changes(desk, tmp_path):
    bad = tmp_path / "bad.factcheck"
    bad.write_bytes(desk.store.path.read_bytes()[:-100])
    with pytest.raises(DatabaseError):
        merge_copy(desk.store, bad, backup_dir=tmp_path / "backups")


def test_only_what_stands_open_can_be_decided(desk, mailed, tmp_path):
    claim_id = desk.claim()
    decide = {"table": "claim", "row_id": claim_id, "field": "note"}
    with pytest.raises(NotFoundError):
        desk.run(resolve_conflict, **decide, value="x")
    other = mailed()
    desk.run(claims.move_claim, claim_id=claim_id, start=0, end=3)
    other.run(claims.move_claim, claim_id=claim_id, start=0, end=7)
    take(desk, other, tmp_path)
    with pytest.raises(InvalidInputError):
        desk.run(resolve_conflict, **{**decide, "field": "end"}, value="5")


def test_a_claim_moved_apart_sits_on_its_own_words(desk, mailed, tmp_path):
    claim_id = desk.claim()
    start, end = desk.get(claim_id).anchor.start, desk.get(claim_id).anchor.end
    other = mailed()
    desk.run(claims.move_claim, claim_id=claim_id, start=start - 4, end=end)
    other.run(claims.move_claim, claim_id=claim_id, start=start, end=end + 5)
    take(desk, other, tmp_path)
    take(other, desk, tmp_path)
    assert check_file(desk.store) == []
    anchor = other.get(claim_id).anchor
    assert desk.get(claim_id).anchor == anchor
    assert (anchor.start, anchor.end) == (start, end + 5)
    (conflict,) = desk.read(conflicts)
    assert [each.actor for each in conflict.values] == ["ليلى", "سامي"]
    where = {"table": "claim", "row_id": claim_id, "field": conflict.field}
    with pytest.raises(InvalidInputError):
        desk.run(resolve_conflict, **where, value="كلمات لم يخترها أحد")
    desk.run(resolve_conflict, **where, value=conflict.values[0].value)
    take(other, desk, tmp_path)
    for each in (desk, other):
        anchor = each.get(claim_id).anchor
        assert (anchor.start, anchor.end) == (start - 4, end)
        assert each.read(conflicts) == []
        assert check_file(each.store) == []


def test_a_date_that_was_typed_decides_as_a_date(desk, mailed, tmp_path):
    claim_id = desk.claim()
    other = mailed()
    for each, said in ((desk, "2025-07"), (other, "2025-08")):
        each.run(claims.edit_claims, claim_ids=[claim_id], values={"said_on": said})
    take(desk, other, tmp_path)
    desk.run(resolve_conflict, table="claim", row_id=claim_id, field="said_on", value="أيلول 2025")
    assert desk.get(claim_id).said_on == "2025-09"
    assert desk.read(conflicts) == []


def test_a_text_of_ones_own_decides_and_a_state_of_ones_own_does_not(desk, mailed, tmp_path):
    claim_id = desk.claim()
    other = mailed()
    for each, note, state in ((desk, "أ", "checked"), (other, "ب", "checking")):
        values = {"note": note, "state": state}
        each.run(claims.edit_claims, claim_ids=[claim_id], values=values)
    take(desk, other, tmp_path)
    where = {"table": "claim", "row_id": claim_id}
    desk.run(resolve_conflict, **where, field="note", value="أ وب")
    assert desk.get(claim_id).note == "أ وب"
    with pytest.raises(InvalidInputError):
        desk.run(resolve_conflict, **where, field="state", value="asleep")
    assert len(desk.read(conflicts)) == 1
