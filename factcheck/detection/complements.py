"""What a verb of reporting is followed by: أن, a colon, a quotation, a preposition, an object."""

from dataclasses import dataclass

from factcheck.detection.reporting import (
    ADVERB,
    EVENT,
    OUTLET,
    OUTLET_NAME,
    QUESTION,
    STOPPER,
    THAT,
    TIME,
    Verb,
)
from factcheck.detection.source_phrases import EMPHASIS, Scene
from factcheck.detection.tokens import BREAK, MARK, STOP, WORD

_REACH = 28
_PARTICLES = {
    "الي": "to", "على": "on", "علي": "on", "من": "from", "عن": "about", "في": "in", "حول": "about",
    "انه": "that",
}  # fmt: skip
_BLAME = frozenset(["مسؤوليه", "المسؤوليه", "مسئوليه", "المسئوليه", "تبعات"])
_BLOCKERS = frozenset(
    [
        "بعد",
        "قبل",
        "منذ",
        "يجب",
        "يمكن",
        "ينبغي",
        "دون",
        "الا",
        "غير",
        "رغم",
        "حتي",
        "بشرط",
        "يكاد",
        "شرط",
        "مع",
        "ما",
        "كما",
        "بدل",
        "بدلا",
        "لابد",
        "بد",
        "يستطيع",
        "يريد",
        "تريد",
        "اراد",
        "ارادت",
        "يحاول",
        "تحاول",
        "قرر",
        "قررت",
        "يفترض",
        "المفترض",
        "المقرر",
        "المتوقع",
        "المرجح",
        "المحتمل",
        "الممكن",
        "الضروري",
        "المهم",
        "يشترط",
        "لولا",
        "مخافه",
        "خشيه",
        "بمجرد",
        "ريثما",
        "طلب",
        "طلبت",
        "يطلب",
        "يود",
    ]
)


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
    near = _skip_asides(scene, start, limit)
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
    key = scene.tokens.key(place)
    noun = scene.noun(place)
    takes = verb.takes
    if scene.tokens.word(place).kind != WORD:
        return None
    if noun.flags & THAT and "that" in takes:
        return Complement("that", place, is_next=True)
    if noun.flags & QUESTION and takes & {"how", "about"}:
        return Complement("how", place, is_next=True)
    if "emphasis" in takes and key in EMPHASIS:
        return Complement("emphasis", place, is_next=True)
    if "emphasis" in takes and "that" not in takes:
        return None
    if "blame" in takes:
        return None
    particle = _PARTICLES.get(key)
    if particle in takes:
        return Complement(particle, place, is_next=True)
    if "by" in takes and _has_by(scene, place):
        return Complement("by", place, is_next=True)
    return None


def _has_by(scene: Scene, place: int) -> bool:
    key = scene.tokens.key(place)
    noun = scene.noun(place)
    if noun.prep == "ب" or key == "ب":
        return True
    return key[0] == "ب" and len(key) > 3 and (not noun.flags or bool(noun.flags & THAT))


def _far(scene: Scene, place: int, verb: Verb, *, is_next: bool) -> Complement | None:
    tokens = scene.tokens
    if scene.is_quote(place):
        return Complement("quote", place, is_next)
    key = tokens.key(place)
    if key == ":":
        return Complement("quote", place, is_next)
    if (
        scene.noun(place).flags & THAT
        and "that" in verb.takes
        and not _is_blocked(scene, place, verb)
    ):
        return Complement("that", place, is_next)
    if ("by" in verb.takes and not is_next and verb.takes & {"object"}) or verb.lemma == "وصف":
        if _has_by(scene, place):
            return Complement("by", place, is_next)
    if "blame" in verb.takes and key in _BLAME:
        return Complement("by", place, is_next)
    if "to" in verb.takes and "that" not in verb.takes and key == "الي":
        return Complement("to", place, is_next)
    return None


def _is_blocked(scene: Scene, place: int, verb: Verb) -> bool:
    """Whether أن belongs to something else: بعد أن, يجب أن, or a preposition the verb has not."""
    before = scene.tokens.key(place - 1)
    if before in _BLOCKERS:
        return True
    particle = _PARTICLES.get(before)
    return particle is not None and particle != "that" and particle not in verb.takes


def _ends_search(scene: Scene, place: int, start: int) -> bool:
    word = scene.tokens.word(place)
    if word.kind in (STOP, BREAK):
        return not (word.key == "." and len(scene.tokens.key(place - 1)) <= 2)
    if word.kind == MARK and word.key in ("؛", ";"):
        return True
    cue = scene.words.cue(word.key)
    return bool(cue and place > start and cue.form != "present" and not scene.noun(place).flags)


def _skip_asides(scene: Scene, place: int, limit: int) -> int:
    """Skip adverbs, times, and what stands between two commas."""
    while place < limit:
        noun = scene.noun(place)
        if noun.flags & (ADVERB | TIME) and not noun.flags & THAT:
            place += 1
            continue
        if scene.tokens.key(place) in ("،", ","):
            for at in range(place + 1, min(place + 14, limit)):
                if scene.tokens.key(at) in ("،", ","):
                    return at + 1
        break
    return place


def begins_event(scene: Scene, place: int) -> bool:
    """Whether a noun that can be reported (تسجيل, مقتل) or ذلك stands at `place`."""
    key = scene.tokens.key(place)
    noun = scene.noun(place)
    if key in ("ذلك", "هذا", "هذه", "ما"):
        return True
    return bool(noun.flags & EVENT) and not noun.prep and not noun.flags & STOPPER


def outlet_between(scene: Scene, start: int, end: int) -> tuple[int, int, int] | None:
    """The outlet named between source and complement: (first token, after it, lead letters)."""
    for at in range(start, min(end, start + _REACH)):
        noun = scene.noun(at)
        if not noun.flags & (OUTLET | OUTLET_NAME):
            continue
        before = scene.tokens.key(at - 1)
        is_platform = before == "في" and bool(noun.flags & OUTLET_NAME)
        if noun.prep == "ل" or before in ("مع", "عبر", "علي", "ل") or is_platform:
            return at, _outlet_end(scene, at + 1, end), noun.lead
    return None


def _outlet_end(scene: Scene, place: int, end: int) -> int:
    while place < end:
        if place in scene.quotes and not scene.is_quote(place):
            place = scene.quotes[place][0]
            continue
        noun = scene.noun(place)
        if scene.tokens.word(place).kind != WORD or noun.flags & (THAT | STOPPER | TIME):
            break
        if scene.tokens.key(place) in ("في", "من"):
            break
        place += 1
    return place
