"""Sources named by a preposition: وفقا ل, بحسب, نقلا عن, على لسان, according to."""

import re

from factcheck.detection.cue_forms import Preposition
from factcheck.detection.english import named
from factcheck.detection.reporting import (
    BODY,
    DOCUMENT,
    NORM,
    ROLE,
    SOURCE,
)
from factcheck.detection.scene import Phrase, Report, Scene
from factcheck.detection.source_reader import source_after

_PRONOUN = re.compile("(?:ه|ها|هم)$")
_WHOLE = frozenset(("علي", "برايه", "برايها"))
"""First words of phrases that are the cue as a whole (على حد قول), not by their first word."""
_NEEDED = {"": 0, "document": DOCUMENT, "source": SOURCE}


def preposition_report(scene: Scene, place: int, conj: int) -> Report | None:
    """The event of a prepositional cue that begins at `place`, `conj` letters into the token."""
    words = scene.words
    key = scene.key(place)[conj:]
    seconds = words.second_words.get(key)
    if seconds is not None and scene.key(place + 1) not in seconds:
        return None
    for phrase in words.pronoun_phrases.get(key, ()):
        if _follows(scene, place + 1, phrase[1:]):
            return _pronoun(scene, place, conj, phrase)
    for entry in words.prepositions.get(key, ()):
        if _follows(scene, place + 1, entry.words[1:]):
            found = _cited(scene, place, conj, entry)
            if found:
                return found
    return None


def _follows(scene: Scene, place: int, keys: tuple[str, ...]) -> bool:
    return all(scene.key(place + at) == key for at, key in enumerate(keys))


def _pronoun(scene: Scene, place: int, conj: int, phrase: tuple[str, ...]) -> Report:
    """على حد قوله: nobody is named here."""
    last = place + len(phrase)
    source = scene.tokens.folded.source
    spoken = source[slice(*scene.tokens.span(place, last, conj))]
    cue = _PRONOUN.sub("", spoken) if phrase[0] in _WHOLE else spoken.split()[0]
    return Report(
        place, last, conj, (place, last), "attribution.preposition.implicit", "relay",
        cue_lead=conj, cue_name=cue, is_verbal=False,
    )  # fmt: skip


def _cited(scene: Scene, place: int, conj: int, entry: Preposition) -> Report | None:
    tokens = scene.tokens
    after = place + len(entry.words)
    limit = tokens.sentence(place)[1]
    if entry.has_verb or scene.isin("what", after):
        return _clause(scene, place, conj, entry, after)
    lead = _governed(scene, after, entry.governs)
    if lead is None:
        return None
    source = _source(scene, after, lead, limit)
    if source is None or not _is_source(scene, source, entry):
        return None
    return Report(
        place, source.last, conj, (place, place + 1), "attribution.preposition", entry.sense,
        source, conj, cue_name=entry.cue, outlet=source.outlet, is_verbal=False,
    )  # fmt: skip


def _governed(scene: Scene, place: int, governs: str) -> int | None:
    """Letters of the proclitic the source must carry; None when it carries another."""
    if not governs:
        noun = scene.noun(place)
        return 0 if not noun.prep and not noun.conj else None
    return 1 if scene.key(place).startswith(governs) else None


def _source(scene: Scene, place: int, lead: int, limit: int) -> Phrase | None:
    """The source phrase at `place`, its first token read without its proclitic."""
    key = scene.key(place)
    if key == "ل" and lead:
        place, lead = place + 1, 0
    if not scene.words.is_arabic:
        return named(scene, place, limit)
    source = source_after(scene, place, frozenset(), limit, lead)
    if not source or source.first != place:
        return None
    return Phrase(source.first, source.last, source.end, lead, source.flags, source.outlet)


def _is_source(scene: Scene, source: Phrase, entry: Preposition) -> bool:
    """Whether the governed words speak: a law, a plan or a need does not."""
    if not source.flags & _NEEDED[entry.needs] and entry.needs:
        return False
    key = scene.key(source.first)[source.lead :]
    key = "ا" + key if source.lead and key.startswith("ل") and key[:2] != "ال" else key
    noun = scene.words.noun(key)
    if scene.words.isin("degrees", noun.bare) and scene.flags(source.first + 1) & NORM:
        return False
    if noun.flags & NORM and not noun.flags & (ROLE | BODY | DOCUMENT):
        return False
    if entry.cue in ("وفق", "حسب", "طبقا", "تبعا", "وفقا", "بحسب") and not source.flags:
        return not noun.is_definite and noun.bare[-1:] != "ا" and not noun.flags
    return bool(source.flags & SOURCE) or not noun.flags


def _clause(scene: Scene, place: int, conj: int, entry: Preposition, after: int) -> Report | None:
    """حسبما أعلنت X, وفقا لما نقلته X: a verb of any kind stands before the source."""
    tokens = scene.tokens
    limit = tokens.sentence(place)[1]
    verb = after if entry.has_verb else after + 1
    cue = scene.words.cue(tokens.key(verb))
    takes = cue.verb.takes if cue else frozenset(("by", "in"))
    if cue is None and not scene.words.is_reporting_like(tokens.key(verb)):
        return None
    is_relayed = scene.isin("asides", verb + 1)
    start = verb + 1 + is_relayed
    source = source_after(scene, start, takes, limit)
    if not source:
        return None
    own = cue if cue and not entry.has_verb and entry.cue not in ("وفقا", "طبقا") else None
    name = "" if own else entry.cue
    where = (verb, verb + 1) if own else (place, place + 1)
    return Report(
        place, source.last, conj, where, "attribution.preposition.verb", entry.sense, source,
        own.lead if own else conj, own.pronoun if own else 0, name, source.outlet, is_verbal=False,
    )  # fmt: skip
