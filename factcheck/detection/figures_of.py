"""The figure that an item states, in the form claims are stored with."""

from collections.abc import Mapping

from factcheck.detection.items import Item
from factcheck.domain.claim import ClaimKind
from factcheck.domain.figure import Comparator, Figure

_COMPARATORS: Mapping[object, Comparator] = {each.value: each for each in Comparator}
_GRAINS = {"year": 4, "month": 7}


def figure_of(item: Item) -> Figure:
    """The claimed value of a quantity or a date; empty for other items and unresolved dates."""
    if item.kind is ClaimKind.QUANTITY:
        return _quantity(item.value)
    if item.kind is ClaimKind.DATE:
        return Figure(_period(item.value))
    return Figure()


def _quantity(value: Mapping[str, object]) -> Figure:
    number = value.get("number")
    unit = str(value.get("unit") or "")
    if number is None:
        ends = (_plain(value.get("low")), _plain(value.get("high")))
        return Figure("-".join(ends) if all(ends) else "", unit)
    # A vague magnitude (dozens, عشرات) is "about" that many: no bound is claimed.
    vague = Comparator.ABOUT if value.get("comparator") == "vague" else Comparator.EXACT
    return Figure(_plain(number), unit, _COMPARATORS.get(value.get("comparator"), vague))


def _plain(number: object) -> str:
    if isinstance(number, float) and number.is_integer():
        return str(int(number))
    return "" if number is None else f"{number:f}" if isinstance(number, float) else str(number)


def _period(value: Mapping[str, object]) -> str:
    """An ISO partial date or interval: the grain of a whole month or year is kept."""
    start, end = value.get("start"), value.get("end")
    if not isinstance(start, str) or not isinstance(end, str):
        return ""
    length = _GRAINS.get(str(value.get("precision")), 10)
    first, last = start[:length], end[:length]
    return first if first == last else f"{first}/{last}"
