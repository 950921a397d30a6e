"""How a claim looks in the text and in the margin: by verdict, never by colour alone.

The shape of the underline tells the group of the verdict (`Neutral`), the number in the margin
tells the claim, the colour repeats what the shape says.
"""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtGui import QColor, QTextCharFormat

from factcheck.domain.claim import Claim, WorkState
from factcheck.domain.ids import RatingId
from factcheck.domain.rating import Neutral, Rating
from factcheck.gui.contrast import contrast, mix
from factcheck.gui.theme import Theme

Underline = QTextCharFormat.UnderlineStyle

UNDERLINES: Mapping[Neutral, Underline] = {
    Neutral.TRUE: Underline.SingleUnderline,
    Neutral.MOSTLY_TRUE: Underline.DashDotLine,
    Neutral.MIXED: Underline.DashDotDotLine,
    Neutral.MISLEADING: Underline.DashUnderline,
    Neutral.FALSE: Underline.WaveUnderline,
    Neutral.UNPROVEN: Underline.DotLine,
    Neutral.NOT_RATED: Underline.DotLine,
}
"""One shape per group of verdicts; a claim without a verdict has a tint and no line."""

_GRAVITY = (
    Neutral.NOT_RATED,
    Neutral.TRUE,
    Neutral.MOSTLY_TRUE,
    Neutral.UNPROVEN,
    Neutral.MIXED,
    Neutral.MISLEADING,
    Neutral.FALSE,
)
_OVERLAP_SHARE = 0.14
_LEAST_CONTRAST = 4.5


class Mark(NamedTuple):
    """The look of one claim. `gravity` decides whose tint shows where claims overlap."""

    tint: QColor | None
    overlap: QColor | None
    line: QColor
    badge: QColor | None
    badge_text: QColor
    underline: Underline
    gravity: int


class Marks:
    """Marks of one theme and one set of ratings, made once for each verdict."""

    def __init__(self, ratings: Mapping[RatingId, Rating], theme: Theme) -> None:
        self._ratings = ratings
        self._theme = theme
        self._rated: dict[RatingId | None, Mark] = {}
        self._suggested = self._make_suggested()

    def of(self, claim: Claim) -> Mark:
        """Return the look of `claim`."""
        if claim.state is WorkState.SUGGESTED:
            return self._suggested
        mark = self._rated.get(claim.rating_id)
        if mark is None:
            mark = self._rated[claim.rating_id] = self._make_rated(claim.rating_id)
        return mark

    def rating(self, claim: Claim) -> Rating | None:
        """Return the verdict of `claim`, None where there is none."""
        return None if claim.rating_id is None else self._ratings.get(claim.rating_id)

    def _make_suggested(self) -> Mark:
        theme = self._theme
        return Mark(None, None, theme.muted, None, theme.muted, Underline.DotLine, -1)

    def _make_rated(self, rating_id: RatingId | None) -> Mark:
        theme = self._theme
        rating = self._ratings.get(rating_id) if rating_id is not None else None
        neutral = rating.neutral if rating else Neutral.NOT_RATED
        colour = rating.colour if rating else theme.muted.name()
        tint = theme.verdict_tint(colour)
        return Mark(
            tint,
            self._deepen(tint, theme.verdict_ink(colour)),
            theme.verdict_ink(colour),
            theme.verdict_fill(colour),
            theme.verdict_text(colour),
            UNDERLINES[neutral] if rating else Underline.NoUnderline,
            _GRAVITY.index(neutral),
        )

    def _deepen(self, tint: QColor, ink: QColor) -> QColor:
        """Return `tint` deepened by `ink` as far as text on it stays readable."""
        deeper = mix(tint, ink, _OVERLAP_SHARE)
        return deeper if contrast(deeper, self._theme.ink) >= _LEAST_CONTRAST else tint
