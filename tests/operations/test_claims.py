"""Claims: made, described, moved, deleted, one and many at a time."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.domain.claim import ClaimDraft, ClaimKind, WorkState
from factcheck.domain.errors import InvalidInputError, NotFoundError
from factcheck.domain.figure import Comparator, Figure
from factcheck.domain.ids import ArticleId, ClaimId, new_id
from factcheck.operations import claims, scales, verdicts
from factcheck.storage import queries
from factcheck.text.anchoring import make_anchor
from tests.operations.conftest import TEXT


def test_a_claim_sits_on_its_exact_words(desk):
    claim = desk.get(desk.claim("أكثر من ١٢ ألف متطوع 🚒", kind="quantity"))
    anchor = claim.anchor
    assert TEXT[anchor.start : anchor.end] == anchor.exact == "أكثر من ١٢ ألف متطوع 🚒"
    assert TEXT.index(anchor.prefix + anchor.exact + anchor.suffix) == anchor.start - len(
        anchor.prefix
    )
    assert (claim.kind, claim.state, claim.number) == (ClaimKind.QUANTITY, WorkState.OPEN, 1)


@given(start=st.integers(-3, len(TEXT) + 3), end=st.integers(-3, len(TEXT) + 3))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_span_is_exact_or_refused(desk, start, end):
    make = {"article_id": desk.article_id, "start": start, "end": end}
    if 0 <= start < end <= len(TEXT):
        made = desk.run(claims.add_claim, **make)
        assert desk.get(made.created).anchor == make_anchor(TEXT, start, end)
    else:
        with pytest.raises(InvalidInputError):
            desk.run(claims.add_claim, **make)


def test_numbers_follow_the_text_and_skip_suggestions(desk):
    last, first = desk.claim("3 May"), desk.claim("البلدية")
    suggested = desk.claim("١٢ ألف", state="suggested")
    assert [(each.id, each.number) for each in desk.all()] == [
        (first, 1),
        (suggested, 0),
        (last, 2),
    ]


def test_fields_keep_what_was_typed(desk):
    claim_id = desk.claim()
    found = Figure("9,850", "متطوع", Comparator.ABOUT, "2023-03")
    values = {
        "statement": "  شارك أكثر من اثني عشر ألفًا\n",
        "claimant": "بلدية المدينة",
        "said_on": "آذار 2023",
        "said_where": "مؤتمر صحفي",
        "rationale": "السجل يذكر 9,850.",
        "new_wording": "نحو عشرة آلاف متطوع",
        "question": "من أين جاء الرقم؟",
        "note": "خاص 🤫",
        "priority": "high",
        "found": found,
        "rating_id": desk.rating("inaccurate").id,
    }
    changes = desk.run(claims.edit_claims, claim_ids=[claim_id], values=values)
    assert (changes.claims, changes.articles) == ({claim_id}, {desk.article_id})
    claim = desk.get(claim_id)
    stored = {name: getattr(claim, name) for name in values}
    assert stored == {**values, "said_on": "2023-03"}
    assert claim.rev == 2


@pytest.mark.parametrize(
    "values",
    [
        {"kind": "poem"},
        {"state": "done"},
        {"statement": 5},
        {"found": "12"},
        {"rating_id": "false"},
        {"said_on": "ما"},
        {"start": 3},
    ],
)
def test_bad_values_are_refused_whole(desk, values):
    claim_id = desk.claim()
    before = desk.get(claim_id)
    with pytest.raises(InvalidInputError):
        desk.run(claims.edit_claims, claim_ids=[claim_id], values={"note": "x", **values})
    assert desk.get(claim_id) == before


def test_what_is_not_there_is_refused(desk):
    claim_id = desk.claim()
    for operation, args in (
        (claims.edit_claims, {"claim_ids": [claim_id, ClaimId(new_id())], "values": {"note": "x"}}),
        (claims.delete_claims, {"claim_ids": [ClaimId(new_id())]}),
        (claims.edit_claims, {"claim_ids": [claim_id], "values": {"rating_id": new_id()}}),
        (claims.edit_claims, {"claim_ids": [claim_id], "values": {"reviewer_id": new_id()}}),
        (claims.add_claim, {"article_id": ArticleId(new_id()), "start": 0, "end": 1}),
    ):
        with pytest.raises(NotFoundError):
            desk.run(operation, **args)
    assert desk.get(claim_id).note == ""


def test_many_claims_take_one_verdict_and_one_undo(desk):
    ids = [desk.claim(words) for words in ("البلدية", "الميناء", "40 boats")]
    changes = desk.run(verdicts.set_verdict, claim_ids=ids, rating_id=desk.rating("true").id)
    assert changes.claims == set(ids)
    assert {each.rating_id for each in desk.all()} == {desk.rating("true").id}


def test_a_retired_rating_stays_where_it_is_and_is_given_no_more(desk):
    rating = desk.rating("misleading")
    old, new = desk.claim(rating_id=rating.id), desk.claim("3 May")
    desk.run(scales.retire_rating, rating_id=rating.id)
    assert desk.get(old).rating_id == rating.id
    desk.run(verdicts.set_verdict, claim_ids=[old], rating_id=rating.id)
    with pytest.raises(InvalidInputError):
        desk.run(verdicts.set_verdict, claim_ids=[new], rating_id=rating.id)


def test_moving_renews_the_words(desk):
    claim_id = desk.claim("ألف")
    start = TEXT.index("١٢ ألف")
    desk.run(claims.move_claim, claim_id=claim_id, start=start, end=start + 6)
    assert desk.get(claim_id).anchor == make_anchor(TEXT, start, start + 6)
    with pytest.raises(InvalidInputError):
        desk.run(claims.move_claim, claim_id=claim_id, start=start, end=start)


def test_many_drafts_at_once_or_none(desk):
    good = ClaimDraft(make_anchor(TEXT, 0, 5), ClaimKind.EVENT, WorkState.SUGGESTED, rule="x.y")
    made = desk.run(claims.add_claims, article_id=desk.article_id, drafts=[good, good])
    assert len(made.claims) == 2
    assert {each.rule for each in desk.all()} == {"x.y"}
    shifted = ClaimDraft(make_anchor("غ" + TEXT, 1, 6))
    with pytest.raises(InvalidInputError):
        desk.run(claims.add_claims, article_id=desk.article_id, drafts=[good, shifted])
    assert len(desk.all()) == 2


def test_deleted_claims_are_not_read(desk):
    kept, gone = desk.claim(), desk.claim("3 May")
    changes = desk.run(claims.delete_claims, claim_ids=[gone])
    assert changes.claims == {gone}
    assert [each.id for each in desk.all()] == [kept]
    found = desk.read(queries.claims_by_id, desk.article_id, [kept, gone])
    assert found == [replace(desk.get(kept), number=0)]


def test_the_maker_is_known_by_name(desk):
    claim = desk.get(desk.claim())
    assert desk.read(queries.reviewers)[claim.reviewer_id].name == "ليلى"
    desk.store.actor = ""
    assert desk.get(desk.claim("3 May")).reviewer_id is None
