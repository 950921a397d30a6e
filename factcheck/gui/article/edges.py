"""The edges of a claim: from a selection, from a sentence, and a word or a letter further.

Pure functions on the text of the article; all offsets are code points.
"""

from enum import Enum

from factcheck.text import words
from factcheck.text.sentences import sentences

Edges = tuple[int, int]

_PAIRS = {"“": "”", "«": "»", "‘": "’", '"': '"', "'": "'", "”": "“", "„": "“", "‹": "›"}
_CLOSING = frozenset(_PAIRS.values())
_LOOSE = "،,؛;:"


class Unit(Enum):
    """By how much an edge moves."""

    WORD = "word"
    LETTER = "letter"


def claim_edges(text: str, start: int, end: int) -> Edges:
    """Return the edges a person meant by selecting [start, end).

    Whole words, without white space, loose punctuation or quotation marks around them; a quotation
    mark stays where its partner stands inside.
    """
    start, end = words.snap(text, start, end)
    while start < end:
        trimmed = words.trim(text, *_peeled(text, start, end))
        if trimmed == (start, end):
            break
        start, end = trimmed
    return start, end


def _peeled(text: str, start: int, end: int) -> Edges:
    """Take one sign off each edge that does not belong to the words between them."""
    first, last, inner = text[start], text[end - 1], text[start + 1 : end - 1]
    is_pair = end - start > 1 and _PAIRS.get(first) == last
    if is_pair and first not in inner and last not in inner:
        return start + 1, end - 1
    if first in _LOOSE or (first in _PAIRS and _PAIRS[first] not in text[start + 1 : end]):
        return start + 1, end
    if last in _LOOSE or (last in _CLOSING and not _is_opened(last, text[start : end - 1])):
        return start, end - 1
    return start, end


def _is_opened(closing: str, before: str) -> bool:
    return any(mark in before for mark, partner in _PAIRS.items() if partner == closing)


def move_start(text: str, edges: Edges, unit: Unit, *, is_forward: bool) -> Edges:
    """Return `edges` with the start moved; unchanged where nothing would be left."""
    start, end = edges
    if unit is Unit.LETTER:
        moved = (words.next_letter if is_forward else words.previous_letter)(text, start)
    elif is_forward:
        moved = words.next_word_start(text, words.next_word(text, start))
    else:
        moved = words.previous_word(text, start)
    return (moved, end) if moved < end else edges


def move_end(text: str, edges: Edges, unit: Unit, *, is_forward: bool) -> Edges:
    """Return `edges` with the end moved; unchanged where nothing would be left."""
    start, end = edges
    if unit is Unit.LETTER:
        moved = (words.next_letter if is_forward else words.previous_letter)(text, end)
    elif is_forward:
        moved = words.next_word(text, end)
    else:
        moved = words.previous_word_end(text, words.previous_word(text, end))
    return (start, moved) if moved > start else edges


def paragraph_at(text: str, at: int) -> Edges:
    """Return the span of the paragraph that holds or ends at `at`, without its line feed."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return start, end if end >= 0 else len(text)


def sentence_at(text: str, at: int) -> Edges | None:
    """Return the sentence at `at`, or the next one of its paragraph, or its last one."""
    found = _sentences_of(text, paragraph_at(text, at))
    return next((span for span in found if span[1] > at), found[-1] if found else None)


def next_sentence(text: str, at: int) -> Edges | None:
    """Return the first sentence that starts after `at` (-1: at all), None at the end."""
    paragraph = paragraph_at(text, max(0, at))
    while True:
        found = [span for span in _sentences_of(text, paragraph) if span[0] > at]
        if found:
            return found[0]
        if paragraph[1] >= len(text):
            return None
        paragraph = paragraph_at(text, paragraph[1] + 1)


def previous_sentence(text: str, at: int) -> Edges | None:
    """Return the last sentence that starts before `at`, None at the beginning of the text."""
    paragraph = paragraph_at(text, at)
    while True:
        found = [span for span in _sentences_of(text, paragraph) if span[0] < at]
        if found:
            return found[-1]
        if paragraph[0] == 0:
            return None
        paragraph = paragraph_at(text, paragraph[0] - 1)


def _sentences_of(text: str, paragraph: Edges) -> list[Edges]:
    start, end = paragraph
    return [(start + first, start + last) for first, last in sentences(text[start:end])]
