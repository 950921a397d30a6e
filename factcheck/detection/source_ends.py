"""At which word a source phrase ends, given what it holds so far."""

from dataclasses import dataclass

from factcheck.detection.reporting import (
    ADJECTIVE,
    ADVERB,
    BINDER,
    BODY,
    DOCUMENT,
    EVENT,
    LISTENER,
    NAME,
    NORM,
    OCCASION,
    OUTLET,
    OUTLET_NAME,
    PARTITIVE,
    RELATIVE,
    ROLE,
    SOURCE,
    STOPPER,
    THAT,
    TIME,
    Noun,
)
from factcheck.detection.scene import Scene
from factcheck.detection.tokens import WORD

_OFFICE = ROLE | BODY | DOCUMENT
_PARTICLE = THAT | RELATIVE | STOPPER
_ASIDE = TIME | ADVERB
_SAID_IN = OCCASION | TIME | EVENT | DOCUMENT
_OUTLET_LENGTH = 6


@dataclass(slots=True)
class Reading:
    """A source phrase while it is read; `last` is the word before, `flags` those of all words."""

    scene: Scene
    takes: frozenset[str]
    limit: int
    head: int
    lead: int = 0
    flags: int = 0
    last: Noun | None = None
    outlet: tuple[int, int, int] | None = None


def ends_at(reading: Reading, place: int, noun: Noun) -> bool:
    """Whether the word at `place` is outside the phrase."""
    is_first = place == reading.head
    if not is_first and (noun.flags & BINDER or is_maker(reading, place)):
        return False
    if _is_particle(reading, place, noun):
        return True
    if reading.scene.key(place) in ("في", "لدي"):
        return is_first or _ends_in(reading, place)
    if reading.scene.key(place) == "من":
        is_age = reading.scene.key(place + 1).startswith("عمر")
        return not (is_age or (reading.last and reading.last.flags & (PARTITIVE | ROLE)))
    if is_first:
        is_event = noun.flags & EVENT and not noun.flags & SOURCE and reading.takes
        is_listener = names_listener(reading, place, noun)
        return bool(is_event) or is_listener or (bool(noun.prep) and not reading.lead)
    return _ends_later(reading, place, noun)


def is_maker(reading: Reading, place: int) -> bool:
    """Whether a clause without a relative word says whose document it is: تقرير أعدته X."""
    is_open = reading.last is not None and not reading.last.is_definite
    return (
        is_open
        and bool(reading.flags & DOCUMENT)
        and reading.scene.key(place).endswith(("تها", "ته"))
    )


def _is_particle(reading: Reading, place: int, noun: Noun) -> bool:
    scene = reading.scene
    if scene.isin("saying", place):
        return True
    if noun.flags & _PARTICLE and not noun.flags & (ROLE | PARTITIVE):
        return not _leans(scene, place)
    is_cue = scene.words.cue(scene.key(place)) is not None
    return is_cue and not noun.flags & SOURCE and place != reading.head


def _leans(scene: Scene, place: int) -> bool:
    """Whether a preposition belongs to the word before it: صادر عن, مطلع على."""
    if scene.key(place) == "عن":
        return scene.isin("issued", place - 1)
    if scene.isin("kin", place - 1):
        return True
    return scene.isin("prepositions_on", place) and scene.isin("informed", place - 1)


def _ends_in(reading: Reading, place: int) -> bool:
    """`في` before a time or an occasion ends the phrase; before a place it names the office."""
    scene = reading.scene
    last = reading.last
    is_expert = last is not None and scene.words.isin("specialists", last.bare.removeprefix("ال"))
    said_in = OCCASION | TIME if is_expert else _SAID_IN
    if scene.flags(place + 1) & said_in or scene.kind(place + 1) != WORD:
        return True
    if scene.key(place + 1).endswith(("ته", "تها", "اتهم")):
        return True
    is_taken = "in" in reading.takes and not is_expert
    return is_taken or not reading.flags & _OFFICE


def _ends_later(reading: Reading, place: int, noun: Noun) -> bool:
    if noun.flags & _ASIDE and not noun.flags & SOURCE:
        return not noun.flags & ADJECTIVE or bool(reading.scene.flags(place + 1) & TIME)
    if names_listener(reading, place, noun) or _clitic_ends(reading, noun):
        return True
    if not noun.flags and (_is_verb(reading.scene.key(place)) or _describes(reading, place)):
        return True
    return _begins_report(reading, place, noun)


def names_listener(reading: Reading, place: int, noun: Noun) -> bool:
    """`ل` before an outlet or an audience: who was told, not who spoke; keeps the outlet."""
    key = reading.scene.key(place)
    if key == "ل":
        after = reading.scene.quotes.get(place + 1)
        if after or reading.scene.kind(place + 1) == WORD:
            reading.outlet = (place + 1, after[0] if after else place + 2, 0)
        return True
    if key[0] == "ل" and key[1:2].isascii() and len(key) > 2:
        reading.outlet = (place, place + 1, 1)
        return True
    last = reading.last
    is_document = last is not None and last.flags & DOCUMENT and not last.is_definite
    if noun.prep != "ل" or is_document:
        return False
    is_office = last is not None and bool(last.flags & (ROLE | BODY | ADJECTIVE))
    if noun.flags & (OUTLET | OUTLET_NAME) and not (noun.is_definite and is_office):
        reading.outlet = (place, outlet_end(reading.scene, place + 1, reading.limit), noun.lead)
        return True
    return bool(noun.flags & LISTENER)


def outlet_end(scene: Scene, place: int, limit: int) -> int:
    """The token after the name of an outlet whose first word stands before `place`."""
    end = min(place + _OUTLET_LENGTH, limit)
    while place < end:
        if place in scene.quotes and not scene.is_quote(place):
            place = scene.quotes[place][0]
            continue
        if scene.kind(place) != WORD or scene.flags(place) & (_PARTICLE | TIME):
            break
        if scene.key(place) in ("في", "من") or _is_speaker(scene, place):
            break
        place += 1
    return place


def _is_speaker(scene: Scene, place: int) -> bool:
    """Whether the source follows the outlet: صرح لوكالة الأنباء | مدير الحماية."""
    noun = scene.noun(place)
    return bool(noun.flags & ROLE) and scene.noun(place - 1).is_definite and not noun.is_definite


def _is_verb(key: str) -> bool:
    """Whether an unknown word shows itself a verb: شاركوا, استطلعت."""
    return key.endswith("وا") or (key.startswith("است") and key.endswith("ت"))


def _describes(reading: Reading, place: int) -> bool:
    """Whether a present verb tells of an indefinite noun: امرأة مسنة | تبيع الخضار."""
    scene, last = reading.scene, reading.last
    key = scene.key(place)
    if last is None or last.is_definite or scene.noun(reading.head).is_definite:
        return False
    is_present = key[0] in "يت" and 4 <= len(key) <= 6 and not scene.isin("like_verbs", place)
    return is_present and not last.flags & (NAME | BINDER | OUTLET_NAME | BODY)


def _clitic_ends(reading: Reading, noun: Noun) -> bool:
    if noun.prep == "ب":
        is_place = noun.is_definite or noun.flags & BODY
        return not (is_place and reading.flags & (ROLE | BODY)) or bool(noun.flags & EVENT)
    if noun.prep == "ل":
        return not _owns(reading, noun)
    return noun.prep == "ك"


def _owns(reading: Reading, noun: Noun) -> bool:
    """Whether `ل` says whose office it is (الأمين العام للأمم), not to whom one speaks."""
    last = reading.last
    if last is None or (last.is_definite and last.flags & ROLE):
        return False
    return bool(reading.flags & _OFFICE) or (noun.is_definite and last.is_definite)


def _begins_report(reading: Reading, place: int, noun: Noun) -> bool:
    """Whether what is reported begins here without أن: `أعلنت الوزارة | تسجيل إصابات`."""
    last = reading.last
    if last is None:
        return False
    key = reading.scene.key(place)
    if "emphasis" in reading.takes and reading.scene.isin("emphasis", place):
        return True
    if noun.flags & EVENT and not noun.conj and not noun.is_definite:
        return _is_complete(last)
    if key[0] == "ب" and not noun.flags and reading.scene.words.noun(key[1:]).flags & EVENT:
        return _is_complete(last)
    if noun.conj or not reading.takes & {"object", "by", "blame"}:
        return False
    return _begins_object(reading, place, noun, last)


def _begins_object(reading: Reading, place: int, noun: Noun, last: Noun) -> bool:
    """`وصف الرئيس | الاتفاق بأنه`: a noun that neither names nor describes who speaks."""
    key = reading.scene.key(place)
    if "by" in reading.takes and key[0] == "ب" and not noun.flags:
        return not last.flags & OUTLET_NAME
    if noun.prep == "ل":
        return False
    if noun.is_definite:
        is_rank = bool(reading.flags & ROLE) and reading.scene.words.isin("ranks", noun.bare)
        is_whole = last.is_definite or bool(last.flags & NAME)
        return is_whole and not (is_rank or _is_adjective(key, noun))
    if reading.flags & ROLE:
        is_thing = noun.flags & (DOCUMENT | NORM) or _is_feminine(reading, place)
        return last.is_definite and bool(is_thing) and not noun.prep
    if not last.is_definite and _is_adjective(key, noun):
        return False
    return _is_complete(last) and bool(reading.flags & (BODY | DOCUMENT | NAME))


def _is_feminine(reading: Reading, place: int) -> bool:
    """Whether a noun in ة follows an office that is not: a thing rather than a name."""
    tokens = reading.scene.tokens
    end = tokens.span(place, place + 1)[1]
    is_marked = tokens.folded.source[end - 1] == "ة"
    head = reading.scene.key(reading.head)
    is_marked = is_marked and not reading.scene.key(place).startswith("ل")
    return is_marked and not head.endswith(("ه", "تها", "تهم"))


def _is_complete(last: Noun) -> bool:
    """Whether the phrase could end after `last`: a definite noun, a name, not a bare head."""
    if last.is_definite or last.flags & NAME:
        return True
    return not last.flags & (_OFFICE | PARTITIVE | OUTLET | BINDER)


def _is_adjective(key: str, noun: Noun) -> bool:
    return bool(noun.flags & ADJECTIVE) or key.endswith(("ي", "يه", "يين", "يون", "يتان"))
