"""What stands before a cue: the source of a subject–verb order, an antecedent, a lead word."""

from factcheck.detection.reporting import (
    ADVERB,
    BINDER,
    BODY,
    EVENT,
    NAME,
    RELATIVE,
    ROLE,
    SOURCE,
    STOPPER,
    THAT,
    TIME,
)
from factcheck.detection.scene import Phrase, Scene
from factcheck.detection.source_reader import LONGEST, source_after
from factcheck.detection.tokens import MARK, NUMBER, STOP, WORD

_UNKNOWN_SUBJECT = 3
_NOT_AGENT = STOPPER | TIME | ADVERB | THAT | RELATIVE


def is_negated(scene: Scene, place: int) -> bool:
    """Whether the verb at `place` is denied (لم يعلن); على ما أعلن and وهو ما أعلنه are not."""
    if scene.key(place - 1) == "ما" and scene.kind(place - 2) == WORD:
        return False
    return lead_start(scene, place) == place and scene.isin("negations", place - 1)


def lead_start(scene: Scene, place: int) -> int:
    """Where the span of a verb begins when كما, حسب ما and the like stand before it."""
    tokens = scene.tokens
    at = place
    while tokens.key(at - 1) in ("قد", "كان", "كانت") and at > 0:
        at -= 1
    for words in _lead_phrases(scene, at):
        return at - len(words)
    return place


def _lead_phrases(scene: Scene, place: int) -> list[tuple[str, ...]]:
    """Lead phrases that end right before `place`, longest first."""
    tokens = scene.tokens
    found = []
    for length in (2, 1):
        first = place - length
        if first < 0:
            continue
        key = tokens.key(first)
        conj = key[1:] if key[:1] in ("و", "ف") else key
        for start in {key, conj}:
            found += [
                words
                for words in scene.words.leads.get(start, ())
                if len(words) == length
                and all(tokens.key(first + at) == words[at] for at in range(1, length))
            ]
    return found


def lead_letters(scene: Scene, place: int) -> int:
    """Letters of و or ف before a lead word."""
    key = scene.key(place)
    return 1 if key[:1] in ("و", "ف") and key[1:] in scene.words.leads else 0


def clause_start(scene: Scene, place: int) -> int:
    """The token at which the clause that leads up to `place` begins, `LONGEST` back at most."""
    at = place
    while at > 0 and place - at < LONGEST and not _is_boundary(scene, at - 1):
        at -= 1
        if at in scene.quote_ends:
            at = scene.quote_ends[at]
    return at


def _is_boundary(scene: Scene, place: int) -> bool:
    tokens = scene.tokens
    word = tokens.word(place)
    if place in scene.quote_ends:
        opening = scene.quote_ends[place]
        return scene.is_quote(opening)
    if word.kind == STOP:
        return not scene.is_initial(place)
    if word.kind == MARK:
        glued = tokens.is_glued(place) and tokens.is_glued(place + 1)
        return word.key not in "()" and not (word.key in "-–/" and glued)
    if word.kind not in (WORD, NUMBER):
        return True
    flags = scene.noun(place).flags
    if flags & (THAT | RELATIVE) and not flags & SOURCE:
        return True
    cue = scene.words.cue(word.key)
    return cue is not None and not flags & SOURCE


def source_before(scene: Scene, place: int, takes: frozenset[str]) -> Phrase | None:
    """The source that is the subject of the verb at `place`, standing before it in its clause."""
    end = place
    while scene.isin("auxiliaries", end - 1):
        end -= 1
    first = clause_start(scene, end)
    while first < end and scene.noun(first).flags & ADVERB and not scene.noun(first).prep:
        first += 1
    while first < end and scene.isin("clause_openers", first):
        first += 1
    while first < end and scene.words.isin("was", scene.noun(first).bare):
        first += 1
    if first >= end or not _may_be_subject(scene, first, end):
        return None
    phrase = source_after(scene, first, takes - {"object", "by", "blame"}, end)
    if not phrase or phrase.first != first:
        return None
    if phrase.last < end and not _is_aside(scene, phrase.end):
        return None
    return phrase if phrase.flags or phrase.last - first <= _UNKNOWN_SUBJECT else None


def subject_before_comma(scene: Scene, place: int, takes: frozenset[str]) -> Phrase | None:
    """The source that a comma parts from its verb: `وكان الرئيس X، أكد أن`."""
    if not scene.is_comma(place - 1):
        return None
    found = source_before(scene, place - 1, takes)
    if found is None or not found.flags & (ROLE | BODY) or found.last < place - 1:
        return None
    start = scene.tokens.sentence(place)[0]
    is_first = found.first - start <= 1 or scene.words.isin("was", scene.noun(start).bare)
    return found if is_first else None


def _is_aside(scene: Scene, place: int) -> bool:
    """Whether between source and verb only a place or time of speaking stands."""
    noun = scene.noun(place)
    return scene.key(place) in ("في", "خلال", "عبر", "(") or bool(
        noun.flags & (TIME | ADVERB) or noun.prep == "ل"
    )


def _may_be_subject(scene: Scene, first: int, end: int) -> bool:
    tokens = scene.tokens
    key = tokens.key(first)
    noun = scene.noun(first)
    if first in scene.quotes:
        return not scene.is_quote(first)
    if scene.isin("not_subjects", first) or tokens.word(first).kind != WORD:
        return False
    if noun.flags & SOURCE:
        return not noun.prep
    if noun.flags & (STOPPER | TIME | ADVERB | THAT | BINDER | EVENT) or noun.prep:
        return False
    return end - first <= _UNKNOWN_SUBJECT and key[-1] != "ا"


def sentence_agent(scene: Scene, first: int, place: int) -> Phrase | None:
    """Who acts in the sentence that begins at `first`, as far as it is plain before `place`.

    That is the subject of its first verb (زار الوزير …) or the noun phrase it begins with, when
    either names an office, a body or a known name.
    """
    tokens = scene.tokens
    while first < place and tokens.word(first).kind != WORD and first not in scene.quotes:
        first += 1
    for start in _clause_heads(scene, first, place):
        behind_verb = start == first + 1 or scene.is_comma(start - 2)
        if start >= place or not (behind_verb or _is_actor(scene, start)):
            continue
        phrase = source_after(scene, start, frozenset(("object", "by")), place)
        if phrase.first == start and phrase.flags & (ROLE | BODY | NAME):
            return phrase
    return None


def _clause_heads(scene: Scene, first: int, place: int) -> list[int]:
    """Where an acting noun may stand: first, behind a verb, and so behind an opening phrase."""
    heads = [first, first + 1]
    for at in range(first, min(place, first + LONGEST)):
        if scene.is_comma(at):
            return [*heads, at + 1, at + 2]
    return heads


def _is_actor(scene: Scene, first: int) -> bool:
    """Whether a sentence begins with who acts, not with what is done."""
    flags = scene.flags(first)
    return first in scene.quotes or bool(flags & (ROLE | BODY | NAME) and not flags & _NOT_AGENT)


def antecedent(scene: Scene, place: int) -> Phrase | None:
    """The noun phrase that the relative word at `place` refers to."""
    end = place - 1 if scene.key(place - 1) in ("،", ",") else place
    at = end
    while at > 0 and end - at < LONGEST and not _is_boundary(scene, at - 1):
        noun = scene.noun(at - 1)
        if noun.flags & (STOPPER | EVENT | TIME) and not noun.flags & ROLE:
            break
        at -= 1
        if (noun.flags & SOURCE and noun.prep) or noun.prep in ("ب", "ل"):
            break
    if at >= end:
        return None
    noun = scene.noun(at)
    return Phrase(at, end, end, noun.lead, noun.flags & (SOURCE | ROLE))
