"""Looks of claims: readable on every background, told apart without colour."""

from dataclasses import replace

import pytest

from factcheck.domain.anchor import Anchor
from factcheck.domain.claim import Claim, ClaimKind, WorkState
from factcheck.domain.ids import new_id
from factcheck.domain.rating import Neutral
from factcheck.gui import theme
from factcheck.gui.article.marks import UNDERLINES, Marks
from factcheck.gui.contrast import contrast
from factcheck.storage import queries

THEMES = pytest.mark.parametrize("look", theme.THEMES.values(), ids=list(theme.THEMES))


def claim_with(rating_id=None, state=WorkState.OPEN):
    ids = [new_id() for _ in range(3)]
    anchor = Anchor(0, 1, "x")
    return Claim(*ids, 1, 1, anchor, ClaimKind.OTHER, state, rating_id=rating_id)


@pytest.fixture
def ratings(workspace):
    return {each.id: each for scale in workspace.read(queries.scales) for each in scale.ratings}


@THEMES
def test_everything_can_be_read(look, ratings):
    marks = Marks(ratings, look)
    for rating_id in (None, *ratings):
        mark = marks.of(claim_with(rating_id))
        assert contrast(mark.tint, look.ink) >= 4.5
        assert contrast(mark.overlap, look.ink) >= 4.5
        assert contrast(mark.line, look.paper) >= 3
        assert contrast(mark.badge_text, mark.badge) >= 4.5


@THEMES
def test_a_suggestion_is_lighter_than_any_claim(look, ratings):
    mark = Marks(ratings, look).of(claim_with(state=WorkState.SUGGESTED))
    assert mark.tint is None
    assert mark.badge is None
    assert contrast(mark.line, look.paper) >= 3


def test_groups_of_verdicts_have_lines_of_their_own():
    ordered = [UNDERLINES[each] for each in Neutral if each is not Neutral.NOT_RATED]
    assert len(set(ordered)) == len(ordered)


def test_a_retired_or_foreign_rating_still_has_a_look(ratings):
    rating = next(iter(ratings.values()))
    retired = {rating.id: replace(rating, is_retired=True)}
    marks = Marks(retired, theme.LIGHT)
    assert marks.of(claim_with(rating.id)).underline == UNDERLINES[rating.neutral]
    assert marks.of(claim_with(new_id())).tint == marks.of(claim_with()).tint
