"""Stripes never lie on each other."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.gui.article.lanes import Stripe, assign_lanes

stripes = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda pair: (pair[0], sum(pair))),
    max_size=30,
).map(lambda pairs: [Stripe(top, bottom, key) for key, (top, bottom) in enumerate(pairs)])


@given(stripes, st.integers(1, 5))
def test_no_two_stripes_of_a_lane_share_a_pixel(made: list[Stripe[int]], lane_count: int) -> None:
    placed, _ = assign_lanes(made, lane_count)
    taken: set[tuple[int, int]] = set()
    for lane, stripe in placed:
        assert lane < lane_count
        pixels = {(lane, y) for y in range(stripe.top, stripe.bottom)}
        assert not pixels & taken
        taken |= pixels


@given(stripes, st.integers(1, 5))
def test_nothing_is_lost(made: list[Stripe[int]], lane_count: int) -> None:
    placed, crowds = assign_lanes(made, lane_count)
    keys = [each.stripe.key for each in placed] + [key for crowd in crowds for key in crowd.keys]
    assert sorted(keys) == [stripe.key for stripe in made]


@given(stripes, st.integers(1, 5))
def test_a_crowd_never_stands_on_the_beginning_of_a_stripe(
    made: list[Stripe[int]], lane_count: int
) -> None:
    placed, crowds = assign_lanes(made, lane_count)
    taken = {each.stripe.top for each in placed if each.lane == lane_count - 1}
    assert not taken & {crowd.top for crowd in crowds}


@given(stripes)
def test_enough_lanes_leave_no_crowd(made: list[Stripe[int]]) -> None:
    assert assign_lanes(made, len(made) or 1)[1] == []


def test_neighbours_share_the_first_lane() -> None:
    placed, _ = assign_lanes([Stripe(0, 10, "a"), Stripe(10, 20, "b"), Stripe(5, 15, "c")], 3)
    assert {each.stripe.key: each.lane for each in placed} == {"a": 0, "b": 0, "c": 1}
