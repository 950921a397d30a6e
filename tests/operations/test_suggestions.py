"""Suggestions: stored once, answered once, never revived; and marks of “nothing to check here”."""

import shutil
from uuid import uuid4

import pytest

from factcheck.detection.proposals import propose
from factcheck.domain.claim import NOTHING, ClaimDraft, ClaimKind, Priority, WorkState
from factcheck.domain.conflict import MergeResult
from factcheck.domain.errors import InvalidInputError, NotFoundError
from factcheck.domain.figure import Comparator, Figure
from factcheck.operations import claims, history, suggestions
from factcheck.operations.drafts import drafts_of
from factcheck.operations.merging import merge_copy
from factcheck.operations.safekeeping import check_file
from factcheck.storage import queries
from factcheck.storage.store import Store
from factcheck.text.anchoring import make_anchor
from tests.operations.conftest import TEXT, Desk, on_files

SUGGESTED, OPEN, DISMISSED = WorkState.SUGGESTED, WorkState.OPEN, WorkState.DISMISSED
SENTENCE = TEXT.split("\n")[1]


def drafts():
    return drafts_of(TEXT, propose(TEXT, language="ar", published="2023-04-02"))


def suggest(desk, made=None):
    return desk.run(
        suggestions.add_suggestions,
        article_id=desk.article_id,
        drafts=drafts() if made is None else made,
    )


def draft(words, kind=ClaimKind.QUANTITY, rule="quantity.digits"):
    start = TEXT.index(words)
    return ClaimDraft(make_anchor(TEXT, start, start + len(words)), kind, SUGGESTED, rule=rule)


def mark(desk, words=SENTENCE, operation=suggestions.mark_nothing):
    start = TEXT.index(words)
    return desk.run(operation, article_id=desk.article_id, start=start, end=start + len(words))


@pytest.fixture
def found(desk):
    """The suggestions for the text of the desk."""
    suggest(desk)
    return desk.all()


def test_drafts_carry_what_the_candidates_say():
    crowd = next(each for each in drafts() if "١٢ ألف" in each.anchor.exact)
    assert (crowd.kind, crowd.state) == (ClaimKind.QUANTITY, SUGGESTED)
    assert crowd.claimed == Figure("12000", "متطوع", Comparator.MORE)
    assert crowd.priority is Priority.HIGH
    assert crowd.rule.startswith("quantity")
    assert TEXT[crowd.anchor.start : crowd.anchor.end] == crowd.anchor.exact
    boats = next(each for each in drafts() if "40 boats" in each.anchor.exact)
    assert boats.claimed.value == "40"


def test_an_order_of_four_has_one_high_and_one_low():
    lines = (
        "قفز السعر 12%.",
        "وصل ثلاثون قاربًا.",
        "عاد الوفد في 3 مايو 2023.",
        "قال إن كل شيء بخير.",
    )
    found = drafts_of("\n".join(lines), propose("\n".join(lines), language="ar"))
    priorities = [each.priority for each in found]
    assert len(priorities) == 4
    assert priorities.count(Priority.HIGH) == priorities.count(Priority.LOW) == 1
    assert drafts_of("", ()) == ()


def test_suggestions_are_stored_as_proposed_and_belong_to_nobody(desk, found):
    assert [each.anchor for each in found] == [each.anchor for each in drafts()]
    assert {each.state for each in found} == {SUGGESTED}
    assert {each.reviewer_id for each in found} == {None}
    assert {each.number for each in found} == {0}


def test_proposing_again_adds_nothing(desk, found):
    assert not suggest(desk)
    assert desk.all() == found


def test_accepting_keeps_what_was_found_and_names_who_did(desk, found):
    ids = [each.id for each in found]
    desk.run(suggestions.accept_suggestions, claim_ids=ids[:1])
    claim, before = desk.get(ids[0]), found[0]
    assert (claim.state, claim.number) == (OPEN, 1)
    assert (claim.kind, claim.claimant, claim.claimed) == (
        before.kind,
        before.claimant,
        before.claimed,
    )
    assert desk.read(queries.reviewers)[claim.reviewer_id].name == "ليلى"
    assert not suggest(desk)


def test_only_suggestions_are_answered(desk, found):
    claim_id = desk.claim("3 May", state=WorkState.CHECKED)
    ids = [claim_id, found[0].id]
    desk.run(suggestions.dismiss_suggestions, claim_ids=ids)
    assert [desk.get(each).state for each in ids] == [WorkState.CHECKED, DISMISSED]
    assert not desk.run(suggestions.accept_suggestions, claim_ids=ids)
    with pytest.raises(NotFoundError):
        desk.run(suggestions.accept_suggestions, claim_ids=[uuid4()])


def test_dismissed_and_deleted_ones_do_not_come_back(desk, found):
    ids = [each.id for each in found]
    desk.run(suggestions.dismiss_suggestions, claim_ids=ids[:1])
    desk.run(claims.delete_claims, claim_ids=ids[1:])
    assert not suggest(desk)
    assert [each.state for each in desk.all()] == [DISMISSED]


def test_a_suggestion_is_known_by_other_edges_and_another_kind(desk, found):
    crowd = next(each for each in found if "١٢ ألف" in each.anchor.exact)
    start = TEXT.index("أكثر من")
    end = start + len("أكثر من ١٢ ألف متطوع")
    desk.run(claims.move_claim, claim_id=crowd.id, start=start, end=end)
    values = {"kind": ClaimKind.EVENT}
    desk.run(claims.edit_claims, claim_ids=[crowd.id], values=values)
    assert not suggest(desk)


def test_one_moved_away_altogether_is_neither_doubled_nor_put_back(desk, found):
    crowd = next(each for each in found if "١٢ ألف" in each.anchor.exact)
    desk.run(claims.move_claim, claim_id=crowd.id, start=0, end=3)
    assert not suggest(desk)
    assert desk.get(crowd.id).anchor.start == 0


@pytest.mark.parametrize(
    ("words", "kind", "is_new"),
    [
        (SENTENCE, ClaimKind.QUANTITY, False),
        (SENTENCE, ClaimKind.EVENT, False),
        (SENTENCE[:60], ClaimKind.QUANTITY, False),
        (SENTENCE[:60], ClaimKind.EVENT, True),
        (SENTENCE[:30], ClaimKind.QUANTITY, True),
    ],
)
def test_claims_made_by_hand_stand_in_the_way_of_the_same_statement(desk, words, kind, is_new):
    desk.claim(words, kind=kind)
    assert bool(suggest(desk, [draft(SENTENCE)])) is is_new


def test_undo_takes_all_of_them_back_and_they_may_be_proposed_again(desk, found):
    desk.run(history.undo)
    assert desk.all() == []
    suggest(desk)
    assert [each.anchor for each in desk.all()] == [each.anchor for each in found]
    desk.run(history.undo)
    desk.run(history.redo)
    assert len(desk.all()) == len(found)


def test_answers_are_undone(desk, found):
    ids = [each.id for each in found]
    desk.run(suggestions.accept_suggestions, claim_ids=ids)
    desk.run(history.undo)
    assert {each.state for each in desk.all()} == {SUGGESTED}
    assert {each.reviewer_id for each in desk.all()} == {None}
    desk.run(suggestions.dismiss_suggestions, claim_ids=ids)
    desk.run(history.undo)
    assert {each.state for each in desk.all()} == {SUGGESTED}


def test_a_draft_that_does_not_fit_the_text_stores_nothing(desk):
    good, bad = draft(SENTENCE), draft("3 May")
    moved = ClaimDraft(make_anchor(f"x{TEXT}", 1, 9), state=SUGGESTED)
    assert moved.anchor.exact != TEXT[1:9]
    with pytest.raises(InvalidInputError):
        suggest(desk, [good, bad, moved])
    assert desk.all() == []
    with pytest.raises(NotFoundError):
        desk.run(suggestions.add_suggestions, article_id=uuid4(), drafts=[good])


def test_drafts_that_repeat_each_other_are_stored_once(desk):
    suggest(desk, [draft(SENTENCE), draft(SENTENCE), draft(SENTENCE[:-1])])
    assert len(desk.all()) == 1


def test_nothing_to_check_is_a_dismissed_claim_over_the_sentence(desk, found):
    changes = mark(desk)
    claim = desk.get(changes.created)
    assert (claim.rule, claim.state, claim.anchor.exact) == (NOTHING, DISMISSED, SENTENCE)
    inside = [each for each in desk.all() if each.anchor.exact in SENTENCE]
    assert {each.state for each in inside} == {DISMISSED}
    assert not suggest(desk)
    desk.run(history.undo)
    assert [(each.id, each.state) for each in desk.all()] == [
        (each.id, SUGGESTED) for each in found
    ]


def test_a_mark_keeps_suggestions_away_until_it_is_taken_away(desk):
    mark(desk)
    assert not suggest(desk, [draft(SENTENCE), draft("أكثر من ١٢ ألف متطوع")])
    assert mark(desk).created == desk.all()[0].id
    assert len(desk.all()) == 1
    mark(desk, SENTENCE[:9], suggestions.unmark_nothing)
    assert desk.all() == []
    assert suggest(desk, [draft(SENTENCE)])
    mark(desk)
    assert [each.state for each in desk.all()] == [DISMISSED, DISMISSED]


def test_there_must_be_words_to_mark(desk):
    with pytest.raises(InvalidInputError):
        desk.run(suggestions.mark_nothing, article_id=desk.article_id, start=4, end=4)


@on_files
def test_two_people_who_propose_apart_get_the_same_rows(desk, tmp_path):
    path = tmp_path / "copy.factcheck"
    shutil.copyfile(desk.store.path, path)
    other = Desk(Store.open(path, actor="سامي", replica=str(uuid4())), desk.article_id, desk.reopen)
    for each in (desk, other):
        suggest(each)
        mark(each)
    first = desk.all()[0]
    other.run(suggestions.accept_suggestions, claim_ids=[first.id])
    before = len(desk.all())
    result, changes = merge_copy(desk.store, path, backup_dir=tmp_path / "backups")
    other.store.close()
    assert result == MergeResult(new=0, changed=1, conflicts=0)
    assert first.id in changes.claims
    assert len(desk.all()) == before
    assert desk.get(first.id).state is OPEN
    assert not check_file(desk.store)


def test_taking_a_mark_away_leaves_other_claims(desk):
    kept = desk.claim("3 May")
    mark(desk)
    mark(desk, operation=suggestions.unmark_nothing)
    assert [each.id for each in desk.all()] == [kept]
