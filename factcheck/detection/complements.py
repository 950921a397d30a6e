"""What a verb of reporting is followed by: أن, a colon, a quotation, a preposition, an object."""

from dataclasses import dataclass

from factcheck.detection.cue_forms import Verb
from factcheck.detection.reporting import (
    ADVERB,
    EVENT,
    OUTLET,
    OUTLET_NAME,
    QUESTION,
    STOPPER,
    THAT,
    TIME,
)
from factcheck.detection.scene import Scene
from factcheck.detection.source_ends import outlet_end
from factcheck.detection.tokens import BREAK, MARK, STOP, WORD

_REACH = 28
_SPEAKS = frozenset(("quote", "that", "by"))
_GOVERNED = ("to", "on", "from", "about", "in")


@dataclass(frozen=True, slots=True)
class Complement:
    """What follows, the token where it stands, and whether it follows at once."""

    kind: str
    place: int
    is_next: bool


def complement(scene: Scene, start: int, verb: Verb, limit: int) -> Complement | None:
    """What the verb is followed by from token `start` on, within its sentence.

    Prepositions and objects count only where the source ended; أن, a colon and a quotation also
    after a place or time of speaking.
    """
    near = skip_asides(scene, start, limit)
    direct = _direct(scene, start, verb) or (near != start and _direct(scene, near, verb)) or None
    if direct:
        return direct
    for at in range(start, min(limit, start + _REACH)):
        found = _far(scene, at, verb, is_next=at in (start, near))
        if found:
            return found
        if _ends_search(scene, at, start):
            return None
    return None


def _direct(scene: Scene, place: int, verb: Verb) -> Complement | None:
    if scene.kind(place) != WORD:
        return None
    kind = _direct_kind(scene, place, verb.takes)
    return Complement(kind, place, is_next=True) if kind else None


def _direct_kind(scene: Scene, place: int, takes: frozenset[str]) -> str:
    """What stands at `place` of what the verb takes, or an empty string."""
    flags = scene.flags(place)
    if flags & THAT and "that" in takes:
        return "that"
    if flags & QUESTION and takes & {"how", "about"}:
        return "how"
    for name in ("emphasis", "saying"):
        if name in takes and scene.isin(name, place):
            return name
    if "blame" in takes:
        return ""
    particle = _governed(scene, place)
    if particle in takes:
        return particle
    return "by" if "by" in takes and _has_by(scene, place) else ""


def _governed(scene: Scene, place: int) -> str:
    """The name of the preposition at `place`, as verbs take them, or an empty string."""
    for name in _GOVERNED:
        if scene.isin(f"prepositions_{name}", place):
            return name
    return ""


def _has_by(scene: Scene, place: int) -> bool:
    key = scene.key(place)
    noun = scene.noun(place)
    if noun.prep == "ب" or key == "ب":
        return True
    return key[0] == "ب" and len(key) > 3 and (not noun.flags or bool(noun.flags & THAT))


def _far(scene: Scene, place: int, verb: Verb, *, is_next: bool) -> Complement | None:
    kind = ""
    if scene.is_quote(place) or scene.key(place) == ":":
        kind = "quote" if verb.takes & _SPEAKS else ""
    elif "that" in verb.takes and scene.flags(place) & THAT:
        kind = "" if _is_blocked(scene, place, verb) else "that"
    elif (_takes_far_by(verb, is_next=is_next) and _has_by(scene, place)) or (
        "blame" in verb.takes and scene.isin("blame", place)
    ):
        kind = "by"
    elif "recipient" in verb.takes and _governed(scene, place) in verb.takes:
        kind = _governed(scene, place)
    elif "to" in verb.takes and "that" not in verb.takes and _governed(scene, place) == "to":
        kind = "to"
    return Complement(kind, place, is_next) if kind else None


def _takes_far_by(verb: Verb, *, is_next: bool) -> bool:
    """Whether an object stands between the source and ب: اتهم X Y ب, وصف X Y ب."""
    return verb.lemma == "وصف" or ("by" in verb.takes and "object" in verb.takes and not is_next)


def _is_blocked(scene: Scene, place: int, verb: Verb) -> bool:
    """Whether أن belongs to something else: بعد أن, يجب أن, or a preposition the verb has not."""
    if scene.isin("blockers", place - 1):
        return True
    particle = _governed(scene, place - 1)
    return bool(particle) and particle not in verb.takes


def _ends_search(scene: Scene, place: int, start: int) -> bool:
    word = scene.tokens.word(place)
    if word.kind in (STOP, BREAK):
        return not scene.is_initial(place)
    if word.kind == MARK and word.key in ("؛", ";"):
        return True
    cue = scene.words.cue(word.key)
    return bool(cue and place > start and cue.form != "present" and not scene.noun(place).flags)


def skip_asides(scene: Scene, place: int, limit: int) -> int:
    """The place behind adverbs, times, and what stands between two commas."""
    while place < limit:
        noun = scene.noun(place)
        if noun.flags & (ADVERB | TIME) and not noun.flags & THAT:
            place += 1
            continue
        if scene.is_comma(place):
            if scene.flags(place + 1) & THAT or scene.is_quote(place + 1):
                return place + 1
            for at in range(place + 1, min(place + 14, limit)):
                if scene.key(at) in ("،", ","):
                    return at + 1
        break
    return place


def begins_event(scene: Scene, place: int) -> bool:
    """Whether a noun that can be reported (تسجيل, مقتل) or ذلك stands at `place`."""
    noun = scene.noun(place)
    if scene.isin("pointers", place):
        return True
    return bool(noun.flags & EVENT) and not noun.prep and not noun.flags & STOPPER


def outlet_between(scene: Scene, start: int, end: int) -> tuple[int, int, int] | None:
    """The outlet named between source and complement: (first token, after it, lead letters)."""
    for at in range(start, min(end, start + _REACH)):
        noun = scene.noun(at)
        if not noun.flags & (OUTLET | OUTLET_NAME):
            continue
        before = scene.key(at - 1)
        is_platform = before == "في" and bool(noun.flags & OUTLET_NAME)
        if noun.prep == "ل" or before in ("مع", "عبر", "علي", "ل") or is_platform:
            return at, outlet_end(scene, at + 1, end), noun.lead
    return None
