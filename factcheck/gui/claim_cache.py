"""The claims of the open article, kept in step with the file without reading all of them again."""

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable
from itertools import islice
from uuid import UUID

from factcheck.domain.claim import UNNUMBERED, Claim, renumber
from factcheck.domain.ids import ClaimId

_FEW = 20
"""So many claims are put in their places faster than everything is sorted again."""


def _place(claim: Claim) -> tuple[int, int, UUID]:
    """Order as `factcheck.domain.claim.in_order` does."""
    return (claim.anchor.start, -claim.anchor.end, claim.id)


class ClaimCache:
    """Claims in the order of the text, numbered as `in_order` numbers them.

    The claims that it is given are its own: it gives them other numbers when others come before
    them, because copying 5,000 claims takes longer than painting the desk.
    """

    def __init__(self) -> None:
        self._claims: tuple[Claim, ...] = ()
        self._by_id: dict[ClaimId, Claim] = {}

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, in the order of the text."""
        return self._claims

    def get(self, claim_id: ClaimId | None) -> Claim | None:
        """Return the claim with this id, None where it is not of the open article."""
        return self._by_id.get(claim_id) if claim_id is not None else None

    def load(self, claims: Iterable[Claim]) -> None:
        """Hold `claims`, already in the order of the text and numbered."""
        self._claims = tuple(claims)
        self._by_id = {claim.id: claim for claim in self._claims}

    def update(self, touched: Collection[ClaimId], fresh: Iterable[Claim]) -> None:
        """Take `fresh` for the `touched` claims; touched ones that are not in it are gone."""
        old = [self._by_id[each] for each in touched if each in self._by_id]
        new = list(fresh)
        changed = len(old) + len(new)
        claims = self._exchanged(old, new) if changed <= _FEW else self._sorted(old, new)
        for claim in old:
            del self._by_id[claim.id]
        self._by_id |= {claim.id: claim for claim in new}
        self._claims = tuple(claims)
        self._number(old, new)

    def _exchanged(self, old: Iterable[Claim], new: Iterable[Claim]) -> list[Claim]:
        claims = list(self._claims)
        for claim in old:
            del claims[bisect_left(claims, _place(claim), key=_place)]
        for claim in new:
            insort(claims, claim, key=_place)
        return claims

    def _sorted(self, old: Iterable[Claim], new: Iterable[Claim]) -> list[Claim]:
        gone = {claim.id for claim in old}
        kept = [claim for claim in self._claims if claim.id not in gone]
        return sorted([*kept, *new], key=_place)

    def _number(self, old: Iterable[Claim], new: Iterable[Claim]) -> None:
        """Number the new claims, and those after the first one that counts otherwise."""
        before = {claim.id: claim for claim in old}
        others = []
        for claim in new:
            same = before.get(claim.id)
            if same is not None and _counts(same) == _counts(claim):
                renumber([claim], same.number - 1)
                del before[claim.id]
            else:
                others.append(claim)
        places = [_place(claim) for claim in (*before.values(), *others)]
        if places:
            first = bisect_left(self._claims, min(places), key=_place)
            numbers = (claim.number for claim in reversed(self._claims[:first]))
            renumber(islice(self._claims, first, None), next(filter(None, numbers), 0))


def _counts(claim: Claim) -> object:
    return (_place(claim), claim.state in UNNUMBERED)
