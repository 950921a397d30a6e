"""What bounds a number: words before it, words after it, and verbs near it."""

from dataclasses import dataclass

from factcheck.detection.lexicon import Entry
from factcheck.detection.tokens import NUMBER, WORD, Tokens

_NEAR = 4
_AWAY = frozenset(
    {"في", "من", "الي", "عند", "مع", "حتي", "خلال", "منذ", "بعد", "قبل", "بين", "in", "to"}
)
_NEGATED = {">": "<=", "<": ">=", ">=": "<", "<=": ">", "~": "="}


@dataclass(frozen=True, slots=True)
class Bound:
    """A comparator: its symbol and its tokens `first` to `last`, `lead` letters left outside."""

    symbol: str
    first: int
    last: int
    lead: int = 0


def bound_before(tokens: Tokens, place: int) -> Bound | None:
    """The comparator that ends before token `place`, with a word like سن between at most."""
    found = tokens.match_before(place, "comparator")
    if found is None and "bridge" in tokens.word(place - 1).senses:
        found = tokens.match_before(place - 1, "comparator")
    if found is None:
        return None
    first, lead, entry = found
    return Bound(entry.value, first, place, lead)


def bound_after(tokens: Tokens, place: int) -> Bound | None:
    """The comparator that begins at token `place` (على الأقل, ونيف, or more)."""
    found = tokens.match(place, "after")
    if found is None or tokens.words[place].lead or _goes_on(tokens, found[0]):
        return None
    if tokens.match(place + 1, "comparator") is not None:
        return None
    return Bound(found[1].value, place, found[0])


def _goes_on(tokens: Tokens, place: int) -> bool:
    """على الأقل 15: the words belong to a number after them."""
    return tokens.word(place).kind == NUMBER or tokens.key(place) in ("من", "than")


def verb_before(tokens: Tokens, place: int) -> Bound | None:
    """The verb of exceeding that has the number at `place` as its object.

    At most three words stand between and all in one clause. زاد, قل and the like need على or عن
    before the number. A negation before the verb turns the bound round.
    """
    for at in range(place - 1, max(place - 2 - _NEAR, -1), -1):
        word = tokens.words[at]
        if word.kind != WORD:
            return None
        entry = word.senses.get("exceed")
        if entry is None:
            if word.bare in _AWAY and at != place - 1:
                return None
            continue
        has_preposition = tokens.key(place - 1) in ("علي", "عن")
        if not _fits(tokens, at, place, has_preposition=has_preposition, entry=entry):
            return None
        symbol = _NEGATED[entry.value] if _is_negated(tokens, at) else entry.value
        return Bound(symbol, at, at + 1, word.lead)
    return None


def _fits(tokens: Tokens, at: int, place: int, *, has_preposition: bool, entry: Entry) -> bool:
    between = place - at - 1 - has_preposition
    if between > _NEAR - 1:
        return False
    if entry.kind == "with":
        return has_preposition
    if entry.value == "~":
        return between == 0
    return between == 0 or "stop" not in tokens.words[place - 1].senses


def _is_negated(tokens: Tokens, verb: int) -> bool:
    before = tokens.word(verb - 1)
    if "negation" in before.senses:
        return True
    return before.key in ("ان", "ما") and tokens.key(verb - 2) in ("دون", "بدون")
