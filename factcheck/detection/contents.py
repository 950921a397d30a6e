"""What an attribution reports: the words after أن or a colon, or the clause before."""

from bisect import bisect_left

from factcheck.detection.quote_marks import trimmed
from factcheck.detection.scene import Report, Scene
from factcheck.detection.tokens import BREAK

_LONGEST = 150


def content_span(scene: Scene, report: Report, until: Report | None) -> tuple[int, int] | None:
    """The span of what is reported in original code points, None when there is none.

    Args:
        scene: the text.
        report: the event.
        until: the next event, where the content ends at the latest.
    """
    tokens = scene.tokens
    first, last = tokens.sentence(report.cue[0])
    first = max(first, report.first - _LONGEST)
    last = min(_quote_end(scene, last), report.last + _LONGEST)
    if until and report.last <= until.first < last:
        last = _before(scene, until.first, report.last)
    if report.content < 0:
        return _trim(scene, *_hung_on(scene, report, first, last))
    return _trim(scene, report.content, last)


def _quote_end(scene: Scene, last: int) -> int:
    """A sentence that ends inside quoted words goes on to the end of them."""
    place = bisect_left(scene.openings, last) - 1
    if place < 0:
        return last
    after, is_quote = scene.quotes[scene.openings[place]]
    return max(last, after) if is_quote else last


def _before(scene: Scene, place: int, floor: int) -> int:
    """The end of what stands before the next event: a comma or its conjunction goes too."""
    while place > floor and scene.key(place - 1) in ("،", ",", "و", "and"):
        place -= 1
    return place


def _hung_on(scene: Scene, report: Report, first: int, last: int) -> tuple[int, int]:
    """For a prepositional cue: the clause before it, or after it at the head of a sentence."""
    tokens = scene.tokens
    while first < report.first and not tokens.key(first)[0].isalnum():
        first += 1
    if report.first > first:
        return first, report.first
    start = report.last
    while start < last and (scene.is_comma(start) or scene.isin("follow_on", start)):
        start += 1
    return start, last


def _trim(scene: Scene, first: int, last: int) -> tuple[int, int] | None:
    tokens = scene.tokens
    while last > first and tokens.word(last - 1).kind == BREAK:
        last -= 1
    if first >= last:
        return None
    start, end = tokens.span(first, last)
    start, end = trimmed(tokens.folded.source, start, end)
    return (start, end) if start < end else None
