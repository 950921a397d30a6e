"""What people call the keys of the domain: one translated name for each enumeration member.

The screen, the command line and the reports all read these tables, so a state is never called two
things. Names are English sentences of the catalogues, translated when asked for.
"""

from collections.abc import Mapping
from enum import StrEnum

from factcheck.domain.claim import ClaimKind, Priority, WorkState
from factcheck.domain.errors import N_
from factcheck.domain.evidence import SourceClass, Stance
from factcheck.domain.figure import Comparator
from factcheck.runtime.i18n import tr

Named = ClaimKind | WorkState | Priority | Stance | SourceClass | Comparator

_NAMES: Mapping[type[StrEnum], Mapping[str, str]] = {
    ClaimKind: {
        ClaimKind.QUANTITY: N_("Quantity"),
        ClaimKind.DATE: N_("Date"),
        ClaimKind.QUOTE: N_("Quote"),
        ClaimKind.ATTRIBUTION: N_("Attributed statement"),
        ClaimKind.EVENT: N_("Event"),
        ClaimKind.NAME: N_("Name or title"),
        ClaimKind.COMPARISON: N_("Comparison"),
        ClaimKind.IMAGE: N_("Image"),
        ClaimKind.OPINION: N_("Opinion, not checkable"),
        ClaimKind.OTHER: N_("Other claim"),
    },
    WorkState: {
        WorkState.SUGGESTED: N_("Suggested"),
        WorkState.OPEN: N_("To check"),
        WorkState.CHECKING: N_("Being checked"),
        WorkState.CHECKED: N_("Checked"),
        WorkState.APPROVED: N_("Approved"),
        WorkState.DISMISSED: N_("Dismissed"),
    },
    Priority: {
        Priority.HIGH: N_("High priority"),
        Priority.NORMAL: N_("Normal priority"),
        Priority.LOW: N_("Low priority"),
    },
    Stance: {
        Stance.SUPPORTS: N_("Supports"),
        Stance.REFUTES: N_("Refutes"),
        Stance.CONTEXT: N_("Context"),
    },
    SourceClass: {
        SourceClass.PRIMARY: N_("Primary source"),
        SourceClass.SECONDARY: N_("Secondary source"),
        SourceClass.OFFICIAL: N_("Official source"),
        SourceClass.ANONYMOUS: N_("Anonymous source"),
    },
    Comparator: {
        Comparator.EXACT: N_("exactly"),
        Comparator.ABOUT: N_("about"),
        Comparator.MORE: N_("more than"),
        Comparator.AT_LEAST: N_("at least"),
        Comparator.LESS: N_("less than"),
        Comparator.AT_MOST: N_("at most"),
    },
}


def name_of(value: Named) -> str:
    """Return what people call `value`, in the language of the program."""
    return tr(_NAMES[type(value)][value])
