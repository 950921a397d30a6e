"""The claims of the open article, kept in step with the file without reading all of them again."""

from collections.abc import Collection, Iterable
from copy import copy

from factcheck.domain.claim import Claim
from factcheck.domain.ids import ClaimId


def _place(claim: Claim) -> tuple[int, int, bytes]:
    return (claim.anchor.start, claim.anchor.end, claim.id.bytes)


def _numbered(claim: Claim, number: int) -> Claim:
    # dataclasses.replace goes through every field and is four times slower.
    twin = copy(claim)
    object.__setattr__(twin, "number", number)
    return twin


class ClaimCache:
    """Claims in the order of the text, numbered from 1."""

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
                claims[row] = claim if claim.number == row + 1 else _numbered(claim, row + 1)
            self._claims = tuple(claims)
            return
        kept = [claim for claim in self._claims if claim.id not in known]
        ordered = sorted([*kept, *found.values()], key=_place)
        self.load(
            claim if claim.number == number else _numbered(claim, number)
            for number, claim in enumerate(ordered, start=1)
        )

    def _stays(self, claim: Claim) -> bool:
        return _place(self._claims[self._row[claim.id]]) == _place(claim)
