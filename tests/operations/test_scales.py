"""Rating scales: the default ones, and their editor."""

import pytest

from factcheck.domain.errors import InvalidInputError
from factcheck.domain.rating import Neutral
from factcheck.operations import scales
from factcheck.storage import queries


def test_the_default_scale_is_complete_and_readable(desk):
    scale = desk.read(queries.scales)[0]
    assert scale.key == "standard"
    assert {"true", "mostly_true", "misleading", "false", "opinion"} <= {
        each.key for each in scale.ratings
    }
    glyphs = [each.glyph for each in scale.ratings]
    assert len(set(glyphs)) == len(glyphs)
    for rating in scale.ratings:
        assert rating.name("ar")
        assert rating.name("en")
        assert scales.contrast_with_white(rating.colour) >= scales.LEAST_CONTRAST


def test_contrast_is_that_of_the_standard():
    assert scales.contrast_with_white("#000000") == pytest.approx(21)
    assert scales.contrast_with_white("#ffffff") == pytest.approx(1)
    assert scales.contrast_with_white("#767676") == pytest.approx(4.54, abs=0.01)


def test_a_rating_is_added_edited_moved_and_retired(desk):
    scale = desk.read(queries.scales)[0]
    values = {"name_ar": "مبالغ فيه", "name_en": "Exaggerated!", "colour": "#7A3B00", "glyph": "^"}
    made = desk.run(scales.add_rating, scale_id=scale.id, values=values)
    assert made.scales == {scale.id}

    def rating():
        found = desk.read(queries.scales)[0].ratings
        return next((at, each) for at, each in enumerate(found) if each.id == made.created)

    assert rating()[0] == len(scale.ratings)
    assert (rating()[1].key, rating()[1].colour) == ("exaggerated", "#7a3b00")
    desk.run(
        scales.edit_rating,
        rating_id=made.created,
        values={"name_en": "Overstated", "value": 2, "neutral": "mixed"},
    )
    desk.run(scales.move_rating, rating_id=made.created, position=0)
    desk.run(scales.retire_rating, rating_id=made.created)
    place, found = rating()
    assert place == 0
    assert (found.key, found.name_en, found.value) == ("exaggerated", "Overstated", 2)
    assert (found.neutral, found.is_retired) == (Neutral.MIXED, True)


def test_names_without_latin_letters_and_doubles_get_keys_of_their_own(desk):
    scale = desk.read(queries.scales)[0]
    for values in ({"name_ar": "ملفّق"}, {"name_ar": "ملفّق"}, {"name_en": "False"}):
        desk.run(scales.add_rating, scale_id=scale.id, values=values)
    keys = [each.key for each in desk.read(queries.scales)[0].ratings]
    assert len(set(keys)) == len(keys)
    assert all(keys)


@pytest.mark.parametrize(
    "values",
    [
        {"name_ar": "", "name_en": " "},
        {"colour": "red"},
        {"colour": "#ffff00"},
        {"glyph": "ab"},
        {"glyph": ""},
        {"value": "5"},
        {"neutral": "sideways"},
        {"key": "x"},
    ],
)
def test_what_does_not_fit_is_refused(desk, values):
    with pytest.raises(InvalidInputError):
        desk.run(scales.edit_rating, rating_id=desk.rating("false").id, values=values)


def test_a_scale_of_ones_own(desk):
    made = desk.run(scales.add_scale, values={"name_ar": "سلّم الجريدة", "name_en": "Our scale"})
    desk.run(scales.edit_scale, scale_id=made.created, values={"name_en": "House scale"})
    found = desk.read(queries.scales)[-1]
    assert (found.key, found.name("en"), found.name("ar")) == (
        "our_scale",
        "House scale",
        "سلّم الجريدة",
    )
    with pytest.raises(InvalidInputError):
        desk.run(scales.add_scale, values={})
