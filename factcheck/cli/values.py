"""From the options of a command to the values of an operation."""

from argparse import Namespace
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from factcheck.cli.parser import WrongUsageError
from factcheck.domain.claim import ClaimKind, Priority, WorkState
from factcheck.domain.errors import N_, InvalidInputError
from factcheck.domain.evidence import SourceClass, Stance
from factcheck.domain.figure import Comparator, Figure
from factcheck.domain.ids import RatingId
from factcheck.domain.rating import RatingScale
from factcheck.runtime.i18n import tr

NO_RATING = N_("There is no verdict {key}. The verdicts are: {keys}.")
RETIRED = N_("The verdict {key} is retired and cannot be given any longer.")
BAD_SIGN = N_("{text} is no comparator. The comparators are: {signs}.")
NOTHING = N_("Nothing to change was given. Help: {command}")

_ENUMS: Mapping[str, type[StrEnum]] = {
    "kind": ClaimKind,
    "state": WorkState,
    "priority": Priority,
    "stance": Stance,
    "source_class": SourceClass,
}
_CLEARED = "none"


def given(arguments: Namespace, names: Iterable[str]) -> dict[str, Any]:
    """Return the options that were typed, enumerations as members."""
    found: dict[str, Any] = {}
    for name in names:
        value = getattr(arguments, name)
        if value is not None:
            found[name] = _ENUMS[name](value) if name in _ENUMS else value
    return found


def something(values: dict[str, Any], arguments: Namespace) -> dict[str, Any]:
    """Return `values`.

    Raises:
        WrongUsageError: There are none, so there is nothing to change.
    """
    if not values:
        words = " ".join(("factcheck", *arguments.command.words))
        raise WrongUsageError(tr(NOTHING, command=f"{words} --help"))
    return values


def figure(arguments: Namespace, name: str, before: Figure) -> Figure | None:
    """Return the figure `name` (`claimed`, `found`) with the typed parts; None without any.

    Raises:
        InvalidInputError: The comparator is not one.
    """
    parts = {
        "value": getattr(arguments, name),
        "unit": getattr(arguments, f"{name}_unit"),
        "comparator": getattr(arguments, f"{name}_comparator"),
        "as_of": getattr(arguments, f"{name}_as_of"),
    }
    if all(part is None for part in parts.values()):
        return None
    sign = parts["comparator"]
    return Figure(
        value=before.value if parts["value"] is None else parts["value"],
        unit=before.unit if parts["unit"] is None else parts["unit"],
        comparator=before.comparator if sign is None else _comparator(sign),
        as_of=before.as_of if parts["as_of"] is None else parts["as_of"],
    )


def _comparator(text: str) -> Comparator:
    for each in Comparator:
        if text in (each.value, each.name.lower()):
            return each
    raise InvalidInputError(BAD_SIGN, text=text, signs=" ".join(Comparator))


def rating(key: str, scales: Iterable[RatingScale], preferred: str) -> RatingId | None:
    """Return the rating that `key` names, None for `none` or nothing.

    Scales may share keys: the one named `preferred` is searched first, then the others in order.

    Raises:
        InvalidInputError: No scale has it, or it is retired everywhere.
    """
    if key in ("", _CLEARED):
        return None
    ordered = sorted(scales, key=lambda scale: scale.key != preferred)
    found = [each for scale in ordered for each in scale.ratings if each.key == key]
    for each in found:
        if not each.is_retired:
            return each.id
    if found:
        raise InvalidInputError(RETIRED, key=key)
    keys = dict.fromkeys(
        each.key for scale in ordered for each in scale.ratings if not each.is_retired
    )
    raise InvalidInputError(NO_RATING, key=key, keys=", ".join((*keys, _CLEARED)))
