"""Filtering and ordering of rows, without Qt."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.anchor import Anchor
from factcheck.domain.claim import Claim, ClaimKind, Priority, WorkState
from factcheck.gui.claims.filters import (
    ORDERS,
    AnyOf,
    ClaimFilter,
    ClaimOrder,
    Row,
    ordered,
    passing,
)

ARTICLE = uuid4()
DAWN = datetime(2025, 1, 1, tzinfo=UTC)


def claim(start=0, exact="كلمات", **values):
    return Claim(
        id=UUID(int=values.pop("key", start + 1)),
        article_id=ARTICLE,
        version_id=ARTICLE,
        rev=1,
        number=1,
        anchor=Anchor(start, start + len(exact), exact),
        kind=values.pop("kind", ClaimKind.OTHER),
        state=values.pop("state", WorkState.OPEN),
        updated_at=values.pop("updated_at", DAWN),
        **values,
    )


def shown(claims, **wanted):
    return [row.claim for row in passing(map(Row, claims), ClaimFilter(**wanted))]


@pytest.mark.parametrize(
    ("exact", "typed"),
    [
        ("أُعلنت النتائج", "اعلنت"),
        ("اعلنت النتائج", "أعلنت"),
        ("زيارة المدينة", "زياره"),
        ("مستشفى الحي", "مستشفي"),
        ("المحـــافظة", "المحافظه"),
        ("بلغ 35 بالمئة", "٣٥"),
        ("بلغ ٣٥ بالمئة", "35"),
        ("The WHO said", "who"),
        ("أكثر من عشرة", "عشرة أكثر"),
    ],
)
def test_text_is_found_in_any_spelling(exact, typed):
    assert shown([claim(exact=exact), claim(9, "سواه")], text=typed) == [claim(exact=exact)]


def test_text_is_found_in_statement_and_claimant():
    said = claim(statement="الجملة المستقلة", claimant="الوزيرة")
    assert shown([said], text="مستقله")
    assert shown([said], text="الوزيره")
    assert not shown([said], text="المدير")


def test_every_word_must_occur():
    assert not shown([claim(exact="كلمة واحدة")], text="كلمة أخرى")


def test_dismissed_claims_are_shown_only_when_asked_for():
    dismissed, other = claim(state=WorkState.DISMISSED), claim(9)
    assert shown([dismissed, other]) == [other]
    assert shown([dismissed, other], state=WorkState.DISMISSED) == [dismissed]


def test_unfinished_are_the_ones_to_check_and_being_checked():
    claims = [claim(place * 9, state=state) for place, state in enumerate(WorkState)]
    found = {each.state for each in shown(claims, state=AnyOf.UNFINISHED)}
    assert found == {WorkState.OPEN, WorkState.CHECKING}


def test_kind_verdict_and_checker_narrow_together():
    rating, me = uuid4(), uuid4()
    wanted = claim(kind=ClaimKind.DATE, rating_id=rating, reviewer_id=me)
    others = [
        claim(9, kind=ClaimKind.QUOTE, rating_id=rating, reviewer_id=me),
        claim(18, kind=ClaimKind.DATE, reviewer_id=me),
        claim(27, kind=ClaimKind.DATE, rating_id=rating),
    ]
    assert shown([wanted, *others], kind=ClaimKind.DATE, verdict=rating, reviewer=me) == [wanted]
    assert shown([wanted, *others], verdict=AnyOf.UNRATED) == [others[1]]


def test_orders():
    late, early = claim(40, priority=Priority.HIGH), claim(2, updated_at=DAWN + timedelta(1))
    middle = claim(20, priority=Priority.LOW, updated_at=DAWN + timedelta(days=2))
    rows = [Row(each) for each in (early, middle, late)]

    def by(order):
        return [row.claim for row in ordered(rows, order)]

    assert by(ClaimOrder.PLACE) == [early, middle, late]
    assert by(ClaimOrder.PRIORITY) == [late, early, middle]
    assert by(ClaimOrder.CHANGED) == [middle, early, late]


def test_the_order_of_worth_goes_by_priority_then_kind_then_claimant():
    worth = [
        claim(50, priority=Priority.HIGH, kind=ClaimKind.DATE),
        claim(40, kind=ClaimKind.QUANTITY, claimant="المدير"),
        claim(30, kind=ClaimKind.QUANTITY),
        claim(20, kind=ClaimKind.QUOTE),
        claim(15, kind=ClaimKind.NAME),
        claim(10, kind=ClaimKind.OPINION),
        claim(5, priority=Priority.LOW, kind=ClaimKind.QUANTITY),
    ]
    rows = [Row(each) for each in reversed(worth)]
    assert [row.claim for row in ordered(rows, ClaimOrder.WORTH)] == worth


CHANGES = st.none() | st.integers(0, 3).map(lambda days: DAWN + timedelta(days))


@given(st.lists(st.tuples(st.integers(0, 50), st.sampled_from(Priority), CHANGES), max_size=30))
def test_every_order_is_that_of_its_key(drawn):
    claims = [
        claim(start, key=key + 1, priority=each, updated_at=changed)
        for key, (start, each, changed) in enumerate(drawn)
    ]
    rows = sorted(map(Row, claims), key=ORDERS[ClaimOrder.PLACE])
    for order in ClaimOrder:
        assert ordered(rows, order) == sorted(rows, key=ORDERS[order])


def test_words_stand_on_one_line():
    assert Row(claim(exact="سطر\nثم  آخر\t!")).words == "سطر ثم آخر !"


def test_a_long_claim_keeps_a_short_row():
    assert len(Row(claim(exact="كلمة " * 5000)).words) <= 200


def test_a_renewed_row_searches_new_text_only():
    row = Row(claim(statement="قديم"))
    assert "قديم" in row.key
    key = row.key
    row.take(replace(row.claim, kind=ClaimKind.DATE))
    assert row.key is key
    row.take(replace(row.claim, statement="جديد"))
    assert "جديد" in row.key


@pytest.mark.parametrize(
    ("wanted", "is_open"),
    [({}, True), ({"text": "  "}, True), ({"text": "a"}, False), ({"kind": "date"}, False)],
)
def test_an_open_filter_lets_all_through(wanted, is_open):
    assert ClaimFilter(**wanted).is_open is is_open
