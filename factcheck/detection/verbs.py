"""Finite verbs of reporting, in either order, or with the source left out (Arabic)."""

from dataclasses import replace

from factcheck.detection.clauses import (
    antecedent,
    is_negated,
    lead_letters,
    lead_start,
    source_before,
    subject_before_comma,
)
from factcheck.detection.complements import (
    Complement,
    begins_event,
    complement,
    outlet_between,
    skip_asides,
)
from factcheck.detection.cue_forms import Cue
from factcheck.detection.lookalikes import is_no_report
from factcheck.detection.reporting import (
    BODY,
    DOCUMENT,
    NAME,
    RELATIVE,
    ROLE,
    SOURCE,
    STOPPER,
    THAT,
    TIME,
)
from factcheck.detection.scene import Phrase, Report, Scene
from factcheck.detection.source_reader import source_after
from factcheck.detection.tokens import WORD
from factcheck.text.folding import fold_key

_CITE_REACH = 12


def verb_report(scene: Scene, place: int, cue: Cue) -> Report | None:
    """The event of a finite verb, in either order, or with its source left out."""
    if is_no_report(scene, place, cue):
        return None
    limit = scene.tokens.sentence(place)[1]
    if cue.verb.takes & {"cited", "credited"}:
        relayed = _relay(scene, place, cue, limit)
        if relayed or "that" not in cue.verb.takes:
            return relayed
    if _is_relative(scene, place) and not cue.pronoun:
        return _relative(scene, place, cue, limit)
    return _either_order(scene, place, cue, limit)


def _either_order(scene: Scene, place: int, cue: Cue, limit: int) -> Report | None:
    """A known source before the verb, one behind it, an unknown one before it, or none."""
    takes = cue.verb.takes
    is_joined = cue.lead > 0 and scene.key(place)[0] in "وف"
    before = _topic(scene, place, cue)
    if before is None and not is_joined:
        before = source_before(scene, place, takes)
    if before and before.flags and not cue.pronoun:
        found = _subject_first(scene, place, cue, before, limit)
        if found:
            return found
    behind = _verb_first(scene, place, cue, limit)
    if behind and behind.source:
        return behind
    if behind and before is None and not is_joined:
        before = subject_before_comma(scene, place, takes)
    return (before and _subject_first(scene, place, cue, before, limit)) or behind


def _topic(scene: Scene, place: int, cue: Cue) -> Phrase | None:
    """`أما X، …، فيقول`: the source is the topic of the sentence."""
    first = scene.tokens.sentence(place)[0]
    if not cue.lead or not scene.isin("topics", first):
        return None
    topic = source_after(scene, first + 1, frozenset(), place)
    return replace(topic, flags=topic.flags or ROLE) if topic else None


def _is_relative(scene: Scene, place: int) -> bool:
    return bool(scene.noun(place - 1).flags & RELATIVE) and scene.key(place - 1) != "حيث"


def _relative(scene: Scene, place: int, cue: Cue, limit: int) -> Report | None:
    """`…، التي وصفت X بأنه`: the source is what the relative word stands for."""
    found = complement(scene, place + 1, cue.verb, limit)
    own = source_after(scene, place + 1, cue.verb.takes, limit)
    if found is None or not _opens_speech(scene, found):
        return None
    if own.flags & SOURCE and own.last <= found.place and "by" not in cue.verb.takes:
        return report_of(scene, place, cue, own, found, "attribution.verb+source")
    phrase = antecedent(scene, place - 1)
    report = report_of(scene, place, cue, None, found, "attribution.relative")
    return replace(report, source=phrase) if phrase else report


def _opens_speech(scene: Scene, found: Complement) -> bool:
    """Whether أن, a quotation or ب follows, also behind a preposition: خلص إلى أن."""
    return found.kind in ("that", "quote", "by") or bool(scene.flags(found.place + 1) & THAT)


def _verb_first(scene: Scene, place: int, cue: Cue, limit: int) -> Report | None:
    takes = cue.verb.takes
    source = source_after(scene, place + 1, takes, limit)
    if not _may_follow(scene, place, cue, source):
        source = Phrase(place + 1, place + 1, place + 1)
    found = complement(scene, source.end if source else place + 1, cue.verb, limit)
    if is_negated(scene, place) and not _is_allowed_denied(scene, cue, found):
        return None
    is_object = found is not None and found.kind == "by" and found.is_next and not cue.pronoun
    if is_object and "object_first" in takes:
        return _implicit(scene, place, cue, found)
    is_what = cue.pronoun > 0 and "that" in takes and scene.isin("what", place - 1)
    if source and (_suits(scene, source, cue, found) or is_what):
        return report_of(scene, place, cue, source, found, "attribution.verb+source")
    if source and (found is None or not _near(source, found)):
        return None
    return _implicit(scene, place, cue, found)


def _may_follow(scene: Scene, place: int, cue: Cue, source: Phrase) -> bool:
    """Whether the words after the verb can be its subject: not after أنه, not an accusative."""
    if scene.isin("own_subjects", place - 1):
        return False
    if "recipient" in cue.verb.takes and source and _is_told(scene, place, source):
        return False
    is_accusative = source and not source.flags and scene.key(source.first)[-1] == "ا"
    return not (cue.pronoun and is_accusative)


def _is_told(scene: Scene, place: int, source: Phrase) -> bool:
    """Whether a noun after the verb is the audience: it disagrees with a feminine verb."""
    key = scene.key(source.first)
    if source.flags & (BODY | DOCUMENT | NAME) or not scene.key(place).endswith("ت"):
        return False
    return not key.endswith(("ه", "ات")) and source.last - source.first <= 3


def _near(source: Phrase, found: Complement) -> bool:
    return found.place - source.first <= 3


def _is_allowed_denied(scene: Scene, cue: Cue, found: Complement | None) -> bool:
    if scene.words.isin("deniers", fold_key(cue.verb.lemma)):
        return True
    return found is not None and found.kind in ("that", "quote") and found.is_next


def _suits(scene: Scene, source: Phrase, cue: Cue, found: Complement | None) -> bool:
    """Whether the words after the verb name who speaks, by their class or by what follows."""
    verb = cue.verb
    if verb.sense == "show" and not _shows(scene, source, found):
        return False
    if found is not None:
        is_open = found.is_next or found.kind in ("that", "quote", "by")
        return bool(source.flags) or (is_open and found.kind != "in")
    if not source.flags & (SOURCE | ROLE):
        return False
    is_passive = verb.is_impersonal and cue.form == "present" and not source.flags & (ROLE | BODY)
    if "free" in verb.takes or is_passive:
        return not is_passive
    end = skip_asides(scene, source.end, source.end + _CITE_REACH)
    if "object" not in verb.takes or scene.kind(end) != WORD:
        return False
    return not scene.flags(end) & (STOPPER | TIME | RELATIVE) or begins_event(scene, end)


def _shows(scene: Scene, source: Phrase, found: Complement | None) -> bool:
    if source.flags & DOCUMENT:
        return True
    bare = scene.noun(source.first).bare
    if found is not None and found.kind in ("that", "to"):
        return bool(source.flags & (ROLE | BODY)) or not source.flags
    return scene.words.isin("counters", bare)


def _implicit(scene: Scene, place: int, cue: Cue, found: Complement | None) -> Report | None:
    """A verb alone: who speaks was named before."""
    if cue.verb.sense == "show":
        return None
    is_impersonal = cue.verb.is_impersonal and cue.form == "present"
    begins = "object" in cue.verb.takes and (bool(cue.pronoun) or begins_event(scene, place + 1))
    if (found is None or found.kind == "in") and (not begins or is_impersonal):
        return None
    if is_impersonal and scene.key(place)[cue.lead] == "ي":
        return None
    return report_of(scene, place, cue, None, found, "attribution.implicit")


def _subject_first(scene: Scene, place: int, cue: Cue, source: Phrase, limit: int) -> Report | None:
    found = complement(scene, place + 1, cue.verb, limit)
    if is_negated(scene, place) and not _is_allowed_denied(scene, cue, found):
        return None
    if cue.verb.sense == "show" and not _shows(scene, source, found):
        return None
    if found is None and not _takes_object(scene, place, cue, source):
        return None
    if found and not source.flags and not (found.is_next and found.kind in ("that", "quote")):
        return None
    lead = scene.noun(source.first).conj
    content = _content(scene, found) if found else place + 1
    outlet = source.outlet or outlet_between(scene, place + 1, found.place if found else place + 1)
    return Report(
        source.first, place + 1, lead, (place, place + 1), "attribution.source+verb",
        cue.verb.sense, replace(source, lead=lead), cue.lead, cue.pronoun,
        outlet=outlet, content=content,
    )  # fmt: skip


def _takes_object(scene: Scene, place: int, cue: Cue, source: Phrase) -> bool:
    takes = cue.verb.takes
    if scene.kind(place + 1) != WORD:
        return "free" in takes and bool(source.flags)
    is_object = "object" in takes or ("free" in takes and bool(source.flags))
    is_known = bool(source.flags) or begins_event(scene, place + 1)
    return is_object and is_known and not scene.flags(place + 1) & RELATIVE


def _content(scene: Scene, found: Complement) -> int:
    """Where what is reported begins, behind the preposition and أن that lead to it."""
    is_led = found.kind in ("to", "on", "from", "about") or (
        found.kind == "quote" and scene.key(found.place) == ":"
    )
    place = found.place + is_led
    return place + bool(scene.flags(place) & THAT)


def report_of(
    scene: Scene, place: int, cue: Cue, source: Phrase | None, found: Complement | None, rule: str
) -> Report:
    """A report whose span begins at its verb or at the lead word before it."""
    first = lead_start(scene, place)
    lead = cue.lead if first == place else lead_letters(scene, first)
    last = source.last if source else place + 1
    start = source.end if source else place + 1
    content = _content(scene, found) if found else start
    outlet = (source.outlet if source else None) or outlet_between(
        scene, start, found.place if found else start
    )
    return Report(
        first, last, lead, (place, place + 1), rule, cue.verb.sense, source, cue.lead, cue.pronoun,
        outlet=outlet, content=content,
    )  # fmt: skip


def _carries(scene: Scene, carrier: Phrase) -> bool:
    """Whether words can be carried by it: an outlet or an office, or one unknown name."""
    if not carrier or carrier.first in scene.quotes:
        return True
    return bool(scene.flags(carrier.first) & SOURCE) or carrier.last - carrier.first == 1


def _relay(scene: Scene, place: int, cue: Cue, limit: int) -> Report | None:
    """`نقلت وكالة X عن Y`: Y speaks, X is the outlet."""
    carrier = source_after(scene, place + 1, frozenset({"about"}), limit)
    at = carrier.end if carrier else place + 1
    for about in range(at, min(at + _CITE_REACH, limit)):
        if scene.tokens.word(about).kind != WORD:
            return None
        if scene.key(about) == ("الي" if "credited" in cue.verb.takes else "عن"):
            break
    else:
        return None
    cited = source_after(scene, about + 1, cue.verb.takes, limit)
    if not cited or scene.isin("not_cited", about + 1) or not _carries(scene, carrier):
        return None
    outlet = (carrier.first, carrier.last, carrier.lead) if carrier else None
    report = report_of(scene, place, cue, cited, None, "attribution.relay")
    if not carrier:
        before = source_before(scene, place, frozenset())
        if before:
            outlet = (before.first, before.last, scene.noun(before.first).conj)
            report = replace(report, first=before.first, lead=outlet[2])
    found = complement(scene, cited.end, cue.verb, limit)
    return replace(report, outlet=outlet, content=_content(scene, found) if found else cited.end)
