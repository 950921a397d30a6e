"""A rating for the whole article, proposed from the ratings of its claims.

The rule is plain enough to be argued with: the worst verdict that more than a tenth of the rated
claims share, and at least one claim. A person decides; an override needs a reason.
"""

from collections.abc import Iterable

from factcheck.domain.rating import Neutral, Rating

_SEVERITY = (
    Neutral.TRUE,
    Neutral.MOSTLY_TRUE,
    Neutral.UNPROVEN,
    Neutral.MIXED,
    Neutral.MISLEADING,
    Neutral.FALSE,
)
_SHARE = 0.1


def propose(ratings: Iterable[Rating | None]) -> Rating | None:
    """Return the proposed rating of an article, None where nothing is rated yet.

    Claims that cannot be rated (opinions) do not count. Of ratings that mean the same, the most
    used one is taken.
    """
    rated = [each for each in ratings if each and each.neutral is not Neutral.NOT_RATED]
    for neutral in reversed(_SEVERITY):
        same = [each for each in rated if each.neutral is neutral]
        worse_or_same = [
            each for each in rated if _SEVERITY.index(each.neutral) >= _SEVERITY.index(neutral)
        ]
        if same and len(worse_or_same) > _SHARE * len(rated):
            return max(same, key=lambda each: (same.count(each), -each.position))
    return None
