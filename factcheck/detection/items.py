"""What detection finds: an item with its span, its normalised value and the reason."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from factcheck.domain.claim import ClaimKind

Evidence = tuple[str, int, int]
"""(role, start, end): what a stretch of the text did for the item, in original code points."""

_EMPTY: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Item:
    """One finding.

    `start` and `end` are code points of the text as given, `end` exclusive. `value` is read-only
    and has these keys, with JSON values only:

    - quantity: comparator (`=` `~` `>` `>=` `<` `<=` `vague` `range`), number, low, high, unit
    - date: start, end (ISO days or None when unresolved), precision, calendar, relative, mod,
      and `reason` where it could not be resolved
    - quote: speaker, cue, source
    - attribution: speaker, cue, content, source

    `rule` names the rule that made it, `evidence` the stretches it rests on, in text order.
    """

    kind: ClaimKind
    start: int
    end: int
    value: Mapping[str, object] = field(default_factory=lambda: _EMPTY)
    rule: str = ""
    evidence: tuple[Evidence, ...] = ()


def frozen(**values: object) -> Mapping[str, object]:
    """A read-only value of an item."""
    return MappingProxyType(values)
