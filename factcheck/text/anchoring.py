"""Making anchors and finding their words again in a text that may have changed.

A highlight must never sit on words it was not made for, so finding is strict: between places that
look alike the answer is None, and a person decides.
"""

from collections.abc import Iterator

from factcheck.domain.anchor import CONTEXT_LENGTH, Anchor
from factcheck.domain.errors import N_, InvalidInputError

_ENOUGH_CONTEXT = 12
"""Code points of context that must agree before a lone occurrence is believed."""
_LONG_QUOTE = 24
"""From this length on, words that occur once stand for themselves."""
_MOST_PLACES = 2000
"""Words that occur more often than this are too common to be told apart."""


def make_anchor(text: str, start: int, end: int) -> Anchor:
    """Return the anchor of `text[start:end]`.

    Raises:
        InvalidInputError: The span is empty or reaches outside the text.
    """
    if not 0 <= start < end <= len(text):
        raise InvalidInputError(
            N_(
                "The text has {length} characters; there are no words from {start} to {end}."
                " Select some words of the text."
            ),
            length=len(text),
            start=start,
            end=end,
        )
    return Anchor(
        start,
        end,
        text[start:end],
        text[max(0, start - CONTEXT_LENGTH) : start],
        text[end : end + CONTEXT_LENGTH],
    )


def find_anchor(text: str, anchor: Anchor) -> tuple[int, int] | None:
    """Return where the words of `anchor` stand in `text`, or None where that is not certain.

    The exact words with their whole context decide when they occur once. Otherwise the place whose
    context agrees at least twice as well as that of any other, if it agrees well enough. The old
    position plays no part: in a changed text another occurrence may have moved there.
    """
    if not anchor.exact:
        return None
    whole = list(_places(text, anchor.prefix + anchor.exact + anchor.suffix, 2))
    if len(whole) == 1:
        start = whole[0] + len(anchor.prefix)
        return start, start + len(anchor.exact)
    start_of_best = _best_place(text, anchor)
    return None if start_of_best is None else (start_of_best, start_of_best + len(anchor.exact))


def _places(text: str, words: str, most: int) -> Iterator[int]:
    at = text.find(words)
    while at >= 0 and most > 0:
        yield at
        most -= 1
        at = text.find(words, at + 1)


def _best_place(text: str, anchor: Anchor) -> int | None:
    places = list(_places(text, anchor.exact, _MOST_PLACES + 1))
    if not places or len(places) > _MOST_PLACES:
        return None
    scores = sorted(((_agreement(text, at, anchor), at) for at in places), reverse=True)
    (best, place), rest = scores[0], scores[1:]
    if rest and best < 2 * rest[0][0]:
        return None
    if not rest and len(anchor.exact) >= _LONG_QUOTE:
        return place
    enough = min(_ENOUGH_CONTEXT, _full_agreement(anchor))
    return place if best >= enough and (best or not rest) else None


def _full_agreement(anchor: Anchor) -> int:
    return len(anchor.prefix) + len(anchor.suffix) + _edges(anchor)


def _edges(anchor: Anchor) -> int:
    """Count the sides cut short by an end of the text; each is worth one letter of context."""
    return (len(anchor.prefix) < CONTEXT_LENGTH) + (len(anchor.suffix) < CONTEXT_LENGTH)


def _agreement(text: str, at: int, anchor: Anchor) -> int:
    """Count the letters of context next to the words at `at` that are as they were."""
    end = at + len(anchor.exact)
    before = _common(anchor.prefix[::-1], text[max(0, at - CONTEXT_LENGTH) : at][::-1])
    after = _common(anchor.suffix, text[end : end + CONTEXT_LENGTH])
    starts_alike = len(anchor.prefix) < CONTEXT_LENGTH and at == before == len(anchor.prefix)
    ends_alike = (
        len(anchor.suffix) < CONTEXT_LENGTH
        and after == len(anchor.suffix)
        and end + after == len(text)
    )
    return before + after + starts_alike + ends_alike


def _common(first: str, second: str) -> int:
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count
