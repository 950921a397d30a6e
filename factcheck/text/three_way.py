"""Putting two edits of one text together, line by line.

Never word by word: that duplicates text where sentences were moved. A proposal only; a person looks
at it before it is stored.
"""

from difflib import SequenceMatcher

Edit = tuple[int, int, list[str]]
"""Lines of the base from (included) and to (excluded), and what stands in their place."""


def merged_lines(base: str, mine: str, theirs: str) -> str | None:
    """Return a text with both edits of `base`, None where they touch the same or adjoining lines.

    Lines end at line feeds only, which stay as they are.
    """
    lines = base.split("\n")
    edits = _edits(lines, mine.split("\n"))
    for other in _edits(lines, theirs.split("\n")):
        if other in edits:
            continue
        if any(_touch(each, other) for each in edits):
            return None
        edits.append(other)
    result: list[str] = []
    at = 0
    for start, end, new in sorted(edits, key=lambda each: each[:2]):
        result += lines[at:start] + new
        at = end
    return "\n".join(result + lines[at:])


def _edits(base: list[str], other: list[str]) -> list[Edit]:
    codes = SequenceMatcher(None, base, other, autojunk=False).get_opcodes()
    return [(i, j, other[k:m]) for kind, i, j, k, m in codes if kind != "equal"]


def _touch(one: Edit, other: Edit) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
