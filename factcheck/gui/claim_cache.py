"""The claims of the open article, kept in step with the file without reading all of them again."""

from bisect import insort
from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields
from operator import attrgetter
from uuid import UUID

from factcheck.domain.claim import Claim, WorkState
from factcheck.domain.ids import ClaimId

_FIELDS = [each.name for each in fields(Claim)]
_BEFORE_NUMBER = attrgetter(*_FIELDS[: _FIELDS.index("number")])
_AFTER_NUMBER = attrgetter(*_FIELDS[_FIELDS.index("number") + 1 :])
_FEW = 20
"""So many claims are put in their places faster than everything is sorted again."""

_UNCOUNTED = frozenset({WorkState.SUGGESTED, WorkState.DISMISSED})


def _place(claim: Claim) -> tuple[int, int, UUID]:
    """Order as `factcheck.domain.claim.in_order` does."""
    return (claim.anchor.start, -claim.anchor.end, claim.id)


def _with_number(claim: Claim, number: int) -> Claim:
    if claim.number == number:
        return claim
    # Three times faster than copy.copy and dataclasses.replace, which is felt at 5,000 claims.
    return Claim(*(*_BEFORE_NUMBER(claim), number, *_AFTER_NUMBER(claim)))


def _counted(claims: Iterable[Claim]) -> Iterator[Claim]:
    number = 0
    for claim in claims:
        if claim.state in _UNCOUNTED:
            yield _with_number(claim, 0)
        else:
            number += 1
            yield _with_number(claim, number)


class ClaimCache:
    """Claims in the order of the text, numbered as `in_order` numbers them."""

    def __init__(self) -> None:
        self._claims: tuple[Claim, ...] = ()
        self._row: dict[ClaimId, int] = {}

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, in the order of the text."""
        return self._claims

    def get(self, claim_id: ClaimId | None) -> Claim | None:
        """Return the claim with this id, None where it is not of the open article."""
        row = self._row.get(claim_id) if claim_id is not None else None
        return None if row is None else self._claims[row]

    def load(self, claims: Iterable[Claim]) -> None:
        """Hold `claims`, already in the order of the text and numbered."""
        self._claims = tuple(claims)
        self._row = {claim.id: row for row, claim in enumerate(self._claims)}

    def update(self, touched: Collection[ClaimId], fresh: Iterable[Claim]) -> None:
        """Take `fresh` for the `touched` claims; touched ones that are not in it are gone."""
        found = {claim.id: claim for claim in fresh}
        known = {each for each in touched if each in self._row}
        if known == found.keys() and all(self._stays(claim) for claim in found.values()):
            claims = list(self._claims)
            for claim in found.values():
                row = self._row[claim.id]
                claims[row] = _with_number(claim, claims[row].number)
            self._claims = tuple(claims)
            return
        kept = [claim for claim in self._claims if claim.id not in known]
        if len(found) > _FEW:
            kept = sorted([*kept, *found.values()], key=_place)
        else:
            for claim in found.values():
                insort(kept, claim, key=_place)
        self.load(_counted(kept))

    def _stays(self, claim: Claim) -> bool:
        before = self._claims[self._row[claim.id]]
        was_counted, is_counted = (each.state not in _UNCOUNTED for each in (before, claim))
        return was_counted == is_counted and _place(before) == _place(claim)
