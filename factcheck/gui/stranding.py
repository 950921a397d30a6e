"""What of a call that can be done no more is typed text, and in which form that is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from factcheck.operations.choosing import unsaved_edit, unsaved_evidence

if TYPE_CHECKING:
    from factcheck.domain.conflict import EditConflictError
    from factcheck.domain.evidence import EvidenceDraft
    from factcheck.domain.ids import ClaimId


def unsaved_edits(arguments: Mapping[str, Any]) -> Iterator[EditConflictError]:
    """Return the edits of claims and of evidence, by the arguments of the operation."""
    if "values" not in arguments:
        return
    values, base = arguments["values"], arguments.get("base") or {}
    for claim_id in arguments.get("claim_ids", ()):
        yield unsaved_edit(claim_id, values, base.get(claim_id, {}))
    if "evidence_id" in arguments:
        yield unsaved_evidence(arguments["evidence_id"], values, base)


def new_evidence(arguments: Mapping[str, Any]) -> tuple[ClaimId, EvidenceDraft] | None:
    """Return new evidence and the claim it is for, None where it is something else."""
    if "claim_id" in arguments and "draft" in arguments:
        return arguments["claim_id"], arguments["draft"]
    return None
