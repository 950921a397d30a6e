"""Stripes side by side: which lane of the margin each claim takes."""

from collections.abc import Iterable
from math import inf
from typing import Generic, NamedTuple, TypeVar

Key = TypeVar("Key")


class Stripe(NamedTuple, Generic[Key]):
    """What a claim takes of the margin: from `top` to `bottom`, in pixels or lines."""

    top: int
    bottom: int
    key: Key


class Placed(NamedTuple, Generic[Key]):
    """A stripe and its lane, counted from the text outwards."""

    lane: int
    stripe: Stripe[Key]


class Crowd(NamedTuple, Generic[Key]):
    """Stripes that begin at `top` and are shown together for want of lanes."""

    top: int
    keys: tuple[Key, ...]


def assign_lanes(
    stripes: Iterable[Stripe[Key]], lane_count: int
) -> tuple[list[Placed[Key]], list[Crowd[Key]]]:
    """Give each stripe the first lane that is free over its whole height.

    Stripes are taken from top to bottom, the longer first. Two stripes in one lane never share a
    pixel. What finds no lane among `lane_count` is returned as crowds, one per place; a crowd
    takes along what begins beside it in the last lane, which is where it is shown.
    """
    free_from = [-inf] * lane_count
    placed: list[Placed[Key]] = []
    crowds: dict[int, list[Key]] = {}
    for stripe in sorted(stripes, key=lambda each: (each.top, -each.bottom)):
        lane = next((i for i, free in enumerate(free_from) if free <= stripe.top), None)
        if lane is None:
            crowds.setdefault(stripe.top, []).append(stripe.key)
        else:
            free_from[lane] = stripe.bottom
            placed.append(Placed(lane, stripe))
    for each in [each for each in placed if each.lane == lane_count - 1]:
        if each.stripe.top in crowds:
            placed.remove(each)
            crowds[each.stripe.top].insert(0, each.stripe.key)
    return placed, [Crowd(top, tuple(keys)) for top, keys in crowds.items()]
