"""Attributions: who is said to have said what, with the cue, and where it was said.

Finds the events (`reports`, `citations`), drops those inside quoted words, names the speaker of
implicit ones from what went before, and writes the items.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.detection.citations import preposition_report
from factcheck.detection.clauses import sentence_agent
from factcheck.detection.contents import content_span
from factcheck.detection.english import english_report
from factcheck.detection.headlines import colon_report
from factcheck.detection.items import Item, frozen
from factcheck.detection.participles import participle_report
from factcheck.detection.scene import Phrase, Report, Scene
from factcheck.detection.verbs import verb_report
from factcheck.domain.claim import ClaimKind

_MARKS = "\"“”«»‹›‘’'„ "


@dataclass(frozen=True, slots=True)
class Attribution:
    """A report with its speaker resolved; `item` is what leaves detection."""

    report: Report
    speaker: str | None
    cue: str
    outlet: str | None
    item: Item


def attributions(scene: Scene) -> list[Attribution]:
    """The attributions of a text, in order, none overlapping another."""
    found: list[Attribution] = []
    heard = _Heard()
    reports = list(_reports(scene))
    for number, report in enumerate(reports):
        until = reports[number + 1] if number + 1 < len(reports) else None
        speaker = heard.speaker(scene, report)
        found.append(_attribution(scene, report, speaker, until))
    return found


class _Heard:
    """Who was named last, in the paragraph and before it."""

    def __init__(self) -> None:
        self.paragraph = -1
        self.verbal: str | None = None
        self.cited: str | None = None
        self.earlier: str | None = None
        self.acting: str | None = None
        self.heard_at = -1

    def speaker(self, scene: Scene, report: Report) -> str | None:
        """The speaker of `report`; named sources are remembered for those that follow."""
        start = scene.tokens.paragraph(report.cue[0])[0]
        if start != self.paragraph:
            self.earlier = self.verbal or self.cited or self.earlier
            self.paragraph, self.verbal, self.cited, self.acting = start, None, None, None
        if report.source is None:
            return self._unnamed(scene, report)
        speaker = phrase_text(scene, report.source)
        self.heard_at = report.first
        if report.is_verbal:
            self.verbal = speaker
        else:
            self.cited = speaker
        return speaker

    def _unnamed(self, scene: Scene, report: Report) -> str | None:
        """The source of an implicit report: named before, or who acts in the sentence."""
        first = scene.tokens.sentence(report.first)[0]
        agent = None
        if not scene.words.is_arabic:
            return self.verbal or self.cited or self.earlier
        if self.heard_at < first and not scene.is_quote(first):
            agent = sentence_agent(scene, first, report.first)
        if not (agent or self.verbal or self.cited or self.acting):
            agent = sentence_agent(scene, self.paragraph, report.first)
        if agent:
            self.acting = phrase_text(scene, agent)
            if report.rule == "attribution.participle":
                return self.acting
        return self.verbal or self.cited or self.acting or self.earlier


def phrase_text(scene: Scene, phrase: Phrase) -> str:
    """The words of a source phrase; the ال that لل swallowed is given back."""
    return range_text(scene, phrase.first, phrase.last, phrase.lead)


def range_text(scene: Scene, first: int, last: int, lead: int) -> str:
    """The original words of a token range without `lead` letters of clitics."""
    start, end = scene.tokens.span(first, last, lead)
    text = _unquoted(scene.tokens.folded.source[start:end])
    key = scene.tokens.key(first)
    is_fused = lead > 0 and key[lead - 1 : lead + 1] == "لل" and scene.words.is_arabic
    return "ا" + text if is_fused else text


def _unquoted(text: str) -> str:
    """A name without the quotation marks that stand around all of it."""
    is_quoted = len(text) > 1 and text[0] in _MARKS and text[-1] in _MARKS
    return text.strip(_MARKS) if is_quoted else text


def _reports(scene: Scene) -> Iterator[Report]:
    """The events in text order; one that overlaps an earlier one is left out."""
    triggers = scene.words.triggers
    done = 0
    for place in [at for at, word in enumerate(scene.tokens.words) if triggers[word.key]]:
        if place < done or _is_quoted(scene, place):
            continue
        report = _report_at(scene, place)
        if report and report.first < done:
            report = _alone(report)
        if report:
            yield report
            done = report.last


def _alone(report: Report) -> Report | None:
    """A report whose source stands within an earlier one: its span is the cue alone.

    There is none when the cue is a colon, which only counts together with its source.
    """
    if report.last <= report.cue[0]:
        return None
    return replace(report, first=report.cue[0], lead=report.cue_lead)


def _is_quoted(scene: Scene, place: int) -> bool:
    """Whether the token stands inside somebody's quoted words."""
    at = bisect_left(scene.openings, place) - 1
    if at < 0:
        return False
    after, is_quote = scene.quotes[scene.openings[at]]
    return is_quote and place < after


def _report_at(scene: Scene, place: int) -> Report | None:
    key = scene.tokens.key(place)
    words = scene.words
    if key == ":":
        return colon_report(scene, place)
    if key in words.starts_preposition:
        found = preposition_report(scene, place, words.starts_preposition[key])
        if found:
            return found
    cue = words.cue(key)
    if cue is None:
        return None
    if not words.is_arabic:
        return english_report(scene, place, cue)
    if cue.form == "participle":
        return participle_report(scene, place, cue)
    return verb_report(scene, place, cue)


def _attribution(
    scene: Scene, report: Report, speaker: str | None, until: Report | None
) -> Attribution:
    tokens = scene.tokens
    source = tokens.folded.source
    cue = report.cue_name or _cue_text(scene, report)
    outlet = range_text(scene, *report.outlet) if report.outlet else None
    content = content_span(scene, report, until)
    start, end = tokens.span(report.first, report.last, report.lead)
    value = frozen(
        speaker=speaker,
        cue=cue,
        content=source[slice(*content)] if content else None,
        source=outlet,
    )
    evidence = [("cue", *tokens.span(*report.cue, report.cue_lead))]
    if report.source:
        phrase = report.source
        evidence.append(("source", *tokens.span(phrase.first, phrase.last, phrase.lead)))
    if content:
        evidence.append(("content", *content))
    evidence.sort(key=lambda each: each[1])
    rule = f"{report.rule}.{report.sense}"
    item = Item(ClaimKind.ATTRIBUTION, start, end, value, rule, tuple(evidence))
    return Attribution(report, speaker, cue, outlet, item)


def _cue_text(scene: Scene, report: Report) -> str:
    tokens = scene.tokens
    first, last = report.cue
    start = tokens.starts[first] + report.cue_lead
    end = tokens.ends[last - 1] - report.cue_tail
    text = tokens.folded.source[slice(*tokens.folded.original(start, end))]
    # Before a pronoun نفى is written نفا.
    return text[:-1] + "ى" if report.cue_tail and text.endswith("ا") else text
