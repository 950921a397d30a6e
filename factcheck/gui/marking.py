"""What keys and boxes do to the chosen claims; each is one operation, however many they are."""

from collections.abc import Iterable

from factcheck.domain.changes import Changes
from factcheck.domain.claim import Claim, WorkState
from factcheck.domain.ids import ClaimId, RatingId
from factcheck.domain.rating import Rating
from factcheck.gui.workspace import Workspace


def chosen_claims(workspace: Workspace) -> list[Claim]:
    """Return the claims that are chosen."""
    return [claim for claim in map(workspace.claim, workspace.chosen) if claim is not None]


def edit(workspace: Workspace, **values: object) -> Changes | None:
    """Give fields of the chosen claims new values; what they are already is left alone."""
    from factcheck.operations import claims  # noqa: PLC0415 - after the first paint

    present = chosen_claims(workspace)
    if all(getattr(claim, name) == value for claim in present for name, value in values.items()):
        return None
    base = {claim.id: {name: getattr(claim, name) for name in values} for claim in present}
    return workspace.run(claims.edit_claims, claim_ids=workspace.chosen, values=values, base=base)


def rate(workspace: Workspace, rating_id: RatingId | None) -> Changes | None:
    """Give the chosen claims a verdict, or none."""
    from factcheck.operations import verdicts  # noqa: PLC0415 - after the first paint

    present = chosen_claims(workspace)
    if all(claim.rating_id == rating_id for claim in present):
        return None
    base = {claim.id: {"rating_id": claim.rating_id} for claim in present}
    return workspace.run(
        verdicts.set_verdict, claim_ids=workspace.chosen, rating_id=rating_id, base=base
    )


def offered_ratings(workspace: Workspace) -> list[Rating]:
    """Return the verdicts to choose from: the scale in use without retired ones, in its order."""
    scale = workspace.scale
    return [each for each in scale.ratings if not each.is_retired] if scale else []


def accept(workspace: Workspace, claim_ids: Iterable[ClaimId]) -> Changes | None:
    """Make claims of the suggestions among `claim_ids`."""
    from factcheck.operations import suggestions as answers  # noqa: PLC0415

    ids = suggestions(workspace, claim_ids)
    return workspace.run(answers.accept_suggestions, claim_ids=ids) if ids else None


def dismiss(workspace: Workspace, claim_ids: Iterable[ClaimId]) -> Changes | None:
    """Put the suggestions among `claim_ids` aside."""
    from factcheck.operations import suggestions as answers  # noqa: PLC0415

    ids = suggestions(workspace, claim_ids)
    return workspace.run(answers.dismiss_suggestions, claim_ids=ids) if ids else None


def suggestions(workspace: Workspace, claim_ids: Iterable[ClaimId]) -> tuple[ClaimId, ...]:
    """Return those of `claim_ids` that are suggestions."""
    found = (workspace.claim(each) for each in claim_ids)
    return tuple(each.id for each in found if each and each.state is WorkState.SUGGESTED)


def following_suggestion(workspace: Workspace, claim: Claim | None, by: int = 1) -> ClaimId | None:
    """Return the next (1) or previous (-1) suggestion of the text, round at its ends.

    Counted from `claim`, which is itself no answer; from an end of the text where it is None.
    """
    claims = workspace.claims
    place = next((at for at, each in enumerate(claims) if claim and each.id == claim.id), -1)
    if place < 0:
        order = claims if by > 0 else claims[::-1]
    else:
        after, before = claims[place + 1 :], claims[:place]
        order = after + before if by > 0 else before[::-1] + after[::-1]
    return next((each.id for each in order if each.state is WorkState.SUGGESTED), None)


def delete(workspace: Workspace, claim_ids: Iterable[ClaimId]) -> Changes | None:
    """Delete claims; undo brings them back."""
    from factcheck.operations import claims  # noqa: PLC0415 - after the first paint

    ids = tuple(claim_ids)
    return workspace.run(claims.delete_claims, claim_ids=ids) if ids else None
