"""Where the words that name a source begin and end.

After a verb the source runs to أن, a colon, a quotation, a relative clause, a preposition of time
or place of speaking, or to the noun that begins what is reported (`source_ends`). Nothing is
looked at beyond `LONGEST` tokens.
"""

from factcheck.detection.reporting import (
    ADJECTIVE,
    ADVERB,
    BINDER,
    NAME,
    RELATIVE,
    ROLE,
    SOURCE,
    THAT,
    TIME,
    Noun,
)
from factcheck.detection.scene import Phrase, Scene
from factcheck.detection.source_ends import Reading, ends_at, is_maker
from factcheck.detection.tokens import MARK, NUMBER, STOP, WORD

LONGEST = 18
"""Most tokens of a source phrase."""
_APPOSITION = 12
_NAME = 6
_PAREN = 8
_FINAL_MARKS = frozenset(')"”»“’')


def source_after(
    scene: Scene,
    place: int,
    takes: frozenset[str] = frozenset(),
    limit: int | None = None,
    lead: int = 0,
) -> Phrase:
    """The source phrase that begins at `place`, empty where none does.

    Args:
        scene: the text.
        place: the token after the cue.
        takes: what the verb takes, as in the cue data; verbs of objects end a phrase earlier.
        limit: the token at which reading ends at the latest.
        lead: letters of the first token that are a preposition of the cue, not of the source.
    """
    stop = len(scene.tokens) if limit is None else limit
    first = place if lead else _after_adverbs(scene, place, stop)
    reading = Reading(scene, takes, stop, first, lead)
    at = _read(reading)
    if at == first and reading.outlet and not lead:
        outlet = reading.outlet
        first = outlet[1]
        reading = Reading(scene, takes, stop, first, outlet=outlet)
        at = _read(reading)
    last = _trimmed(scene, first, at)
    conj = scene.noun(first).conj if last > first else 0
    return Phrase(first, last, at, lead or conj, reading.flags, reading.outlet)


def _read(reading: Reading) -> int:
    """Read from the head on and return the token at which the phrase ends."""
    at = reading.head
    end = min(reading.limit, at + LONGEST)
    while at < end:
        after = _step(reading, at)
        if after <= at:
            break
        at = after
    return at


def _after_adverbs(scene: Scene, place: int, limit: int) -> int:
    """Skip what may stand between verb and source: an adverb, a time, لنا."""
    while place < limit:
        noun = scene.noun(place)
        is_adverb = noun.flags & ADVERB and not noun.prep
        is_time = noun.flags & TIME and not noun.flags & SOURCE
        is_told = scene.isin("told", place) and place + 1 < limit
        if not (is_adverb or is_time or is_told):
            break
        place += 1
    return place


def _trimmed(scene: Scene, first: int, last: int) -> int:
    """Leave marks, times and dangling particles at the end outside."""
    while last > first:
        place = last - 1
        kind, flags = scene.kind(place), scene.flags(place)
        is_time = flags & TIME and not flags & ADJECTIVE
        dangles = is_time or flags == BINDER or scene.key(place) in ("و", "من", "في")
        if kind == WORD and not dangles:
            break
        if scene.key(place) in _FINAL_MARKS or kind == NUMBER:
            break
        last -= 1
    return last


def _step(reading: Reading, place: int) -> int:
    """The place after what belongs to the phrase at `place`, or `place` to stop."""
    scene = reading.scene
    kind = scene.kind(place)
    if kind == WORD:
        return _word(reading, place)
    if kind == NUMBER:
        counts = place == reading.head and scene.kind(place + 1) == WORD
        return place + 1 if counts else place
    if kind == MARK:
        return _mark(reading, place)
    if kind == STOP and scene.key(place) == ".":
        return _initial(reading, place)
    return place


def _word(reading: Reading, place: int) -> int:
    is_first = place == reading.head
    noun = _first_noun(reading, place) if is_first and reading.lead else reading.scene.noun(place)
    if ends_at(reading, place, noun):
        return place
    if is_first:
        reading.flags = noun.flags & SOURCE
    elif noun.flags & ROLE:
        reading.flags |= ROLE
    is_open = reading.scene.isin("joints", place) or is_maker(reading, place)
    makes = not is_first and is_open
    reading.last = Noun(BINDER, noun.bare) if makes else noun
    return place + 1


def _first_noun(reading: Reading, place: int) -> Noun:
    """The first word without the preposition of its cue: للاتحاد is read as الاتحاد."""
    key = reading.scene.key(place)
    rest = key[reading.lead :]
    is_fused = key[reading.lead - 1 :][:2] == "لل"
    return reading.scene.words.noun("ا" + rest if is_fused else rest or key)


def _initial(reading: Reading, place: int) -> int:
    """The point of `د.` belongs to the name."""
    scene = reading.scene
    goes_on = place > reading.head and scene.kind(place + 1) == WORD
    return place + 1 if goes_on and scene.is_initial(place) else place


def _mark(reading: Reading, place: int) -> int:
    scene, tokens = reading.scene, reading.scene.tokens
    if place in scene.quotes:
        return _quoted_name(reading, place)
    key = scene.key(place)
    if key == "(":
        return _parenthesis(reading, place)
    if key in "-–/" and tokens.is_glued(place) and tokens.is_glued(place + 1):
        return place + 1
    return _apposition(reading, place) if scene.is_comma(place) else place


def _quoted_name(reading: Reading, place: int) -> int:
    after, is_quote = reading.scene.quotes[place]
    if is_quote or after > reading.limit:
        return place
    if reading.scene.key(place - 1) == "ل":
        reading.outlet = (place, after, 0)
        return place
    reading.last = Noun(NAME, "")
    reading.flags |= NAME if place == reading.head else 0
    return after


def _parenthesis(reading: Reading, place: int) -> int:
    scene = reading.scene
    if place == reading.head:
        return place
    for at in range(place + 1, min(place + _PAREN, reading.limit)):
        if scene.key(at) == ")":
            return at + 1
        if scene.kind(at) >= STOP:
            break
    return place


def _apposition(reading: Reading, place: int) -> int:
    """A comma is inside only when an office or a name follows and another comma closes it."""
    scene = reading.scene
    noun = scene.noun(place + 1)
    if place == reading.head or noun.conj:
        return place
    closes = _office_closes(reading, place) if noun.flags & ROLE else _name_closes(reading, place)
    if closes:
        reading.last = None
    return place + 1 if closes else place


def _office_closes(reading: Reading, place: int) -> bool:
    scene = reading.scene
    for at in range(place + 2, min(place + _APPOSITION, reading.limit)):
        is_end = scene.is_comma(at) or scene.key(at) == ":" or scene.is_quote(at)
        if is_end or scene.flags(at) & THAT:
            return True
        if scene.kind(at) >= STOP or scene.flags(at) & RELATIVE:
            break
    return False


def _name_closes(reading: Reading, place: int) -> bool:
    """A name between two commas after an office: `وزير الخارجية، فلان، أن`."""
    if not reading.flags & ROLE:
        return False
    for at in range(place + 1, min(place + _NAME, reading.limit)):
        if reading.scene.is_comma(at):
            return at > place + 1
        is_later = at > place + 1 and reading.scene.flags(at) & ROLE
        if not (is_later or _may_be_name(reading.scene, at)):
            break
    return False


def _may_be_name(scene: Scene, place: int) -> bool:
    noun = scene.noun(place)
    if scene.kind(place) != WORD or noun.prep or noun.flags & ~(NAME | BINDER):
        return False
    if scene.words.cue(scene.key(place)):
        return False
    return not scene.key(place).endswith("ا") or bool(noun.flags)
