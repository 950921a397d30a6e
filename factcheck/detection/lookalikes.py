"""Words spelled like a verb of reporting that report nothing where they stand."""

from factcheck.detection.cue_forms import Cue
from factcheck.detection.reporting import EVENT, NAME, RELATIVE, STOPPER, THAT, TIME
from factcheck.detection.scene import Scene
from factcheck.detection.tokens import WORD

_DAMMA = "\u064f"


def is_no_report(scene: Scene, place: int, cue: Cue) -> bool:
    """Whether a form of a cue is a noun, an idiom, a plan, a passive or a description here."""
    if scene.isin("before_nouns", place - 1) and not cue.lead:
        return True
    is_bound = cue.pronoun and not scene.isin("what", place - 1)
    if is_bound and not cue.verb.takes & {"object", "by", "blame", "to"}:
        return True
    key = scene.key(place)[cue.lead :]
    if f"{key} {scene.key(place + 1)}" in scene.words.idioms:
        return True
    if cue.pronoun and not cue.lead and _is_described(scene, place - 1):
        return True
    if _is_planned(scene, place, cue) or _is_passive(scene, place, cue):
        return True
    is_spelled = cue.form == "past" and scene.words.isin("spelled_as_nouns", key)
    noun = scene.noun(place - 1)
    is_owned = noun.flags & EVENT and not noun.is_definite and not cue.lead
    return is_spelled and bool(noun.flags & THAT or is_owned)


def _is_described(scene: Scene, place: int) -> bool:
    """Whether a verb with a pronoun tells of the noun before it: وثيقة أظهرها الاتحاد."""
    noun = scene.noun(place)
    other = THAT | RELATIVE | STOPPER | NAME | TIME
    is_noun = scene.kind(place) == WORD and not noun.flags & other
    is_lead = scene.isin("what", place) or scene.key(place) in scene.words.leads
    return is_noun and not is_lead and not noun.is_definite


def _is_planned(scene: Scene, place: int, cue: Cue) -> bool:
    """Whether nothing was said yet: من المقرر أن يعلن."""
    follows = cue.form == "present" and bool(scene.flags(place - 1) & THAT)
    return follows and scene.isin("modals", place - 2)


def _is_passive(scene: Scene, place: int, cue: Cue) -> bool:
    """Whether a written damma on the first letter says that nobody is named (أُبلغ)."""
    if cue.form != "past" or cue.verb.takes & {"cited", "credited"}:
        return False
    start = scene.tokens.span(place, place + 1, cue.lead)[0]
    return scene.tokens.folded.source[start + 1 : start + 2] == _DAMMA
