"""From the options of a command to the values of an operation."""

from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from factcheck.cli.parser import WrongUsageError
from factcheck.domain.claim import ClaimKind, Priority, WorkState
from factcheck.domain.errors import N_, InvalidInputError
from factcheck.domain.evidence import SourceClass, Stance
from factcheck.domain.figure import Comparator, Figure
from factcheck.domain.ids import RatingId
from factcheck.domain.rating import Neutral, Rating, RatingScale
from factcheck.runtime.i18n import tr

NO_RATING = N_("There is no verdict {key}. The verdicts are: {keys}.")
NO_SCALE = N_("There is no rating scale {key}. The scales are: {keys}.")
RETIRED = N_("The verdict {key} is retired and cannot be given any longer.")
BAD_SIGN = N_("{text} is no comparator. The comparators are: {signs}.")
NOTHING = N_("Nothing to change was given. Help: {command}")

_ENUMS: Mapping[str, type[StrEnum]] = {
    "kind": ClaimKind,
    "state": WorkState,
    "priority": Priority,
    "stance": Stance,
    "source_class": SourceClass,
    "neutral": Neutral,
}
CLEARED = "none"
"""Typed to take a verdict, or the number of a rating, away."""


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


def rating(key: str, scales: Sequence[RatingScale], preferred: str) -> RatingId | None:
    """Return the verdict that `key` names (see `find_rating`), None for `none` or nothing.

    Raises:
        InvalidInputError: No scale has it, or it is retired everywhere.
    """
    if key in ("", CLEARED):
        return None
    found = find_rating(key, scales, preferred)
    if found.is_retired:
        raise InvalidInputError(RETIRED, key=key)
    return found.id


def find_rating(key: str, scales: Sequence[RatingScale], preferred: str) -> Rating:
    """Return the rating that `KEY` or `SCALE/KEY` names.

    Scales may share keys: the one named `preferred` is searched first, then the others in order;
    of equal keys one that is not retired comes first.

    Raises:
        InvalidInputError: No scale has it.
    """
    scale_key, slash, rating_key = key.rpartition("/")
    searched = [each for each in scales if not slash or each.key == scale_key]
    searched.sort(key=lambda scale: scale.key != preferred)
    found = [each for scale in searched for each in scale.ratings if each.key == rating_key]
    found.sort(key=lambda each: each.is_retired)
    if found:
        return found[0]
    known = [each for scale in scales for each in scale.ratings if not each.is_retired]
    keys = dict.fromkeys(each.key for each in known)
    raise InvalidInputError(NO_RATING, key=key, keys=", ".join((*keys, CLEARED)))


def find_scale(key: str, scales: Sequence[RatingScale]) -> RatingScale:
    """Return the scale that `key` names.

    Raises:
        InvalidInputError: There is none.
    """
    for scale in scales:
        if scale.key == key:
            return scale
    keys = ", ".join(each.key for each in scales)
    raise InvalidInputError(NO_SCALE, key=key, keys=keys)
