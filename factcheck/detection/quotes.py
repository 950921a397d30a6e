"""Quotes: words given as somebody's own, with who said them, told from names and titles."""

from bisect import bisect_left
from collections.abc import Sequence

from factcheck.detection.attribution import Attribution, attributions
from factcheck.detection.items import Evidence, Item, frozen
from factcheck.detection.quote_marks import Quotation, quotations
from factcheck.detection.reporting import (
    ADJECTIVE,
    OUTLET,
    OUTLET_NAME,
    RELATIVE,
    STOPPER,
    THAT,
    Reporting,
    reporting,
)
from factcheck.detection.scene import Scene
from factcheck.detection.tokens import NUMBER, STOP, WORD, Tokens
from factcheck.domain.claim import ClaimKind

_FEWEST_WORDS = 3
_TITLE_WORDS = 8
_NAME_WORDS = 4
_TITLE_REACH = 3
_CLOSE = 6
_NOT_IN_NAME = THAT | RELATIVE | STOPPER


def read_scene(tokens: Tokens, words: Reporting) -> tuple[Scene, list[Quotation]]:
    """Pair the quotation marks of a text and tell quotes from names.

    Returns the scene for the attribution rules and the quotations that are quotes, with offsets
    into the folded text.
    """
    tells_ya = "ى" in tokens.folded.source
    scene = Scene(tokens, words, tells_ya=tells_ya)
    found = quotations(tokens.text)
    kept = []
    spots: dict[int, tuple[int, bool]] = {}
    ends: dict[int, int] = {}
    for each in found:
        opening = bisect_left(tokens.starts, each.outer_start)
        after = bisect_left(tokens.starts, each.outer_end)
        is_quote = _is_quote(scene, opening, after)
        spots[opening] = (after, is_quote)
        ends[after - 1] = opening
        if is_quote:
            kept.append(each)
    return Scene(tokens, words, spots, ends, tuple(spots), tells_ya), kept


def _is_quote(scene: Scene, opening: int, after: int) -> bool:
    tokens = scene.tokens
    words = sum(1 for at in range(opening, after) if tokens.word(at).kind <= 1)
    if words < _FEWEST_WORDS or (
        words <= _NAME_WORDS and _is_outlet(scene, opening + 1, after - 1)
    ):
        return False
    if scene.noun(opening + 1).flags & THAT or tokens.key(opening - 1) == ":":
        return True
    if _begins_as_speech(scene, tokens.key(opening + 1)) or _is_credited(scene, after):
        return True
    return not _is_title(scene, opening, words)


def _is_outlet(scene: Scene, first: int, last: int) -> bool:
    """Whether the words inside the marks are the name of an outlet: «بي بي سي»."""
    name = " ".join(scene.key(at) for at in range(first, last))
    return name in scene.words.outlet_phrases or bool(scene.flags(first) & (OUTLET | OUTLET_NAME))


def _begins_as_speech(scene: Scene, key: str) -> bool:
    """Whether no title begins so: لن, نحن, or a verb in the future (سنعود)."""
    is_future = len(key) > 3 and key[0] == "س" and key[1] in "ينتا" and key[-1] != "ه"
    is_noun = scene.words.isin("like_futures", key)
    return scene.words.isin("speech", key) or (is_future and not is_noun)


def _is_credited(scene: Scene, after: int) -> bool:
    """Whether a comma and a cue follow the marks: `«…»، على حد قول X`."""
    key = scene.key(after + 1)
    if scene.key(after) not in ("،", ","):
        return False
    cue = scene.words.cue(key)
    return (cue is not None and not cue.lead) or scene.words.starts_preposition.get(key) == 0


def _is_title(scene: Scene, opening: int, words: int) -> bool:
    """Whether what stands before the marks makes them hold a name."""
    end = opening - (scene.key(opening - 1) == "ب")
    for length in (1, 2):
        keys = tuple(_bare_key(scene.key(end - length + at)) for at in range(length))
        if keys in scene.words.namings:
            return not _is_coined(scene, end - length)
    return words <= _TITLE_WORDS and _follows_type(scene, opening)


def _is_coined(scene: Scene, place: int) -> bool:
    """`ما أسماه «…»`: somebody's own word for a thing, not its name."""
    return scene.isin("coiners", place - 1) and scene.key(place).endswith(("ه", "ها"))


def _follows_type(scene: Scene, opening: int) -> bool:
    """Whether a word like فيلم or قناة stands before the marks, adjectives between them aside."""
    for place in range(opening - 1, opening - 1 - _TITLE_REACH, -1):
        key, noun = scene.key(place), scene.noun(place)
        if scene.kind(place) != WORD or scene.words.cue(key) or noun.flags & _NOT_IN_NAME:
            return False
        if noun.bare in scene.words.type_words or scene.words.is_type(key):
            return not _is_told(scene, place)
        if not key.endswith(("ي", "يه", "ه")) and not noun.flags & ADJECTIVE:
            return False
    return False


def _bare_key(key: str) -> str:
    return key[1:] if len(key) > 4 and key[0] in "وف" else key


def _is_told(scene: Scene, place: int) -> bool:
    """`قالت الصحيفة «…»`: the noun before the marks is the subject of a cue."""
    noun = scene.noun(place)
    return noun.is_definite and scene.words.cue(scene.key(place - 1)) is not None


def quote_items(
    scene: Scene, kept: Sequence[Quotation], found: Sequence[Attribution]
) -> list[Item]:
    """The quotes as items, each with the attribution it belongs to."""
    tokens = scene.tokens
    items = []
    before: tuple[int, str | None] = (0, None)
    for each in kept:
        opening = bisect_left(tokens.starts, each.outer_start)
        after = bisect_left(tokens.starts, each.outer_end)
        said = _said_by(scene, opening, after, found)
        start, end = tokens.folded.original(each.start, each.end)
        speaker = said.speaker if said else None
        if said is None and _goes_on(scene, opening, before):
            speaker = before[1]
        before = after, speaker
        items.append(_item(each, (start, end), said, speaker))
    return items


def _item(
    each: Quotation, span: tuple[int, int], said: Attribution | None, speaker: str | None
) -> Item:
    value = frozen(
        speaker=speaker,
        cue=said.cue if said else None,
        source=said.outlet if said else None,
    )
    rule = "quote.marks" if each.is_closed else "quote.unclosed"
    if said:
        rule += ".attributed"
    evidence: tuple[Evidence, ...] = (("quote", *span),)
    if said:
        cue = next(piece for piece in said.item.evidence if piece[0] == "cue")
        evidence = tuple(sorted((*evidence, cue), key=lambda piece: piece[1]))
    return Item(ClaimKind.QUOTE, *span, value, rule, evidence)


def _said_by(
    scene: Scene, opening: int, after: int, found: Sequence[Attribution]
) -> Attribution | None:
    """The nearest attribution of the sentence: before the quote, or right after it."""
    place = bisect_left(found, opening, key=lambda each: each.report.cue[0])
    before = found[place - 1] if place else None
    behind = found[place] if place < len(found) else None
    first = _sentence_start(scene, opening)
    if before is not None and before.report.cue[0] < first:
        before = None
    if behind is not None and not _follows(scene, after, behind):
        behind = None
    if before is None or behind is None:
        return before or behind
    if before.report.is_verbal and not behind.report.is_verbal:
        return before
    return behind if _is_far(opening, before) else before


def _sentence_start(scene: Scene, place: int) -> int:
    """Where the sentence around `place` begins; a quotation is not cut by its own full stops."""
    first = scene.tokens.sentence(place)[0]
    at = bisect_left(scene.openings, first) - 1
    if at >= 0 and scene.openings[at] < first < scene.quotes[scene.openings[at]][0]:
        return scene.tokens.sentence(scene.openings[at])[0]
    return first


def _goes_on(scene: Scene, opening: int, before: tuple[int, str | None]) -> bool:
    """Whether a quotation is a sentence of its own right behind another one of the paragraph."""
    first = scene.tokens.paragraph(opening)[0]
    own = all(scene.kind(at) not in (WORD, NUMBER) for at in range(before[0], opening))
    return before[0] > first and own


def _follows(scene: Scene, after: int, behind: Attribution) -> bool:
    tokens = scene.tokens
    at = behind.report.first
    if at - after > _CLOSE or at < after:
        return False
    return all(tokens.word(place).kind < STOP for place in range(after, at))


def _is_far(opening: int, before: Attribution) -> bool:
    """Whether the attribution before the quote is so far that the one after it takes it."""
    leads_here = before.report.content in (opening, opening + 1)
    is_near = opening - before.report.last <= _CLOSE
    return before.report.content < 0 or not (leads_here or is_near)


def quotes_and_attributions(tokens: Tokens, language: str) -> list[Item]:
    """Every quote and attribution of a text, in text order.

    Args:
        tokens: the tokens of the text.
        language: `ar` or `en` (regional tags count as their language): whose cues to look for.
    """
    scene, kept = read_scene(tokens, reporting(language))
    found = attributions(scene)
    items = [each.item for each in found] + quote_items(scene, kept, found)
    return sorted(items, key=lambda item: (item.start, item.end))
