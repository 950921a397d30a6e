"""Consistency: the same thing with two different figures or dates inside one article."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.detection.lexicon import keys_of
from factcheck.domain.claim import Claim, WorkState
from factcheck.domain.errors import N_
from factcheck.text.figures import Agreement, compare
from factcheck.text.folding import fold_key

DIFFERENT_FIGURES = N_("Claims {first} and {second} give different figures for the same thing.")
DIFFERENT_DATES = N_("Claims {first} and {second} give different dates for the same thing.")

_ENOUGH = 0.5
_FEWEST_SHARED = 2
_COMMON = 12
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """Two claims that cannot both be right; `reason` is a msgid, `values` fill it."""

    first: Claim
    second: Claim
    reason: str

    @property
    def values(self) -> dict[str, object]:
        """The numbers of both claims, for the placeholders of `reason`."""
        return {"first": self.first.number, "second": self.second.number}


def inconsistencies(claims: Iterable[Claim]) -> list[Inconsistency]:
    """Pairs of claims about the same thing whose claimed figures exclude each other.

    Two claims speak of the same thing when they have one unit and most of their other words in
    common. Dismissed claims and claims without a figure are left out. Each pair comes once.
    """
    stated = [
        (claim, _words(claim))
        for claim in claims
        if claim.claimed and claim.state is not WorkState.DISMISSED
    ]
    result = []
    for one, other in _neighbours(stated):
        first, second = stated[one][0], stated[other][0]
        if _is_same_thing(stated[one][1], stated[other][1]) and _excludes(first, second):
            is_date = "-" in first.claimed.value and not first.claimed.unit
            reason = DIFFERENT_DATES if is_date else DIFFERENT_FIGURES
            result.append(Inconsistency(first, second, reason))
    return result


def _words(claim: Claim) -> frozenset[str]:
    """What a claim is about: its words without figures, clitics and short particles."""
    unit = fold_key(claim.claimed.unit)
    return frozenset(
        stem
        for key in keys_of(claim.anchor.exact)
        if key[0].isalpha() and (stem := _stem(key)) != unit and len(stem) >= _SHORTEST
    )


def _stem(key: str) -> str:
    for prefix in ("و", "ف"):
        key = key.removeprefix(prefix) if len(key) > 4 else key
    for prefix in ("بال", "لل", "ال", "ب", "ل"):
        if key.startswith(prefix) and len(key) - len(prefix) >= _SHORTEST:
            return key[len(prefix) :]
    return key


def _neighbours(
    stated: Sequence[tuple[Claim, frozenset[str]]],
) -> Iterator[tuple[int, int]]:
    """Pairs that share a rare enough word; words of many claims say nothing."""
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, (claim, words) in enumerate(stated):
        for word in words:
            holders[fold_key(claim.claimed.unit), word].append(place)
    pairs = {
        (one, other)
        for places in holders.values()
        if len(places) <= _COMMON
        for at, one in enumerate(places)
        for other in places[at + 1 :]
    }
    return iter(sorted(pairs))


def _is_same_thing(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= _FEWEST_SHARED and shared >= _ENOUGH * min(len(one), len(other))


def _excludes(first: Claim, second: Claim) -> bool:
    """Whether the figures differ in both directions: a rounding of one is not a contradiction."""
    there = compare(first.claimed, second.claimed).agreement
    back = compare(second.claimed, first.claimed).agreement
    return there is Agreement.DIFFERS and back is Agreement.DIFFERS
