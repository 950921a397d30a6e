"""Many people save the same claims at once, each from a form that began with what it saw."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from factcheck.domain.conflict import EditConflictError
from factcheck.domain.errors import BusyError
from factcheck.operations import claims
from factcheck.storage import queries
from factcheck.storage.conflicts import conflicts
from tests.operations.conftest import Desk

PEOPLE = 8


class Checker:
    """Somebody who adds a word of their own to the note of a claim, again and again.

    Where somebody else saved meanwhile, the conflict is decided for both texts, as a person would.
    """

    def __init__(self, desk: Desk, name: str, saves: int):
        self.desk, self.name, self.saves = desk, name, saves
        self.clashes = 0

    def work(self, claim_ids) -> None:
        for number in range(self.saves):
            self.save(claim_ids[number % len(claim_ids)], f"{self.name}/{number}")

    def save(self, claim_id, word: str) -> None:
        began = self.desk.read(queries.claim, claim_id).note
        while True:
            mine = f"{began} {word}"
            try:
                self.desk.run(
                    claims.edit_claims,
                    claim_ids=[claim_id],
                    values={"note": mine},
                    base={claim_id: {"note": began}},
                )
            except BusyError:
                # The others kept the file for long on a busy machine; the desk tries again too.
                continue
            except EditConflictError as error:
                self.clashes += 1
                began = error.clashes[0].theirs or ""
            else:
                return


@pytest.mark.parametrize(
    ("desk", "saves"),
    [("file", 200), ("server", 25), pytest.param("server", 200, marks=pytest.mark.campaign)],
    indirect=["desk"],
)
@pytest.mark.timeout(600)
@pytest.mark.no_cover
def test_not_one_word_is_lost(desk, saves):
    claim_ids = [desk.claim(), desk.claim("40 boats")]
    checkers = [Checker(desk.joined_by(f"م{at}"), f"م{at}", saves) for at in range(PEOPLE)]
    with ThreadPoolExecutor(PEOPLE) as pool:
        list(pool.map(lambda each: each.work(claim_ids), checkers))
    words = [word for claim_id in claim_ids for word in desk.get(claim_id).note.split()]
    wanted = [f"{each.name}/{number}" for each in checkers for number in range(saves)]
    assert sorted(words) == sorted(wanted)
    assert sum(each.clashes for each in checkers) > 0
    assert desk.read(conflicts) == []
