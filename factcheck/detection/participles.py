"""Hal participles (مشيرا إلى, مؤكدا أن): cues whose source was named before."""

from factcheck.detection.complements import Complement, begins_event, complement
from factcheck.detection.cue_forms import Cue
from factcheck.detection.reporting import STOPPER, TIME
from factcheck.detection.scene import Report, Scene
from factcheck.detection.tokens import WORD
from factcheck.detection.verbs import report_of

_REACH = 10


def participle_report(scene: Scene, place: int, cue: Cue) -> Report | None:
    """The event of a hal participle (مشيرا إلى): its source was named before."""
    first, limit = scene.tokens.sentence(place)
    if scene.isin("before_nouns", place - 1) or first == place:
        return None
    found = complement(scene, place + 1, cue.verb, limit)
    is_opened = bool(cue.lead) or scene.is_comma(place - 1)
    if found and not found.is_next and not (is_opened and found.place - place <= _REACH):
        found = None
    if cue.needs_that and not _is_firm(found, is_opened=is_opened):
        return None
    if found is None and not _has_bare_object(scene, place, cue, is_opened=is_opened):
        return None
    return report_of(scene, place, cue, None, found, "attribution.participle")


def _is_firm(found: Complement | None, *, is_opened: bool) -> bool:
    """Whether a word that is often no cue is one here."""
    return found is not None and (is_opened or found.kind in ("that", "quote", "to", "on"))


def _has_bare_object(scene: Scene, place: int, cue: Cue, *, is_opened: bool) -> bool:
    if not cue.verb.takes & {"object", "free", "by"} or (cue.needs_that and not is_opened):
        return False
    after = place + 1
    if scene.kind(after) != WORD:
        return False
    if begins_event(scene, after) or scene.isin("pronoun_objects", after):
        return True
    noun = scene.noun(after)
    return is_opened and not (noun.flags & (STOPPER | TIME) or noun.conj)
