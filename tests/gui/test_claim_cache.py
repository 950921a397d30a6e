"""The cache says what reading all claims again would say, whatever was touched."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.anchor import Anchor
from factcheck.domain.claim import Claim, ClaimKind, WorkState, in_order
from factcheck.domain.ids import new_id
from factcheck.gui.claim_cache import ClaimCache

STATES = st.sampled_from([WorkState.OPEN, WorkState.SUGGESTED, WorkState.DISMISSED])
SPANS = st.tuples(st.integers(0, 20), st.integers(1, 5), STATES)


def claim_at(start, length, state):
    return Claim(
        id=new_id(),
        article_id=new_id(),
        version_id=new_id(),
        rev=1,
        number=0,
        anchor=Anchor(start, start + length, "x" * length),
        kind=ClaimKind.OTHER,
        state=state,
    )


@given(st.lists(SPANS, max_size=8), st.lists(SPANS, max_size=4), st.data())
def test_update_equals_reading_again(before, added, data):
    claims = [claim_at(*each) for each in before]
    cache = ClaimCache()
    cache.load(in_order(claims))
    gone = data.draw(st.sets(st.sampled_from(claims)) if claims else st.just(set()))
    rest = [each for each in claims if each not in gone]
    moved = {}
    for claim in rest:
        if data.draw(st.booleans()):
            start, length, state = data.draw(SPANS)
            anchor = Anchor(start, start + length, "y" * length)
            moved[claim.id] = replace(claim, anchor=anchor, state=state, note="new")
    new = [claim_at(*each) for each in added]
    fresh = [*moved.values(), *new]
    touched = {each.id for each in (*gone, *fresh)}
    cache.update(touched, fresh)
    expected = in_order([*(moved.get(each.id, each) for each in rest), *new])
    assert cache.claims == expected
    assert [each.number for each in cache.claims] == [each.number for each in expected]
    assert all(cache.get(each.id) == each for each in expected)
    assert all(cache.get(each.id) is None for each in gone)


def test_nothing_has_no_claim():
    assert ClaimCache().get(None) is None
    assert ClaimCache().get(new_id()) is None
