"""English order of reporting: the source before the verb, or after it behind quoted words."""

from factcheck.detection.cue_forms import Cue
from factcheck.detection.reporting import (
    ADVERB,
    BODY,
    DOCUMENT,
    LISTENER,
    NAME,
    OUTLET_NAME,
    RELATIVE,
    ROLE,
    STOPPER,
    THAT,
    TIME,
)
from factcheck.detection.scene import Phrase, Report, Scene
from factcheck.detection.tokens import MARK, NUMBER, STOP, WORD

_LONGEST = 14


def english_report(scene: Scene, place: int, cue: Cue) -> Report | None:
    """The event of an English verb of reporting."""
    limit = scene.tokens.sentence(place)[1]
    if cue.form == "participle":
        return _participle(scene, place, cue, limit)
    source = _inverted(scene, place, limit)
    if source is None:
        source = _subject(scene, place)
    if source is None or not _suits(scene, place, cue, source, limit):
        return None
    first, last = min(source.first, place), max(source.last, place + 1)
    is_pronoun = scene.isin("pronouns", source.first)
    is_relative = bool(scene.noun(place - 1).flags & RELATIVE)
    outlet = _listener(scene, place + 1)
    rule = "attribution.verb+source" if source.first > place else "attribution.source+verb"
    return Report(
        place if is_relative else first, last, 0, (place, place + 1), rule, cue.verb.sense,
        None if is_pronoun else source, outlet=outlet, content=place + 1,
    )  # fmt: skip


def _participle(scene: Scene, place: int, cue: Cue, limit: int) -> Report | None:
    tokens = scene.tokens
    if tokens.key(place - 1) not in (",", "and", ";") and tokens.word(place - 1).kind != MARK:
        return None
    after = place + 1
    has_that = scene.noun(after).flags & THAT or scene.is_quote(after) or tokens.key(after) == ":"
    source = None
    if "quoted" in cue.verb.takes:
        source = named(scene, after, limit)
        if not source:
            return None
    elif not (has_that or "free" in cue.verb.takes or cue.verb.lemma == "add"):
        return None
    return Report(
        place, source.last if source else after, 0, (place, after), "attribution.participle",
        cue.verb.sense, source, content=after,
    )  # fmt: skip


def _suits(scene: Scene, place: int, cue: Cue, source: Phrase, limit: int) -> bool:
    """Whether the verb has what it needs to report anything."""
    takes = cue.verb.takes
    if cue.verb.sense == "show" and not source.flags & (DOCUMENT | ROLE | BODY):
        return False
    if _has_quote_before(scene, min(place, source.first)) or "free" in takes:
        return True
    if "object" in takes:
        return bool(source.flags & DOCUMENT)
    after = place + 1
    if "out" in takes:
        return scene.key(after) == "out"
    if "person" in takes and _listener(scene, after):
        return True
    return _complement(scene, after, takes, limit)


def _complement(scene: Scene, start: int, takes: frozenset[str], limit: int) -> bool:
    tokens = scene.tokens
    for at in range(start, min(limit, start + _LONGEST)):
        key = tokens.key(at)
        if scene.is_quote(at) or (key == ":" and "as" not in takes):
            return True
        if "that" in takes and key == "that":
            return True
        if "as" in takes and key == "as":
            return True
        if tokens.word(at).kind >= STOP or key == ";":
            break
    return False


def _has_quote_before(scene: Scene, place: int) -> bool:
    """Whether quoted words end right before `place`, a comma aside."""
    at = place - 1
    while scene.key(at) in (",", ".") and at > 0:
        at -= 1
    return at in scene.quote_ends and scene.is_quote(scene.quote_ends[at])


def _inverted(scene: Scene, place: int, limit: int) -> Phrase | None:
    """`"…," said X`: only behind quoted words."""
    if not _has_quote_before(scene, place):
        return None
    found = named(scene, place + 1, limit)
    return found or None


def named(scene: Scene, first: int, limit: int) -> Phrase | None:
    """The source phrase that begins at `first`; an apposition after a comma belongs to it."""
    tokens = scene.tokens
    at = first
    flags = 0
    while at < min(limit, first + _LONGEST):
        noun, key, kind = scene.noun(at), tokens.key(at), tokens.word(at).kind
        if key == "." and kind == STOP and len(tokens.key(at - 1)) <= 3 and tokens.is_glued(at):
            at += 1
            continue
        if key == ",":
            if not _is_apposition(scene, at, limit):
                break
        elif (kind != WORD and not (kind == MARK and key in "-'’")) or _ends(
            scene, at, noun.flags, key
        ):
            break
        flags |= noun.flags & (ROLE | BODY | DOCUMENT | NAME)
        at += 1
    if at == first or not (flags or _is_capital(scene, first)):
        return None
    return Phrase(first, at, at, 0, flags)


def _ends(scene: Scene, place: int, flags: int, key: str) -> bool:
    if scene.words.isin("inside", key):
        return scene.noun(place + 1).flags & TIME > 0
    if key == "by" and scene.flags(place - 1) & DOCUMENT:
        return False
    if flags & (STOPPER | RELATIVE | THAT | TIME | ADVERB):
        return not (flags & (ROLE | BODY | NAME)) or scene.words.isin("conjunctions", key)
    return scene.words.cue(key) is not None and not flags & (ROLE | BODY | DOCUMENT)


def _is_apposition(scene: Scene, comma: int, limit: int) -> bool:
    at = comma + 1
    if scene.isin("articles", at):
        at += 1
    for place in range(at, min(at + 3, limit)):
        if scene.noun(place).flags & ROLE and not scene.isin("pronouns", place):
            return True
    return False


def _is_capital(scene: Scene, place: int) -> bool:
    tokens = scene.tokens
    if place >= len(tokens):
        return False
    start, _ = tokens.span(place, place + 1)
    return tokens.folded.source[start].isupper()


def _subject(scene: Scene, place: int) -> Phrase | None:
    """The noun phrase before the verb, an apposition between commas included."""
    tokens = scene.tokens
    end = place
    while scene.noun(end - 1).flags & (ADVERB | RELATIVE) or _is_time(scene, end - 1):
        end -= 1
    if tokens.key(end - 1) == ",":
        comma = _opening_comma(scene, end - 1)
        first = _clause_start(scene, comma) if comma else end
    else:
        first = _clause_start(scene, end)
    while first < end and scene.isin("conjunctions", first):
        first += 1
    if first >= end or end - first > _LONGEST:
        return None
    flags = 0
    for at in range(first, end):
        flags |= scene.noun(at).flags & (ROLE | BODY | DOCUMENT | NAME)
    is_named = _is_capital(scene, first) or scene.isin("articles", first)
    return Phrase(first, end, end, 0, flags) if flags or is_named else None


def _is_time(scene: Scene, place: int) -> bool:
    """`on Monday` between source and verb."""
    return bool(scene.noun(place).flags & TIME) or (
        scene.key(place) in ("on", "in") and bool(scene.noun(place + 1).flags & TIME)
    )


def _opening_comma(scene: Scene, closing: int) -> int:
    for at in range(closing - 1, max(closing - _LONGEST, 0), -1):
        if scene.tokens.word(at).kind >= STOP or at in scene.quote_ends:
            break
        if scene.key(at) == ",":
            return at
    return 0


def _clause_start(scene: Scene, end: int) -> int:
    tokens = scene.tokens
    at = end
    while at > 0 and end - at <= _LONGEST:
        key, kind = tokens.key(at - 1), tokens.word(at - 1).kind
        if at - 1 in scene.quote_ends and scene.is_quote(scene.quote_ends[at - 1]):
            break
        if kind == STOP and key == "." and len(tokens.key(at - 2)) <= 3 and tokens.is_glued(at - 1):
            at -= 1
            continue
        if kind not in (WORD, NUMBER) and key not in ("-", "'", "’"):
            break
        if scene.words.isin("clause_heads", key):
            break
        if key == "and" and not _is_capital(scene, at):
            break
        at -= 1
    return at


def _listener(scene: Scene, place: int) -> tuple[int, int, int] | None:
    """The outlet or audience after told: (first, after, 0) of it."""
    tokens = scene.tokens
    at = place + (tokens.key(place) in ("the", "to"))
    flags = scene.noun(at).flags
    if not flags & (OUTLET_NAME | LISTENER | BODY) and not _is_capital(scene, at):
        return None
    end = at + 1
    while end < at + 4 and _is_capital(scene, end) and tokens.word(end).kind == WORD:
        end += 1
    return (at, end, 0)
