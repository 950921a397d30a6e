"""The table model: what resets it, what does not."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from factcheck.domain.claim import ClaimKind, Priority, WorkState
from factcheck.gui.claims.filters import ClaimFilter, ClaimOrder
from factcheck.gui.claims.model import ROW_ROLE, ClaimListModel
from factcheck.operations import claims, history, verdicts
from tests.gui.workbench import anchor_of, emitted, suggest


@pytest.fixture
def model(workspace, qtmodeltester):
    model = ClaimListModel(workspace)
    model.show_claims(workspace.claims)
    workspace.changed.connect(lambda done: model.update_claims(workspace.claims, done.claims))
    yield model
    qtmodeltester.check(model)


def ids(model):
    return [row.claim.id for row in model.rows]


def test_a_verdict_changes_one_row_and_resets_nothing(workspace, model):
    resets, changes = emitted(model.modelReset), []
    model.dataChanged.connect(lambda first, last: changes.append((first.row(), last.row())))
    rating = workspace.scale.ratings[0].id
    workspace.run(verdicts.set_verdict, claim_ids=[workspace.ids[2]], rating_id=rating)
    assert changes == [(2, 2)]
    assert not resets
    assert model.rows[2].claim.rating_id == rating


def test_a_claim_that_counts_gives_those_after_it_other_numbers(workspace, model):
    changes = []
    suggested = {"state": WorkState.SUGGESTED}
    workspace.run(claims.edit_claims, claim_ids=workspace.ids[:1], values=suggested)
    model.dataChanged.connect(lambda first, last: changes.append((first.row(), last.row())))
    assert [row.claim.number for row in model.rows] == [0, 1, 2, 3]
    accepted = {"state": WorkState.OPEN}
    workspace.run(claims.edit_claims, claim_ids=workspace.ids[:1], values=accepted)
    assert [row.claim.number for row in model.rows] == [1, 2, 3, 4]
    assert changes == [(0, 3)]


def test_a_claim_that_no_longer_passes_stays_until_the_filter_changes(workspace, model):
    model.set_filter(ClaimFilter(state=WorkState.OPEN))
    workspace.run(claims.edit_claims, claim_ids=workspace.ids[:1], values={"state": "checked"})
    assert ids(model) == workspace.ids
    model.set_filter(ClaimFilter(state=WorkState.OPEN, text="يونيو"))
    model.set_filter(ClaimFilter(state=WorkState.OPEN))
    assert ids(model) == workspace.ids[1:]


def test_a_new_claim_comes_in_at_its_place(workspace, model):
    resets = emitted(model.modelReset)
    anchor = anchor_of("وفقًا لبيان المستشفى")
    added = workspace.run(
        claims.add_claim, article_id=workspace.article.id, start=anchor.start, end=anchor.end
    )
    assert ids(model) == [*workspace.ids[:3], added.created, workspace.ids[3]]
    assert [row.claim.number for row in model.rows] == [1, 2, 3, 4, 5]
    assert not resets


def test_deleted_claims_go_and_undo_brings_them_back(workspace, model):
    workspace.run(claims.delete_claims, claim_ids=workspace.ids[1:3])
    assert ids(model) == [workspace.ids[0], workspace.ids[3]]
    workspace.run(history.undo)
    assert ids(model) == workspace.ids


def test_a_dismissed_suggestion_goes_at_once_and_undo_brings_it_back(workspace, model):
    suggested = suggest(workspace)
    assert ids(model) == [*workspace.ids, suggested]
    workspace.run(claims.edit_claims, claim_ids=[suggested], values={"state": "dismissed"})
    assert ids(model) == workspace.ids
    workspace.run(history.undo)
    assert ids(model) == [*workspace.ids, suggested]


def test_many_changes_at_once_reset_the_list_once(workspace, model):
    resets = emitted(model.modelReset)
    for _ in range(2):
        drafts = [claims.ClaimDraft(anchor_of("أعلنت"), ClaimKind.EVENT) for _each in range(30)]
        workspace.run(claims.add_claims, article_id=workspace.article.id, drafts=drafts)
    assert len(resets) == 2
    assert len(model.rows) == 64
    assert ids(model) == [claim.id for claim in workspace.claims]


def test_sorting_by_priority_and_by_change(workspace, model):
    first, second, third, fourth = workspace.ids
    values = {"priority": Priority.HIGH}
    workspace.run(claims.edit_claims, claim_ids=[third], values=values)
    model.set_order(ClaimOrder.PRIORITY)
    assert ids(model) == [third, first, second, fourth]
    model.set_order(ClaimOrder.CHANGED)
    assert ids(model)[0] == third


def test_counts_leave_dismissed_claims_out(workspace, model):
    workspace.run(claims.edit_claims, claim_ids=workspace.ids[:1], values={"state": "dismissed"})
    model.set_filter(ClaimFilter(text="يونيو"))
    assert (len(model.rows), model.totals) == (1, (3, 0))
    suggest(workspace)
    assert model.totals == (3, 1)


def test_a_screen_reader_hears_number_words_kind_verdict_and_state(workspace, model):
    rating = workspace.scale.ratings[0]
    workspace.run(verdicts.set_verdict, claim_ids=workspace.ids[:1], rating_id=rating.id)
    heard = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("1", "أكثر من 10 آلاف متطوع", "كمية", rating.name_ar, "بانتظار التحقق"):
        assert part in heard
    suggested = suggest(workspace)
    heard = model.index(model.row_of(suggested), 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "مقترح" in heard
    assert "0" not in heard


def test_the_delegate_finds_the_row(model):
    assert model.index(1, 0).data(ROW_ROLE) is model.rows[1]
    assert model.index(9, 0).data(ROW_ROLE) is None
    assert model.columnCount() == 1
    assert model.row_of(None) is None


def test_a_moved_claim_goes_to_its_new_place(workspace, model):
    anchor = anchor_of("في أسبوعين")
    first = workspace.ids[0]
    workspace.run(claims.move_claim, claim_id=first, start=anchor.start, end=anchor.end)
    assert ids(model) == [*workspace.ids[1:], first]
    assert model.rows[3].words == "في أسبوعين"
    workspace.run(history.undo)
    assert ids(model) == workspace.ids


def test_keys_are_made_while_nothing_happens(qtbot, model):
    qtbot.waitUntil(lambda: not model._idle.isActive())
    assert all(row._key for row in model.rows)


def many_drafts(count):
    return [claims.ClaimDraft(anchor_of("أعلنت")) for _ in range(count)]


def edit(work, claim_id, state):
    return work.run(claims.edit_claims, claim_ids=[claim_id], values={"state": state})


ON_ONE = {
    "delete": lambda work, each, _n: work.run(claims.delete_claims, claim_ids=[each]),
    "dismiss": lambda work, each, _n: edit(work, each, "dismissed"),
    "check": lambda work, each, _n: edit(work, each, "checked"),
    "move": lambda work, each, n: work.run(claims.move_claim, claim_id=each, start=n, end=n + 3),
}
ON_ALL = {
    "add": lambda work, here, n: work.run(claims.add_claim, article_id=here, start=n, end=n + 2),
    "many": lambda work, here, n: work.run(
        claims.add_claims, article_id=here, drafts=many_drafts(n)
    ),
    "undo": lambda work, _here, _n: work.undo(),
    "redo": lambda work, _here, _n: work.redo(),
}
ACTS = st.tuples(st.sampled_from([*ON_ONE, *ON_ALL]), st.integers(0, 50))


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(ACTS, min_size=5, max_size=15))
def test_whatever_happens_every_claim_is_shown_in_the_order_of_the_text(workspace, model, acts):
    for act, number in acts:
        here = [claim.id for claim in workspace.claims]
        if act in ON_ALL:
            ON_ALL[act](workspace, workspace.article.id, number)
        elif here:
            ON_ONE[act](workspace, here[number % len(here)], number)
        expected = [each for each in workspace.claims if each.state is not WorkState.DISMISSED]
        assert [row.claim for row in model.rows] == expected
        assert model.totals == (len(expected), 0)
