"""What people call the operations, in histories and beside undo.

An action is recorded under the name of its operation; this is the one table of their names.
"""

from collections.abc import Mapping

from factcheck.domain.errors import N_
from factcheck.runtime.i18n import tr

_NAMES: Mapping[str, str] = {
    "add_article": N_("Adding an article"),
    "edit_article": N_("Changing an article"),
    "delete_articles": N_("Deleting articles"),
    "add_claim": N_("Adding a claim"),
    "add_claims": N_("Adding claims"),
    "edit_claims": N_("Changing claims"),
    "move_claim": N_("Moving a claim"),
    "delete_claims": N_("Deleting claims"),
    "set_verdict": N_("Giving a verdict"),
    "add_evidence": N_("Adding evidence"),
    "edit_evidence": N_("Changing evidence"),
    "move_evidence": N_("Ordering evidence"),
    "delete_evidence": N_("Deleting evidence"),
    "add_scale": N_("Adding a rating scale"),
    "edit_scale": N_("Changing a rating scale"),
    "add_rating": N_("Adding a rating"),
    "edit_rating": N_("Changing a rating"),
    "retire_rating": N_("Retiring a rating"),
    "move_rating": N_("Ordering ratings"),
    "add_sample": N_("Adding the sample article"),
}
_PLAYED: Mapping[str, str] = {
    "undo": N_("Taken back: {action}"),
    "redo": N_("Done again: {action}"),
}


def action_name(action: str, kind: str = "do") -> str:
    """Return what people call the operation `action`, in the language of the program.

    `kind` is that of the recorded action: `do`, `undo` or `redo`. An operation of a newer program
    keeps its own name.
    """
    name = tr(_NAMES[action]) if action in _NAMES else action
    return tr(_PLAYED[kind], action=name) if kind in _PLAYED else name
