"""From stored columns to domain values; nowhere else are rows read out."""

from collections.abc import Sequence
from typing import Any

from factcheck.domain.anchor import Anchor
from factcheck.domain.article import Article
from factcheck.domain.claim import Claim, ClaimKind, Priority, WorkState
from factcheck.domain.evidence import Evidence, SourceClass, Stance
from factcheck.domain.figure import Comparator, Figure
from factcheck.domain.rating import Neutral, Rating
from factcheck.storage.tables import ArticleRow, ClaimRow, EvidenceRow, RatingRow

CLAIM_COLUMNS = (
    ClaimRow.id,
    ClaimRow.article_id,
    ClaimRow.version_id,
    ClaimRow.rev,
    ClaimRow.start,
    ClaimRow.end,
    ClaimRow.exact,
    ClaimRow.prefix,
    ClaimRow.suffix,
    ClaimRow.kind,
    ClaimRow.state,
    ClaimRow.priority,
    ClaimRow.statement,
    ClaimRow.claimant,
    ClaimRow.said_on,
    ClaimRow.said_where,
    ClaimRow.rating_id,
    ClaimRow.rationale,
    ClaimRow.note,
    ClaimRow.claimed_value,
    ClaimRow.claimed_unit,
    ClaimRow.claimed_comparator,
    ClaimRow.claimed_as_of,
    ClaimRow.found_value,
    ClaimRow.found_unit,
    ClaimRow.found_comparator,
    ClaimRow.found_as_of,
    ClaimRow.rule,
    ClaimRow.reviewer_id,
    ClaimRow.created_at,
    ClaimRow.updated_at,
    ClaimRow.new_wording,
    ClaimRow.question,
)

_KINDS = {each.value: each for each in ClaimKind}
_STATES = {each.value: each for each in WorkState}
_PRIORITIES = {each.value: each for each in Priority}
_COMPARATORS = {each.value: each for each in Comparator}
_STANCES = {each.value: each for each in Stance}
_SOURCES = {each.value: each for each in SourceClass}
_NEUTRALS = {each.value: each for each in Neutral}
_NO_FIGURE = Figure()


def _figure(value: str, unit: str, comparator: str, as_of: str) -> Figure:
    if not (value or unit or as_of) and comparator == "=":
        return _NO_FIGURE
    return Figure(value, unit, _COMPARATORS.get(comparator, Comparator.EXACT), as_of)


def claim_of(row: Sequence[Any], number: int, evidence_count: int) -> Claim:
    """Return the claim of a row of `CLAIM_COLUMNS`.

    A key that only a newer program knows is read as the plainest one and stays stored as it is.
    """
    values = row
    return Claim(
        id=values[0],
        article_id=values[1],
        version_id=values[2],
        rev=values[3],
        number=number,
        anchor=Anchor(values[4], values[5], values[6], values[7], values[8]),
        kind=_KINDS.get(values[9], ClaimKind.OTHER),
        state=_STATES.get(values[10], WorkState.OPEN),
        priority=_PRIORITIES.get(values[11], Priority.NORMAL),
        statement=values[12],
        claimant=values[13],
        said_on=values[14],
        said_where=values[15],
        rating_id=values[16],
        rationale=values[17],
        note=values[18],
        claimed=_figure(values[19], values[20], values[21], values[22]),
        found=_figure(values[23], values[24], values[25], values[26]),
        rule=values[27],
        reviewer_id=values[28],
        evidence_count=evidence_count,
        created_at=values[29],
        updated_at=values[30],
        new_wording=values[31],
        question=values[32],
    )


def evidence_of_row(row: EvidenceRow) -> Evidence:
    """Return the evidence of a row."""
    made: Any = Evidence
    found: Evidence = made(
        id=row.id,
        claim_id=row.claim_id,
        rev=row.rev,
        position=row.position,
        url=row.url,
        stance=_STANCES.get(row.stance, Stance.CONTEXT),
        source_class=_SOURCES.get(row.source_class, SourceClass.SECONDARY),
        title=row.title,
        publisher=row.publisher,
        author=row.author,
        quote=row.quote,
        locator=row.locator,
        published=row.published,
        accessed=row.accessed,
        archive_url=row.archive_url,
        created_at=row.created_at,
        updated_at=row.updated_at,
    )
    return found


def rating_of_row(row: RatingRow) -> Rating:
    """Return the rating of a row."""
    made: Any = Rating
    found: Rating = made(
        id=row.id,
        scale_id=row.scale_id,
        rev=row.rev,
        key=row.key,
        name_ar=row.name_ar,
        name_en=row.name_en,
        colour=row.colour,
        glyph=row.glyph,
        value=row.value,
        neutral=_NEUTRALS.get(row.neutral, Neutral.NOT_RATED),
        position=row.position,
        is_retired=bool(row.is_retired),
    )
    return found


def article_of_row(row: ArticleRow, version: tuple[Any, str]) -> Article:
    """Return the article of a row, with the id and the text of its current version."""
    made: Any = Article
    found: Article = made(
        id=row.id,
        version_id=version[0],
        rev=row.rev,
        title=row.title,
        text=version[1],
        outlet=row.outlet,
        author=row.author,
        url=row.url,
        published=row.published,
        language=row.language,
        created_at=row.created_at,
        updated_at=row.updated_at,
    )
    return found
