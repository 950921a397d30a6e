"""The keys that mark the chosen claims: kind, work state, priority and verdict."""

from collections.abc import Callable
from functools import partial

from factcheck.domain.claim import ClaimKind, Priority, WorkState
from factcheck.gui import marking
from factcheck.gui.workspace import Workspace

VERDICT_KEYS = 9
"""Verdicts of the scale that have a key of their own."""

_RISING = (Priority.LOW, Priority.NORMAL, Priority.HIGH)


def marking_commands(workspace: Workspace) -> dict[str, Callable[[], None]]:
    """Return, by command id, what marks the chosen claims of `workspace`."""
    commands: dict[str, Callable[[], None]] = {
        "no_verdict": partial(_rate, workspace, None),
        "raise_priority": partial(_shift_priority, workspace, 1),
        "lower_priority": partial(_shift_priority, workspace, -1),
    }
    for kind in ClaimKind:
        commands[f"kind_{kind}"] = partial(_edit, workspace, "kind", kind)
    for state in WorkState:
        if state is not WorkState.SUGGESTED:
            commands[f"state_{state}"] = partial(_edit, workspace, "state", state)
    for place in range(VERDICT_KEYS):
        commands[f"verdict_{place + 1}"] = partial(_rate, workspace, place)
    return commands


def _edit(workspace: Workspace, field: str, value: object) -> None:
    if workspace.chosen:
        marking.edit(workspace, **{field: value})


def _shift_priority(workspace: Workspace, by: int) -> None:
    claim = workspace.selected_claim
    if claim is not None:
        place = _RISING.index(claim.priority) + by
        _edit(workspace, "priority", _RISING[min(max(place, 0), len(_RISING) - 1)])


def _rate(workspace: Workspace, place: int | None) -> None:
    """Give the verdict at `place` of the scale in use; None takes the verdict away."""
    offered = marking.offered_ratings(workspace)
    if not workspace.chosen or (place is not None and place >= len(offered)):
        return
    marking.rate(workspace, None if place is None else offered[place].id)
