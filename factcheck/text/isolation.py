"""Keeping text of one direction readable inside text of the other.

For what is shown or exported only: labels, cells, messages, reports. Article text is never
changed, offsets would move.
"""

import re
from collections.abc import Iterator

FIRST_STRONG = "\u2068"
LEFT_TO_RIGHT = "\u2066"
RIGHT_TO_LEFT = "\u2067"
POP = "\u2069"
_OPENING = "\u2066\u2067\u2068"

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_EDGE = r"A-Za-z0-9\u00c0-\u024f"
_RUN = re.compile(
    rf"(?:[+\-\u2212#@](?=[{_EDGE}]))?[{_EDGE}](?:[^{_RTL}\n]*[{_EDGE}%\u00b0/=#_&])?"
)
_REORDERED = re.compile(r"[A-Za-z\u00c0-\u024f+\-\u2212\u2013/:%=~@#\s]")
_BRACKETS = {"(": ")", "[": "]", "{": "}", "«": "»", "“": "”"}
_CLOSING = frozenset(_BRACKETS.values())
_TRIMMED = " \t,.;:\u2013\u2014\u00a0"
_RTL_PART = re.compile(rf"[{_RTL}](?:[^/?#&=.:\s]*[{_RTL}])?")
_ADDRESS = re.compile(r"\b(?:https?://|mailto:|www\.)[^\s<>\"«»“”]+")


def isolate(text: str) -> str:
    """Return `text` so that it neither disturbs nor is disturbed by what stands around it.

    Its direction is that of its first strong letter. Isolates that `text` leaves open are closed,
    and ends of isolates it never opened are dropped.
    """
    kept = []
    depth = 0
    for char in text:
        if char == POP and depth == 0:
            continue
        depth += (char in _OPENING) - (char == POP)
        kept.append(char)
    return FIRST_STRONG + "".join(kept) + POP * (depth + 1)


def isolate_ltr_runs(text: str) -> str:
    """Return right-to-left `text` with every left-to-right run of it isolated (U+2066, U+2069)."""
    return "".join(
        isolate_address(piece) if is_run else piece for is_run, piece in split_ltr_runs(text)
    )


def split_ltr_runs(text: str) -> Iterator[tuple[bool, str]]:
    """Cut `text` into pieces, each with whether it is a left-to-right run; nothing is lost."""
    at = 0
    for start, end in ltr_runs(text):
        if start > at:
            yield False, text[at:start]
        yield True, text[start:end]
        at = end
    if at < len(text):
        yield False, text[at:]


def isolate_address(url: str) -> str:
    """Return a web address so that its parts stay in their order, right-to-left parts included."""
    return LEFT_TO_RIGHT + isolate_address_parts(url) + POP


def isolate_address_parts(url: str) -> str:
    """Return what stands within a left-to-right isolate with its right-to-left parts isolated."""
    parts = (RIGHT_TO_LEFT + piece + POP if rtl else piece for rtl, piece in split_address(url))
    return "".join(parts)


def split_address(url: str) -> Iterator[tuple[bool, str]]:
    """Cut an address into pieces, each with whether it runs from right to left; nothing is lost.

    Without this a number behind an Arabic part of the path would stand before it.
    """
    at = 0
    for part in _RTL_PART.finditer(url):
        if part.start() > at:
            yield False, url[at : part.start()]
        yield True, part.group()
        at = part.end()
    if at < len(url):
        yield False, url[at:]


def ltr_runs(text: str) -> list[tuple[int, int]]:
    """Return the spans of right-to-left `text` that must be isolated to be read in order.

    A run is the longest stretch between right-to-left letters (`1 USD = 3.75 SAR` is one: its words
    taken singly would change places), cut at brackets whose partner lies outside it, and only where
    the bidirectional algorithm would reorder it. A web address is one run up to the next space,
    right-to-left letters of its path included.
    """
    spans: list[tuple[int, int]] = []
    at = 0
    for address in _ADDRESS.finditer(text):
        end = _end_of_address(text, address.start(), address.end())
        spans += _runs_between(text, at, address.start())
        spans.append((address.start(), end))
        at = end
    return spans + _runs_between(text, at, len(text))


def _end_of_address(text: str, start: int, end: int) -> int:
    """Leave the punctuation of the sentence, and a bracket opened before, out of an address."""
    while text[end - 1] in ".,;:!?،؛؟'" or (
        text[end - 1] in ")]}" and _is_unopened(text[start:end])
    ):
        end -= 1
    return end


def _is_unopened(piece: str) -> bool:
    closing = piece[-1]
    opening = next(each for each, partner in _BRACKETS.items() if partner == closing)
    return piece.count(closing) > piece.count(opening)


def _runs_between(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans = []
    for match in _RUN.finditer(text, start, end):
        for first, last in _balanced_parts(text, match.start(), match.end()):
            piece = text[first:last]
            core = piece.strip(_TRIMMED)
            if core and _REORDERED.search(core) and re.search(f"[{_EDGE}]", core):
                offset = first + len(piece) - len(piece.lstrip(_TRIMMED))
                spans.append((offset, offset + len(core)))
    return spans


def _balanced_parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a span at the brackets whose partner is not in it."""
    open_at: list[int] = []
    cuts: list[int] = []
    for at in range(start, end):
        char = text[at]
        if char in _BRACKETS:
            open_at.append(at)
        elif char in _CLOSING:
            if open_at and _BRACKETS[text[open_at[-1]]] == char:
                open_at.pop()
            else:
                cuts.append(at)
    for cut in sorted(cuts + open_at):
        yield start, cut
        start = cut + 1
    yield start, end
