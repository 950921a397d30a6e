"""Stored values of the log in words."""

from uuid import uuid4

import pytest

from factcheck.domain.ids import RatingId, ReviewerId
from factcheck.domain.rating import Neutral, Rating
from factcheck.domain.revision import Reviewer
from factcheck.runtime.i18n import set_language
from factcheck.runtime.settings import Settings
from factcheck.text.recorded import RecordedValues

RATING, PERSON = RatingId(uuid4()), ReviewerId(uuid4())


@pytest.fixture
def values():
    rating = Rating(
        RATING, uuid4(), 1, "false", "زائف", "False", "#b3261e", "×", 1, Neutral.FALSE, 0
    )
    people = {PERSON: Reviewer(PERSON, "ليلى")}
    return RecordedValues(Settings(), {RATING: rating}, people)


def test_keys_ids_and_dates_are_told(values):
    assert values.told("rating_id", RATING.hex) == "زائف"
    assert values.told("reviewer_id", PERSON.hex) == "ليلى"
    assert values.told("said_on", "2025-07") == "يوليو 2025"
    assert "2025" in values.told("accessed", "2025-07-11T10:00:00.000+00:00")
    set_language("en")
    assert values.told("state", "checked") == "Checked"
    assert values.told("rating_id", RATING.hex) == "False"


def test_what_nobody_knows_stays_readable(values):
    assert values.told("rating_id", "no-id") == "no-id"
    assert values.told("rating_id", uuid4().hex)
    assert values.told("kind", "hologram") == "hologram"
    assert values.told("note", "س" * 500).endswith("…")
    assert values.told("statement", None) == "لا شيء"
