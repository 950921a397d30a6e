"""Why something was proposed, as sentences of the catalogues.

One table for all rules: a rule id is read from its longest known prefix, so a rule that a grammar
adds (`quantity.comparator+digits`) is explained by its family until it has a sentence of its own.
Sentences are msgids; whoever shows them translates (`factcheck.runtime.i18n.tr`) and fills in the
values.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from factcheck.detection.items import Item
from factcheck.detection.signals import SignalKind
from factcheck.domain.claim import ClaimKind
from factcheck.domain.errors import N_


@dataclass(frozen=True, slots=True)
class Reason:
    """A msgid and the values of its `{placeholders}`; `tr(reason.message, **reason.values)`."""

    message: str
    values: Mapping[str, object]


_RULES: Mapping[str, str] = MappingProxyType(
    {
        "quantity": N_("It states a quantity: {words}."),
        "date": N_("It gives a date: {words}."),
        "quote.marks.attributed": N_("It quotes the words of {speaker}."),
        "quote.marks": N_("It quotes words and does not say here whose they are."),
        "quote.unclosed.attributed": N_(
            "It quotes the words of {speaker}; the closing quotation mark is missing."
        ),
        "quote.unclosed": N_("It quotes words; the closing quotation mark is missing."),
        "attribution": N_("It says who claims this: {speaker} (“{cue}”)."),
        "attribution.implicit": N_("“{cue}” reports words of a source named before: {speaker}."),
        "attribution.participle": N_("“{cue}” reports words of a source named before: {speaker}."),
        "attribution.preposition": N_("It rests on a source: {speaker} (“{cue}”)."),
        "attribution.preposition.implicit": N_(
            "“{cue}” reports words of a source named before: {speaker}."
        ),
        "attribution.relay": N_("It passes on words of {speaker} (“{cue}”)."),
        "attribution.colon": N_("A headline puts words into the mouth of {speaker}."),
        "attribution.nobody": N_("“{cue}” reports words, but nobody is named as their source."),
    }
)
_SENSES: Mapping[str, str] = MappingProxyType(
    {
        "doubtful": N_("The article itself keeps a distance: “{cue}”."),
        "deny": N_("It is a denial or an accusation: “{cue}”."),
        "warn": N_("It speaks of what may come: “{cue}”."),
        "hold": N_("It gives an opinion: “{cue}”."),
        "show": N_("It gives a finding that can be looked up: “{cue}”."),
        "promise": N_("It is a promise or a demand: “{cue}”."),
    }
)
_SIGNALS: Mapping[SignalKind, str] = MappingProxyType(
    {
        SignalKind.SUPERLATIVE: N_("It says that something is the most or the first: {words}."),
        SignalKind.COMPARISON: N_("It compares: {words}."),
        SignalKind.PREDICTION: N_("It predicts what has not happened yet: {words}."),
        SignalKind.CAUSE: N_("It says that one thing causes another: {words}."),
        SignalKind.RULE: N_("It speaks of a law or a rule: {words}."),
        SignalKind.PERSONAL: N_("It tells what somebody went through: {words}."),
    }
)
OVER_FIGURE = N_("It joins a figure with a source, so it can be looked up.")
UNRESOLVED_DATE = N_(
    "The date depends on when the article was published, and that is not known: {words}."
)
_LONGEST = 60


def reasons_of(item: Item, text: str) -> tuple[Reason, ...]:
    """Why `item` was found in `text`: its rule, then the attitude of its cue where it has one."""
    values = _values(item, text)
    found = [Reason(_rule_message(item), values)]
    sense = item.rule.rsplit(".", 1)[-1] if item.kind is ClaimKind.ATTRIBUTION else ""
    if sense in _SENSES:
        found.append(Reason(_SENSES[sense], values))
    if item.kind is ClaimKind.DATE and item.value.get("start") is None:
        found.append(Reason(UNRESOLVED_DATE, values))
    return tuple(found)


def signal_reason(kind: SignalKind, words: str) -> Reason:
    """What a signal word says about its sentence."""
    return Reason(_SIGNALS[kind], MappingProxyType({"words": _short(words)}))


def _rule_message(item: Item) -> str:
    if item.kind is ClaimKind.ATTRIBUTION and not item.value.get("speaker"):
        return _RULES["attribution.nobody"]
    rule = item.rule
    if item.kind is ClaimKind.QUOTE and not item.value.get("speaker"):
        rule = rule.removesuffix(".attributed")
    while rule not in _RULES and "." in rule:
        rule = rule.rsplit(".", 1)[0]
    return _RULES.get(rule) or _RULES[item.kind.value]


def _values(item: Item, text: str) -> Mapping[str, object]:
    values = {
        "words": _short(text[item.start : item.end]),
        "speaker": _short(str(item.value.get("speaker") or "")),
        "cue": str(item.value.get("cue") or ""),
    }
    return MappingProxyType(values)


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _LONGEST else flat[:_LONGEST].rstrip() + "…"
