"""Who else changed the claim that is looked at, in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.gui.sharing.wording import time_words
from factcheck.runtime.i18n import tr
from factcheck.text.actions import field_name
from factcheck.text.isolation import isolate

if TYPE_CHECKING:
    from factcheck.domain.ids import ClaimId
    from factcheck.gui.workspace import Workspace

_LOOKED_AT = 20
_SILENT = frozenset({"*", "start", "end", "prefix", "suffix", "position"})


def news_of(workspace: Workspace, claim_id: ClaimId) -> str:
    """Return who changed which fields of a claim last, empty where it was nobody else."""
    from factcheck.storage import ledger  # noqa: PLC0415 - after the first paint

    found = workspace.read_or([], ledger.revisions, claim_id, _LOOKED_AT)
    if not found or found[0].actor == workspace.settings.reviewer:
        return ""
    newest = found[0]
    changed = [each for each in found if each.action_id == newest.action_id]
    fields = dict.fromkeys(field_name(each.field) for each in changed if each.field not in _SILENT)
    who = isolate(newest.actor or tr("Somebody without a name"))
    when = isolate(time_words(newest.at, workspace.settings))
    if not fields:
        return tr("{who} worked on this claim at {time}.", who=who, time=when)
    return tr(
        "{who} changed this claim at {time}: {fields}. What you are writing stays.",
        who=who,
        time=when,
        fields=tr(", ").join(fields),
    )
