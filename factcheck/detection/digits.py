"""Reading a number written in digits, whatever its separators."""

from decimal import Decimal
from functools import lru_cache

from factcheck.detection.tokens import NUMBER, Tokens

_LONGEST = 30


@lru_cache(maxsize=4096)
def read_digits(key: str) -> Decimal | None:
    """The value of a folded number token such as `310,400` or `12.6`; None when it is not one.

    Two kinds of separators decide each other: the last is the decimal one. A kind that stands
    more than once groups thousands. A single comma (or ،) groups when exactly three digits
    follow, and is decimal otherwise; a single dot is decimal. Anything else (`1.2.3`, a dotted
    date, an address) is not a number.
    """
    if len(key) > _LONGEST:
        return None
    if key.isdigit():
        return Decimal(key)
    separators = [letter for letter in key if not letter.isdigit()]
    kinds = list(dict.fromkeys(separators))
    if len(kinds) > 2 or (len(kinds) == 2 and separators.count(kinds[1]) > 1):
        return None
    grouping, point = (kinds[0], kinds[1]) if len(kinds) == 2 else _judge(key, separators)
    whole, _, part = key.partition(point) if point else (key, "", "")
    groups = whole.split(grouping) if grouping else [whole]
    if not _are_groups(groups):
        return None
    return Decimal("".join(groups) + ("." + part if part else ""))


def is_grouped_by_dot(key: str) -> bool:
    """Whether a dot might group thousands (`1.500`); the unit decides, see `quantities`."""
    whole, dot, part = key.partition(".")
    return bool(dot) and part.isdigit() and len(part) == 3 and whole.isdigit() and whole != "0"


def read_number(tokens: Tokens, place: int) -> tuple[Decimal, int] | None:
    """The number at `place` and the token after it; joins groups set apart by spaces (`12 500`)."""
    word = tokens.words[place]
    if word.kind != NUMBER:
        return None
    key, after = word.key, place + 1
    if len(key) <= 3 and key.isdigit() and not key.startswith("0"):
        while _is_group(tokens, after):
            key += tokens.words[after].key
            after += 1
    value = read_digits(key)
    return None if value is None else (value, after)


def _is_group(tokens: Tokens, place: int) -> bool:
    """Whether token `place` is three more digits after one space, perhaps with decimals."""
    key = tokens.key(place)
    if tokens.word(place).kind != NUMBER or tokens.starts[place] != tokens.ends[place - 1] + 1:
        return False
    if "," in tokens.words[place - 1].key or "." in tokens.words[place - 1].key:
        return False
    whole = key.replace("،", ",").replace(".", ",").split(",")
    return len(whole[0]) == 3 and len(whole) <= 2


def _judge(key: str, separators: list[str]) -> tuple[str, str]:
    """(grouping, point) for one kind of separator."""
    only = separators[0]
    if len(separators) > 1:
        return only, ""
    whole, _, part = key.partition(only)
    if only != "." and len(part) == 3 and len(whole) <= 3 and whole != "0":
        return only, ""
    return "", only


def _are_groups(groups: list[str]) -> bool:
    if len(groups) == 1:
        return groups[0].isdigit()
    first, *others = groups
    return 1 <= len(first) <= 3 and all(len(group) == 3 for group in others)
