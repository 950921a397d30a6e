"""Values that stand against each other, in words; texts are shown as they are."""

from factcheck.gui.workspace import Workspace
from factcheck.operations.conflicts import TEXTS
from factcheck.text.recorded import RecordedValues


def stored_words(workspace: Workspace, field: str, stored: str | None) -> str:
    """Return the stored text of a field as people read it."""
    if stored and field in TEXTS:
        return stored
    known = RecordedValues(workspace.settings, workspace.ratings, workspace.reviewers)
    return known.told(field, stored)
