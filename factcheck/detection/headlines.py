"""Headlines of the form `ماكرون: …`; only at the beginning of a line."""

from factcheck.detection.reporting import BODY, DOCUMENT, NAME, ROLE
from factcheck.detection.scene import Phrase, Report, Scene
from factcheck.detection.source_reader import source_after
from factcheck.detection.tokens import WORD

_REACH = 9
_FEWEST = 5
_HEADLINE = 25


def colon_report(scene: Scene, place: int) -> Report | None:
    """The event of `speaker: words` when the colon at `place` is near the head of a line."""
    first, last = scene.tokens.paragraph(place)
    if last - first <= _HEADLINE:
        first = scene.tokens.sentence(place)[0]
    return _colon(scene, first, place, last) if place - first <= _REACH else None


def _colon(scene: Scene, first: int, colon: int, last: int) -> Report | None:
    while first < colon and not _begins(scene, first):
        first += 1
    if first >= colon or last - colon < 3 or scene.words.knows_label(scene.key(first)):
        return None
    source = source_after(scene, first, frozenset(), colon)
    if not source or source.first != first or not _reaches(scene, source, colon):
        return None
    if not _speaks(scene, source, colon):
        return None
    return Report(
        first, source.last, source.lead, (colon, colon + 1), "attribution.colon", "say", source,
        cue_name=":", outlet=source.outlet, content=colon + 1,
    )  # fmt: skip


def _begins(scene: Scene, place: int) -> bool:
    """Whether a speaker can begin at `place`: a word, or a quoted name."""
    if place in scene.quotes:
        return not scene.is_quote(place)
    return scene.kind(place) == WORD


def _reaches(scene: Scene, source: Phrase, colon: int) -> bool:
    """Whether between speaker and colon only stands to whom, or through whom, he speaks."""
    return source.last == colon or source.outlet is not None or scene.key(source.end)[0] == "ل"


def _speaks(scene: Scene, source: Phrase, colon: int) -> bool:
    """Whether the words before a colon are a speaker and not a heading or a date line."""
    noun = scene.noun(source.first)
    follower = scene.words.cue(scene.key(colon + 1))
    if source.first in scene.quotes or noun.flags & (ROLE | BODY | NAME):
        return follower is None or follower.form == "participle"
    if noun.flags & DOCUMENT and not noun.is_definite:
        return scene.tokens.paragraph(colon)[1] - colon > _FEWEST
    if noun.flags or noun.is_definite or noun.prep:
        return False
    if any(scene.noun(at).is_definite for at in range(source.first, source.last)):
        return False
    return source.last - source.first <= 3 and not scene.noun(colon + 1).is_definite
