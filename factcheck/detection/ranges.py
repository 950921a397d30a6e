"""Two numbers that make one quantity, or two: ranges, changes, proportions."""

from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.detection.contexts import DASHES, start_of
from factcheck.detection.measures import Measure
from factcheck.detection.numbers import Form
from factcheck.detection.tokens import STOP, Tokens

_REACH_OF_CHANGE = 24
_SAFE_PROPORTION = 1000


@dataclass(frozen=True, slots=True)
class Link:
    """How two measures hang together.

    `kind` is range, change (two quantities), proportion, score (none) or fraction. The range
    begins at token `first`, `lead` letters of it left outside.
    """

    kind: str
    first: int
    lead: int


def link_between(tokens: Tokens, left: Measure, right: Measure) -> Link | None:
    """The link between two measures that follow each other, None when they stand alone."""
    gap = start_of(tokens, right.first) - left.last
    if not 0 <= gap <= 3:
        return None
    proportion = tokens.match(left.last, "proportion")
    if proportion is not None and gap and proportion[0] == right.first:
        return _proportion(left, right, proportion[1].value)
    if _is_slash(tokens, left, right):
        return Link("fraction", left.first, left.lead)
    if gap <= 1 and _is_joined(tokens, left, right, gap):
        return _opened(tokens, left, "between")
    return _marked(tokens, left, right, gap)


def _marked(tokens: Tokens, left: Measure, right: Measure, gap: int) -> Link | None:
    """A link by a word or a dash between the numbers, or by ل on the second."""
    if gap == 0 and right.lead == 1 and tokens.key(right.first)[0] == "ل":
        return _opened(tokens, left, "from")
    between = tokens.match(left.last, "range") if gap == 1 else None
    if between is None or right.lead or tokens.words[left.last].lead:
        return None
    if between[1].value == "or":
        return _alternatives(left, right)
    return _from_to(tokens, left, right) if between[1].value == "to" else None


def _is_joined(tokens: Tokens, left: Measure, right: Measure, gap: int) -> bool:
    """Whether و or and stands between."""
    if gap == 0:
        start = start_of(tokens, right.first)
        if start != right.first:
            return tokens.words[start].key in ("و", "وال")
        return right.chunk.joined and right.lead == 1
    return tokens.key(left.last) in ("و", "and")


def _opened(tokens: Tokens, left: Measure, opening: str) -> Link | None:
    """A link that needs its first word: between … and, from … to."""
    found = tokens.match_before(start_of(tokens, left.first), "range")
    if found is None or found[2].value != opening:
        return None
    return Link("range", found[0], found[1])


def _from_to(tokens: Tokens, left: Measure, right: Measure) -> Link | None:
    if left.chunk.form is Form.FRACTION and left.unit is None:
        return None
    is_dash = tokens.key(left.last) in DASHES
    opened = _opened(tokens, left, "between" if is_dash else "from")
    if is_dash and opened is not None:
        return opened
    if opened is not None:
        if _is_change(tokens, opened.first):
            return Link("change", left.first, left.lead)
        return opened
    if not is_dash:
        return Link("range", left.first, left.lead) if _counts_alike(left, right) else None
    has_unit = right.unit is not None or left.unit is not None
    rises = (left.value or 0) < (right.value or 0) or right.chunk.has_scale
    return Link("range" if has_unit and rises else "score", left.first, left.lead)


def _counts_alike(left: Measure, right: Measure) -> bool:
    """2 إلى 3 ملايين: the first number has no unit of its own, or the same."""
    return left.code is None or left.code == right.code


def _alternatives(left: Measure, right: Measure) -> Link | None:
    """ثلاثة أو أربعة أيام: two neighbours said together are a range."""
    if left.value is None or right.value is None or left.code is not None:
        return None
    step = right.value - left.value
    scale = right.chunk.scale
    is_near = step == 1 or (scale > 1 and right.value / scale - left.value == 1)
    return Link("range", left.first, left.lead) if is_near else None


def _proportion(left: Measure, right: Measure, marker: str) -> Link | None:
    if left.value is None or not right.value or not 0 < left.value < right.value:
        return None
    if right.value > _SAFE_PROPORTION or (marker == "in" and left.value != 1):
        return None
    return Link("proportion", left.first, left.lead)


def _is_slash(tokens: Tokens, left: Measure, right: Measure) -> bool:
    """3/4 and 77/100 as numbers."""
    if tokens.key(left.last) != "/" or right.chunk.first - left.last != 1:
        return False
    if not tokens.is_glued(left.last) or not tokens.is_glued(right.chunk.first):
        return False
    is_plain = left.chunk.form is Form.DIGITS and right.chunk.form is Form.DIGITS
    if not is_plain or left.value is None or not right.value or tokens.key(right.chunk.last) == "/":
        return False
    return right.value in (10, 100, 1000) or 0 < left.value < right.value < 10


def _is_change(tokens: Tokens, place: int) -> bool:
    """Whether a word of change stands before from … to in its sentence, nearer than يتراوح."""
    for at in range(place - 1, max(place - _REACH_OF_CHANGE, -1), -1):
        word = tokens.words[at]
        if word.kind >= STOP:
            return False
        entry = word.senses.get("change")
        if entry is not None:
            return entry.value == "change"
    return False


def joined_range(left: Measure, right: Measure, link: Link) -> Measure | None:
    """One measure from two; None when the ends are not in order."""
    low, high = _spread_scale(left, right)
    if not low < high:
        return None
    code = right.code if right.code is not None else left.code
    return replace(
        left,
        first=link.first,
        lead=link.lead,
        last=right.last,
        value=None,
        low=low,
        high=high,
        comparator="range",
        unit=right.unit or left.unit,
        code=code,
        parts=("range", *right.parts),
        marks=(*_opening(left, link), *left.marks, *right.marks),
    )


def changed(left: Measure, right: Measure) -> tuple[Measure, Measure]:
    """Two measures of one movement; a scale or unit said once holds for both."""
    low, _ = _spread_scale(left, right)
    code = left.code if left.code is not None else right.code
    left = replace(left, value=low, code=code, parts=("change", *left.parts))
    right_code = right.code if right.code is not None else left.code
    return left, replace(right, code=right_code, parts=("change", *right.parts))


def divided(left: Measure, right: Measure) -> Measure:
    """One measure for a proportion (واحد من كل أربعة) or a fraction (3/4)."""
    above, below = left.value or Decimal(0), right.value or Decimal(1)
    return replace(
        left,
        last=right.last,
        value=above / below,
        unit=right.unit or left.unit,
        code=right.code if right.code is not None else left.code,
        parts=("proportion", *right.parts),
        marks=(*left.marks, *right.marks),
    )


def bounded_range(tokens: Tokens, left: Measure, right: Measure) -> Measure | None:
    """أكبر من 100 وأصغر من 300: two bounds joined are the ends of one range."""
    pair = (left.comparator[:1], right.comparator[:1])
    if pair not in ((">", "<"), ("<", ">")) or left.value is None or right.value is None:
        return None
    gap = right.first - left.last
    is_joined = gap == 0 and right.lead == 1 and tokens.key(right.first)[0] == "و"
    if not is_joined and not (gap == 1 and tokens.key(left.last) in ("و", "and")):
        return None
    low, high = sorted((left, right), key=lambda each: each.value or 0)
    if low.comparator[0] != ">" or "verb" in left.parts or not _counts_alike(left, right):
        return None
    return replace(
        left,
        last=right.last,
        value=None,
        low=low.value,
        high=high.value,
        comparator="range",
        unit=right.unit or left.unit,
        code=right.code if right.code is not None else left.code,
        parts=("range", "comparator", *right.chunk.form.split()),
        marks=(*left.marks, *right.marks),
    )


def with_cents(tokens: Tokens, left: Measure, right: Measure) -> Measure | None:
    """20 دولارا و43 سنتا, $20 43c: one amount."""
    if left.unit is None or left.unit.kind != "currency" or right.value is None:
        return None
    if left.value is None or not 0 < right.value < 100 or left.value != int(left.value):
        return None
    gap = right.first - left.last - (tokens.key(left.last) == "و")
    is_cent = right.unit is not None and "cent" in tokens.words[right.unit.word_place].senses
    if gap or not (is_cent or _is_bare_cent(tokens, left, right)):
        return None
    marks = (*left.marks, *right.marks)
    return replace(left, last=right.last, value=left.value + right.value / 100, marks=marks)


def _is_bare_cent(tokens: Tokens, left: Measure, right: Measure) -> bool:
    """$20 43."""
    return (
        right.unit is None
        and left.unit is not None
        and left.unit.word_place < left.chunk.first
        and right.first == left.last
        and len(tokens.words[right.chunk.first].key) == 2
        and right.chunk.form is Form.DIGITS
    )


def _opening(left: Measure, link: Link) -> tuple[tuple[str, int, int, int], ...]:
    if link.first == left.first:
        return ()
    return (("range", link.first, left.first, link.lead),)


def _spread_scale(left: Measure, right: Measure) -> tuple[Decimal, Decimal]:
    """The two values; the scale of the second holds for a bare, smaller first one."""
    low, high = left.value or Decimal(0), right.value or Decimal(0)
    scale = right.chunk.scale
    if scale > 1 and not left.chunk.has_scale and low < high / scale:
        return low * scale, high
    first_scale = left.chunk.scale
    if first_scale > 1 and not right.chunk.has_scale and low / first_scale < high < first_scale:
        return low, high * first_scale
    return low, high
