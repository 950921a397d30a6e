"""Undo and redo by the change log."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.domain.errors import ConflictError, InvalidInputError
from factcheck.domain.evidence import EvidenceDraft
from factcheck.operations import articles, claims, evidence, history, scales, verdicts
from factcheck.storage import ledger, library, queries


def snapshot(desk):
    """Everything that views can see, without revision numbers and times."""

    def plain(value):
        skip = ("rev", "created_at", "updated_at")
        return {
            name: getattr(value, name) for name in value.__dataclass_fields__ if name not in skip
        }

    return (
        [plain(each) for each in desk.read(library.articles)],
        [plain(each) for each in desk.all()],
        {
            key: [plain(each) for each in found]
            for key, found in desk.read(queries.evidence_of, desk.article_id).items()
        },
        [[plain(rating) for rating in scale.ratings] for scale in desk.read(queries.scales)],
    )


def act(desk, choice, text):
    """Do one of the things a person does; False where there is nothing to do it on."""
    there = desk.all()
    some = [each.id for each in there[:3]]
    start = len(text) % 40
    doings = {
        "make": lambda: desk.run(
            claims.add_claim, article_id=desk.article_id, start=start, end=start + 9, note=text
        ),
        "note": lambda: desk.run(claims.edit_claims, claim_ids=some[:1], values={"note": text}),
        "bulk": lambda: desk.run(claims.edit_claims, claim_ids=some, values={"state": "checked"}),
        "rate": lambda: desk.run(
            verdicts.set_verdict, claim_ids=some, rating_id=desk.rating("false").id
        ),
        "move": lambda: desk.run(
            claims.move_claim, claim_id=some[0], start=start, end=start + 3 + len(text) % 9
        ),
        "delete": lambda: desk.run(claims.delete_claims, claim_ids=some[:2]),
        "evidence": lambda: desk.run(
            evidence.add_evidence,
            claim_id=some[0],
            draft=EvidenceDraft("https://x.org", quote=text),
        ),
        "title": lambda: desk.run(
            articles.edit_article, article_id=desk.article_id, values={"title": text or "x"}
        ),
        "retire": lambda: desk.run(scales.retire_rating, rating_id=desk.rating("satire").id),
    }
    if not some and choice not in ("make", "title", "retire"):
        return False
    return bool(doings[choice]())


@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                ["make", "note", "bulk", "rate", "move", "delete", "evidence", "title", "retire"]
            ),
            st.text(alphabet="ابت 12é🚒", max_size=12).map(lambda found: f"م{found}"),
        ),
        max_size=12,
    )
)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_actions_undo_and_redo_exactly(desk, doings):
    states = [snapshot(desk)]
    for choice, text in doings:
        if act(desk, choice, text):
            states.append(snapshot(desk))
    for state in reversed(states[:-1]):
        desk.run(history.undo)
        assert snapshot(desk) == state
    for state in states[1:]:
        desk.run(history.redo)
        assert snapshot(desk) == state
    for _ in states[1:]:
        desk.run(history.undo)


def test_one_hundred_mixed_actions(desk):
    choices = ["make", "note", "rate", "evidence", "bulk", "move", "make", "delete", "title"]
    before = snapshot(desk)
    done = sum(act(desk, choices[at % len(choices)], f"نص {at}") for at in range(100))
    after = snapshot(desk)
    assert done >= 90
    for _ in range(done):
        desk.run(history.undo)
    assert snapshot(desk) == before
    for _ in range(done):
        desk.run(history.redo)
    assert snapshot(desk) == after


def test_there_is_a_beginning_and_an_end(desk):
    desk.run(history.undo)
    assert desk.read(library.articles) == []
    with pytest.raises(InvalidInputError):
        desk.run(history.undo)
    desk.run(history.redo)
    with pytest.raises(InvalidInputError):
        desk.run(history.redo)


def test_a_new_action_ends_redo(desk):
    desk.claim()
    desk.run(history.undo)
    assert desk.read(ledger.redoable) == "add_claim"
    desk.claim("3 May")
    assert desk.read(ledger.redoable) is None
    assert desk.read(ledger.undoable) == "add_claim"


def test_nobody_takes_back_somebody_elses_change(desk):
    claim_id = desk.claim()
    desk.run(claims.edit_claims, claim_ids=[claim_id], values={"note": "أول"})
    other = desk.joined_by("سامي")
    other.run(claims.edit_claims, claim_ids=[claim_id], values={"note": "ثانٍ"})
    with pytest.raises(ConflictError) as refused:
        desk.run(history.undo)
    assert refused.value.values["name"] == "سامي"
    assert desk.get(claim_id).note == "ثانٍ"
    other.run(history.undo)
    assert desk.get(claim_id).note == "أول"
    other.store.close()


def test_another_field_of_the_same_claim_is_no_reason_to_refuse(desk):
    claim_id = desk.claim()
    desk.run(claims.edit_claims, claim_ids=[claim_id], values={"note": "أول"})
    other = desk.joined_by("سامي")
    other.run(claims.edit_claims, claim_ids=[claim_id], values={"rationale": "لأن"})
    desk.run(history.undo)
    assert (desk.get(claim_id).note, desk.get(claim_id).rationale) == ("", "لأن")
    other.store.close()


@pytest.mark.parametrize("what", ["field", "evidence"])
def test_what_somebody_else_worked_on_is_not_unmade(desk, what):
    claim_id = desk.claim()
    other = desk.joined_by("سامي")
    if what == "field":
        other.run(claims.edit_claims, claim_ids=[claim_id], values={"rationale": "لأن"})
    else:
        draft = EvidenceDraft("https://example.org")
        other.run(evidence.add_evidence, claim_id=claim_id, draft=draft)
    with pytest.raises(ConflictError):
        desk.run(history.undo)
    assert desk.get(claim_id)
    other.store.close()


def test_a_new_name_of_the_same_person_goes_on_undoing(desk):
    claim_id = desk.claim()
    desk.run(claims.edit_claims, claim_ids=[claim_id], values={"note": "أ"})
    desk.store.actor = "ليلى حداد"
    desk.run(claims.edit_claims, claim_ids=[claim_id], values={"note": "ب"})
    desk.run(history.undo)
    desk.run(history.undo)
    assert desk.get(claim_id).note == ""


def test_history_reads_newest_first_with_old_and_new(desk):
    claim_id = desk.claim()
    desk.run(claims.edit_claims, claim_ids=[claim_id], values={"note": "أ"})
    desk.run(verdicts.set_verdict, claim_ids=[claim_id], rating_id=desk.rating("true").id)
    draft = EvidenceDraft("https://example.org")
    desk.run(evidence.add_evidence, claim_id=claim_id, draft=draft)
    desk.claim("3 May")
    found = desk.read(ledger.revisions, claim_id)
    assert [(each.table, each.field, each.old, each.new) for each in found] == [
        ("evidence", "*", None, None),
        ("claim", "rating_id", None, desk.rating("true").id.hex),
        ("claim", "note", "", "أ"),
        ("claim", "*", None, None),
    ]
    assert {each.actor for each in found} == {"ليلى"}
