"""Reporting events by rule: a cue and, where it is named, its source; tokens only, no text yet."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.detection.clauses import (
    antecedent,
    is_negated,
    lead_letters,
    lead_start,
    source_before,
)
from factcheck.detection.complements import (
    Complement,
    begins_event,
    complement,
    outlet_between,
)
from factcheck.detection.reporting import (
    BODY,
    DOCUMENT,
    NAME,
    RELATIVE,
    ROLE,
    SOURCE,
    STOPPER,
    TIME,
    Cue,
)
from factcheck.detection.source_phrases import Phrase, Scene, source_after
from factcheck.detection.tokens import WORD

_PREPOSITIONS = frozenset(
    [
        "في",
        "من",
        "علي",
        "الي",
        "عن",
        "مع",
        "بعد",
        "قبل",
        "منذ",
        "خلال",
        "حول",
        "بين",
        "رغم",
        "هذا",
        "هذه",
        "ذلك",
        "اي",
        "كل",
        "بسبب",
        "عبر",
        "لدي",
        "عند",
        "ضد",
        "دون",
    ]
)
_NOUN_LIKE = frozenset(
    [
        "رد",
        "نقل",
        "وصف",
        "كشف",
        "نشر",
        "ذكر",
        "حذر",
        "قدر",
        "كتب",
        "عد",
        "حسم",
        "شرح",
        "سرد",
        "رصد",
        "خلص",
        "علق",
        "سجل",
        "بين",
        "حكم",
        "شهد",
        "وجد",
        "دل",
        "حمل",
        "ختم",
        "وعد",
    ]
)
_ACT_OF_DENYING = frozenset(["استبعد", "نفى", "أنكر"])
_COUNTING = frozenset(
    [
        "وزاره",
        "منظمه",
        "هيئه",
        "مرصد",
        "لجنه",
        "مركز",
        "شبكه",
        "سلطات",
        "وكاله",
        "مكتب",
        "اداره",
        "جمعيه",
        "مفوضيه",
        "باحثون",
        "علماء",
        "فريق",
    ]
)
_NOT_CITED = frozenset(
    ["طريق", "بعد", "كثب", "قرب", "بكره", "عمد", "قصد", "غير", "قوله", "قولها", "قولهم"]
)
_CITE_REACH = 12


@dataclass(frozen=True, slots=True)
class Report:
    """One reporting event.

    Tokens `first` to `last` (exclusive) are its span, `lead` letters of the first outside.
    `cue` is the token range of the cue word, `cue_lead` and `cue_tail` letters of it that are
    clitics. `source` is None when it is implicit. `content` is the token where what is reported
    begins, -1 when it stands before. `outlet` is (first, last, lead).
    """

    first: int
    last: int
    lead: int
    cue: tuple[int, int]
    rule: str
    sense: str
    source: Phrase | None = None
    cue_lead: int = 0
    cue_tail: int = 0
    cue_name: str = ""
    outlet: tuple[int, int, int] | None = None
    content: int = -1
    is_verbal: bool = True


def verb_report(scene: Scene, place: int, cue: Cue) -> Report | None:
    """The event of a finite verb, in either order, or with its source left out."""
    if _is_noun(scene, place, cue):
        return None
    limit = scene.tokens.sentence(place)[1]
    if "cited" in cue.verb.takes:
        relayed = _relay(scene, place, cue, limit)
        if relayed or "that" not in cue.verb.takes:
            return relayed
    if _is_relative(scene, place):
        return _relative(scene, place, cue, limit)
    before = source_before(scene, place, cue.verb.takes)
    if before and before.flags:
        found = _subject_first(scene, place, cue, before, limit)
        if found:
            return found
    return _verb_first(scene, place, cue, limit) or (
        _subject_first(scene, place, cue, before, limit) if before else None
    )


def _is_noun(scene: Scene, place: int, cue: Cue) -> bool:
    before = scene.tokens.key(place - 1)
    if before in _PREPOSITIONS and not cue.lead:
        return True
    key = scene.tokens.key(place)[cue.lead :]
    if cue.pronoun and not cue.verb.takes & {"object", "by", "blame"}:
        return True
    if f"{key} {scene.tokens.key(place + 1)}" in scene.words.idioms:
        return True
    if cue.form == "past" and key in _NOUN_LIKE:
        return before in ("ان", "بان", "لان")
    return False


def _is_relative(scene: Scene, place: int) -> bool:
    return bool(scene.noun(place - 1).flags & RELATIVE) and scene.tokens.key(place - 1) != "حيث"


def _relative(scene: Scene, place: int, cue: Cue, limit: int) -> Report | None:
    """`…، التي وصفت X بأنه`: the source is what the relative word stands for."""
    found = complement(scene, place + 1, cue.verb, limit)
    own = source_after(scene, place + 1, cue.verb.takes, limit)
    if found is None:
        return None
    if own.flags & SOURCE and own.last <= found.place and "by" not in cue.verb.takes:
        return _report(scene, place, cue, own, found, "attribution.verb+source")
    phrase = antecedent(scene, place - 1)
    report = _report(scene, place, cue, None, found, "attribution.relative")
    return replace(report, source=phrase) if phrase else report


def _verb_first(scene: Scene, place: int, cue: Cue, limit: int) -> Report | None:
    takes = cue.verb.takes
    source = source_after(scene, place + 1, takes, limit)
    if cue.pronoun and source and not source.flags and scene.tokens.key(source.first)[-1] == "ا":
        source = Phrase(place + 1, place + 1, place + 1)
    found = complement(scene, source.end if source else place + 1, cue.verb, limit)
    if is_negated(scene, place) and not _is_allowed_denied(cue, found):
        return None
    if source and _suits(scene, source, cue, found):
        return _report(scene, place, cue, source, found, "attribution.verb+source")
    if source and (found is None or not _near(source, found)):
        return None
    return _implicit(scene, place, cue, found)


def _near(source: Phrase, found: Complement) -> bool:
    return found.place - source.first <= 3


def _is_allowed_denied(cue: Cue, found: Complement | None) -> bool:
    if cue.verb.lemma in _ACT_OF_DENYING:
        return True
    return found is not None and found.kind in ("that", "quote") and found.is_next


def _suits(scene: Scene, source: Phrase, cue: Cue, found: Complement | None) -> bool:
    """Whether the words after the verb name who speaks, by their class or by what follows."""
    verb = cue.verb
    if verb.sense == "show" and not _shows(scene, source, found):
        return False
    if found is not None:
        return bool(source.flags) or found.is_next or found.kind in ("that", "quote")
    if not source.flags & (SOURCE | ROLE):
        return False
    if "free" in verb.takes:
        return True
    ended = scene.tokens.word(source.end)
    noun = scene.noun(source.end)
    if "object" not in verb.takes or ended.kind != WORD:
        return False
    return not noun.flags & (STOPPER | TIME | RELATIVE) or begins_event(scene, source.end)


def _shows(scene: Scene, source: Phrase, found: Complement | None) -> bool:
    if source.flags & DOCUMENT:
        return True
    bare = scene.noun(source.first).bare
    if found is not None and found.kind in ("that", "to"):
        return bool(source.flags & (ROLE | BODY)) or not source.flags
    return bare in _COUNTING


def _implicit(scene: Scene, place: int, cue: Cue, found: Complement | None) -> Report | None:
    """A verb alone: who speaks was named before."""
    if cue.verb.sense == "show":
        return None
    is_impersonal = cue.verb.is_impersonal and cue.form == "present"
    begins = "object" in cue.verb.takes and (bool(cue.pronoun) or begins_event(scene, place + 1))
    if found is None and (not begins or is_impersonal):
        return None
    if is_impersonal and scene.tokens.key(place)[cue.lead] == "ي":
        return None
    return _report(scene, place, cue, None, found, "attribution.implicit")


def _subject_first(scene: Scene, place: int, cue: Cue, source: Phrase, limit: int) -> Report | None:
    found = complement(scene, place + 1, cue.verb, limit)
    if is_negated(scene, place) and not _is_allowed_denied(cue, found):
        return None
    if cue.verb.sense == "show" and not _shows(scene, source, found):
        return None
    if found is None and not _takes_object(scene, place, cue, source):
        return None
    if found and not source.flags and not (found.is_next and found.kind in ("that", "quote")):
        return None
    lead = scene.noun(source.first).conj
    content = found.place + 1 if found else place + 1
    outlet = source.outlet or outlet_between(scene, place + 1, found.place if found else place + 1)
    return Report(
        source.first, place + 1, lead, (place, place + 1), "attribution.source+verb",
        cue.verb.sense, replace(source, lead=lead), cue.lead, cue.pronoun,
        outlet=outlet, content=content,
    )  # fmt: skip


def _takes_object(scene: Scene, place: int, cue: Cue, source: Phrase) -> bool:
    takes = cue.verb.takes
    word = scene.tokens.word(place + 1)
    if not source.flags or word.kind != WORD:
        return False
    return bool(takes & {"object", "free"}) and not scene.noun(place + 1).flags & RELATIVE


def _report(
    scene: Scene, place: int, cue: Cue, source: Phrase | None, found: Complement | None, rule: str
) -> Report:
    """A report whose span begins at its verb or at the lead word before it."""
    first = lead_start(scene, place)
    lead = cue.lead if first == place else lead_letters(scene, first)
    last = source.last if source else place + 1
    start = source.end if source else place + 1
    content = found.place + (found.kind in ("that", "quote", "how")) if found else start
    outlet = (source.outlet if source else None) or outlet_between(
        scene, start, found.place if found else start
    )
    return Report(
        first, last, lead, (place, place + 1), rule, cue.verb.sense, source, cue.lead, cue.pronoun,
        outlet=outlet, content=content,
    )  # fmt: skip


def _relay(scene: Scene, place: int, cue: Cue, limit: int) -> Report | None:
    """`نقلت وكالة X عن Y`: Y speaks, X is the outlet."""
    carrier = source_after(scene, place + 1, frozenset({"about"}), limit)
    at = carrier.end if carrier else place + 1
    for about in range(at, min(at + _CITE_REACH, limit)):
        if scene.tokens.word(about).kind != WORD:
            return None
        if scene.tokens.key(about) == "عن":
            break
    else:
        return None
    cited = source_after(scene, about + 1, cue.verb.takes, limit)
    if not cited or scene.tokens.key(about + 1) in _NOT_CITED:
        return None
    outlet = (carrier.first, carrier.last, carrier.lead) if carrier else None
    report = _report(scene, place, cue, cited, None, "attribution.relay")
    if not carrier:
        before = source_before(scene, place, frozenset())
        if before:
            outlet = (before.first, before.last, scene.noun(before.first).conj)
            report = replace(report, first=before.first, lead=outlet[2])
    found = complement(scene, cited.end, cue.verb, limit)
    return replace(report, outlet=outlet, content=found.place + 1 if found else cited.end)


def participle_report(scene: Scene, place: int, cue: Cue) -> Report | None:
    """The event of a hal participle (مشيرا إلى): its source was named before."""
    tokens = scene.tokens
    limit = tokens.sentence(place)[1]
    if tokens.key(place - 1) in _PREPOSITIONS or tokens.sentence(place)[0] == place:
        return None
    found = complement(scene, place + 1, cue.verb, limit)
    is_opened = bool(cue.lead) or tokens.key(place - 1) in ("،", ",")
    if found is None or not found.is_next:
        if found is None or found.place - place > 10 or not is_opened:
            found = None
    if cue.needs_that and not (
        found and (found.kind in ("that", "quote", "to", "on") or is_opened)
    ):
        return None
    if found is None and not _has_bare_object(scene, place, cue, is_opened=is_opened):
        return None
    return _report(scene, place, cue, None, found, "attribution.participle")


def _has_bare_object(scene: Scene, place: int, cue: Cue, *, is_opened: bool) -> bool:
    if not cue.verb.takes & {"object", "free", "by"} or (cue.needs_that and not is_opened):
        return False
    key = scene.tokens.key(place + 1)
    if scene.tokens.word(place + 1).kind != WORD:
        return False
    if begins_event(scene, place + 1) or key in ("اياه", "اياها", "اياهم"):
        return True
    noun = scene.noun(place + 1)
    return is_opened and not noun.flags & (STOPPER | TIME) and not noun.conj and key[-1] != "ا"


def colon_reports(scene: Scene) -> Iterator[Report]:
    """Headlines of the form `ماكرون: …`; only at the beginning of a line."""
    tokens = scene.tokens
    for place, word in enumerate(tokens.words):
        if word.key == ":":
            first, last = tokens.paragraph(place)
            if place - first <= 9:
                report = _colon(scene, first, place, last)
                if report:
                    yield report


def _colon(scene: Scene, first: int, colon: int, last: int) -> Report | None:
    tokens = scene.tokens
    while first < colon and tokens.word(first).kind != WORD:
        first += 1
    if first >= colon or last - colon < 3 or scene.words.knows_label(tokens.key(first)):
        return None
    source = source_after(scene, first, frozenset(), colon)
    if source.first != first or (source.last < colon and not source.outlet):
        return None
    if not _speaks(scene, source, colon):
        return None
    return Report(
        first, source.last, source.lead, (colon, colon + 1), "attribution.colon", "say", source,
        cue_name=":", outlet=source.outlet, content=colon + 1,
    )  # fmt: skip


def _speaks(scene: Scene, source: Phrase, colon: int) -> bool:
    """Whether the words before a colon are a speaker and not a heading or a date line."""
    noun = scene.noun(source.first)
    follower = scene.words.cue(scene.tokens.key(colon + 1))
    if follower and follower.form != "participle":
        return False
    if noun.flags & (ROLE | BODY | NAME):
        return True
    if noun.flags or noun.is_definite or noun.prep:
        return False
    if any(scene.noun(at).is_definite for at in range(source.first, source.last)):
        return False
    return source.last - source.first <= 3 and not scene.noun(colon + 1).is_definite
