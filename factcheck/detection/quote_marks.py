"""Pairing of quotation marks, paragraph by paragraph, with a stack.

Arabic copy mixes “ ”, « », " and their mirrored uses (”text“, »text«), and writers forget to close.
A mark is judged by its shape, by what stands around it and by what is open: nothing is ever read
twice, so a text of marks alone is linear too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_FAMILIES = {
    "“": "curly", "”": "curly", "„": "curly", "‟": "curly",
    '"': "straight", "＂": "straight",
    "«": "angle", "»": "angle",
    "‹": "small angle", "›": "small angle",
    "‘": "single", "’": "single", "‚": "single", "'": "single",
}  # fmt: skip
_MARKS = re.compile("[\n" + "".join(_FAMILIES) + "]")
_OPENERS = frozenset("“„«‹‘‚")
_CLOSERS = frozenset("”»›’")
_BEFORE_OPENING = frozenset(" \n([{-–—/:،؛,;.…“”„\"«»‹›‘’'")
_AFTER_CLOSING = frozenset(" \n)]}-–—/:،؛,;.…؟?!“”„\"«»‹›‘’'")
_PROCLITICS = frozenset("وفبلك")
_BLANK = frozenset(" \n")
_APART = ("", " ", "\n")
_EDGES = " \n.,،;؛…"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between outermost marks: the span inside them and the span with them.

    Offsets are those of the text that was read. `is_closed` is false when the paragraph ended
    first; `outer_end` is then the end of the paragraph.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    is_closed: bool


@dataclass(slots=True)
class _Open:
    mark: str
    family: str
    at: int


def quotations(text: str) -> list[Quotation]:
    """Return the outermost quotations of `text` in order, trimmed, empty ones left out."""
    found = []
    for outer_start, outer_end, is_closed in _pairs(text):
        start, end = trimmed(text, outer_start + 1, outer_end - 1 if is_closed else outer_end)
        if start < end:
            found.append(Quotation(start, end, outer_start, outer_end, is_closed))
    return found


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Shrink a span over white space and sentence punctuation; ؟ and ! stay."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def _pairs(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield (start, end, is_closed) of outermost pairs, marks included, in order."""
    stack: list[_Open] = []
    done: list[tuple[int, int, bool]] = []
    for match in _MARKS.finditer(text):
        mark, at = match.group(), match.start()
        if mark == "\n":
            yield from _settled(done, stack, at)
            stack, done = [], []
            continue
        _take(text, at, _Open(mark, _FAMILIES[mark], at), stack, done)
    yield from _settled(done, stack, len(text))


def _take(
    text: str, at: int, new: _Open, stack: list[_Open], done: list[tuple[int, int, bool]]
) -> None:
    """Let one mark open, close, or count for nothing."""
    opens, closes = _looks(text, at)
    position = _opened(stack, new.family)
    if position is None and stack and _closes_another(text, new, opens=opens, closes=closes):
        position = len(stack) - 1
    if position is None:
        is_apart = text[at - 1 : at] in _APART and text[at + 1 : at + 2] in _APART
        if _may_open(new, opens=opens or is_apart, closes=closes):
            stack.append(new)
        return
    if _is_nested(stack[position], new, opens=opens, closes=closes):
        stack.append(new)
    elif new.family != "single" or closes:
        begun = stack[position]
        del stack[position:]
        if not stack:
            done.append((begun.at, at + 1, True))


def _opened(stack: list[_Open], family: str) -> int | None:
    """Where the innermost open mark of `family` is; looks a few levels deep, no more."""
    for position in range(len(stack) - 1, max(-1, len(stack) - 9), -1):
        if stack[position].family == family:
            return position
    return None


def _may_open(new: _Open, *, opens: bool, closes: bool) -> bool:
    if new.family == "single":
        return opens and not closes
    if opens:
        return True
    return new.mark in _OPENERS or (not closes and new.mark not in _CLOSERS)


def _closes_another(text: str, new: _Open, *, opens: bool, closes: bool) -> bool:
    """Whether a mark can only be the end of a quotation begun with another kind of mark."""
    if new.family == "single" or new.mark in _OPENERS or opens or not closes:
        return False
    return not text[new.at - 1].isdigit()


def _is_nested(begun: _Open, new: _Open, *, opens: bool, closes: bool) -> bool:
    """Whether a mark of an open family begins a quotation inside it."""
    if begun.mark != new.mark or closes or not opens:
        return False
    return new.family != "single"


def _looks(text: str, at: int) -> tuple[bool, bool]:
    """Whether the mark at `at` stands as an opening, and as a closing one does."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    is_led = at > 1 and before == " " and text[at - 2] in ":،,"
    opens = (after not in _BLANK and (before in _BEFORE_OPENING or _glued(text, at))) or is_led
    if before == ":":
        return True, False
    closes = before not in _BLANK and after in _AFTER_CLOSING
    return opens, closes


def _glued(text: str, at: int) -> bool:
    """Whether only a proclitic (و ف ب ل ك, ال) stands between a space and the mark."""
    if text[at - 1] not in _PROCLITICS:
        return False
    return at < 2 or not text[at - 2].isalnum()


def _settled(
    done: list[tuple[int, int, bool]], stack: list[_Open], end: int
) -> Iterator[tuple[int, int, bool]]:
    """The pairs of a paragraph, and the quotation left open at its end."""
    yield from done
    for begun in stack:
        if begun.family != "single":
            yield (begun.at, end, False)
            return
